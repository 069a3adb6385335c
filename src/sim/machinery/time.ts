// Instants are milliseconds since 1970-01-01T00:00:00Z (`atMs`), and this file alone turns them into
// dates and back. It is plain arithmetic on the Gregorian calendar: no Date, no locale, no time zone
// of the machine.
import { memoized } from './memo.ts';

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

const DAYS_PER_CYCLE = 146_097; // 400 years, after which the calendar repeats
const DAYS_TO_EPOCH = 719_468; // from 0000-03-01 to 1970-01-01

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** An instant as a date and a time of day in UTC. */
export interface CivilTime {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** 0 up to, but not including, 1000; may have a fraction. */
  readonly millisecond: number;
  /** 0 is Sunday. */
  readonly weekday: number;
}

/** Splits an instant into its date and time of day, in UTC. */
export function civilTime(atMs: number): CivilTime {
  const days = Math.floor(atMs / DAY_MS);
  const ofDay = atMs - days * DAY_MS;
  return {
    ...civilDate(days),
    hour: Math.floor(ofDay / HOUR_MS),
    minute: Math.floor((ofDay % HOUR_MS) / MINUTE_MS),
    second: Math.floor((ofDay % MINUTE_MS) / SECOND_MS),
    millisecond: ofDay % SECOND_MS,
    weekday: (((days + 4) % 7) + 7) % 7, // the first of January 1970 was a Thursday
  };
}

/** Days from 1970-01-01 to a date; `month` is 1 to 12. */
export function daysSinceEpoch(year: number, month: number, day: number): number {
  // Years are counted from March, so that the leap day comes last and months fall into a regular pattern.
  const marchYear = month <= 2 ? year - 1 : year;
  const cycle = Math.floor(marchYear / 400);
  const yearOfCycle = marchYear - cycle * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfCycle =
    yearOfCycle * 365 + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100) + dayOfYear;
  return cycle * DAYS_PER_CYCLE + dayOfCycle - DAYS_TO_EPOCH;
}

/** How many days a month has; `month` is 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  const next = month === 12 ? daysSinceEpoch(year + 1, 1, 1) : daysSinceEpoch(year, month + 1, 1);
  return next - daysSinceEpoch(year, month, 1);
}

/** `2026-11-20T10:35:41Z`: how `metav1.Time` is written. Fractions of a second are cut off. */
export function formatRfc3339(atMs: number): string {
  return writtenSecond(Math.floor(atMs / SECOND_MS));
}

/** All that happens within a second is written alike. */
const writtenSecond = memoized(1_000, (second: number) => `${dateAndTime(civilTime(second * SECOND_MS))}Z`);

/** `2026-11-20T10:35:41.000000Z`: how `metav1.MicroTime` is written (Leases, some Event fields). */
export function formatRfc3339Micro(atMs: number): string {
  const civil = civilTime(atMs);
  return `${dateAndTime(civil)}.${padded(Math.floor(civil.millisecond * 1000), 6)}Z`;
}

/** `Fri, 20 Nov 2026 10:35:41 +0000`: how `kubectl describe` prints an instant. */
export function formatRfc1123(atMs: number): string {
  const { year, month, day, hour, minute, second, weekday } = civilTime(atMs);
  const time = `${padded(hour, 2)}:${padded(minute, 2)}:${padded(second, 2)}`;
  return `${WEEKDAYS[weekday]}, ${padded(day, 2)} ${MONTHS[month - 1]} ${padded(year, 4)} ${time} +0000`;
}

const RFC3339 = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:[.,](\d{1,9}))?(?:Z|([+-])(\d\d):(\d\d))$/;

/**
 * Reads `2026-11-20T10:35:41Z`, with a fraction or an offset (`+09:00`) if there is one.
 * Returns epoch milliseconds, or undefined for anything else, days that do not exist included.
 */
export const parseRfc3339: (text: string) => number | undefined = memoized(1_000, readRfc3339);

function readRfc3339(text: string): number | undefined {
  const parts = RFC3339.exec(text);
  if (parts === null) return undefined;
  const [year, month, day, hour, minute, second] = parts.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const fractionMs = parts[7] === undefined ? 0 : Number(`0.${parts[7]}`) * SECOND_MS;
  const [offsetHour, offsetMinute] = [Number(parts[9] ?? 0), Number(parts[10] ?? 0)];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  if (hour > 23 || minute > 59 || second > 59 || offsetHour > 24 || offsetMinute > 60) return undefined;
  const offsetMs = (parts[8] === '-' ? -1 : 1) * (offsetHour * HOUR_MS + offsetMinute * MINUTE_MS);
  const ofDayMs = hour * HOUR_MS + minute * MINUTE_MS + second * SECOND_MS + fractionMs;
  return daysSinceEpoch(year, month, day) * DAY_MS + ofDayMs - offsetMs;
}

function civilDate(daysFromEpoch: number): { year: number; month: number; day: number } {
  const days = daysFromEpoch + DAYS_TO_EPOCH;
  const cycle = Math.floor(days / DAYS_PER_CYCLE);
  const dayOfCycle = days - cycle * DAYS_PER_CYCLE;
  const leapDaysBefore =
    Math.floor(dayOfCycle / 1460) - Math.floor(dayOfCycle / 36_524) + Math.floor(dayOfCycle / 146_096);
  const yearOfCycle = Math.floor((dayOfCycle - leapDaysBefore) / 365);
  const startOfYear = yearOfCycle * 365 + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100);
  const dayOfYear = dayOfCycle - startOfYear;
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: cycle * 400 + yearOfCycle + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  };
}

function dateAndTime({ year, month, day, hour, minute, second }: CivilTime): string {
  const date = `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`;
  return `${date}T${padded(hour, 2)}:${padded(minute, 2)}:${padded(second, 2)}`;
}

function padded(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
