// The label pod-template-hash, which names a ReplicaSet: web-64b868657d. The revisions of DaemonSets have it in their names too.
// It is Kubernetes' own: 32-bit FNV-1a over the text that Go prints of the template, and the collision count. So the same
// template gives the same name here as in a real cluster.
import type { PodTemplateSpec } from '../api/pod-spec.ts';
import { compareText } from '../machinery/go-text.ts';
import { fnv1a, safeEncode } from '../machinery/hash.ts';
import { formatQuantity, parseQuantity } from '../machinery/quantity.ts';
import { parseRfc3339 } from '../machinery/time.ts';
import { goFields } from './go-structs.ts';
import { utf8 } from './revision-hash.ts';

/** `collisionCount` tells apart two templates of the same hash; it is left out until that happens. */
export function podTemplateHash(template: PodTemplateSpec, collisionCount: number | undefined): string {
  const text = printed(template, 'v1.PodTemplateSpec', true);
  return safeEncode(String(fnv1a([...utf8(text), ...countBytes(collisionCount)])));
}

/** A value as Go prints it with %#v, pointers followed. Inside of lists and maps types are left out. */
function printed(value: unknown, type: string, isNamed: boolean): string {
  const name = isNamed ? `(${type})` : '';
  if (type.startsWith('*')) {
    if (value === undefined) return isNamed ? `${name}<nil>` : '<nil>';
    return `${isNamed ? name : '<*>'}${printed(value, type.slice(1), false)}`;
  }
  return name + body(value, type);
}

function body(value: unknown, type: string): string {
  if (type.startsWith('[]')) return list(value, type.slice(2));
  if (type === 'map[string]string') return map(value, 'string');
  if (type === 'v1.ResourceList') return map(value, 'resource.Quantity');
  if (type === 'resource.Quantity') return quantity(value);
  if (type === 'intstr.IntOrString') return intOrString(value);
  if (type === 'v1.Time') return time(value);
  const fields = goFields(type);
  if (!fields) return String(value ?? zeroOf(type));
  const members = fields.map((field) => {
    const own =
      field.json === undefined ? value : (value as Record<string, unknown> | undefined)?.[field.json];
    return `${field.name}:${printed(own, field.type, true)}`;
  });
  return `{${members.join(' ')}}`;
}

function zeroOf(type: string): unknown {
  if (type === 'bool') return false;
  return type === 'int32' || type === 'int64' ? 0 : '';
}

/** Lists and maps with nothing in them do not come through as such: they are nil. */
function list(value: unknown, item: string): string {
  if (!Array.isArray(value) || value.length === 0) return '<nil>';
  return `[${value.map((it) => printed(it, item, false)).join(' ')}]`;
}

function map(value: unknown, item: string): string {
  const entries = Object.entries((value ?? {}) as Record<string, unknown>);
  if (entries.length === 0) return '<nil>';
  entries.sort(([a], [b]) => compareText(a, b));
  return `map[${entries.map(([key, it]) => `${key}:${printed(it, item, false)}`).join(' ')}]`;
}

function intOrString(value: unknown): string {
  const isText = typeof value === 'string';
  const [type, number, text] = isText ? [1, 0, value] : [0, value ?? 0, ''];
  return `{Type:(intstr.Type)${type} IntVal:(int32)${number} StrVal:(string)${text}}`;
}

function time(value: unknown): string {
  const atMs = typeof value === 'string' ? parseRfc3339(value) : undefined;
  // Seconds since the year 1.
  const seconds = atMs === undefined ? 0n : BigInt(atMs / 1000) + 62_135_596_800n;
  return `{Time:(time.Time){wall:(uint64)0 ext:(int64)${seconds} loc:(*time.Location)<nil>}}`;
}

/** A quantity keeps its number, the power of ten that goes with it and, if it is a decimal, the text that it was read from. */
function quantity(value: unknown): string {
  const given = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  const parsed = parseQuantity(given);
  const { number, scale, text, format } = readQuantity(parsed.ok ? formatQuantity(parsed.value) : given);
  const amount = `{value:(int64)${number} scale:(resource.Scale)${scale}}`;
  return `{i:(resource.int64Amount)${amount} d:(resource.infDecAmount){Dec:(*inf.Dec)<nil>} s:(string)${text} Format:(resource.Format)${format}}`;
}

interface GoQuantity {
  readonly number: bigint;
  readonly scale: number;
  readonly text: string;
  readonly format: string;
}

const DECIMAL: ReadonlyMap<string, number> = new Map(
  ['n', 'u', 'm', '', 'k', 'M', 'G', 'T', 'P', 'E'].map((suffix, i) => [suffix, 3 * i - 9]),
);
const BINARY: ReadonlyMap<string, bigint> = new Map(
  ['Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'].map((suffix, i) => [suffix, BigInt(10 * (i + 1))]),
);

/** Reads the canonical form. Departs: what needs more than 64 bits, which Go keeps in another way, is not told apart. */
function readQuantity(text: string): GoQuantity {
  if (text === '' || text === '0') return { number: 0n, scale: 0, text, format: '' };
  const [, digits = '0', suffix = ''] = /^([+-]?\d+)(.*)$/.exec(text) ?? [];
  const number = BigInt(digits);
  const binary = BINARY.get(suffix);
  if (binary !== undefined) return { number: number << binary, scale: 0, text: '', format: 'BinarySI' };
  const decimal = DECIMAL.get(suffix);
  if (decimal !== undefined) return { number, scale: decimal, text, format: 'DecimalSI' };
  return { number, scale: Number(suffix.slice(1)) || 0, text, format: 'DecimalExponent' };
}

/** Eight bytes, the lowest first, of which the upper four are never used. */
function countBytes(count: number | undefined): number[] {
  if (count === undefined) return [];
  return [...[0, 8, 16, 24].map((shift) => (count >>> shift) & 0xff), 0, 0, 0, 0];
}
