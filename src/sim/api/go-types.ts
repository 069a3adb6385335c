// The names that Go gives to the types of fields. Messages about values of the wrong type name them.
import type { Field, FieldType, Scalar } from './fields.ts';

/** Fields with a type of their own name, by field; where types differ, by `Type.field`. */
const NAMED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    accessModes: '[]v1.PersistentVolumeAccessMode',
    addressType: 'v1.AddressType',
    capacity: 'v1.ResourceList',
    completionMode: 'v1.CompletionMode',
    concurrencyPolicy: 'v1.ConcurrencyPolicy',
    dnsPolicy: 'v1.DNSPolicy',
    externalTrafficPolicy: 'v1.ServiceExternalTrafficPolicy',
    hard: 'v1.ResourceList',
    imagePullPolicy: 'v1.PullPolicy',
    internalTrafficPolicy: 'v1.ServiceInternalTrafficPolicy',
    ipFamilies: '[]v1.IPFamily',
    ipFamilyPolicy: 'v1.IPFamilyPolicy',
    limits: 'v1.ResourceList',
    mountPropagation: 'v1.MountPropagationMode',
    overhead: 'v1.ResourceList',
    pathType: 'v1.PathType',
    persistentVolumeReclaimPolicy: 'v1.PersistentVolumeReclaimPolicy',
    podManagementPolicy: 'v1.PodManagementPolicyType',
    podReplacementPolicy: 'v1.PodReplacementPolicy',
    preemptionPolicy: 'v1.PreemptionPolicy',
    protocol: 'v1.Protocol',
    reclaimPolicy: 'v1.PersistentVolumeReclaimPolicy',
    requests: 'v1.ResourceList',
    restartPolicy: 'v1.RestartPolicy',
    scheme: 'v1.URIScheme',
    sessionAffinity: 'v1.ServiceAffinity',
    terminationMessagePolicy: 'v1.TerminationMessagePolicy',
    uid: 'types.UID',
    volumeBindingMode: 'v1.VolumeBindingMode',
    volumeMode: 'v1.PersistentVolumeMode',
    whenDeleted: 'v1.PersistentVolumeClaimRetentionPolicyType',
    whenScaled: 'v1.PersistentVolumeClaimRetentionPolicyType',
    whenUnsatisfiable: 'v1.UnsatisfiableConstraintAction',
    'Container.restartPolicy': 'v1.ContainerRestartPolicy',
    'DaemonSetUpdateStrategy.type': 'v1.DaemonSetUpdateStrategyType',
    'DeploymentStrategy.type': 'v1.DeploymentStrategyType',
    'EmptyDirVolumeSource.medium': 'v1.StorageMedium',
    'HostPathVolumeSource.type': 'v1.HostPathType',
    'LabelSelectorRequirement.operator': 'v1.LabelSelectorOperator',
    'NodeSelectorRequirement.operator': 'v1.NodeSelectorOperator',
    'Secret.type': 'v1.SecretType',
    'ServiceSpec.type': 'v1.ServiceType',
    'StatefulSetUpdateStrategy.type': 'v1.StatefulSetUpdateStrategyType',
    'Taint.effect': 'v1.TaintEffect',
    'Toleration.effect': 'v1.TaintEffect',
    'Toleration.operator': 'v1.TolerationOperator',
  }),
);

const SCALARS: Readonly<Record<Scalar, string>> = {
  string: 'string',
  int32: 'int32',
  int64: 'int64',
  double: 'float64',
  boolean: 'bool',
  quantity: 'resource.Quantity',
  intOrString: 'int32',
  time: 'string',
  microTime: 'string',
  bytes: '[]uint8',
  any: 'map[string]interface {}',
};

const textTypes: ReadonlySet<string> = new Set(
  ['string', ...NAMED.values()].filter((type) => !type.startsWith('[]') && type !== 'v1.ResourceList'),
);

/** Whether what Go calls a type of that name is text. */
export function isTextType(type: string): boolean {
  return textTypes.has(type);
}

/** The last part of a schema's name: `StatefulSetSpec`. */
export function structName(schema: string): string {
  return schema.slice(schema.lastIndexOf('.') + 1);
}

/** What Go calls the type of a field of the struct. */
export function goTypeOf(struct: string, field: Field): string {
  return NAMED.get(`${struct}.${field.name}`) ?? NAMED.get(field.name) ?? goType(field.type);
}

/** What Go calls the items of a list or map that is a field of the struct. */
export function goItemTypeOf(struct: string, field: Field): string {
  if (field.type.form !== 'list' && field.type.form !== 'map') return goTypeOf(struct, field);
  const named = goTypeOf(struct, field);
  return named.startsWith('[]') ? named.slice(2) : goType(field.type.item);
}

function goType(type: FieldType): string {
  switch (type.form) {
    case 'object':
      return type.schema.split('.').slice(-2).join('.');
    case 'list':
      return `[]${goType(type.item)}`;
    case 'map':
      return `map[string]${goType(type.item)}`;
    default:
      return SCALARS[type.form];
  }
}
