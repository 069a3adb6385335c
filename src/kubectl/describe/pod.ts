// kubectl describe pod.
import type { Pod, Toleration } from '../../sim/index.ts';
import { formatAge } from '../../sim/index.ts';
import { addContainers, formatTime } from './containers.ts';
import type { Describer } from './describer.ts';
import { addController, annotationEntries, Document, mapEntries } from './document.ts';
import { addEvents } from './events.ts';
import { addVolumes } from './volumes.ts';

export const describePod: Describer<Pod> = (pod, view, nowMs) => {
  const document = new Document();
  const { metadata, spec, status = {} } = pod;
  document.line(0, 'Name:', metadata.name);
  document.line(0, 'Namespace:', metadata.namespace ?? '');
  document.line(0, 'Priority:', String(spec.priority ?? 0));
  if (spec.priorityClassName) document.line(0, 'Priority Class Name:', spec.priorityClassName);
  document.line(0, 'Service Account:', spec.serviceAccountName ?? '');
  document.line(0, 'Node:', spec.nodeName ? `${spec.nodeName}/${status.hostIP ?? ''}` : '<none>');
  if (status.startTime) document.line(0, 'Start Time:', formatTime(status.startTime));
  document.entries(0, 'Labels:', mapEntries(metadata.labels));
  document.entries(0, 'Annotations:', annotationEntries(metadata.annotations));
  addState(document, pod, nowMs);
  document.line(0, 'IP:', status.podIP ?? '');
  addIps(document, pod);
  addController(document, metadata);
  if (status.nominatedNodeName) document.line(0, 'NominatedNodeName:', status.nominatedNodeName);
  if (spec.initContainers?.length) {
    addContainers(document, 'Init Containers:', spec.initContainers, status.initContainerStatuses ?? [], 0);
  }
  addContainers(document, 'Containers:', spec.containers, status.containerStatuses ?? [], 0);
  addConditions(document, pod);
  addVolumes(document, spec.volumes ?? [], '');
  document.line(0, 'QoS Class:', status.qosClass ?? '');
  document.entries(0, 'Node-Selectors:', mapEntries(spec.nodeSelector));
  document.entries(0, 'Tolerations:', tolerationEntries(spec.tolerations));
  addEvents(document, pod, view, nowMs);
  return document.toString();
};

function addState(document: Document, { metadata, status = {} }: Pod, nowMs: number): void {
  if (metadata.deletionTimestamp) {
    const lasts = formatAge(metadata.deletionTimestamp, nowMs);
    document.line(0, 'Status:', `Terminating (lasts ${lasts})`);
    document.line(0, 'Termination Grace Period:', `${metadata.deletionGracePeriodSeconds ?? 0}s`);
  } else {
    document.line(0, 'Status:', status.phase ?? '');
  }
  if (status.reason) document.line(0, 'Reason:', status.reason);
  if (status.message) document.line(0, 'Message:', status.message);
}

function addIps(document: Document, { status = {} }: Pod): void {
  if (!status.podIPs?.length) {
    document.line(0, 'IPs:', '<none>');
    return;
  }
  document.line(0, 'IPs:');
  for (const { ip } of status.podIPs) document.line(1, 'IP:', ip);
}

function addConditions(document: Document, { status = {} }: Pod): void {
  if (!status.conditions?.length) return;
  document.line(0, 'Conditions:');
  document.line(1, 'Type', 'Status');
  for (const { type, status: value } of status.conditions) document.line(1, `${type} `, `${value} `);
}

/** `key=value:Effect op=Exists for 300s`, sorted by key. */
export function tolerationEntries(tolerations: readonly Toleration[] = []): string[] {
  const sorted = [...tolerations].sort((a, b) => ((a.key ?? '') < (b.key ?? '') ? -1 : 1));
  return sorted.map(({ key = '', value, effect, operator, tolerationSeconds }) => {
    const what = `${key}${value ? `=${value}` : ''}${effect ? `:${effect}` : ''}`;
    const exists = operator === 'Exists' && !value ? (key || effect ? ' op=Exists' : 'op=Exists') : '';
    return `${what}${exists}${tolerationSeconds === undefined ? '' : ` for ${tolerationSeconds}s`}`;
  });
}
