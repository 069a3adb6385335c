// The functions that a template of kubectl's can call: Go's own, and base64decode and exists.
import { base64ToText, utf8Length, wrongBase64At } from '../../sim/index.ts';
import { CallError, equalsAny, isLess } from './comparison.ts';
import { sprint, sprintf, sprintln } from './format.ts';
import type { Value } from './values.ts';
import { integerOf, isMapping, isTrue, membersOf, plain, Typed, typeOfData } from './values.ts';

export interface TemplateFunction {
  readonly leastArguments: number;
  readonly mostArguments?: number;
  /** The first argument must be a text. */
  readonly takesText?: true;
  /** True where what is missing comes as nothing, false where it comes as nil. */
  readonly seesMissing: boolean;
  /** Throws `CallError`. */
  call(values: readonly (Value | undefined)[]): unknown;
}

type Call = TemplateFunction['call'];

const ofValues = (leastArguments: number, call: Call, mostArguments?: number): TemplateFunction => ({
  leastArguments,
  ...(mostArguments === undefined ? {} : { mostArguments }),
  seesMissing: true,
  call,
});

const ofAny = (call: (data: readonly unknown[]) => unknown): TemplateFunction => ({
  leastArguments: 0,
  seesMissing: false,
  call: (values) => call(values.map((value) => value?.data ?? null)),
});

export const functions: ReadonlyMap<string, TemplateFunction> = new Map([
  ['eq', ofValues(1, equalsAny)],
  ['ne', ofValues(2, ([a, b]) => !equalsAny([a, b]), 2)],
  ['lt', ofValues(2, ([a, b]) => isLess(a, b), 2)],
  ['le', ofValues(2, ([a, b]) => isLess(a, b) || equalsAny([a, b]), 2)],
  ['gt', ofValues(2, ([a, b]) => !isLess(a, b) && !equalsAny([a, b]), 2)],
  ['ge', ofValues(2, ([a, b]) => !isLess(a, b), 2)],
  ['not', ofValues(1, ([value]) => !isTrue(value), 1)],
  ['len', ofValues(1, ([value]) => new Typed('int', lengthOf(value)), 1)],
  ['index', ofValues(1, ([value, ...keys]) => keys.reduce(memberAt, value)?.data ?? null)],
  ['slice', ofValues(1, ([value, ...bounds]) => sliced(value, bounds))],
  ['exists', ofValues(1, ([value, ...keys]) => exists(value, keys))],
  ['print', ofAny(sprint)],
  ['println', ofAny(sprintln)],
  [
    'printf',
    {
      ...ofAny(([format, ...values]) => sprintf(String(format), values)),
      leastArguments: 1,
      takesText: true,
    },
  ],
  ['html', ofAny((values) => sprint(values).replace(/[&<>"'\0]/g, (it) => HTML.get(it) ?? it))],
  ['js', ofAny((values) => scriptText(sprint(values)))],
  ['urlquery', ofAny((values) => queryText(sprint(values)))],
  [
    'base64decode',
    { ...ofAny(([text]) => decoded(String(text))), leastArguments: 1, mostArguments: 1, takesText: true },
  ],
]);

const HTML: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&#34;'],
  ["'", '&#39;'],
  ['\0', '\ufffd'],
]);

function lengthOf(value: Value | undefined): number {
  const data = value?.data;
  if (data === undefined) throw new CallError('reflect: call of reflect.Value.Type on zero Value');
  if (data === null) throw new CallError('len of nil pointer');
  if (typeof data === 'string') return utf8Length(data);
  if (Array.isArray(data)) return data.length;
  if (isMapping(data)) return membersOf(data).length;
  throw new CallError(`len of type ${typeOfData(data)}`);
}

function memberAt(of: Value | undefined, key: Value | undefined): Value | undefined {
  const [data, at] = [of?.data, key?.data];
  if (of === undefined) throw new CallError('index of untyped nil');
  if (data === null) throw new CallError('index of nil pointer');
  if (Array.isArray(data) || typeof data === 'string') {
    const index = indexIn(at, data.length);
    return {
      data: typeof data === 'string' ? new Typed('uint8', data.charCodeAt(index)) : data[index],
      isBoxed: true,
    };
  }
  if (!isMapping(data)) throw new CallError(`can't index item of type ${typeOfData(data)}`);
  if (at === undefined || at === null) throw new CallError('value is nil; should be string');
  if (typeof at !== 'string') throw new CallError(`value has type ${typeOfData(at)}; should be string`);
  return { data: Object.hasOwn(data, at) ? data[at] : null, isBoxed: true };
}

function indexIn(at: unknown, length: number): number {
  if (at === undefined || at === null) throw new CallError('cannot index slice/array with nil');
  const index = integerOf(at);
  if (index === undefined) throw new CallError(`cannot index slice/array with type ${typeOfData(at)}`);
  if (index < 0 || index >= length) throw new CallError(`index out of range: ${index}`);
  return index;
}

function sliced(value: Value | undefined, bounds: readonly (Value | undefined)[]): unknown {
  const data = value?.data;
  if (data === undefined || data === null) throw new CallError('slice of untyped nil');
  if (typeof data !== 'string' && !Array.isArray(data)) {
    throw new CallError(`can't slice item of type ${typeOfData(data)}`);
  }
  if (bounds.length > (typeof data === 'string' ? 2 : 3)) {
    throw new CallError(`too many slice indexes: ${bounds.length}`);
  }
  const [from = 0, to = data.length] = bounds.map((bound) => indexIn(bound?.data, data.length + 1));
  if (from > to) throw new CallError(`invalid slice index: ${from} > ${to}`);
  return data.slice(from, to);
}

function exists(value: Value | undefined, keys: readonly (Value | undefined)[]): boolean {
  try {
    return keys.reduce(memberAt, value)?.data !== null;
  } catch (error) {
    if (error instanceof CallError) return false;
    throw error;
  }
}

function decoded(text: string): string {
  const wrongAt = wrongBase64At(text);
  if (wrongAt >= 0) throw new CallError(`base64 decode failed: illegal base64 data at input byte ${wrongAt}`);
  return base64ToText(text);
}

function scriptText(text: string): string {
  return text.replace(/[\\'"<>&=\p{Cc}]/gu, (it) => {
    if (it === '\\' || it === "'" || it === '"') return `\\${it}`;
    return `\\u${it.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
  });
}

function queryText(text: string): string {
  return encodeURIComponent(text)
    .replaceAll('%20', '+')
    .replace(/[!'()*]/g, (it) => `%${it.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** The result of a call as a value. */
export function resultOf(data: unknown): Value {
  return data === null ? { data, isBoxed: true } : plain(data);
}
