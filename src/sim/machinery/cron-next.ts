// The next time that fits a schedule's fields, by the clocks of a time zone.
//
// Month, day, hour and minute are looked for in this order, each by going on until it fits; what is smaller starts anew
// then. Hours and minutes pass as real ones: where the clocks jump over an hour, a time within it does not come
// that day, and where they show an hour twice, a time within it comes twice if the hours were passed through.
import type { CronFields } from './cron.ts';
import type { CivilTime } from './time.ts';
import type { TimeZone } from './time-zone.ts';
import { clockIn, instantIn } from './time-zone.ts';

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const LIMIT_YEARS = 5;

/** Strictly after an instant; undefined if nothing fits within five years. */
export function nextMatch(fields: CronFields, zone: TimeZone, afterMs: number): number | undefined {
  if (Object.values(fields).some(({ values }) => values.size === 0)) return undefined;
  const search = new Search(fields, zone, Math.floor(afterMs / SECOND_MS) * SECOND_MS + SECOND_MS);
  return search.run();
}

class Search {
  readonly #fields: CronFields;
  readonly #zone: TimeZone;
  #atMs: number;
  /** Whether the smaller parts of the time already start anew. */
  #isReset = false;

  constructor(fields: CronFields, zone: TimeZone, fromMs: number) {
    this.#fields = fields;
    this.#zone = zone;
    this.#atMs = fromMs;
  }

  run(): number | undefined {
    const lastYear = this.#clock.year + LIMIT_YEARS;
    while (this.#clock.year <= lastYear) {
      // A step that runs over into the next year, month, day or hour makes all of them open again.
      if (
        this.#findMonth() &&
        this.#findDay() &&
        this.#findHour() &&
        this.#findMinute() &&
        this.#findSecond()
      )
        return this.#atMs;
    }
    return undefined;
  }

  get #clock(): CivilTime {
    return clockIn(this.#zone, this.#atMs);
  }

  /** Goes back to the start of the part that is being looked for, the first time anything does not fit. */
  #reset(startMs: () => number): void {
    if (!this.#isReset) this.#atMs = startMs();
    this.#isReset = true;
  }

  #findMonth(): boolean {
    while (!this.#fields.month.values.has(this.#clock.month)) {
      this.#reset(() => instantIn(this.#zone, this.#clock.year, this.#clock.month, 1));
      const { year, month, day, hour } = this.#clock;
      const [nextYear, nextMonth] = month === 12 ? [year + 1, 1] : [year, month + 1];
      this.#atMs = instantIn(this.#zone, nextYear, nextMonth, day, hour);
      if (nextMonth === 1) return false;
    }
    return true;
  }

  #findDay(): boolean {
    while (!fitsDay(this.#fields, this.#clock)) {
      this.#reset(() => {
        const { year, month, day } = this.#clock;
        return instantIn(this.#zone, year, month, day);
      });
      const { year, month, day, hour } = this.#clock;
      this.#atMs = instantIn(this.#zone, year, month, day + 1, hour);
      this.#returnToMidnight();
      if (this.#clock.day === 1) return false;
    }
    return true;
  }

  /** Where the clocks change at midnight, a day later is an hour off. */
  #returnToMidnight(): void {
    const { hour } = this.#clock;
    if (hour !== 0) this.#atMs += (hour > 12 ? 24 - hour : -hour) * HOUR_MS;
  }

  #findHour(): boolean {
    while (!this.#fields.hour.values.has(this.#clock.hour)) {
      this.#reset(() => {
        const { year, month, day, hour } = this.#clock;
        return instantIn(this.#zone, year, month, day, hour);
      });
      this.#atMs += HOUR_MS;
      if (this.#clock.hour === 0) return false;
    }
    return true;
  }

  #findMinute(): boolean {
    while (!this.#fields.minute.values.has(this.#clock.minute)) {
      this.#reset(() => Math.floor(this.#atMs / MINUTE_MS) * MINUTE_MS);
      this.#atMs += MINUTE_MS;
      if (this.#clock.minute === 0) return false;
    }
    return true;
  }

  /** Schedules begin with a minute. */
  #findSecond(): boolean {
    const { second } = this.#clock;
    if (second === 0) return true;
    this.#isReset = true;
    this.#atMs += (60 - second) * SECOND_MS;
    return false;
  }
}

/** Two restricted day fields are alternatives; a * in one of them leaves it to the other. */
function fitsDay({ dayOfMonth, dayOfWeek }: CronFields, { day, weekday }: CivilTime): boolean {
  const isDay = dayOfMonth.values.has(day);
  const isWeekday = dayOfWeek.values.has(weekday);
  return dayOfMonth.isStar || dayOfWeek.isStar ? isDay && isWeekday : isDay || isWeekday;
}
