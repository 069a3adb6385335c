// What the API server says of its types: which fields they have, of which type, and how lists merge.
// Source: the OpenAPI documents of a 1.36 API server, packed into fields.generated.ts.
import type { MergeLookup } from '../machinery/merge-lookup.ts';
import { FIELD_TABLES } from './fields.generated.ts';
import { MORE_FIELD_TABLES } from './fields-by-hand.ts';

export type FieldType =
  | { readonly form: Scalar }
  | { readonly form: 'object'; readonly schema: string }
  | { readonly form: 'list' | 'map'; readonly item: FieldType };

/** `any` is JSON of any shape (a ControllerRevision's data). `bytes` are base64. */
export type Scalar =
  | 'string'
  | 'int32'
  | 'int64'
  | 'double'
  | 'boolean'
  | 'quantity'
  | 'intOrString'
  | 'time'
  | 'microTime'
  | 'bytes'
  | 'any';

export interface Field {
  readonly name: string;
  readonly type: FieldType;
  readonly isRequired: boolean;
  readonly default?: unknown;
  /** The values it, or the items of a list, may have. */
  readonly enum?: readonly string[];
  /** How server-side apply sees a list or a map. */
  readonly listType?: 'atomic' | 'set' | 'map' | 'granular';
  /** The fields that tell the items of a list of type `map` apart. */
  readonly listKeys?: readonly string[];
  /** As in MergeRule of machinery/merge-lookup.ts. */
  readonly patchStrategy?: string;
  readonly mergeKey?: string;
}

export interface Schema {
  /** E.g. io.k8s.api.apps.v1.StatefulSet. */
  readonly name: string;
  /** By name, in alphabetical order. */
  readonly fields: ReadonlyMap<string, Field>;
}

const SCALARS: ReadonlyMap<string, Scalar> = new Map([
  ['s', 'string'],
  ['i', 'int32'],
  ['l', 'int64'],
  ['d', 'double'],
  ['b', 'boolean'],
  ['q', 'quantity'],
  ['x', 'intOrString'],
  ['t', 'time'],
  ['u', 'microTime'],
  ['y', 'bytes'],
  ['o', 'any'],
]);

const LIST_TYPES = { a: 'atomic', s: 'set', m: 'map', g: 'granular' } as const;

const FIELD =
  /^([\w$-]+)(!?):([[{]*)([\w.]+)(?:\(([^)]*)\))?(?:\^([asmg])([\w,]*))?(?:~([\w,]+))?(?:@(\w+))?(?:=(.*))?$/;

/** Lines are read when a type is first asked for; most never are. */
let lines: Map<string, string> | undefined;
const read = new Map<string, Schema>();

/** The type of that name, e.g. io.k8s.api.core.v1.PodSpec; undefined if there is none. */
export function schemaOf(name: string): Schema | undefined {
  const known = read.get(name);
  if (known) return known;
  lines ??= new Map(
    `${FIELD_TABLES}\n${MORE_FIELD_TABLES}`
      .split('\n')
      .map((line) => [fullName(line.split(' ', 1)[0] ?? ''), line]),
  );
  const line = lines.get(name);
  if (line === undefined) return undefined;
  const fields = line.split(' ').slice(1).map(readField);
  const schema = { name, fields: new Map(fields.map((field) => [field.name, field])) };
  read.set(name, schema);
  return schema;
}

/** A field of a type, or undefined. */
export function fieldOf(schema: string, name: string): Field | undefined {
  return schemaOf(schema)?.fields.get(name);
}

/**
 * The field at the end of a path of field names (`['spec', 'containers', 'image']`: lists are stepped into, and a
 * step into a map is its key). Undefined where there is no such field.
 */
export function fieldAt(schema: string, path: readonly string[]): Field | undefined {
  let type: FieldType = { form: 'object', schema };
  let field: Field | undefined;
  for (const step of path) {
    while (type.form === 'list') type = type.item;
    if (type.form === 'map') {
      type = type.item;
      field = field && { name: step, type, isRequired: false };
      continue;
    }
    if (type.form !== 'object') return undefined;
    field = fieldOf(type.schema, step);
    if (field === undefined) return undefined;
    type = field.type;
  }
  return field;
}

/** How patches merge objects of this type. */
export function mergeKeyLookup(schema: string): MergeLookup {
  return (path) => {
    const field = fieldAt(schema, path);
    if (field?.patchStrategy === undefined) return undefined;
    const { patchStrategy, mergeKey } = field;
    return mergeKey === undefined ? { patchStrategy } : { patchStrategy, mergeKey };
  };
}

function readField(text: string): Field {
  const parts = FIELD.exec(text);
  if (parts === null) throw new Error(`no field: ${text}`);
  const [, name = '', mark, nesting = '', code = '', values, listType, keys, strategy, mergeKey, byDefault] =
    parts;
  return {
    name,
    type: readType(nesting, code),
    isRequired: mark === '!',
    ...(values === undefined ? {} : { enum: values.split('|') }),
    ...(listType === undefined ? {} : { listType: LIST_TYPES[listType as keyof typeof LIST_TYPES] }),
    ...(keys ? { listKeys: keys.split(',') } : {}),
    ...(strategy === undefined ? {} : { patchStrategy: strategy }),
    ...(mergeKey === undefined ? {} : { mergeKey }),
    ...(byDefault === undefined ? {} : { default: JSON.parse(byDefault) as unknown }),
  };
}

function readType(nesting: string, code: string): FieldType {
  if (nesting !== '') {
    return { form: nesting.startsWith('[') ? 'list' : 'map', item: readType(nesting.slice(1), code) };
  }
  const form = SCALARS.get(code);
  return form ? { form } : { form: 'object', schema: fullName(code) };
}

function fullName(shortName: string): string {
  return shortName.startsWith('meta.')
    ? `io.k8s.apimachinery.pkg.apis.${shortName}`
    : `io.k8s.api.${shortName}`;
}
