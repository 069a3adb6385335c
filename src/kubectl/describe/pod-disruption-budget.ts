// kubectl describe poddisruptionbudget.
import type { PodDisruptionBudget } from '../../sim/index.ts';
import { formatLabelSelector } from '../../sim/index.ts';
import type { Describer } from './describer.ts';
import { Document } from './document.ts';
import { addEvents } from './events.ts';

export const describePodDisruptionBudget: Describer<PodDisruptionBudget> = (budget, view, nowMs) => {
  const { metadata, spec, status } = budget;
  const document = new Document();
  document.line(0, 'Name:', metadata.name);
  document.line(0, 'Namespace:', metadata.namespace ?? '');
  if (spec.minAvailable !== undefined) document.line(0, 'Min available:', String(spec.minAvailable));
  else if (spec.maxUnavailable !== undefined) {
    document.line(0, 'Max unavailable:', String(spec.maxUnavailable));
  }
  document.line(0, 'Selector:', spec.selector ? formatLabelSelector(spec.selector) : '<unset>');
  document.line(0, 'Status:');
  document.line(2, 'Allowed disruptions:', String(status?.disruptionsAllowed ?? 0));
  document.line(2, 'Current:', String(status?.currentHealthy ?? 0));
  document.line(2, 'Desired:', String(status?.desiredHealthy ?? 0));
  document.line(2, 'Total:', String(status?.expectedPods ?? 0));
  addEvents(document, budget, view, nowMs);
  return document.toString();
};
