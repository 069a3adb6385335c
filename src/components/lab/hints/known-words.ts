/** Words that fit where the field tables name none, and fields that nobody writes. */

/** By type and field: values that the API server or the kubelet knows. */
export const KNOWN_VALUES: ReadonlyMap<string, readonly string[]> = new Map([
  ['LabelSelectorRequirement.operator', ['In', 'NotIn', 'Exists', 'DoesNotExist']],
  ['StatefulSetPersistentVolumeClaimRetentionPolicy.whenDeleted', ['Retain', 'Delete']],
  ['StatefulSetPersistentVolumeClaimRetentionPolicy.whenScaled', ['Retain', 'Delete']],
  ['Container.restartPolicy', ['Always', 'OnFailure', 'Never']],
  ['EmptyDirVolumeSource.medium', ['Memory']],
  ['ServiceSpec.clusterIP', ['None']],
  ['ServiceSpec.trafficDistribution', ['PreferSameZone', 'PreferSameNode']],
  ['LimitRangeItem.type', ['Container', 'Pod', 'PersistentVolumeClaim']],
]);

/** By type and field: the keys that a map usually has. */
export const KNOWN_KEYS: ReadonlyMap<string, readonly string[]> = new Map([
  ['ResourceRequirements.requests', ['cpu', 'memory', 'ephemeral-storage']],
  ['ResourceRequirements.limits', ['cpu', 'memory', 'ephemeral-storage']],
  ['VolumeResourceRequirements.requests', ['storage']],
  ['VolumeResourceRequirements.limits', ['storage']],
  ['PersistentVolumeSpec.capacity', ['storage']],
]);

/** Fields that are filled in by the cluster, or cannot be written in a manifest. */
const FILLED_IN: ReadonlySet<string> = new Set([
  'ObjectMeta.creationTimestamp',
  'ObjectMeta.deletionGracePeriodSeconds',
  'ObjectMeta.deletionTimestamp',
  'ObjectMeta.generation',
  'ObjectMeta.managedFields',
  'ObjectMeta.resourceVersion',
  'ObjectMeta.selfLink',
  'ObjectMeta.uid',
  'PodSpec.ephemeralContainers',
  'PodSpec.priority',
  'PodSpec.serviceAccount',
]);

export function isFilledIn(type: string, field: string, isTop: boolean): boolean {
  return (isTop && field === 'status') || FILLED_IN.has(`${type}.${field}`);
}
