// Claims and volumes carry a finalizer, so that they cannot vanish under a pod that uses them.
import type { Kind } from '../../api/kind.ts';
import { PersistentVolumeKind } from '../../api/persistent-volume.ts';
import { PersistentVolumeClaimKind } from '../../api/persistent-volume-claim.ts';
import type { AdmissionPlugin } from './index.ts';

export const PVC_PROTECTION = 'kubernetes.io/pvc-protection';
export const PV_PROTECTION = 'kubernetes.io/pv-protection';

export const storageProtection: AdmissionPlugin = ({ kind, draft }) => {
  const finalizer = protections.get(kind);
  if (finalizer === undefined || draft.metadata.finalizers?.includes(finalizer)) return undefined;
  draft.metadata.finalizers = [...(draft.metadata.finalizers ?? []), finalizer];
  return undefined;
};

const protections = new Map<Kind, string>([
  [PersistentVolumeClaimKind as Kind, PVC_PROTECTION],
  [PersistentVolumeKind as Kind, PV_PROTECTION],
]);
