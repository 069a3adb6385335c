// kubectl describe daemonset.
import type { DaemonSet } from '../../sim/index.ts';
import { formatLabelSelector } from '../../sim/index.ts';
import type { Describer } from './describer.ts';
import { annotationEntries, Document, mapEntries } from './document.ts';
import { addEvents } from './events.ts';
import { addPodTemplate } from './pod-template.ts';
import { podsStatus } from './workloads.ts';

export const describeDaemonSet: Describer<DaemonSet> = (set, view, nowMs) => {
  const { metadata, spec, status } = set;
  const document = new Document();
  document.line(0, 'Name:', metadata.name);
  document.line(0, 'Namespace:', metadata.namespace ?? '');
  document.line(0, 'Selector:', formatLabelSelector(spec.selector));
  document.line(0, 'Node-Selector:', mapEntries(spec.template.spec.nodeSelector).join(',') || '<none>');
  document.entries(0, 'Labels:', mapEntries(metadata.labels));
  document.entries(0, 'Annotations:', annotationEntries(metadata.annotations));
  const nodes = (what: string, count = 0) => document.line(0, `${what}: ${count}`);
  nodes('Desired Number of Nodes Scheduled', status?.desiredNumberScheduled);
  nodes('Current Number of Nodes Scheduled', status?.currentNumberScheduled);
  nodes('Number of Nodes Scheduled with Up-to-date Pods', status?.updatedNumberScheduled);
  nodes('Number of Nodes Scheduled with Available Pods', status?.numberAvailable);
  nodes('Number of Nodes Misscheduled', status?.numberMisscheduled);
  document.line(0, 'Pods Status:', podsStatus(set, view));
  addPodTemplate(document, spec.template);
  addEvents(document, set, view, nowMs);
  return document.toString();
};
