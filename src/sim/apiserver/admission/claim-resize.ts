// A claim grows only where its storage class says that its volumes can.
import type { KubeObject } from '../../api/meta.ts';
import type { PersistentVolumeClaim } from '../../api/persistent-volume-claim.ts';
import { PersistentVolumeClaimKind } from '../../api/persistent-volume-claim.ts';
import { StorageClassKind } from '../../api/storage-class.ts';
import { compareQuantities, quantity } from '../../machinery/quantity.ts';
import { forbidden } from '../status.ts';
import type { UpdatePlugin } from './index.ts';

const NOT_BOUND = 'Only bound persistent volume claims can be expanded';
const NO_RESIZE =
  'only dynamically provisioned pvc can be resized and the storageclass that provisions the pvc must support resize';

export const claimResize: UpdatePlugin = ({ kind, next, stored, view }) => {
  if (kind !== PersistentVolumeClaimKind) return undefined;
  const [wanted, before] = [storageOf(next), storageOf(stored)];
  if (!wanted || !before || compareQuantities(quantity(wanted), quantity(before)) <= 0) return undefined;
  const { spec, status, metadata } = stored as PersistentVolumeClaim;
  if (status?.phase !== 'Bound') return forbidden(kind, metadata.name, NOT_BOUND);
  const storageClass = view.get(StorageClassKind, '', spec.storageClassName ?? '');
  return storageClass?.allowVolumeExpansion ? undefined : forbidden(kind, metadata.name, NO_RESIZE);
};

function storageOf(claim: KubeObject): string | undefined {
  return (claim as PersistentVolumeClaim).spec.resources?.requests?.storage;
}
