// Schedules of CronJobs: five fields (`*/5 8-17 * * MON-FRI`), or a word (`@daily`, `@every 1h30m`).
// Source: "Schedule syntax" in the documentation of CronJob; corners and wording from tables of the parser that
// Kubernetes uses (robfig/cron, its standard form).
import { nextMatch } from './cron-next.ts';
import { parseGoDuration } from './duration.ts';
import { goQuote } from './go-text.ts';
import type { Result } from './result.ts';
import { failure, success } from './result.ts';
import type { TimeZone } from './time-zone.ts';
import { loadTimeZone, UTC } from './time-zone.ts';

export interface CronSchedule {
  /** The first time strictly after an instant, in whole seconds; undefined if there is none within five years. */
  next(afterMs: number): number | undefined;
}

/** The values of a field at which it matches. */
export interface CronField {
  readonly values: ReadonlySet<number>;
  /** Written with * or ?, and without a step: leaves it to the other of the two day fields. */
  readonly isStar: boolean;
}

export interface CronFields {
  readonly minute: CronField;
  readonly hour: CronField;
  readonly dayOfMonth: CronField;
  readonly month: CronField;
  readonly dayOfWeek: CronField;
}

interface Bounds {
  readonly min: number;
  readonly max: number;
  /** In small letters, from `min` on. */
  readonly names?: readonly string[];
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

const BOUNDS: readonly (readonly [keyof CronFields, Bounds])[] = [
  ['minute', { min: 0, max: 59 }],
  ['hour', { min: 0, max: 23 }],
  ['dayOfMonth', { min: 1, max: 31 }],
  ['month', { min: 1, max: 12, names: MONTHS }],
  ['dayOfWeek', { min: 0, max: 6, names: WEEKDAYS }],
];

const WORDS: ReadonlyMap<string, string> = new Map([
  ['@yearly', '0 0 1 1 *'],
  ['@annually', '0 0 1 1 *'],
  ['@monthly', '0 0 1 * *'],
  ['@weekly', '0 0 * * 0'],
  ['@daily', '0 0 * * *'],
  ['@midnight', '0 0 * * *'],
  ['@hourly', '0 * * * *'],
]);

/**
 * Reads a schedule, with a time zone before it if there is one (`TZ=Asia/Seoul 0 9 * * *`; without one it is UTC).
 * The error is the parser's.
 */
export function parseCronSchedule(text: string): Result<CronSchedule> {
  if (text === '') return failure('empty spec string');
  const zoned = /^(?:CRON_)?TZ=([^ ]*)( .*)?$/s.exec(text);
  if (!zoned) return parseZoned(text, UTC);
  const [, name = '', rest] = zoned;
  // The parser itself falls over a zone without a schedule.
  if (rest === undefined) return failure('runtime error: slice bounds out of range [:-1]');
  const zone = loadTimeZone(name);
  return zone.ok
    ? parseZoned(rest.trim(), zone.value)
    : failure(`provided bad location ${name}: ${zone.error}`);
}

function parseZoned(text: string, zone: TimeZone): Result<CronSchedule> {
  if (text.startsWith('@every ')) return parseInterval(text);
  const written = WORDS.get(text);
  if (written === undefined && text.startsWith('@')) return failure(`unrecognized descriptor: ${text}`);
  const fields = parseFields((written ?? text).split(/\s+/).filter((it) => it !== ''));
  if (!fields.ok) return fields;
  return success({ next: (afterMs) => nextMatch(fields.value, zone, afterMs) });
}

/** `@every 1h30m`: counted from whatever time it is asked for, in whole seconds, of which it takes at least one. */
function parseInterval(text: string): Result<CronSchedule> {
  const duration = parseGoDuration(text.slice('@every '.length));
  if (!duration.ok) return failure(`failed to parse duration ${text}: ${duration.error}`);
  const intervalMs = Math.max(Math.trunc(duration.value / 1000), 1) * 1000;
  return success({ next: (afterMs) => Math.floor(afterMs / 1000) * 1000 + intervalMs });
}

function parseFields(texts: readonly string[]): Result<CronFields> {
  if (texts.length !== BOUNDS.length) {
    return failure(`expected exactly 5 fields, found ${texts.length}: [${texts.join(' ')}]`);
  }
  const fields: Partial<Record<keyof CronFields, CronField>> = {};
  for (const [i, [name, bounds]] of BOUNDS.entries()) {
    const field = parseField(texts[i] as string, bounds);
    if (!field.ok) return field;
    fields[name] = field.value;
  }
  return success(fields as CronFields);
}

/** A list of ranges; what is empty between two commas does not count. */
function parseField(text: string, bounds: Bounds): Result<CronField> {
  const values = new Set<number>();
  let isStar = false;
  for (const part of text.split(',').filter((it) => it !== '')) {
    const range = parseRange(part, bounds);
    if (!range.ok) return range;
    const { start, end, step } = range.value;
    for (let value = start; value <= end; value += step) values.add(value);
    isStar ||= range.value.isStar;
  }
  return success({ values, isStar });
}

interface Range {
  readonly start: number;
  readonly end: number;
  readonly step: number;
  readonly isStar: boolean;
}

/** `5`, `1-5`, `*`, each with a step after it (`/2`) if there is one. */
function parseRange(text: string, bounds: Bounds): Result<Range> {
  const [limits = '', ...steps] = text.split('/');
  const [low = '', high, ...more] = limits.split('-');
  const isStar = low === '*' || low === '?';
  const start = isStar ? success(bounds.min) : parseValue(low, bounds);
  if (!start.ok) return start;
  if (!isStar && more.length > 0) return failure(`too many hyphens: ${text}`);
  const last = isStar ? success(bounds.max) : high === undefined ? start : parseValue(high, bounds);
  if (!last.ok) return last;
  if (steps.length > 1) return failure(`too many slashes: ${text}`);
  const step = steps[0] === undefined ? success(1) : parseNumber(steps[0]);
  if (!step.ok) return step;
  // A single value with a step goes on to the end: 5/15 is 5-59/15.
  const end = steps.length > 0 && high === undefined ? bounds.max : last.value;
  const range = { start: start.value, end, step: step.value, isStar: isStar && step.value <= 1 };
  const problem = problemOf(range, bounds);
  return problem === undefined ? success(range) : failure(`${problem}: ${text}`);
}

function problemOf({ start, end, step }: Range, { min, max }: Bounds): string | undefined {
  if (start < min) return `beginning of range (${start}) below minimum (${min})`;
  if (end > max) return `end of range (${end}) above maximum (${max})`;
  if (start > end) return `beginning of range (${start}) beyond end of range (${end})`;
  return step === 0 ? 'step of range should be a positive number' : undefined;
}

function parseValue(text: string, { min, names }: Bounds): Result<number> {
  const named = names?.indexOf(text.toLowerCase()) ?? -1;
  return named === -1 ? parseNumber(text) : success(min + named);
}

const MAX_INT = 2n ** 63n - 1n;

function parseNumber(text: string): Result<number> {
  const wrong = (why: string) =>
    failure(`failed to parse int from ${text}: strconv.Atoi: parsing ${goQuote(text)}: ${why}`);
  if (!/^[-+]?\d+$/.test(text)) return wrong('invalid syntax');
  const value = BigInt(text.replace(/^\+/, ''));
  if (value > MAX_INT || value < -MAX_INT - 1n) return wrong('value out of range');
  return value < 0n ? failure(`negative number (${value}) not allowed: ${text}`) : success(Number(value));
}
