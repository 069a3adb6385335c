// Manifests that nobody would write, for property tests: a plain one, changed at random where the field tables say that there
// is something to change. Some of them are right, most are wrong, in all the ways in which a manifest can be wrong.
import fc from 'fast-check';
import { kindFor } from '../api/discovery.ts';
import type { Field, FieldType } from '../api/fields.ts';
import { schemaOf } from '../api/fields.ts';
import type { Kind } from '../api/kind.ts';
import { cloneJson } from '../machinery/clone.ts';
import { parseManifests } from '../manifest/parse-manifests.ts';
import { ONE_OF_EACH } from './one-of-each.ts';

export interface Manifest {
  readonly kind: Kind;
  readonly json: Struct;
}

type Struct = Record<string, unknown>;

/** A plain, valid manifest of every kind. */
export const plainManifests: readonly Manifest[] = parseManifests(ONE_OF_EACH).documents.map((document) => {
  const json = document as Struct;
  const kind = kindFor(String(json.apiVersion), String(json.kind));
  if (kind === undefined) throw new Error(`ONE_OF_EACH has a ${json.kind}, which is not served`);
  return { kind, json };
});

/** A manifest with up to `changes` changes (3 unless told). Fewer changes and plainer values are tried first when it fails. */
export function arbitraryManifest({ changes = 3 } = {}): fc.Arbitrary<Manifest> {
  const plain = fc.constantFrom(...plainManifests);
  return fc.tuple(plain, fc.array(choices, { maxLength: changes })).map(([{ kind, json }, all]) => {
    const changed = cloneJson(json) as Struct;
    for (const numbers of all) changeSomething(kind.schema, changed, new Choices(numbers));
    return Object.assign({ kind, json: changed }, { [fc.toStringMethod]: () => JSON.stringify(changed) });
  });
}

/** Another manifest for the same object. */
export function arbitraryChange(manifest: Manifest, numbers: readonly number[]): Manifest {
  const changed = cloneJson(manifest.json) as Struct;
  changeSomething(manifest.kind.schema, changed, new Choices(numbers));
  return { kind: manifest.kind, json: { ...changed, metadata: manifest.json.metadata } };
}

/** What a change is made of. */
export const choices = fc.array(fc.nat({ max: 9999 }), { minLength: 4, maxLength: 24 });

/** A list of numbers read as decisions; where it ends, every decision is the first. */
class Choices {
  readonly #numbers: readonly number[];
  #at = 0;

  constructor(numbers: readonly number[]) {
    this.#numbers = numbers;
  }

  /** 0 … count − 1. */
  below(count: number): number {
    const number = this.#numbers[this.#at] ?? 0;
    this.#at += 1;
    return number % Math.max(count, 1);
  }

  from<T>(all: readonly T[]): T {
    return all[this.below(all.length)] as T;
  }
}

/** Walks to some struct of the object and changes a field of it. */
function changeSomething(schemaName: string, struct: Struct, choose: Choices): void {
  const fields = [...(schemaOf(schemaName)?.fields.values() ?? [])];
  const inner = fields.flatMap((field) => structsIn(field.type, struct[field.name]));
  if (inner.length > 0 && choose.below(4) > 0) {
    const [schema, value] = choose.from(inner);
    changeSomething(schema, value, choose);
    return;
  }
  const field = choose.from(fields.filter(({ name }) => name !== 'apiVersion' && name !== 'kind'));
  if (field === undefined) return;
  const action = choose.below(8);
  if (action === 0) delete struct[field.name];
  else if (action === 1) struct[field.name] = oddValue(choose);
  else if (action === 2) define(struct, choose.from(ODD_NAMES), oddValue(choose));
  else if (action === 3) repeatSomething(struct[field.name], choose);
  else struct[field.name] = valueFor(field, field.type, choose, 0);
}

/** As JSON.parse does: `__proto__` is a name like others. */
function define(struct: Struct, name: string, value: unknown): void {
  Object.defineProperty(struct, name, { value, enumerable: true, configurable: true, writable: true });
}

function structsIn(type: FieldType, value: unknown): [schema: string, value: Struct][] {
  if (typeof value !== 'object' || value === null) return [];
  if (type.form === 'object') return Array.isArray(value) ? [] : [[type.schema, value as Struct]];
  if (type.form !== 'list' || !Array.isArray(value)) return [];
  return value.flatMap((item) => structsIn(type.item, item));
}

function repeatSomething(value: unknown, choose: Choices): void {
  if (Array.isArray(value) && value.length > 0) value.push(cloneJson(choose.from(value)));
}

/** A value of that type, right by more than its type as often as not. */
function valueFor(field: Field, type: FieldType, choose: Choices, depth: number): unknown {
  switch (type.form) {
    case 'object':
      return structOf(type.schema, choose, depth + 1);
    case 'list':
      return many(choose, () => valueFor(field, type.item, choose, depth + 1));
    case 'map':
      return Object.fromEntries(
        many(choose, () => [choose.from(NAMES), valueFor(field, type.item, choose, depth + 1)]),
      );
    case 'boolean':
      return choose.below(2) === 1;
    case 'int32':
    case 'int64':
    case 'double':
      return choose.from(NUMBERS);
    case 'intOrString':
      return choose.from([1, 80, 0, '25%', 'http', '-5%', 'x%']);
    case 'quantity':
      return choose.from(['1', '100m', '64Mi', '0', '-1', '1e3', '0.5', '1Gi', 2, '12E']);
    case 'time':
    case 'microTime':
      return choose.from(['2026-01-05T09:00:00Z', '2026-01-05T09:00:00.5+09:00', 'today', null]);
    case 'bytes':
      return choose.from(['', 'cGFzcw==', '!']);
    case 'any':
      return cloneJson(choose.from([{}, { a: [1, null] }, 'text']));
    default:
      return choose.from(field.enum && choose.below(5) > 0 ? field.enum : NAMES);
  }
}

function structOf(schemaName: string, choose: Choices, depth: number): Struct {
  const fields = [...(schemaOf(schemaName)?.fields.values() ?? [])];
  const chosen = fields.filter(
    ({ isRequired }) => isRequired || (depth < 5 && choose.below(fields.length) < 2),
  );
  return Object.fromEntries(
    chosen.map((field) => [
      field.name,
      depth > 8 ? oddValue(choose) : valueFor(field, field.type, choose, depth),
    ]),
  );
}

function many<T>(choose: Choices, make: () => T): T[] {
  return Array.from({ length: choose.below(3) }, make);
}

/** Of its own: what is changed next may be inside it. */
function oddValue(choose: Choices): unknown {
  return cloneJson(choose.from(ODD_VALUES));
}

const NAMES = [
  'web',
  'app',
  'data',
  'http',
  'a.b/c',
  'x'.repeat(64),
  'Web_1',
  '',
  '10.96.0.7',
  '/data',
  '5 0 * * *',
];
const NUMBERS = [1, 0, 2, 30, 80, -1, 65536, 2 ** 31, 1.5, 1e300];
const ODD_NAMES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'Name', 'templates', ''];
const ODD_VALUES: readonly unknown[] = [
  null,
  '',
  'text',
  0,
  -1,
  1.5,
  2 ** 53,
  1e300,
  true,
  [],
  {},
  [null],
  [{}],
  { '': null },
  ['text'],
  'y\u0000\ud800\ud83d\ude00\u202e',
  'x'.repeat(300),
];
