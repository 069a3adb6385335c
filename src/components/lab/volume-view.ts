/** The volumes that no claim holds: fresh ones, and those that a claim has left behind. */
import type { Cluster, PersistentVolume } from '../../sim/index.ts';
import { PersistentVolumeClaimKind, PersistentVolumeKind } from '../../sim/index.ts';
import type { FreeVolumeView } from './frame.ts';

const VOLUMES_MAX = 40;

export function freeVolumeViews({ view }: Cluster): FreeVolumeView[] {
  const held = new Set(view.list(PersistentVolumeClaimKind).map(({ spec }) => spec.volumeName));
  return view
    .list(PersistentVolumeKind)
    .filter(({ metadata }) => !held.has(metadata.name))
    .slice(0, VOLUMES_MAX)
    .map(freeVolumeView);
}

function freeVolumeView({ metadata, spec, status }: PersistentVolume): FreeVolumeView {
  const { claimRef } = spec;
  return {
    uid: metadata.uid ?? metadata.name,
    name: metadata.name,
    status: metadata.deletionTimestamp === undefined ? (status?.phase ?? 'Pending') : 'Terminating',
    capacity: spec.capacity?.storage ?? '',
    reclaimPolicy: spec.persistentVolumeReclaimPolicy ?? 'Retain',
    claim: claimRef ? `${claimRef.namespace}/${claimRef.name}` : '',
  };
}
