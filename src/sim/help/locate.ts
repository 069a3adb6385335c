// Follows the path of a message through an object and its types at once.
import type { Field, FieldType } from '../api/fields.ts';
import { fieldOf } from '../api/fields.ts';
import { nextKey } from '../manifest/outline.ts';

export type JsonMap = Readonly<Record<string, unknown>>;

/** An object on the way, and of which type it is. */
export interface Station {
  readonly schema: string;
  /** '' for the whole object. */
  readonly path: string;
  readonly value: JsonMap;
}

export interface Located {
  /** From the whole object to the one that holds the end of the path. */
  readonly stations: readonly Station[];
  /** The last step: a field's name, a map's key, or a list's index. */
  readonly name: string;
  /** Its type; undefined where the object at hand has no such field. */
  readonly type: FieldType | undefined;
  /** The field that the end is, or is a part of. */
  readonly field: Field | undefined;
  /** What stands there, if anything. */
  readonly value: unknown;
}

export function isMap(value: unknown): value is JsonMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `schema` and `object` are those of the whole. Goes on by types alone where the object ends. */
export function locate(schema: string, object: unknown, path: string): Located {
  let here: Located = {
    stations: [],
    name: '',
    type: { form: 'object', schema },
    field: undefined,
    value: object,
  };
  let rest = path;
  while (rest !== '' && here.type !== undefined) {
    const step = next(here.value, rest);
    const before = path.slice(0, path.length - rest.length);
    here = into(here, step.key, before);
    rest = step.rest;
  }
  return here;
}

function next(value: unknown, rest: string): { readonly key: string; readonly rest: string } {
  if (isMap(value)) {
    const known = nextKey(Object.keys(value), rest);
    if (known) return known;
  }
  const [whole, inBrackets, afterDot] = /^(?:\[([^\]]*)\]|\.?([^.[]+))/.exec(rest) ?? [rest];
  return { key: inBrackets ?? afterDot ?? whole, rest: rest.slice(whole.length) };
}

function into({ stations, type, field, value }: Located, key: string, path: string): Located {
  const member = isMap(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  if (type?.form === 'object') {
    const own = fieldOf(type.schema, key);
    const station = { schema: type.schema, path, value: isMap(value) ? value : {} };
    return { stations: [...stations, station], name: key, type: own?.type, field: own, value: member };
  }
  if (type?.form === 'list' || type?.form === 'map') {
    const item = Array.isArray(value) ? (value as unknown[])[Number(key)] : member;
    return { stations, name: key, type: type.item, field, value: item };
  }
  return { stations, name: key, type: undefined, field: undefined, value: member };
}
