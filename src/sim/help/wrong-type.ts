// Values of the wrong type: texts that YAML reads as something else, lists without dashes, quantities with other units.
import type { Field, FieldType } from '../api/fields.ts';
import { fieldOf, schemaOf } from '../api/fields.ts';
import type { Kind } from '../api/kind.ts';
import type { Advice } from './advice.ts';
import type { JsonMap } from './locate.ts';
import { isMap, locate } from './locate.ts';
import { quantityMeant } from './quantity-meant.ts';
import type { Point } from './refusal.ts';

interface Remedy {
  readonly advice: Advice;
  readonly instead?: string;
}

/** `path` is that of the value; `written` says how the file writes it. */
export function wrongType(kind: Kind, object: JsonMap, path: string, said: string, written: string): Point {
  const { type, field, name, value } = locate(kind.schema, object, path);
  const remedy = type && remedyFor({ kind, path, type, field, name, value, written });
  return { path, part: partOf(value), said, ...remedy };
}

/** Whole maps and lists are marked by their names. */
function partOf(value: unknown): 'key' | 'value' {
  return typeof value === 'object' ? 'key' : 'value';
}

interface Slip {
  readonly kind: Kind;
  readonly path: string;
  readonly type: FieldType;
  readonly field: Field | undefined;
  readonly name: string;
  readonly value: unknown;
  readonly written: string;
}

function remedyFor(slip: Slip): Remedy | undefined {
  const { type, value, field } = slip;
  const name = field?.name ?? slip.name;
  switch (type.form) {
    case 'string':
      return forText(slip, name);
    case 'int32':
    case 'int64':
    case 'double':
    case 'intOrString':
      return forNumber(value, name);
    case 'boolean':
      return forBoolean(value, name);
    case 'quantity':
      return forQuantity(value);
    case 'time':
    case 'microTime':
      return { advice: { is: 'takes-time', field: name } };
    case 'bytes':
      return { advice: { is: 'takes-base64', field: name, plain: plainTwin(slip.kind) } };
    case 'list':
      return forList(slip, type.item, name);
    case 'map':
      return { advice: { is: 'takes-pairs', field: name, example: pairOf(type.item) } };
    case 'object':
      return (
        withoutSpace(value) ?? {
          advice: { is: 'takes-fields', field: name, example: exampleOf(type.schema, value) },
        }
      );
    default:
      return undefined;
  }
}

function forText({ value, written, name: key, path, kind }: Slip, name: string): Remedy {
  if (typeof value === 'number' || typeof value === 'boolean') {
    const as = typeof value;
    const advice: Advice = {
      is: 'quote',
      value: shortened(written),
      as: as === 'number' ? 'number' : 'boolean',
    };
    return written === '' ? { advice } : { advice, instead: JSON.stringify(written) };
  }
  if (isMap(value) && key === 'matchLabels' && /selector[.[]/.test(path)) {
    return { advice: { is: 'plain-selector', kind: kind.kind } };
  }
  return { advice: { is: 'takes-text', field: key === '' ? name : key } };
}

function forNumber(value: unknown, name: string): Remedy {
  if (typeof value === 'string' && /^\s*-?\d{1,15}\s*$/.test(value)) return unquoted(value.trim());
  return { advice: { is: 'takes-number', field: name } };
}

function forBoolean(value: unknown, name: string): Remedy {
  const meant = /^(?:true|yes|on|y)$/i.test(String(value))
    ? 'true'
    : /^(?:false|no|off|n)$/i.test(String(value))
      ? 'false'
      : undefined;
  return typeof value === 'string' && meant
    ? unquoted(meant)
    : { advice: { is: 'takes-boolean', field: name } };
}

function unquoted(value: string): Remedy {
  return { advice: { is: 'unquote', value }, instead: value };
}

function forQuantity(value: unknown): Remedy {
  const meant = typeof value === 'string' ? quantityMeant(value) : undefined;
  if (meant === undefined) return { advice: { is: 'quantities' } };
  return { advice: { is: 'write-quantity', quantity: meant }, instead: meant };
}

function forList({ value, written, path }: Slip, item: FieldType, name: string): Remedy {
  if (typeof value === 'object' || item.form === 'object')
    return { advice: { is: 'takes-items', field: name } };
  const isCommand = /(?:^|\.)(?:command|args)$/.test(path) && !/["'$|&;<>]/.test(String(value));
  const items = isCommand ? String(value).trim().split(/\s+/) : [String(value)];
  const list = `[${items.map((it) => JSON.stringify(it)).join(', ')}]`;
  const advice: Advice = { is: 'takes-list', field: name, example: shortened(list) };
  return written === '' || written.includes('\n') ? { advice } : { advice, instead: list };
}

/** `port:80` is a text. */
function withoutSpace(value: unknown): Remedy | undefined {
  const [, key, rest] = (typeof value === 'string' && /^([A-Za-z]\w*):(\S.*)$/.exec(value)) || [];
  if (key === undefined) return undefined;
  return { advice: { is: 'yaml-space-after', character: ':' }, instead: `${key}: ${rest}` };
}

function pairOf({ form }: FieldType): string {
  return form === 'quantity' ? 'cpu: 500m' : 'app: web';
}

/** A text where fields should be is often the value of its `type`. */
function exampleOf(schema: string, value: unknown): string {
  const type = fieldOf(schema, 'type');
  const [first] = type?.enum ?? [];
  if (first !== undefined) {
    return `type: ${typeof value === 'string' && type?.enum?.includes(value) ? value : first}`;
  }
  return FIRST_FIELDS.get(schema.slice(schema.lastIndexOf('.') + 1)) ?? likelyField(schema);
}

/** The field that must be there, or the name, or the first. */
function likelyField(schema: string): string {
  const fields = [...(schemaOf(schema)?.fields.values() ?? [])];
  const { name = 'name' } = fields.find((it) => it.isRequired) ?? fieldOf(schema, 'name') ?? fields[0] ?? {};
  return name === 'name' ? 'name: web' : name;
}

/** Where the same kind holds plain text. */
function plainTwin({ kind }: Kind): string {
  return kind === 'Secret' ? 'stringData' : 'data';
}

/** A field that nearly everybody writes first, by type. */
const FIRST_FIELDS: ReadonlyMap<string, string> = new Map([
  ['Container', 'name: web and image: nginx'],
  ['ContainerPort', 'containerPort: 80'],
  ['DeploymentSpec', 'replicas: 3'],
  ['EnvVar', 'name: COLOR and value: blue'],
  ['LabelSelector', 'matchLabels'],
  ['ObjectMeta', 'name: web'],
  ['PodSpec', 'containers'],
  ['PodTemplateSpec', 'metadata and spec'],
  ['PersistentVolumeClaimVolumeSource', 'claimName: data'],
  ['Probe', 'httpGet'],
  ['ReplicaSetSpec', 'replicas: 3'],
  ['ResourceRequirements', 'requests'],
  ['ServiceBackendPort', 'number: 80'],
  ['ServicePort', 'port: 80'],
  ['ServiceSpec', 'ports'],
  ['StatefulSetSpec', 'replicas: 3'],
  ['VolumeMount', 'name: data and mountPath: /data'],
]);

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
