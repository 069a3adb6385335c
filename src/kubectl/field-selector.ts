// --field-selector: conditions on the few fields that the API server selects by, `status.phase=Running,metadata.name!=web-0`.
// Source: "Field Selectors" in the Kubernetes documentation.
import type { Kind, KubeObject } from '../sim/index.ts';
import { resourceName } from '../sim/index.ts';
import { valueAt } from './objects.ts';

/** A selector that cannot be read or names a field that is not selected by. `message` is the API server's. */
export class FieldSelectorError extends Error {}

/** What the kinds are selected by, beside name and namespace. All others only have those. */
const fields: ReadonlyMap<string, readonly string[]> = new Map([
  [
    'events',
    [
      ...['kind', 'namespace', 'name', 'uid', 'apiVersion', 'resourceVersion', 'fieldPath'].map(
        (name) => `involvedObject.${name}`,
      ),
      ...['reason', 'reportingComponent', 'source', 'type'],
    ],
  ],
  ['jobs.batch', ['status.successful']],
  ['namespaces', ['status.phase']],
  ['nodes', ['spec.unschedulable']],
  [
    'pods',
    [
      ...['hostNetwork', 'nodeName', 'restartPolicy', 'schedulerName', 'serviceAccountName'].map(
        (name) => `spec.${name}`,
      ),
      ...['nominatedNodeName', 'phase', 'podIP', 'podIPs'].map((name) => `status.${name}`),
    ],
  ],
  ['replicasets.apps', ['status.replicas']],
  ['replicationcontrollers', ['status.replicas']],
  ['secrets', ['type']],
  ['services', ['spec.clusterIP', 'spec.type']],
]);

/** Fields that are numbers or truth values: where an object has none, it counts as this. */
const zeroes: ReadonlyMap<string, string> = new Map([
  ['spec.hostNetwork', 'false'],
  ['spec.unschedulable', 'false'],
  ['status.replicas', '0'],
  ['status.successful', '0'],
]);

interface Condition {
  readonly field: string;
  readonly isNegated: boolean;
  readonly value: string;
}

/** Reads the conditions into a test on objects of a kind. Throws `FieldSelectorError`. */
export function fieldMatcher(kind: Kind, selector: string): (object: KubeObject) => boolean {
  const conditions = termsOf(selector).map((term) => readCondition(term, selector));
  for (const { field } of conditions) refuseUnknown(kind, field);
  return (object) =>
    conditions.every(({ field, value, isNegated }) => (textOf(object, field) === value) !== isNegated);
}

/** The parts between commas; a backslash takes the next character as it is. */
function termsOf(selector: string): readonly string[] {
  return (selector.match(/(\\.|[^\\,])+/gs) ?? []).filter(Boolean);
}

function readCondition(term: string, selector: string): Condition {
  const match = /^([^=!\\]*)(!=|==|=)(.*)$/s.exec(term);
  if (!match) {
    throw new FieldSelectorError(`invalid selector: '${selector}'; can't understand '${term}'`);
  }
  const [, field = '', operator, escaped = ''] = match;
  return { field, isNegated: operator === '!=', value: escaped.replace(/\\([\\,=])/g, '$1') };
}

function refuseUnknown(kind: Kind, field: string): void {
  if (field === 'metadata.name') return;
  if (field === 'metadata.namespace' && kind.namespaced) return;
  const known = fields.get(resourceName(kind));
  if (known?.includes(field)) return;
  if (resourceName(kind) === 'jobs.batch') {
    throw new FieldSelectorError(`field label ${JSON.stringify(field)} not supported for batchv1.Job`);
  }
  if (known) throw new FieldSelectorError(`field label not supported: ${field}`);
  // Kinds that are not namespaced have both fields for the server; the namespace is always empty.
  if (field === 'metadata.namespace') return;
  throw new FieldSelectorError(
    `${JSON.stringify(field)} is not a known field selector: only "metadata.name", "metadata.namespace"`,
  );
}

function textOf(object: KubeObject, field: string): string {
  const path =
    field === 'source'
      ? ['source', 'component']
      : field === 'status.successful'
        ? ['status', 'succeeded']
        : field.split('.');
  if (field === 'status.podIPs') {
    const addresses = valueAt(object, 'status', 'podIPs');
    return Array.isArray(addresses) ? addresses.map((it: { ip?: string }) => it.ip ?? '').join(',') : '';
  }
  const value = valueAt(object, ...path);
  return value === undefined || value === null ? (zeroes.get(field) ?? '') : String(value);
}
