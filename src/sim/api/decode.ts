// Reads JSON as an object of a kind, as the API server does: wrong types are refused, unknown fields are refused,
// reported or dropped, and values get the form in which the server would write them again.
//
// Source: "Field validation" in the documentation of the API; wording from recordings of 1.36.
import { wrongBase64At } from '../machinery/base64.ts';
import { compareText } from '../machinery/go-text.ts';
import { formatQuantity, parseQuantity } from '../machinery/quantity.ts';
import { formatRfc3339, formatRfc3339Micro, parseRfc3339 } from '../machinery/time.ts';
import type { Field, FieldType } from './fields.ts';
import { schemaOf } from './fields.ts';
import { goItemTypeOf, goTypeOf, structName } from './go-types.ts';
import type { Kind } from './kind.ts';
import type { KubeObject } from './meta.ts';
import { emptyListOf, isWrittenWhenEmpty, isZero, zeroOf } from './zero-values.ts';

/** What becomes of fields that the type does not have: an error, a warning, or nothing. */
export type FieldValidation = 'Strict' | 'Warn' | 'Ignore';

export type Decoded =
  | { readonly ok: true; readonly object: KubeObject; readonly warnings: readonly string[] }
  | {
      readonly ok: false;
      /** The `message` of a 400 Status. */
      readonly message: string;
      /** The fields that are unknown, or the one of the wrong type: `spec.containers[0].image`. */
      readonly fields: readonly string[];
    };

const MAX_DEPTH = 200;

/** Reads a JSON value as an object of the kind. The value is not changed, and the object shares nothing with it. */
export function decode(kind: Kind, json: unknown, validation: FieldValidation): Decoded {
  const decoder = new Decoder();
  try {
    const object = decoder.struct(kind.schema, json, undefined) as KubeObject | undefined;
    const { unknown } = decoder;
    const messages = unknown.map((path) => `unknown field "${path}"`);
    if (validation === 'Strict' && unknown.length > 0) {
      const message = handling(kind, `strict decoding error: ${messages.join(', ')}`);
      return { ok: false, message, fields: unknown };
    }
    if (object === undefined) throw new WrongType('json: nothing to decode', '');
    // A namespace means nothing to a kind that is not in one.
    if (!kind.namespaced) delete object.metadata.namespace;
    return { ok: true, object, warnings: validation === 'Warn' ? messages : [] };
  } catch (error) {
    if (!(error instanceof WrongType)) throw error;
    return { ok: false, message: handling(kind, error.message), fields: error.field ? [error.field] : [] };
  }
}

/**
 * What kubectl itself says of a document whose metadata it cannot read, after `unable to decode "FILE": `; undefined if
 * it can.
 */
export function metadataDecodingError(json: object): string | undefined {
  const metadata = Object.hasOwn(json, 'metadata') ? (json as { metadata: unknown }).metadata : undefined;
  const decoder = new Decoder();
  const field: Field = {
    name: 'metadata',
    type: { form: 'object', schema: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
    isRequired: false,
  };
  try {
    decoder.value(
      field.type,
      metadata,
      { struct: 'metadataOnlyObject', field, names: 'metadata', path: 'metadata' },
      1,
    );
    return undefined;
  } catch (error) {
    if (error instanceof WrongType) return error.message;
    throw error;
  }
}

function handling({ kind, version }: Kind, problem: string): string {
  return `${kind} in version "${version}" cannot be handled as a ${kind}: ${problem}`;
}

class WrongType extends Error {
  readonly field: string;

  constructor(message: string, field: string) {
    super(message);
    this.field = field;
  }
}

/** Where a value stands: the struct and field that hold it, and the way there as Go and as people write it. */
interface Place {
  readonly struct: string;
  readonly field: Field;
  /** `spec.containers.image`. */
  readonly names: string;
  /** `spec.containers[0].image`. */
  readonly path: string;
  readonly isItem?: boolean;
}

class Decoder {
  readonly unknown: string[] = [];
  /** An object of that type; undefined where the JSON is null. */
  struct(schemaName: string, json: unknown, at: Place | undefined, depth = 0): object | undefined {
    if (json === null || json === undefined) return undefined;
    if (!isObject(json)) throw this.#wrongType(jsonWord(json), schemaName, at);
    const schema = schemaOf(schemaName);
    if (schema === undefined) return this.any(json, at, depth) as object;
    const struct = structName(schemaName);
    const members: [string, unknown][] = [];
    for (const name of Object.keys(json).sort(compareText)) {
      const field = schema.fields.get(name);
      const path = at ? `${at.path}.${name}` : name;
      if (field === undefined) {
        this.unknown.push(path);
        continue;
      }
      const names = at ? `${at.names}.${name}` : name;
      const value = this.value(
        field.type,
        (json as Record<string, unknown>)[name],
        { struct, field, names, path },
        depth + 1,
      );
      if (value !== undefined && !(isZero(value) && !isWrittenWhenEmpty(struct, field)))
        members.push([name, value]);
    }
    return withZeros(schemaName, Object.fromEntries(members));
  }

  value(type: FieldType, json: unknown, at: Place, depth: number): unknown {
    if (json === null || json === undefined) return undefined;
    if (depth > MAX_DEPTH) throw new WrongType('json: exceeded max depth', at.path);
    switch (type.form) {
      case 'object':
        return this.struct(type.schema, json, at, depth);
      case 'list':
        return this.#list(type.item, json, at, depth);
      case 'map':
        return this.#map(type.item, json, at, depth);
      case 'any':
        return this.any(json, at, depth);
      default:
        return this.#scalar(type.form, json, at);
    }
  }

  /** A copy of JSON of any shape. */
  any(json: unknown, at: Place | undefined, depth: number): unknown {
    if (depth > MAX_DEPTH) throw new WrongType('json: exceeded max depth', at?.path ?? '');
    if (Array.isArray(json)) return json.map((item) => this.any(item, at, depth + 1));
    if (!isObject(json)) return json;
    return Object.fromEntries(
      Object.entries(json).map(([key, value]) => [key, this.any(value, at, depth + 1)]),
    );
  }

  #list(itemType: FieldType, json: unknown, at: Place, depth: number): unknown[] {
    if (!Array.isArray(json)) throw this.#mismatch(jsonWord(json), at);
    return json.map((item, i) => {
      const place = { ...at, path: `${at.path}[${i}]`, isItem: true };
      return this.value(itemType, item, place, depth + 1) ?? this.#zero(itemType, place, depth);
    });
  }

  /** What stands in a list or map for an item that is null. */
  #zero(type: FieldType, at: Place, depth: number): unknown {
    return type.form === 'object' ? this.struct(type.schema, {}, at, depth + 1) : zeroOf(type);
  }

  #map(itemType: FieldType, json: unknown, at: Place, depth: number): Record<string, unknown> {
    if (!isObject(json)) throw this.#mismatch(jsonWord(json), at);
    const members = Object.entries(json).sort(([a], [b]) => compareText(a, b));
    return Object.fromEntries(
      members.map(([key, item]) => {
        const place = { ...at, path: `${at.path}.${key}`, isItem: true };
        return [key, this.value(itemType, item, place, depth + 1) ?? this.#zero(itemType, place, depth)];
      }),
    );
  }

  #scalar(form: string, json: unknown, at: Place): unknown {
    switch (form) {
      case 'boolean':
        if (typeof json === 'boolean') return json;
        break;
      case 'string':
        if (typeof json === 'string') return json;
        break;
      case 'double':
        if (typeof json === 'number') return json;
        break;
      case 'int32':
      case 'int64':
        return this.#integer(form, json, at);
      case 'intOrString':
        return typeof json === 'string' ? json : this.#integer('int32', json, at);
      case 'quantity':
        return quantityOf(json, at);
      case 'bytes':
        return this.#bytes(json, at);
      default:
        return this.#time(form, json, at);
    }
    throw this.#mismatch(jsonWord(json), at);
  }

  #integer(form: 'int32' | 'int64', json: unknown, at: Place): number {
    if (typeof json !== 'number') throw this.#mismatch(jsonWord(json), at);
    const limit = form === 'int32' ? 2 ** 31 : 2 ** 63;
    if (Number.isInteger(json) && json < limit && json >= -limit) return json;
    throw this.#mismatch(`number ${numberText(json)}`, at);
  }

  #bytes(json: unknown, at: Place): string {
    if (typeof json !== 'string') throw this.#mismatch(jsonWord(json), at);
    const wrongAt = wrongBase64At(json);
    if (wrongAt >= 0) throw new WrongType(`illegal base64 data at input byte ${wrongAt}`, at.path);
    return json.replace(/[\r\n]/g, '');
  }

  #time(form: string, json: unknown, at: Place): string {
    if (typeof json !== 'string') throw this.#mismatch(jsonWord(json), at);
    const atMs = parseRfc3339(json);
    if (atMs === undefined) {
      const layout = form === 'time' ? '2006-01-02T15:04:05Z07:00' : '2006-01-02T15:04:05.000000Z07:00';
      throw new WrongType(`parsing time "${json}" as "${layout}": cannot parse "${json}" as "2006"`, at.path);
    }
    return form === 'time' ? formatRfc3339(atMs) : formatRfc3339Micro(atMs);
  }

  #wrongType(word: string, schemaName: string, at: Place | undefined): WrongType {
    if (at) return this.#mismatch(word, at);
    const type = schemaName.split('.').slice(-2).join('.');
    return new WrongType(`json: cannot unmarshal ${word} into Go value of type ${type}`, '');
  }

  #mismatch(word: string, at: Place): WrongType {
    const type = at.isItem ? goItemTypeOf(at.struct, at.field) : goTypeOf(at.struct, at.field);
    const message = `json: cannot unmarshal ${word} into Go struct field ${at.struct}.${at.names} of type ${type}`;
    return new WrongType(message, at.path);
  }
}

/** Fields that Go always writes, with what they hold if nothing was given. */
function withZeros(schemaName: string, object: Record<string, unknown>): Record<string, unknown> {
  for (const field of schemaOf(schemaName)?.fields.values() ?? []) {
    if (Object.hasOwn(object, field.name)) continue;
    if (field.type.form === 'object') {
      if (field.default !== undefined) object[field.name] = withZeros(field.type.schema, {});
    } else if (!isWrittenWhenEmpty(structName(schemaName), field)) {
    } else if (field.type.form === 'list') {
      object[field.name] = emptyListOf(structName(schemaName), field);
    } else if (isZero(field.default)) {
      object[field.name] = field.default;
    }
  }
  return object;
}

function isObject(json: unknown): json is Record<string, unknown> {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

/** What Go calls a JSON value of that sort. */
function jsonWord(json: unknown): string {
  if (Array.isArray(json)) return 'array';
  if (typeof json === 'boolean') return 'bool';
  return typeof json;
}

/** A number as it stands in the JSON that kubectl sends. */
function numberText(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e21) return BigInt(value).toString();
  return String(value);
}

function quantityOf(json: unknown, at: Place): string {
  const text = typeof json === 'string' ? json.trim() : typeof json === 'number' ? numberText(json) : '{}';
  const parsed = parseQuantity(text);
  if (!parsed.ok) throw new WrongType(parsed.error, at.path);
  return formatQuantity(parsed.value);
}
