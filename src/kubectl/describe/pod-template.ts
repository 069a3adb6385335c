// The pod template of a workload.
import type { PodTemplateSpec } from '../../sim/index.ts';
import { addContainers } from './containers.ts';
import { annotationEntries, Document, mapEntries } from './document.ts';
import { tolerationEntries } from './pod.ts';
import { addVolumes } from './volumes.ts';

/** The template by itself, as `kubectl rollout history --revision` shows it: tabs are left as they are. */
export function describePodTemplate(template: PodTemplateSpec): string {
  const document = new Document();
  addPodTemplate(document, template);
  return document.text;
}

export function addPodTemplate(document: Document, { metadata = {}, spec }: PodTemplateSpec): void {
  document.line(0, 'Pod Template:');
  document.entries(1, 'Labels:', mapEntries(metadata.labels));
  const annotations = annotationEntries(metadata.annotations);
  if (annotations.length > 0) document.entries(1, 'Annotations:', annotations);
  if (spec.serviceAccountName) document.line(1, 'Service Account:', spec.serviceAccountName);
  if (spec.initContainers?.length)
    addContainers(document, 'Init Containers:', spec.initContainers, undefined, 1);
  addContainers(document, 'Containers:', spec.containers, undefined, 1);
  addVolumes(document, spec.volumes ?? [], '  ');
  document.entries(1, 'Node-Selectors:', mapEntries(spec.nodeSelector));
  document.entries(1, 'Tolerations:', tolerationEntries(spec.tolerations));
}
