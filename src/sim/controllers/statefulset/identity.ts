// What makes a pod of a StatefulSet this one and no other: its ordinal, and the name and labels that follow from it.
// Source: "Pod Identity" in the documentation of StatefulSets.
import { controllerReference } from '../../api/meta.ts';
import type { Pod, PodTemplateSpec } from '../../api/pod.ts';
import type { StatefulSet } from '../../api/stateful-set.ts';
import { podFromTemplate } from '../pod-from-template.ts';
import { withClaimVolumes } from './claims.ts';

export const POD_NAME_LABEL = 'statefulset.kubernetes.io/pod-name';
export const POD_INDEX_LABEL = 'apps.kubernetes.io/pod-index';
export const REVISION_LABEL = 'controller-revision-hash';

const NAME = /^(.*)-([0-9]+)$/;

/** The ordinal in a pod's name, or -1 if the name is not one that this set gives. */
export function ordinalOf(set: StatefulSet, pod: Pod): number {
  const parts = NAME.exec(pod.metadata.name);
  if (parts?.[1] !== set.metadata.name) return -1;
  const ordinal = Number(parts[2]);
  return ordinal < 2 ** 31 ? ordinal : -1;
}

export function isMember(set: StatefulSet, pod: Pod): boolean {
  return ordinalOf(set, pod) >= 0;
}

export function podName(set: StatefulSet, ordinal: number): string {
  return `${set.metadata.name}-${ordinal}`;
}

/** The first ordinal. */
export function startOrdinal(set: StatefulSet): number {
  return set.spec.ordinals?.start ?? 0;
}

export function replicasOf(set: StatefulSet): number {
  return set.spec.replicas ?? 1;
}

/** True for the ordinals that the set wants to have. */
export function isInRange(set: StatefulSet, ordinal: number): boolean {
  return ordinal >= startOrdinal(set) && ordinal < startOrdinal(set) + replicasOf(set);
}

export function revisionOf(pod: Pod): string {
  return pod.metadata.labels?.[REVISION_LABEL] ?? '';
}

/** The pod of an ordinal, as a revision's template describes it. */
export function newPod(set: StatefulSet, template: PodTemplateSpec, revision: string, ordinal: number): Pod {
  const pod = podFromTemplate(template, set, controllerReference(set));
  const { serviceName } = set.spec;
  const labels = { ...pod.metadata.labels, [REVISION_LABEL]: revision };
  const named = {
    ...pod,
    metadata: { ...pod.metadata, name: podName(set, ordinal), labels },
    spec: {
      ...pod.spec,
      hostname: podName(set, ordinal),
      ...(serviceName ? { subdomain: serviceName } : {}),
    },
  };
  return withIdentity(withClaimVolumes(set, named), ordinal);
}

export function hasIdentity(pod: Pod, ordinal: number): boolean {
  const { labels = {}, name } = pod.metadata;
  return labels[POD_NAME_LABEL] === name && labels[POD_INDEX_LABEL] === String(ordinal);
}

export function withIdentity(pod: Pod, ordinal: number): Pod {
  const { labels, name } = pod.metadata;
  const identity = { [POD_NAME_LABEL]: name, [POD_INDEX_LABEL]: String(ordinal) };
  return { ...pod, metadata: { ...pod.metadata, labels: { ...labels, ...identity } } };
}
