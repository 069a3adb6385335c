// Writes src/sim/api/fields.generated.ts: every field of every type that the simulator knows, from the OpenAPI
// documents of a real API server. Run by hand, with ../shared beside the project:
//
//   node .ci/generate-field-tables.ts
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

interface Property {
  type?: string;
  format?: string;
  $ref?: string;
  allOf?: Property[];
  items?: Property;
  additionalProperties?: Property;
  default?: unknown;
  enum?: string[];
  'x-kubernetes-list-type'?: string;
  'x-kubernetes-map-type'?: string;
  'x-kubernetes-list-map-keys'?: string[];
  'x-kubernetes-patch-merge-key'?: string;
  'x-kubernetes-patch-strategy'?: string;
}

interface Type {
  required?: string[];
  properties?: Record<string, Property>;
}

const SOURCE = new URL('../../shared/recordings/api/', import.meta.url);
const TARGET = new URL('../src/sim/api/fields.generated.ts', import.meta.url);

const ROOTS = [
  ...'Pod ReplicationController Service Endpoints ConfigMap Secret PersistentVolume PersistentVolumeClaim'.split(
    ' ',
  ),
  ...'Namespace Node Event ServiceAccount ResourceQuota LimitRange'.split(' '),
].map((kind) => `core.v1.${kind}`);
ROOTS.push(
  ...'ReplicaSet Deployment StatefulSet DaemonSet ControllerRevision'.split(' ').map((it) => `apps.v1.${it}`),
  'batch.v1.Job',
  'batch.v1.CronJob',
  'discovery.v1.EndpointSlice',
  'storage.v1.StorageClass',
  'networking.v1.Ingress',
  'autoscaling.v2.HorizontalPodAutoscaler',
  'autoscaling.v1.Scale',
  'policy.v1.PodDisruptionBudget',
  'scheduling.v1.PriorityClass',
  'coordination.v1.Lease',
);

/** Types that read and write themselves: one letter each. */
const OWN_FORMS: Readonly<Record<string, string>> = {
  'io.k8s.apimachinery.pkg.api.resource.Quantity': 'q',
  'io.k8s.apimachinery.pkg.util.intstr.IntOrString': 'x',
  'meta.v1.Time': 't',
  'meta.v1.MicroTime': 'u',
  'meta.v1.FieldsV1': 'o',
  'io.k8s.apimachinery.pkg.runtime.RawExtension': 'o',
};

const SCALARS: Readonly<Record<string, string>> = {
  string: 's',
  'string byte': 'y',
  boolean: 'b',
  'integer int32': 'i',
  'integer int64': 'l',
  'number double': 'd',
  object: 'o',
};

/** Not among the recorded documents. Source: the API reference of Lease. */
const LEASE: Record<string, Type> = {
  'coordination.v1.Lease': {
    properties: {
      apiVersion: { type: 'string' },
      kind: { type: 'string' },
      metadata: { default: {}, allOf: [{ $ref: 'meta.v1.ObjectMeta' }] },
      spec: { default: {}, allOf: [{ $ref: 'coordination.v1.LeaseSpec' }] },
    },
  },
  'coordination.v1.LeaseSpec': {
    properties: {
      acquireTime: { allOf: [{ $ref: 'meta.v1.MicroTime' }] },
      holderIdentity: { type: 'string' },
      leaseDurationSeconds: { type: 'integer', format: 'int32' },
      leaseTransitions: { type: 'integer', format: 'int32' },
      preferredHolder: { type: 'string' },
      renewTime: { allOf: [{ $ref: 'meta.v1.MicroTime' }] },
      strategy: { type: 'string' },
    },
  },
};

function shortName(reference: string): string {
  return reference
    .replace('#/components/schemas/', '')
    .replace(/^io\.k8s\.(?:api|apimachinery\.pkg\.apis)\.(?=\w+\.v\d)/, '');
}

function readTypes(): Map<string, Type> {
  const types = new Map(Object.entries(LEASE));
  for (const name of readdirSync(SOURCE)
    .filter((it) => it.startsWith('openapi-'))
    .sort()) {
    const { schemas } = JSON.parse(readFileSync(new URL(name, SOURCE), 'utf8'));
    for (const [type, schema] of Object.entries(schemas)) types.set(shortName(type), schema as Type);
  }
  return types;
}

function typeCode(property: Property): string {
  const reference = property.$ref ?? property.allOf?.[0]?.$ref;
  if (reference) return OWN_FORMS[shortName(reference)] ?? shortName(reference);
  if (property.items) return `[${typeCode(property.items)}`;
  if (property.additionalProperties) return `{${typeCode(property.additionalProperties)}`;
  const code = SCALARS[[property.type, property.format].filter(Boolean).join(' ')];
  if (!code) throw new Error(`no code for ${JSON.stringify(property)}`);
  return code;
}

function fieldCode(name: string, property: Property, isRequired: boolean): string {
  const parts = [name, isRequired ? '!' : '', ':', typeCode(property)];
  const values = property.enum ?? property.items?.enum;
  if (values) parts.push(`(${values.join('|')})`);
  const listType = property['x-kubernetes-list-type'] ?? property['x-kubernetes-map-type'];
  if (listType)
    parts.push(`^${listType.charAt(0)}${property['x-kubernetes-list-map-keys']?.join(',') ?? ''}`);
  const strategy = property['x-kubernetes-patch-strategy'];
  if (strategy) parts.push(`~${strategy}`);
  const mergeKey = property['x-kubernetes-patch-merge-key'];
  if (mergeKey) parts.push(`@${mergeKey}`);
  if ('default' in property) parts.push(`=${JSON.stringify(property.default)}`);
  return parts.join('');
}

function reachable(types: Map<string, Type>): string[] {
  const found = new Set<string>();
  const queue = [...ROOTS];
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    const type = types.get(name);
    if (!type) throw new Error(`no type ${name}`);
    if (found.has(name)) continue;
    found.add(name);
    for (const property of Object.values(type.properties ?? {})) {
      const code = typeCode(property).replace(/^[[{]+/, '');
      if (code.length > 1) queue.push(code);
    }
  }
  return [...found].sort();
}

const types = readTypes();
const lines = reachable(types).map((name) => {
  const { properties = {}, required = [] } = types.get(name) as Type;
  const fields = Object.keys(properties).sort();
  return [name, ...fields.map((it) => fieldCode(it, properties[it] as Property, required.includes(it)))].join(
    ' ',
  );
});
const text = lines.join('\n');
if (/[`\\]|\$\{/.test(text)) throw new Error('the tables would need escaping');
const header = `// Made by .ci/generate-field-tables.ts from the OpenAPI documents of a 1.36 API server. Do not edit.
//
// One type a line; a field is name, ! if required, type, (enum), ^list type, ~patch strategy, @merge key, =default.
// Types: s string, i int32, l int64, d double, b boolean, q quantity, x int or string, t time, u time in
// microseconds, y base64, o anything, [ list of, { map of.
`;
writeFileSync(TARGET, `${header}export const FIELD_TABLES = \`${text}\`;\n`);
const size = gzipSync(readFileSync(TARGET), { level: 9 }).length;
process.stdout.write(`${lines.length} types, ${text.length} characters, ${size} bytes gzipped\n`);
