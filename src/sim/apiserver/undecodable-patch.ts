// What the API server says of a patch whose outcome is no object of its kind: the whole patch, and then why. What it reads
// out of a strategic patch it tells in other words than what it reads out of JSON.
import { isTextType } from '../api/go-types.ts';
import { invalid as invalidField } from '../machinery/field-error.ts';
import { goValue } from '../machinery/go-text.ts';
import { sortedJson } from '../machinery/hash.ts';
import type { Patch } from './patching.ts';
import type { Status } from './status.ts';
import { invalidRequest } from './status.ts';

const FIELD = 'patch';

/** The refusal of a patch, made of what was said of the object that it would have left. */
export function refusalOfPatch(status: Status, { type, body }: Patch, outcome: unknown): Status {
  const [, why] = /^\S+ in version "[^"]*" cannot be handled as a \w+: (.*)$/s.exec(status.message) ?? [];
  if (why === undefined) return status;
  const isStrategic = type === 'strategic';
  const value = isStrategic ? goValue(body) : sortedJson(outcome);
  return invalidRequest([invalidField(FIELD, value, isStrategic ? ofConversion(why) : why)]);
}

/** Whether a refusal is of that sort: its cause is then about the object's fields. */
export function isUndecodablePatch({ reason, details }: Status): boolean {
  return reason === 'Invalid' && details?.kind === undefined && details?.causes?.[0]?.field === FIELD;
}

const kinds: ReadonlyMap<string, string> = new Map([
  ['array', 'slice'],
  ['object', 'map'],
  ['number', 'int64'],
]);

/** What the conversion of a map to a struct says where reading JSON says `why`. */
function ofConversion(why: string): string {
  const pattern = /^json: cannot unmarshal (\w+)(?: (\S+))? into Go struct field \S+ of type (.*)$/;
  const [, word = '', number = '', type] = pattern.exec(why) ?? [];
  // Types that read themselves say what they always say.
  if (type === undefined || /^(?:intstr|resource)\./.test(type)) return why;
  const from = /[.e]/.test(number) ? 'float64' : (kinds.get(word) ?? word);
  if (type.startsWith('[]')) return `cannot restore slice from ${from}`;
  if (type.startsWith('map[') || type === 'v1.ResourceList') return `cannot restore map from ${from}`;
  if (isTextType(type))
    return from === 'int64' ? `cannot convert int64 to ${type}` : 'unrecognized type: string';
  if (/^(?:int|float)\d+$/.test(type) && from === 'float64') return `cannot convert float64 to ${type}`;
  if (/^(?:bool|(?:int|float)\d+)$/.test(type)) return `unrecognized type: ${type}`;
  return `cannot restore struct from: ${from}`;
}
