// Which values count as "not given". Go leaves a field out when it writes an object and the value is zero, unless the
// field is a pointer (then zero was meant) or is always written.
import type { Field, FieldType } from './fields.ts';

/** Texts that mean something when they are empty. */
const POINTERS_TO_TEXT: ReadonlySet<string> = new Set([
  'PersistentVolumeClaimSpec.storageClassName',
  'PersistentVolumeClaimSpec.volumeAttributesClassName',
  'PersistentVolumeSpec.volumeAttributesClassName',
  'HostPathVolumeSource.type',
  'GRPCAction.service',
  'ServicePort.appProtocol',
  'LeaseSpec.holderIdentity',
  'LeaseSpec.preferredHolder',
  'LeaseSpec.strategy',
  'ServiceSpec.loadBalancerClass',
  'ServiceSpec.trafficDistribution',
  'EndpointPort.name',
  'EndpointPort.appProtocol',
  'IngressSpec.ingressClassName',
  'TypedLocalObjectReference.apiGroup',
  'CronJobSpec.timeZone',
  'JobSpec.completionMode',
  'JobSpec.managedBy',
  'JobSpec.podReplacementPolicy',
  'PodFailurePolicyOnExitCodesRequirement.containerName',
  'SuccessPolicyRule.succeededIndexes',
]);

/** Numbers that mean nothing when they are 0. */
const PLAIN_NUMBERS: ReadonlySet<string> = new Set([
  'hostPort',
  'nodePort',
  'healthCheckNodePort',
  'number',
  'minReadySeconds',
  'initialDelaySeconds',
  'timeoutSeconds',
  'periodSeconds',
  'successThreshold',
  'failureThreshold',
  'generation',
  'weight',
  'count',
]);

/** Switches that mean nothing when they are off. */
const PLAIN_SWITCHES: ReadonlySet<string> = new Set([
  'globalDefault',
  'hostIPC',
  'hostNetwork',
  'hostPID',
  'paused',
  'publishNotReadyAddresses',
  'readOnly',
  'stdin',
  'stdinOnce',
  'tty',
  'unschedulable',
]);

/** Lists that are there even if nothing is in them, so that nobody need ask. */
const ALWAYS_LISTED: ReadonlySet<string> = new Set(['EndpointSlice.endpoints', 'PodSpec.containers']);

/** Lists that are written as null where there is nothing in them. */
const NULL_LISTS: ReadonlySet<string> = new Set(['HorizontalPodAutoscalerStatus.currentMetrics']);

/** Whether a field is written even where its value is zero. */
export function isWrittenWhenEmpty(struct: string, field: Field): boolean {
  const name = `${struct}.${field.name}`;
  switch (field.type.form) {
    case 'object':
    case 'any':
    case 'intOrString':
    case 'quantity':
      return true;
    case 'string':
      if (field.default === '') return field.isRequired || field.name !== 'name';
      return POINTERS_TO_TEXT.has(name);
    case 'boolean':
      return field.isRequired || !PLAIN_SWITCHES.has(field.name);
    case 'list':
    case 'map':
      return ALWAYS_LISTED.has(name) || NULL_LISTS.has(name);
    default:
      if (name === 'ClientIPConfig.timeoutSeconds') return true;
      return field.isRequired || !PLAIN_NUMBERS.has(field.name);
  }
}

/** What stands for a list that is written even where nothing is in it. */
export function emptyListOf(struct: string, field: Field): [] | null {
  return NULL_LISTS.has(`${struct}.${field.name}`) ? null : [];
}

/** Whether a value is what Go takes for nothing. */
export function isZero(value: unknown): boolean {
  if (value === '' || value === 0 || value === false) return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

/** What stands in a list or map for an item that is null. */
export function zeroOf(type: FieldType): unknown {
  switch (type.form) {
    case 'object':
    case 'map':
      return {};
    case 'list':
      return [];
    case 'boolean':
      return false;
    case 'any':
      return null;
    case 'string':
    case 'bytes':
      return '';
    case 'quantity':
      return '0';
    case 'time':
    case 'microTime':
      return null;
    default:
      return 0;
  }
}
