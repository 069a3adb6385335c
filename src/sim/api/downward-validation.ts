// Validation of what a container is told of its own pod, in variables and in files.
// Source: "Downward API"; wording and paths from recordings of 1.36.
import type { FieldError } from '../machinery/field-error.ts';
import { invalid, notSupported, required } from '../machinery/field-error.ts';
import type { FieldPath } from '../machinery/field-path.ts';
import { qualifiedName } from '../machinery/names.ts';
import { isZero, quantity } from '../machinery/quantity.ts';
import { checkText } from './scalar-validation.ts';

const METADATA_FIELDS = ['metadata.name', 'metadata.namespace', 'metadata.uid'];
export const ENV_FIELDS = [
  ...METADATA_FIELDS,
  'spec.nodeName',
  'spec.serviceAccountName',
  'status.hostIP',
  'status.hostIPs',
  'status.podIP',
  'status.podIPs',
];
const VOLUME_FIELDS = ['metadata.annotations', 'metadata.labels', ...METADATA_FIELDS];
/** Fields that have a name in the downward API, whether or not they may be used in a place. */
const KNOWN_FIELDS = new Set([
  ...ENV_FIELDS,
  ...VOLUME_FIELDS,
  'spec.host',
  'spec.restartPolicy',
  'spec.schedulerName',
  'status.phase',
]);
const RESOURCE_FIELDS = [
  'limits.cpu',
  'limits.ephemeral-storage',
  'limits.memory',
  'requests.cpu',
  'requests.ephemeral-storage',
  'requests.memory',
];

export interface DownwardFile {
  path?: string;
  fieldRef?: FieldRef;
  resourceFieldRef?: ResourceFieldRef;
  mode?: number;
}

interface FieldRef {
  apiVersion?: string;
  fieldPath?: string;
}

interface ResourceFieldRef {
  containerName?: string;
  resource?: string;
  divisor?: string;
}

/** The field or resource that a file of a downwardAPI volume shows. */
export function validateDownwardSource(file: DownwardFile, path: FieldPath, errors: FieldError[]): void {
  const { fieldRef, resourceFieldRef } = file;
  if (fieldRef) {
    validateFieldRef(fieldRef, VOLUME_FIELDS, path.child('fieldRef'), errors);
    if (resourceFieldRef) {
      const detail = 'fieldRef and resourceFieldRef can not be specified simultaneously';
      errors.push(invalid(path, 'resource', detail));
    }
  } else if (resourceFieldRef) {
    validateResourceFieldRef(resourceFieldRef, true, path.child('resourceFieldRef'), errors);
  } else {
    errors.push(required(path, 'one of fieldRef and resourceFieldRef is required'));
  }
}

export function validateFieldRef(
  { apiVersion, fieldPath }: FieldRef,
  supported: readonly string[],
  path: FieldPath,
  errors: FieldError[],
): void {
  if (!apiVersion) errors.push(required(path.child('apiVersion')));
  else if (!fieldPath) errors.push(required(path.child('fieldPath')));
  else {
    const problem = fieldProblem(apiVersion, fieldPath);
    if (problem === undefined) checkField(fieldPath, supported, path, errors);
    else {
      const detail = `error converting fieldPath: ${problem}`;
      errors.push(invalid(path.child('fieldPath'), fieldPath, detail));
    }
  }
}

/** `metadata.labels['app']`, in its two parts. */
const SUBSCRIPTED = /^(.+?)\['(.*)'\]$/;

function fieldProblem(apiVersion: string, field: string): string | undefined {
  if (apiVersion !== 'v1') return `unsupported pod version: ${apiVersion}`;
  const map = SUBSCRIPTED.exec(field)?.[1];
  if (map === undefined) return KNOWN_FIELDS.has(field) ? undefined : `field label not supported: ${field}`;
  const isKnown = map === 'metadata.annotations' || map === 'metadata.labels';
  return isKnown ? undefined : `field label does not support subscript: ${field}`;
}

function checkField(
  field: string,
  supported: readonly string[],
  path: FieldPath,
  errors: FieldError[],
): void {
  const [, map, key = ''] = SUBSCRIPTED.exec(field) ?? [];
  if (map === 'metadata.annotations') checkText(key.toLowerCase(), qualifiedName, path, errors);
  else if (map !== undefined) checkText(key, qualifiedName, path, errors);
  else {
    const inner = field === 'spec.host' ? 'spec.nodeName' : field;
    if (!supported.includes(inner)) errors.push(notSupported(path.child('fieldPath'), inner, supported));
  }
}

export function validateResourceFieldRef(
  { containerName, resource = '', divisor = '0' }: ResourceFieldRef,
  isInVolume: boolean,
  path: FieldPath,
  errors: FieldError[],
): void {
  if (isInVolume && !containerName) errors.push(required(path.child('containerName')));
  else if (resource === '') errors.push(required(path.child('resource')));
  else if (!RESOURCE_FIELDS.includes(resource) && !HUGE_PAGES.test(resource)) {
    errors.push(notSupported(path.child('resource'), resource, RESOURCE_FIELDS));
  }
  const [what, divisors] = divisorsOf(resource);
  if (what === '' || divisors.includes(divisor) || isZero(quantity(divisor))) return;
  const list = divisors.length > 2 ? divisors.join(', ') : divisors.join(' and ');
  const detail = `only divisor's values ${list} are supported with the ${what} resource`;
  errors.push(invalid(path.child('divisor'), resource, detail));
}

const HUGE_PAGES = /^(limits|requests)\.hugepages-/;
const CPU_DIVISORS = ['1m', '1'];
const BYTE_DIVISORS = '1 1k 1M 1G 1T 1P 1E 1Ki 1Mi 1Gi 1Ti 1Pi 1Ei'.split(' ');

/** What a resource is called in messages about its unit, and which units it may have. */
function divisorsOf(resource: string): [string, readonly string[]] {
  if (HUGE_PAGES.test(resource)) return ['hugepages', BYTE_DIVISORS];
  const [, name] = /^(?:limits|requests)\.(.*)$/.exec(resource) ?? [];
  if (name === 'cpu') return ['cpu', CPU_DIVISORS];
  if (name === 'memory') return ['memory', BYTE_DIVISORS];
  return name === 'ephemeral-storage' ? ['local ephemeral storage', BYTE_DIVISORS] : ['', []];
}
