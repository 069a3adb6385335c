// What the API server would rather not see in volumes and claims: the old ways to name a class, and parts of bytes.
// Source: wording and order of the 1.36 API server.
import type { NodeSelectorTerm } from './affinity-validation.ts';
import { fractionWarning } from './container-warnings.ts';
import type { ObjectMeta } from './meta.ts';
import type { PersistentVolumeClaimSpec } from './pod-spec.ts';
import { nodeTermWarnings } from './pod-warnings.ts';

const CLASS = 'volume.beta.kubernetes.io/storage-class';
const MOUNT_OPTIONS = 'volume.beta.kubernetes.io/mount-options';

interface VolumeSpec {
  readonly persistentVolumeReclaimPolicy?: string;
  readonly nodeAffinity?: unknown;
}

export function classWarnings({ annotations = {} }: ObjectMeta): string[] {
  const advice = 'deprecated since v1.8; use "storageClassName" attribute instead';
  return Object.hasOwn(annotations, CLASS) ? [`metadata.annotations[${CLASS}]: ${advice}`] : [];
}

/** `path` is where the spec is: spec, or a StatefulSet's template of it. */
export function claimSpecWarnings(spec: PersistentVolumeClaimSpec | undefined, path: string): string[] {
  return (['requests', 'limits'] as const).flatMap((field) =>
    fractionWarning('storage', spec?.resources?.[field]?.storage, `${path}.resources.${field}`),
  );
}

export function volumeSpecWarnings({ annotations = {} }: ObjectMeta, spec: VolumeSpec): string[] {
  const { required } = (spec.nodeAffinity ?? {}) as {
    required?: { nodeSelectorTerms?: readonly NodeSelectorTerm[] };
  };
  const path = 'spec.nodeAffinity.required.nodeSelectorTerms';
  return [
    ...(Object.hasOwn(annotations, MOUNT_OPTIONS)
      ? [
          `metadata.annotations[${MOUNT_OPTIONS}]: deprecated since v1.31; use "mountOptions" attribute instead`,
        ]
      : []),
    ...(spec.persistentVolumeReclaimPolicy === 'Recycle'
      ? [
          'spec.persistentVolumeReclaimPolicy: The Recycle reclaim policy is deprecated. Instead, the recommended approach is to use dynamic provisioning.',
        ]
      : []),
    ...(required?.nodeSelectorTerms ?? []).flatMap((term, i) => nodeTermWarnings(term, `${path}[${i}]`)),
  ];
}
