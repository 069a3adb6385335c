// kubectl describe replicationcontroller.
import type { ReplicationController } from '../../sim/index.ts';
import type { Describer } from './describer.ts';
import { annotationEntries, Document, mapEntries } from './document.ts';
import { addEvents } from './events.ts';
import { addPodTemplate } from './pod-template.ts';
import { addConditions, podsStatus } from './workloads.ts';

export const describeReplicationController: Describer<ReplicationController> = (controller, view, nowMs) => {
  const { metadata, spec, status } = controller;
  const document = new Document();
  document.line(0, 'Name:', metadata.name);
  document.line(0, 'Namespace:', metadata.namespace ?? '');
  document.line(0, 'Selector:', mapEntries(spec.selector).join(',') || '<none>');
  document.entries(0, 'Labels:', mapEntries(metadata.labels));
  document.entries(0, 'Annotations:', annotationEntries(metadata.annotations));
  document.line(0, 'Replicas:', `${status?.replicas ?? 0} current / ${spec.replicas ?? 0} desired`);
  document.line(0, 'Pods Status:', podsStatus(controller, view));
  addPodTemplate(document, spec.template);
  addConditions(document, status?.conditions);
  addEvents(document, controller, view, nowMs);
  return document.toString();
};
