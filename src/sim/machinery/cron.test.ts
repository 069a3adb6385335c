import { expect, test } from 'vitest';
import { parseCronSchedule } from './cron.ts';
import { describeTable } from './testdata/recordings.ts';
import { formatRfc3339, parseRfc3339 } from './time.ts';

interface Row {
  schedule: string;
  /** As it is handed to the parser, with the zone before it. */
  parsed?: string;
  error: string | null;
  next?: Record<string, string[]>;
}

describeTable<Row[]>(
  'cron',
  (rows) => {
    test.each(rows.map((row) => [row.parsed ?? row.schedule, row] as const))('%j', (text, row) => {
      const schedule = parseCronSchedule(text);
      if (row.error !== null || !schedule.ok) {
        const error = row.error?.replace(/^PANIC: /, '');
        expect(schedule).toEqual({ ok: false, error });
        return;
      }
      for (const [start, times] of Object.entries(row.next ?? {})) {
        expect(timesAfter(schedule.value, start, times.length), `after ${start}`).toEqual(times);
      }
    });
  },
  (whole: { rows: Row[]; withTimeZone: Row[] }) => [...whole.rows, ...whole.withTimeZone],
);

function timesAfter(schedule: { next(afterMs: number): number | undefined }, start: string, count: number) {
  const times: string[] = [];
  let atMs = parseRfc3339(start);
  while (times.length < count && atMs !== undefined) {
    atMs = schedule.next(atMs);
    times.push(atMs === undefined ? 'never' : formatRfc3339(atMs));
  }
  return times;
}

test.each([
  ['*/-5 * * * *', 'negative number (-5) not allowed: -5'],
  ['*/0 * * * *', 'step of range should be a positive number: */0'],
  [
    '9223372036854775808 * * * *',
    'failed to parse int from 9223372036854775808: strconv.Atoi: parsing "9223372036854775808": value out of range',
  ],
  ['1-a-2 * * * *', 'too many hyphens: 1-a-2'],
  ['TZ=../etc 0 0 * * *', 'provided bad location ../etc: time: invalid location name'],
])('refuses %j', (text, error) => expect(parseCronSchedule(text)).toEqual({ ok: false, error }));

test('a field without any value never comes', () => {
  const schedule = parseCronSchedule(', * * * *');
  expect(schedule.ok && schedule.value.next(0)).toBeUndefined();
});
