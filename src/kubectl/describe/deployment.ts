// kubectl describe deployment.
import type { Deployment, ReplicaSet } from '../../sim/index.ts';
import { formatLabelSelector } from '../../sim/index.ts';
import { replicaSetVersions } from '../replica-set-versions.ts';
import { formatTime } from './containers.ts';
import type { Describer } from './describer.ts';
import { annotationEntries, Document, mapEntries } from './document.ts';
import { addEvents } from './events.ts';
import { addPodTemplate } from './pod-template.ts';

export const describeDeployment: Describer<Deployment> = (deployment, view, nowMs) => {
  const { metadata, spec } = deployment;
  const document = new Document();
  document.line(0, 'Name:', metadata.name);
  document.line(0, 'Namespace:', metadata.namespace ?? '');
  document.line(0, 'CreationTimestamp:', formatTime(metadata.creationTimestamp));
  document.entries(0, 'Labels:', mapEntries(metadata.labels));
  document.entries(0, 'Annotations:', annotationEntries(metadata.annotations));
  document.line(0, 'Selector:', formatLabelSelector(spec.selector));
  document.line(0, 'Replicas:', replicasText(deployment));
  document.line(0, 'StrategyType:', spec.strategy?.type ?? '');
  document.line(0, 'MinReadySeconds:', String(spec.minReadySeconds ?? 0));
  const rolling = spec.strategy?.rollingUpdate;
  if (rolling) {
    const { maxUnavailable = 0, maxSurge = 0 } = rolling;
    document.line(0, 'RollingUpdateStrategy:', `${maxUnavailable} max unavailable, ${maxSurge} max surge`);
  }
  addPodTemplate(document, spec.template);
  addConditions(document, deployment);
  const { current, old } = replicaSetVersions(deployment, view);
  document.line(0, 'OldReplicaSets:', setsText(old));
  document.line(0, 'NewReplicaSet:', setsText(current ? [current] : []));
  addEvents(document, deployment, view, nowMs);
  return document.toString();
};

function replicasText({ spec, status = {} }: Deployment): string {
  const counts = [
    `${spec.replicas ?? 0} desired`,
    `${status.updatedReplicas ?? 0} updated`,
    `${status.replicas ?? 0} total`,
    `${status.availableReplicas ?? 0} available`,
    `${status.unavailableReplicas ?? 0} unavailable`,
  ];
  return counts.join(' | ');
}

function addConditions(document: Document, { status }: Deployment): void {
  const conditions = status?.conditions ?? [];
  if (conditions.length === 0) return;
  document.line(0, 'Conditions:');
  document.line(1, 'Type', 'Status', 'Reason');
  document.line(1, '----', '------', '------');
  for (const { type, status: value, reason = '' } of conditions) document.line(1, `${type} `, value, reason);
}

function setsText(sets: readonly ReplicaSet[]): string {
  const texts = sets.map(
    ({ metadata, spec, status }) =>
      `${metadata.name} (${status?.replicas ?? 0}/${spec.replicas ?? 0} replicas created)`,
  );
  return texts.join(', ') || '<none>';
}
