// How quotas count PersistentVolumeClaims: as such and by what they ask for, over all and by storage class.
import { storageClassOf } from '../api/columns.ts';
import type { PersistentVolumeClaim } from '../api/persistent-volume-claim.ts';
import type { Quantity } from '../machinery/quantity.ts';
import { quantity, quantityOf } from '../machinery/quantity.ts';
import type { QuotaEvaluator } from './evaluator.ts';
import { isMet } from './scope.ts';

const TRACKED = new Set(['count/persistentvolumeclaims', 'persistentvolumeclaims', 'requests.storage']);
const BY_CLASS = /\.storageclass\.storage\.k8s\.io\/(?:requests\.storage|persistentvolumeclaims)$/;

export const claimEvaluator: QuotaEvaluator = {
  tracks: (resource) => TRACKED.has(resource) || BY_CLASS.test(resource),
  usage(object) {
    const claim = object as PersistentVolumeClaim;
    const storageClass = storageClassOf(claim);
    const storage = claim.spec.resources?.requests?.storage;
    const usage = new Map<string, Quantity>([
      ['count/persistentvolumeclaims', quantityOf(1)],
      ['persistentvolumeclaims', quantityOf(1)],
    ]);
    const byClass = `${storageClass}.storageclass.storage.k8s.io`;
    if (storageClass) usage.set(`${byClass}/persistentvolumeclaims`, quantityOf(1));
    if (storage === undefined) return usage;
    usage.set('requests.storage', quantity(storage));
    if (storageClass) usage.set(`${byClass}/requests.storage`, quantity(storage));
    return usage;
  },
  isInScope(object, scope) {
    const { spec } = object as PersistentVolumeClaim;
    return scope.scopeName === 'VolumeAttributesClass' && isMet(scope, spec.volumeAttributesClassName);
  },
  growsWith: () => true,
  shrinksWith: (next, old) =>
    storageOf(next as PersistentVolumeClaim) !== storageOf(old as PersistentVolumeClaim),
};

function storageOf({ spec }: PersistentVolumeClaim): string | undefined {
  return spec.resources?.requests?.storage;
}
