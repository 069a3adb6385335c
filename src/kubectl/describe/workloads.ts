// kubectl describe replicaset and statefulset.
import type { Condition, KubeObject, ReplicaSet, StatefulSet, View } from '../../sim/index.ts';
import { formatLabelSelector, isControlledBy, PodKind } from '../../sim/index.ts';
import { formatTime } from './containers.ts';
import type { Describer } from './describer.ts';
import { addController, annotationEntries, Document, mapEntries } from './document.ts';
import { addEvents } from './events.ts';
import { addPodTemplate } from './pod-template.ts';

export const describeReplicaSet: Describer<ReplicaSet> = (set, view, nowMs) => {
  const { metadata, spec, status } = set;
  const document = new Document();
  document.line(0, 'Name:', metadata.name);
  document.line(0, 'Namespace:', metadata.namespace ?? '');
  document.line(0, 'Selector:', formatLabelSelector(spec.selector));
  document.entries(0, 'Labels:', mapEntries(metadata.labels));
  document.entries(0, 'Annotations:', annotationEntries(metadata.annotations));
  addController(document, metadata);
  document.line(0, 'Replicas:', `${status?.replicas ?? 0} current / ${spec.replicas ?? 0} desired`);
  document.line(0, 'Pods Status:', podsStatus(set, view));
  addPodTemplate(document, spec.template);
  addConditions(document, status?.conditions);
  addEvents(document, set, view, nowMs);
  return document.toString();
};

export const describeStatefulSet: Describer<StatefulSet> = (set, view, nowMs) => {
  const { metadata, spec, status } = set;
  const document = new Document();
  document.line(0, 'Name:', metadata.name);
  document.line(0, 'Namespace:', metadata.namespace ?? '');
  document.line(0, 'CreationTimestamp:', formatTime(metadata.creationTimestamp));
  document.line(0, 'Selector:', formatLabelSelector(spec.selector));
  document.entries(0, 'Labels:', mapEntries(metadata.labels));
  document.entries(0, 'Annotations:', annotationEntries(metadata.annotations));
  document.line(0, 'Replicas:', `${spec.replicas ?? 0} desired | ${status?.replicas ?? 0} total`);
  document.line(0, 'Update Strategy:', spec.updateStrategy?.type ?? '');
  const partition = spec.updateStrategy?.rollingUpdate?.partition;
  if (partition !== undefined) document.line(1, 'Partition:', String(partition));
  document.line(0, 'Pods Status:', podsStatus(set, view));
  addPodTemplate(document, spec.template);
  addClaimTemplates(document, set);
  addEvents(document, set, view, nowMs);
  return document.toString();
};

function addClaimTemplates(document: Document, { spec }: StatefulSet): void {
  const templates = spec.volumeClaimTemplates ?? [];
  if (templates.length === 0) {
    document.line(0, 'Volume Claims:', '<none>');
    return;
  }
  document.line(0, 'Volume Claims:');
  for (const { metadata, spec: claim } of templates) {
    document.line(1, 'Name:', metadata.name);
    document.line(1, 'StorageClass:', claim.storageClassName ?? '');
    document.entries(1, 'Labels:', mapEntries(metadata.labels));
    document.entries(1, 'Annotations:', annotationEntries(metadata.annotations));
    document.line(1, 'Capacity:', claim.resources?.requests?.storage ?? '<default>');
    document.line(1, 'Access Modes:', `[${(claim.accessModes ?? []).join(' ')}]`);
  }
}

/** The table of a workload's conditions, if it has any. */
export function addConditions(document: Document, conditions: readonly Condition[] = []): void {
  if (conditions.length === 0) return;
  document.line(0, 'Conditions:');
  document.line(1, 'Type', 'Status', 'Reason');
  document.line(1, '----', '------', '------');
  for (const { type, status, reason = '' } of conditions) document.line(1, `${type} `, status, reason);
}

/** How many of the pods that an owner manages are in which phase. */
export function podsStatus(owner: KubeObject, view: View): string {
  const pods = view
    .ownedBy(PodKind, owner.metadata.uid ?? '')
    .filter((pod) => isControlledBy(pod, owner.metadata.uid));
  const count = (phase: string) => pods.filter((pod) => (pod.status?.phase ?? 'Pending') === phase).length;
  const [running, waiting] = [count('Running'), count('Pending')];
  return `${running} Running / ${waiting} Waiting / ${count('Succeeded')} Succeeded / ${count('Failed')} Failed`;
}
