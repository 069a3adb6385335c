// Durations for people (`4m59s` in an AGE column) and as Go writes them (`1m30s` in flags and messages).
// A duration is a number of milliseconds.
import { goQuote } from './go-text.ts';
import type { Result } from './result.ts';
import { failure, success } from './result.ts';

const SECOND_MS = 1000;

/** AGE columns and ages of events: two units while they say something, then one. */
export function humanDuration(durationMs: number): string {
  const seconds = Math.trunc(durationMs / SECOND_MS);
  if (seconds < 120) return secondsOnly(seconds);
  const minutes = Math.floor(seconds / 60);
  if (minutes < 10) return pair(minutes, 'm', seconds % 60, 's');
  if (minutes < 180) return `${minutes}m`;
  const hours = Math.floor(minutes / 60);
  if (hours < 8) return pair(hours, 'h', minutes % 60, 'm');
  if (hours < 48) return `${hours}h`;
  const days = Math.floor(hours / 24);
  if (days < 8) return pair(days, 'd', hours % 24, 'h');
  if (days < 2 * 365) return `${days}d`;
  const years = Math.floor(days / 365);
  return years < 8 ? pair(years, 'y', days % 365, 'd') : `${years}y`;
}

/** The older, shorter form: always one unit. */
export function shortHumanDuration(durationMs: number): string {
  const seconds = Math.trunc(durationMs / SECOND_MS);
  if (seconds < 60) return secondsOnly(seconds);
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes}m`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return `${hours}h`;
  const days = Math.floor(hours / 24);
  return days < 365 ? `${days}d` : `${Math.floor(days / 365)}y`;
}

/** Clocks may differ by a second; what lies further in the future is no age. */
function secondsOnly(seconds: number): string {
  return seconds < -1 ? '<invalid>' : `${Math.max(seconds, 0)}s`;
}

function pair(large: number, largeUnit: string, small: number, smallUnit: string): string {
  return `${large}${largeUnit}${small === 0 ? '' : `${small}${smallUnit}`}`;
}

const UNITS_NS: ReadonlyMap<string, bigint> = new Map([
  ['ns', 1n],
  ['us', 1_000n],
  ['µs', 1_000n], // U+00B5, the micro sign
  ['μs', 1_000n], // U+03BC, the Greek letter
  ['ms', 1_000_000n],
  ['s', 1_000_000_000n],
  ['m', 60_000_000_000n],
  ['h', 3_600_000_000_000n],
]);
const NS_PER_MS = 1_000_000n;
const NS_PER_SECOND = 1_000_000_000n;
const MAX_NS = 2n ** 63n - 1n;

/**
 * Reads what a flag takes: `1m30s`, `1.5h`, `-2s`, `0`. Returns milliseconds, with a fraction if there is
 * one. The error is Go's.
 */
export function parseGoDuration(text: string): Result<number> {
  const invalid = failure(`time: invalid duration ${goQuote(text)}`);
  const unsigned = text.replace(/^[+-]/, '');
  if (unsigned === '0') return success(0);
  if (unsigned === '') return invalid;
  const part = /(\d*)(?:\.(\d*))?([^.\d]*)/y;
  let totalNs = 0n;
  while (part.lastIndex < unsigned.length) {
    const [, whole = '', fraction = '', unit = ''] = part.exec(unsigned) as RegExpExecArray;
    if (whole === '' && fraction === '') return invalid;
    if (unit === '') return failure(`time: missing unit in duration ${goQuote(text)}`);
    const unitNs = UNITS_NS.get(unit);
    if (unitNs === undefined) {
      return failure(`time: unknown unit ${goQuote(unit)} in duration ${goQuote(text)}`);
    }
    if (whole.length > 19) return invalid;
    totalNs += BigInt(whole) * unitNs + fractionOf(unitNs, fraction);
    if (totalNs > MAX_NS) return invalid;
  }
  const durationMs = Number(totalNs / NS_PER_MS) + Number(totalNs % NS_PER_MS) / Number(NS_PER_MS);
  return success(text.startsWith('-') ? 0 - durationMs : durationMs);
}

function fractionOf(unitNs: bigint, digits: string): bigint {
  const significant = digits.slice(0, 18);
  return (BigInt(significant) * unitNs) / 10n ** BigInt(significant.length);
}

/** `1m30s`, `1h0m0s`, `1.5s`, `250ms`: how Go prints a duration. */
export function formatGoDuration(durationMs: number): string {
  const ns = nanoseconds(Math.abs(durationMs));
  const sign = durationMs < 0 ? '-' : '';
  if (ns === 0n) return '0s';
  if (ns < 1_000n) return `${sign}${ns}ns`;
  if (ns < NS_PER_MS) return `${sign}${Number(ns) / 1e3}µs`;
  if (ns < NS_PER_SECOND) return `${sign}${Number(ns) / 1e6}ms`;
  const totalSeconds = ns / NS_PER_SECOND;
  const fraction = String(ns % NS_PER_SECOND)
    .padStart(9, '0')
    .replace(/0+$/, '');
  const seconds = `${totalSeconds % 60n}${fraction === '' ? '' : `.${fraction}`}s`;
  const minutes = totalSeconds / 60n;
  if (minutes === 0n) return sign + seconds;
  const hours = minutes / 60n;
  return `${sign}${hours === 0n ? '' : `${hours}h`}${minutes % 60n}m${seconds}`;
}

function nanoseconds(durationMs: number): bigint {
  const wholeMs = Math.trunc(durationMs);
  return BigInt(wholeMs) * NS_PER_MS + BigInt(Math.round((durationMs - wholeMs) * 1e6));
}
