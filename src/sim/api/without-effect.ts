// Fields that the API server takes, keeps and shows, and that nothing in this cluster acts upon. Where that would mislead,
// a field is refused instead (unsupported.ts). The course has a page of them, made from this list; a test looks for fields
// that are missing here.
import type { FieldType } from './fields.ts';
import { schemaOf } from './fields.ts';
import { kinds } from './index.ts';
import type { Kind } from './kind.ts';
import { unsupportedFields } from './unsupported.ts';

/**
 * By reason, which content/<locale>/without-effect.yaml puts in words: the fields by type and name, as in the field tables.
 * `SecurityContext.*` is every field of a type, `*.fsType` the field of that name in every type.
 */
export const withoutEffect: Readonly<Record<string, readonly string[]>> = {
  balancers: [
    'ServiceSpec.externalIPs',
    'ServiceSpec.healthCheckNodePort',
    'ServiceSpec.loadBalancerClass',
    'ServiceSpec.loadBalancerIP',
    'ServiceSpec.loadBalancerSourceRanges',
  ],
  bookkeeping: ['ObjectMeta.managedFields', 'ObjectMeta.selfLink'],
  drivers: [
    'AzureDiskVolumeSource.cachingMode',
    'AzureDiskVolumeSource.diskName',
    'AzureDiskVolumeSource.kind',
    '*.secretNamespace',
    '*.chapAuthDiscovery',
    '*.chapAuthSession',
    '*.initiatorName',
    '*.iscsiInterface',
    '*.portals',
    'ISCSIVolumeSource.secretRef',
    'ISCSIPersistentVolumeSource.secretRef',
    'FlexVolumeSource.secretRef',
    'FlexPersistentVolumeSource.secretRef',
    'CinderVolumeSource.secretRef',
    'CinderPersistentVolumeSource.secretRef',
    'AzureFileVolumeSource.secretName',
    'AzureFilePersistentVolumeSource.secretName',
    'VsphereVirtualDiskVolumeSource.storagePolicyID',
    'VsphereVirtualDiskVolumeSource.storagePolicyName',
  ],
  events: ['Event.action', 'Event.eventTime', 'Event.related', 'Event.series'],
  families: ['ServiceSpec.ipFamilies', 'ServiceSpec.ipFamilyPolicy'],
  fileSystems: ['*.fsType'],
  gatedOff: [
    'Lifecycle.stopSignal',
    'PodSpec.schedulingGroup',
    'RollingUpdateStatefulSetStrategy.maxUnavailable',
  ],
  hosts: ['PodSpec.hostIPC', 'PodSpec.hostPID', 'PodSpec.hostUsers'],
  images: ['PodSpec.imagePullSecrets', 'ServiceAccount.imagePullSecrets', 'ServiceAccount.secrets'],
  ingress: ['IngressSpec.*'],
  leases: ['LeaseSpec.*'],
  limits: ['Container.resizePolicy'],
  mounting: [
    '*.mountOptions',
    'VolumeMount.mountPropagation',
    'VolumeMount.recursiveReadOnly',
    'CSIPersistentVolumeSource.controllerExpandSecretRef',
    'CSIPersistentVolumeSource.controllerPublishSecretRef',
    'CSIPersistentVolumeSource.nodeExpandSecretRef',
    'CSIPersistentVolumeSource.nodePublishSecretRef',
    'CSIPersistentVolumeSource.nodeStageSecretRef',
    'CSIPersistentVolumeSource.volumeAttributes',
  ],
  names: ['PodSpec.hostnameOverride', 'PodSpec.setHostnameAsFQDN'],
  nodes: [
    'NodeSpec.configSource',
    'NodeSpec.externalID',
    'NodeSpec.podCIDR',
    'NodeSpec.podCIDRs',
    'NodeSpec.providerID',
  ],
  processes: ['PodSpec.shareProcessNamespace', 'PodSpec.ephemeralContainers'],
  provisioning: ['StorageClass.allowedTopologies', 'StorageClass.parameters', '*.volumeAttributesClassName'],
  removed: [
    'Volume.gitRepo',
    'Volume.cephfs',
    'PersistentVolumeSpec.cephfs',
    'Volume.flocker',
    'PersistentVolumeSpec.flocker',
    'Volume.glusterfs',
    'PersistentVolumeSpec.glusterfs',
    'Volume.photonPersistentDisk',
    'PersistentVolumeSpec.photonPersistentDisk',
    'Volume.quobyte',
    'PersistentVolumeSpec.quobyte',
    'Volume.rbd',
    'PersistentVolumeSpec.rbd',
    'Volume.scaleIO',
    'PersistentVolumeSpec.scaleIO',
    'Volume.storageos',
    'PersistentVolumeSpec.storageos',
  ],
  rights: [
    'SecurityContext.allowPrivilegeEscalation',
    'SecurityContext.appArmorProfile',
    'SecurityContext.capabilities',
    'SecurityContext.privileged',
    'SecurityContext.procMount',
    'SecurityContext.seLinuxOptions',
    'SecurityContext.seccompProfile',
    'SecurityContext.windowsOptions',
    'PodSecurityContext.appArmorProfile',
    'PodSecurityContext.fsGroupChangePolicy',
    'PodSecurityContext.seLinuxChangePolicy',
    'PodSecurityContext.seLinuxOptions',
    'PodSecurityContext.seccompProfile',
    'PodSecurityContext.supplementalGroupsPolicy',
    'PodSecurityContext.sysctls',
    'PodSecurityContext.windowsOptions',
  ],
  tokens: ['ServiceAccountTokenProjection.audience', 'ServiceAccountTokenProjection.expirationSeconds'],
  zones: [
    'Endpoint.deprecatedTopology',
    'Endpoint.hints',
    'Endpoint.zone',
    'ServiceSpec.trafficDistribution',
  ],
};

export interface FieldWithoutEffect {
  readonly kind: Kind;
  /** `spec.containers[].securityContext.runAsUser`. */
  readonly path: string;
  readonly reason: string;
}

/** A field that is refused, and what to use in its place. */
export interface RefusedField {
  readonly kind: Kind;
  readonly path: string;
  readonly instead: string;
}

/** The reason for which a field has no effect; undefined where it has one. `struct` is the last part of its type's name. */
export function reasonOf(struct: string, field: string): string | undefined {
  return reasons.get(`${struct}.${field}`) ?? reasons.get(`${struct}.*`) ?? reasons.get(`*.${field}`);
}

const reasons = new Map(
  Object.entries(withoutEffect).flatMap(([reason, fields]) =>
    fields.map((field) => [field, reason] as const),
  ),
);

/** Every field that has no effect, kind by kind, in the order of the tables. What lies in a template is told of a Pod, or a Job. */
export function fieldsWithoutEffect(): FieldWithoutEffect[] {
  return kinds.flatMap((kind) =>
    collect(kind, (struct, field) => reasonOf(struct, field)).map(({ path, found }) => ({
      kind,
      path,
      reason: found,
    })),
  );
}

/** Every field that is refused by name. */
export function refusedFields(): RefusedField[] {
  return kinds.flatMap((kind) =>
    collect(kind, (struct, field) => unsupportedFields.get(`${struct}.${field}`)).map(({ path, found }) => ({
      kind,
      path,
      instead: found,
    })),
  );
}

interface Found {
  readonly path: string;
  readonly found: string;
}

type Look = (struct: string, field: string) => string | undefined;

/** What is told of another kind, or of a pod's containers; and what no manifest speaks of. */
function isToldElsewhere(schema: string, field: string): boolean {
  return (
    field === 'initContainers' ||
    field === 'ephemeralContainers' ||
    /\.(PodTemplateSpec|JobTemplateSpec|PersistentVolumeClaim|\w*Status)$/.test(schema)
  );
}

function collect(kind: Kind, look: Look): Found[] {
  const found: Found[] = [];
  const walk = (schema: string, path: string, above: readonly string[]): void => {
    const struct = schema.slice(schema.lastIndexOf('.') + 1);
    for (const field of schemaOf(schema)?.fields.values() ?? []) {
      const at = `${path}${path && '.'}${field.name}${marks(field.type)}`;
      const hit = look(struct, field.name);
      const inner = structOf(field.type);
      if (hit !== undefined) found.push({ path: at, found: hit });
      else if (inner && !above.includes(inner) && !isToldElsewhere(inner, field.name))
        walk(inner, at, [...above, inner]);
    }
  };
  walk(kind.schema, '', [kind.schema]);
  // What every object has is told once.
  return kind === kinds[0] ? found : found.filter(({ path }) => !path.startsWith('metadata.'));
}

function marks(type: FieldType): string {
  return type.form === 'list' ? `[]${marks(type.item)}` : '';
}

function structOf(type: FieldType): string | undefined {
  if (type.form === 'object') return type.schema;
  return type.form === 'list' || type.form === 'map' ? structOf(type.item) : undefined;
}
