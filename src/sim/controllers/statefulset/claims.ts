// The claims that belong to a pod of a StatefulSet, made after its volumeClaimTemplates.
// Source: "Stable Storage" in the documentation of StatefulSets.
import type { PersistentVolumeClaim } from '../../api/persistent-volume-claim.ts';
import type { Pod } from '../../api/pod.ts';
import type { Volume } from '../../api/pod-spec.ts';
import type { StatefulSet } from '../../api/stateful-set.ts';

/** `www-web-0`: the template's name and the pod's. */
export function claimName(template: string, pod: string): string {
  return `${template}-${pod}`;
}

/** The claims of a pod, as they are to be created. */
export function claimsOf(set: StatefulSet, pod: Pod): PersistentVolumeClaim[] {
  return (set.spec.volumeClaimTemplates ?? []).map((template) => {
    const { labels, annotations } = template.metadata;
    const allLabels = { ...labels, ...set.spec.selector.matchLabels };
    return {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: {
        name: claimName(template.metadata.name, pod.metadata.name),
        namespace: set.metadata.namespace ?? '',
        ...(Object.keys(allLabels).length === 0 ? {} : { labels: allLabels }),
        ...(annotations ? { annotations } : {}),
      },
      spec: template.spec,
    };
  });
}

/** The names of the claims of a pod. */
export function claimNamesOf(set: StatefulSet, podName: string): string[] {
  return (set.spec.volumeClaimTemplates ?? []).map((template) => claimName(template.metadata.name, podName));
}

/** The pod with a volume for each of its claims, in place of volumes of the same name. */
export function withClaimVolumes(set: StatefulSet, pod: Pod): Pod {
  const claims = claimVolumes(set, pod);
  if (claims.length === 0) return pod;
  const names = new Set(claims.map(({ name }) => name));
  const others = (pod.spec.volumes ?? []).filter(({ name }) => !names.has(name));
  return { ...pod, spec: { ...pod.spec, volumes: [...claims, ...others] } };
}

export function hasClaimVolumes(set: StatefulSet, pod: Pod): boolean {
  return claimVolumes(set, pod).every((wanted) => {
    const volume = pod.spec.volumes?.find(({ name }) => name === wanted.name);
    return volume?.persistentVolumeClaim?.claimName === wanted.persistentVolumeClaim?.claimName;
  });
}

function claimVolumes(set: StatefulSet, pod: Pod): Volume[] {
  return (set.spec.volumeClaimTemplates ?? []).map(({ metadata: { name } }) => ({
    name,
    persistentVolumeClaim: { claimName: claimName(name, pod.metadata.name) },
  }));
}
