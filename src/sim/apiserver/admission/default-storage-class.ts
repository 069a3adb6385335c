// A claim that names no storage class gets the cluster's default one.
import type { PersistentVolumeClaim } from '../../api/persistent-volume-claim.ts';
import { PersistentVolumeClaimKind } from '../../api/persistent-volume-claim.ts';
import { StorageClassKind } from '../../api/storage-class.ts';
import type { AdmissionPlugin } from './index.ts';

export const DEFAULT_CLASS = 'storageclass.kubernetes.io/is-default-class';

export const defaultStorageClass: AdmissionPlugin = ({ kind, draft, view }) => {
  if (kind !== PersistentVolumeClaimKind) return undefined;
  const { spec } = draft as PersistentVolumeClaim;
  if (spec.storageClassName !== undefined) return undefined;
  const byDefault = view
    .list(StorageClassKind)
    .findLast((it) => it.metadata.annotations?.[DEFAULT_CLASS] === 'true');
  if (byDefault) spec.storageClassName = byDefault.metadata.name;
  return undefined;
};
