// Time zones by their IANA names: how far their clocks are from UTC at an instant, and which instant a clock shows.
// Departs: a zone follows, at all times, the rule that it follows now; what its clocks did in earlier years, and the
// exceptions that some zones announce for single years (Morocco's Ramadan), are not known.
import type { Result } from './result.ts';
import { failure, success } from './result.ts';
import type { CivilTime } from './time.ts';
import { civilTime, daysInMonth, daysSinceEpoch } from './time.ts';
import { TIME_ZONES } from './time-zones.generated.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

export interface TimeZone {
  readonly name: string;
  /** How far its clocks are ahead of UTC at an instant. */
  offsetMs(atMs: number): number;
}

/** What the clocks of a zone show at an instant. */
export function clockIn(zone: TimeZone, atMs: number): CivilTime {
  return civilTime(atMs + zone.offsetMs(atMs));
}

/**
 * The instant at which the clocks of a zone show a time; `day` and `month` may run over. A time that is shown twice
 * or never is taken as Go takes it: by the offset that holds around it.
 */
export function instantIn(zone: TimeZone, year: number, month: number, day: number, hour = 0): number {
  const asUtcMs = (daysSinceEpoch(year, month, 1) + day - 1) * DAY_MS + hour * HOUR_MS;
  return asUtcMs - zone.offsetMs(asUtcMs - zone.offsetMs(asUtcMs));
}

export const UTC: TimeZone = { name: 'UTC', offsetMs: () => 0 };

let ruleTexts: ReadonlyMap<string, string> | undefined;

/** Finds a zone by its name, capitals and all. The error is Go's. */
export function loadTimeZone(name: string): Result<TimeZone> {
  // The machines of the control plane run in UTC.
  if (name === '' || name === 'UTC' || name === 'Local') return success({ ...UTC, name });
  if (/^[/\\]/.test(name) || /(^|[/\\])\.\.($|[/\\])/.test(name)) {
    return failure('time: invalid location name');
  }
  ruleTexts ??= new Map(
    TIME_ZONES.split('\n').flatMap((line) => {
      const [rule = '', ...names] = line.split(' ');
      return names.map((it) => [it, rule] as const);
    }),
  );
  const rule = ruleTexts.get(name);
  return rule === undefined ? failure(`unknown time zone ${name}`) : success(zoneOf(name, rule));
}

const OFFSET = /^(?:<[^>]+>|[A-Za-z]+)([-+]?[\d:]+)?/;

/** Reads a rule in the form of the TZ variable, such as `EST5EDT,M3.2.0,M11.1.0`. */
function zoneOf(name: string, rule: string): TimeZone {
  const [names = '', start, end] = rule.split(',');
  const [standardText = '', standard = '0'] = OFFSET.exec(names) ?? [];
  // The rule says how far UTC is ahead of the clocks.
  const standardMs = -hoursMs(standard);
  if (start === undefined || end === undefined) return { name, offsetMs: () => standardMs };
  const [, saving] = OFFSET.exec(names.slice(standardText.length)) ?? [];
  const savingMs = saving === undefined ? standardMs + HOUR_MS : -hoursMs(saving);
  return {
    name,
    offsetMs(atMs) {
      const { year } = civilTime(atMs + standardMs);
      const startMs = changeMs(start, year) - standardMs;
      const endMs = changeMs(end, year) - savingMs;
      const isSaving = startMs < endMs ? startMs <= atMs && atMs < endMs : !(endMs <= atMs && atMs < startMs);
      return isSaving ? savingMs : standardMs;
    },
  };
}

/** `M3.2.0/2`: what the clocks show, as if it were UTC, when they change in a year (month, week of it, weekday, hour). */
function changeMs(change: string, year: number): number {
  const [date = '', time = '2'] = change.split('/');
  const [month = 1, week = 1, weekday = 0] = date.slice(1).split('.').map(Number);
  const firstDay = daysSinceEpoch(year, month, 1);
  const firstOfWeekday = (weekday - civilTime(firstDay * DAY_MS).weekday + 7) % 7;
  const wanted = firstOfWeekday + (week - 1) * 7;
  // Week 5 is the last one, whether it is the fifth or the fourth.
  const day = wanted < daysInMonth(year, month) ? wanted : wanted - 7;
  return (firstDay + day) * DAY_MS + hoursMs(time);
}

/** `-3:30` in milliseconds. */
function hoursMs(text: string): number {
  const [hours = 0, minutes = 0] = text.replace(/^[-+]/, '').split(':').map(Number);
  return (text.startsWith('-') ? -1 : 1) * (hours * HOUR_MS + minutes * MINUTE_MS);
}
