// Validation of volumes that lie outside the cluster: of clouds, of storage appliances, of drivers.
// Source: API reference of Volume and PersistentVolume; wording of the 1.36 API server.
import type { FieldError } from '../machinery/field-error.ts';
import { invalid, notSupported, required, tooLong } from '../machinery/field-error.ts';
import type { FieldPath } from '../machinery/field-path.ts';
import { utf8Length } from '../machinery/go-text.ts';
import { dns1123Label, dns1123Subdomain } from '../machinery/names.ts';
import { checkNeeded, checkText, inclusiveRange } from './scalar-validation.ts';

type Source = Readonly<Record<string, unknown>>;
type Check = (source: Source, path: FieldPath, errors: FieldError[]) => void;

const DRIVER_MAX_LENGTH = 63;

/** By field of a Volume: what a volume of that sort must have. */
export const CLOUD_SOURCES: ReadonlyMap<string, Check> = new Map<string, Check>([
  ['gcePersistentDisk', all(needs('pdName'), checkPartition)],
  ['awsElasticBlockStore', all(needs('volumeID'), checkPartition)],
  ['iscsi', all(needs('targetPortal'), needs('iqn'), checkIscsi)],
  ['glusterfs', needs('endpoints', 'path')],
  ['flocker', validateFlocker],
  ['rbd', needs('monitors', 'image')],
  ['cinder', all(needs('volumeID'), checkSecret('secretRef'))],
  ['cephfs', needs('monitors')],
  ['quobyte', validateQuobyte],
  ['fc', validateFc],
  ['flexVolume', all(needs('driver'), checkOptions)],
  ['azureFile', needs('secretName', 'shareName')],
  ['vsphereVolume', needs('volumePath')],
  ['photonPersistentDisk', needs('pdID')],
  ['portworxVolume', needs('volumeID')],
  ['azureDisk', validateAzureDisk],
  ['storageos', all(validateStorageOs, checkSecret('secretRef'))],
  ['scaleIO', needs('gateway', 'system', 'volumeName')],
  ['csi', all(checkDriver, checkSecret('nodePublishSecretRef'))],
]);

function all(...checks: readonly Check[]): Check {
  return (source, path, errors) => {
    for (const check of checks) check(source, path, errors);
  };
}

function needs(...fields: readonly string[]): Check {
  return (source, path, errors) => {
    for (const field of fields) checkNeeded(source[field], path.child(field), errors);
  };
}

/** A Secret that, if it is given, must be named. */
function checkSecret(field: string): Check {
  return (source, path, errors) => {
    const secret = source[field] as { name?: string } | undefined;
    if (secret) checkNeeded(secret.name, path.child(field, 'name'), errors);
  };
}

function checkPartition({ partition }: Source, path: FieldPath, errors: FieldError[]): void {
  if (typeof partition !== 'number' || (partition >= 0 && partition <= 255)) return;
  errors.push(invalid(path.child('partition'), partition, inclusiveRange(1, 255)));
}

const IQN = /iqn\.\d{4}-\d{2}\.([a-zA-Z0-9-.]+)(:[^,;*&$|\s]+)$/;
const EUI = /^eui.[a-zA-Z0-9]{16}$/;
const NAA = /^naa.[a-zA-Z0-9]{32}$/;

function checkIscsi(source: Source, path: FieldPath, errors: FieldError[]): void {
  const { iqn, lun, initiatorName, secretRef } = source;
  if (typeof iqn === 'string') checkQualified(iqn, path.child('iqn'), errors);
  if (typeof lun === 'number' && (lun < 0 || lun > 255)) {
    errors.push(invalid(path.child('lun'), lun, inclusiveRange(0, 255)));
  }
  if ((source.chapAuthDiscovery || source.chapAuthSession) && !secretRef) {
    errors.push(required(path.child('secretRef')));
  }
  if (typeof initiatorName !== 'string') return;
  checkQualified(initiatorName, path.child('initiatorname'), errors);
}

function checkQualified(name: string, path: FieldPath, errors: FieldError[]): void {
  const rule = new Map([
    ['iqn', IQN],
    ['eui', EUI],
    ['naa', NAA],
  ]).get(name.slice(0, 3));
  if (rule === undefined) {
    errors.push(invalid(path, name, 'must be valid format starting with iqn, eui, or naa'));
  } else if (!rule.test(name)) errors.push(invalid(path, name, 'must be valid format'));
}

function validateFlocker(
  { datasetName = '', datasetUUID = '' }: Source,
  path: FieldPath,
  errors: FieldError[],
): void {
  if (!datasetName && !datasetUUID) {
    errors.push(required(path, 'one of datasetName and datasetUUID is required'));
  }
  if (datasetName && datasetUUID) {
    const detail = 'datasetName and datasetUUID can not be specified simultaneously';
    errors.push(invalid(path, 'resource', detail));
  }
  if (String(datasetName).includes('/')) {
    errors.push(invalid(path.child('datasetName'), datasetName, "must not contain '/'"));
  }
}

function validateQuobyte({ registry, volume }: Source, path: FieldPath, errors: FieldError[]): void {
  const detail = 'must be a host:port pair or multiple pairs separated by commas';
  if (!registry) errors.push(required(path.child('registry'), detail));
  else if (
    !String(registry)
      .split(',')
      .every((pair) => /^[^:]*:[^:]*$/.test(pair))
  ) {
    errors.push(invalid(path.child('registry'), registry, detail));
  }
  checkNeeded(volume, path.child('volume'), errors);
}

function validateFc({ targetWWNs, wwids, lun }: Source, path: FieldPath, errors: FieldError[]): void {
  const at = path.child('targetWWNs');
  if (!targetWWNs && !wwids) {
    errors.push(required(at, 'must specify either targetWWNs or wwids, but not both'));
  }
  if (targetWWNs && wwids) {
    errors.push(invalid(at, targetWWNs, 'targetWWNs and wwids can not be specified simultaneously'));
  }
  if (!targetWWNs) return;
  if (lun === undefined) {
    errors.push(required(path.child('lun'), 'lun is required if targetWWNs is specified'));
  } else if (typeof lun === 'number' && (lun < 0 || lun > 255)) {
    errors.push(invalid(path.child('lun'), lun, inclusiveRange(0, 255)));
  }
}

function checkOptions({ options }: Source, path: FieldPath, errors: FieldError[]): void {
  for (const key of Object.keys((options as object | undefined) ?? {})) {
    if (!/(^|\.)(kubernetes|k8s)\.io$/.test((key.split('/')[0] ?? '').toLowerCase())) continue;
    const detail = 'kubernetes.io and k8s.io namespaces are reserved';
    errors.push(invalid(path.child('options').key(key), key, detail));
  }
}

const CACHING = ['None', 'ReadOnly', 'ReadWrite'];
const KINDS = ['Dedicated', 'Managed', 'Shared'];
const MANAGED_URI =
  '/subscriptions/{sub-id}/resourcegroups/{group-name}/providers/microsoft.compute/disks/{disk-id}';
const BLOB_URI = 'https://{account-name}.blob.core.windows.net/{container-name}/{disk-name}.vhd';

function validateAzureDisk(source: Source, path: FieldPath, errors: FieldError[]): void {
  const { diskName, diskURI = '', cachingMode, kind } = source;
  checkNeeded(diskName, path.child('diskName'), errors);
  checkNeeded(diskURI, path.child('diskURI'), errors);
  if (cachingMode !== undefined && !CACHING.includes(cachingMode as string)) {
    errors.push(notSupported(path.child('cachingMode'), cachingMode, CACHING));
  }
  if (kind === undefined) return;
  if (!KINDS.includes(kind as string)) errors.push(notSupported(path.child('kind'), kind, KINDS));
  const [start, form] = kind === 'Managed' ? ['/subscriptions/', MANAGED_URI] : ['https://', BLOB_URI];
  if (String(diskURI).startsWith(start)) return;
  errors.push(notSupported(path.child('diskURI'), diskURI, [form]));
}

function validateStorageOs(source: Source, path: FieldPath, errors: FieldError[]): void {
  const { volumeName, volumeNamespace } = source as { volumeName?: string; volumeNamespace?: string };
  if (!volumeName) errors.push(required(path.child('volumeName')));
  else checkText(volumeName, dns1123Label, path.child('volumeName'), errors);
  if (volumeNamespace) checkText(volumeNamespace, dns1123Label, path.child('volumeNamespace'), errors);
}

/** Also of a PersistentVolume. */
export function checkDriver({ driver }: Source, path: FieldPath, errors: FieldError[]): void {
  const at = path.child('driver');
  const name = typeof driver === 'string' ? driver : '';
  if (name === '') errors.push(required(at));
  if (utf8Length(name) > DRIVER_MAX_LENGTH) errors.push(tooLong(at, DRIVER_MAX_LENGTH));
  for (const message of dns1123Subdomain(name.toLowerCase())) errors.push(invalid(at, name, message));
}
