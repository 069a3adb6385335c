// kubectl describe persistentvolumeclaim, persistentvolume and storageclass.
import type { PersistentVolume, PersistentVolumeClaim, StorageClass, View } from '../../sim/index.ts';
import { PodKind } from '../../sim/index.ts';
import type { Describer } from './describer.ts';
import { annotationEntries, Document, mapEntries } from './document.ts';
import { addEvents } from './events.ts';
import { sourceRows } from './volume-sources.ts';

export const describePersistentVolumeClaim: Describer<PersistentVolumeClaim> = (claim, view, nowMs) => {
  const { metadata, spec, status = {} } = claim;
  const document = new Document();
  const isBound = Boolean(spec.volumeName);
  document.line(0, 'Name:', metadata.name);
  document.line(0, 'Namespace:', metadata.namespace ?? '');
  document.line(0, 'StorageClass:', spec.storageClassName ?? '');
  const state = metadata.deletionTimestamp ? 'Terminating' : (status.phase ?? '');
  document.line(0, 'Status:', state);
  document.line(0, 'Volume:', spec.volumeName ?? '');
  document.entries(0, 'Labels:', mapEntries(metadata.labels));
  document.entries(0, 'Annotations:', annotationEntries(metadata.annotations));
  document.line(0, 'Finalizers:', `[${(metadata.finalizers ?? []).join(' ')}]`);
  document.line(0, 'Capacity:', isBound ? (status.capacity?.storage ?? '') : '');
  document.line(0, 'Access Modes:', isBound ? shortModes(status.accessModes) : '');
  if (spec.volumeMode) document.line(0, 'VolumeMode:', spec.volumeMode);
  document.entries(0, 'Used By:', usersOf(claim, view));
  addEvents(document, claim, view, nowMs);
  return document.toString();
};

function usersOf({ metadata }: PersistentVolumeClaim, view: View): string[] {
  const pods = view
    .list(PodKind, metadata.namespace)
    .filter((pod) =>
      pod.spec.volumes?.some((volume) => volume.persistentVolumeClaim?.claimName === metadata.name),
    );
  return pods.map((pod) => pod.metadata.name).sort();
}

const shortNames = new Map([
  ['ReadWriteOnce', 'RWO'],
  ['ReadOnlyMany', 'ROX'],
  ['ReadWriteMany', 'RWX'],
  ['ReadWriteOncePod', 'RWOP'],
]);

function shortModes(modes: readonly string[] = []): string {
  return modes.map((mode) => shortNames.get(mode) ?? mode).join(',');
}

export const describePersistentVolume: Describer<PersistentVolume> = (volume, view, nowMs) => {
  const { metadata, spec, status = {} } = volume;
  const document = new Document();
  document.line(0, 'Name:', metadata.name);
  document.entries(0, 'Labels:', mapEntries(metadata.labels));
  document.entries(0, 'Annotations:', annotationEntries(metadata.annotations));
  document.line(0, 'Finalizers:', `[${(metadata.finalizers ?? []).join(' ')}]`);
  document.line(0, 'StorageClass:', spec.storageClassName ?? '');
  document.line(0, 'Status:', metadata.deletionTimestamp ? 'Terminating (lasts 0s)' : (status.phase ?? ''));
  document.line(0, 'Claim:', spec.claimRef ? `${spec.claimRef.namespace}/${spec.claimRef.name}` : '');
  document.line(0, 'Reclaim Policy:', spec.persistentVolumeReclaimPolicy ?? '');
  document.line(0, 'Access Modes:', shortModes(spec.accessModes));
  if (spec.volumeMode) document.line(0, 'VolumeMode:', spec.volumeMode);
  document.line(0, 'Capacity:', spec.capacity?.storage ?? '');
  document.line(0, 'Node Affinity:', '<none>');
  document.line(0, 'Message:', status.message ?? '');
  addSource(document, volume);
  addEvents(document, volume, view, nowMs);
  return document.toString();
};

function addSource(document: Document, { spec }: PersistentVolume): void {
  document.line(0, 'Source:');
  for (const [title, value] of sourceRows(spec) ?? []) document.line(2, `${title}:`, value);
}

export const describeStorageClass: Describer<StorageClass> = (storageClass, view, nowMs) => {
  const {
    metadata,
    provisioner,
    parameters,
    allowVolumeExpansion,
    mountOptions,
    reclaimPolicy,
    volumeBindingMode,
  } = storageClass;
  const document = new Document();
  const isDefault = metadata.annotations?.['storageclass.kubernetes.io/is-default-class'] === 'true';
  document.line(0, 'Name:', metadata.name);
  document.line(0, 'IsDefaultClass:', isDefault ? 'Yes' : 'No');
  document.line(0, 'Annotations:', mapEntries(metadata.annotations).join(',') || '<none>');
  document.line(0, 'Provisioner:', provisioner);
  document.line(0, 'Parameters:', mapEntries(parameters).join(',') || '<none>');
  document.line(
    0,
    'AllowVolumeExpansion:',
    allowVolumeExpansion === undefined ? '<unset>' : allowVolumeExpansion ? 'True' : 'False',
  );
  if (mountOptions?.length) for (const option of mountOptions) document.line(0, 'MountOptions:', option);
  else document.line(0, 'MountOptions:', '<none>');
  document.line(0, 'ReclaimPolicy:', reclaimPolicy ?? '');
  document.line(0, 'VolumeBindingMode:', volumeBindingMode ?? '');
  addEvents(document, storageClass, view, nowMs);
  return document.toString();
};
