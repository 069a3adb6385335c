// date: virtual time, in UTC.
import type { CivilTime } from '../../sim/index.ts';
import { civilTime, daysSinceEpoch } from '../../sim/index.ts';
import { instant, lastValue, parseOptions, UsageError } from './program.ts';

const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

export const date = instant((process, args) => {
  const options = parseOptions(args, {
    flags: 'uR',
    values: 'dIs',
    long: { utc: 'u', date: 'd', 'rfc-2822': 'R', set: 's' },
  });
  if (options.values.has('s')) throw new UsageError('cannot set date: Operation not permitted');
  const given = lastValue(options, 'd');
  const atMs = given === undefined || given === 'now' ? process.host.now() : atFrom(given);
  const [format] = options.operands;
  if (format !== undefined && !format.startsWith('+')) throw new UsageError(`invalid date '${format}'`);
  const usual = options.flags.has('R') ? '%a, %d %b %Y %H:%M:%S +0000' : '%a %b %e %H:%M:%S UTC %Y';
  process.stdout.write(`${formatTime(format?.slice(1) ?? usual, atMs)}\n`);
  return 0;
});

function atFrom(text: string): number {
  const seconds = /^@(-?\d{1,12})$/.exec(text)?.[1];
  if (seconds === undefined)
    throw new UsageError(`invalid date '${text}': only @SECONDS and now are supported here`);
  return Number(seconds) * 1000;
}

function formatTime(format: string, atMs: number): string {
  const time = civilTime(atMs);
  return format.replace(/%([-_0]?)([a-zA-Z%])/g, (all, pad: string, letter: string) => {
    const text = directives.get(letter)?.(time, atMs);
    if (text === undefined) return all;
    return pad === '-' ? text.replace(/^[0 ]+(?=.)/, '') : text;
  });
}

const two = (value: number) => String(value).padStart(2, '0');

/** Parts of a date, by the letter of their directive. */
type Directive = (time: CivilTime, atMs: number) => string | undefined;

const directives: ReadonlyMap<string, Directive> = new Map<string, Directive>([
  ['Y', ({ year }) => String(year)],
  ['y', ({ year }) => two(year % 100)],
  ['m', ({ month }) => two(month)],
  ['d', ({ day }) => two(day)],
  ['e', ({ day }) => String(day).padStart(2)],
  ['H', ({ hour }) => two(hour)],
  ['I', ({ hour }) => two(hour % 12 || 12)],
  ['M', ({ minute }) => two(minute)],
  ['S', ({ second }) => two(second)],
  ['N', ({ millisecond }) => `${String(Math.floor(millisecond)).padStart(3, '0')}000000`],
  ['p', ({ hour }) => (hour < 12 ? 'AM' : 'PM')],
  ['a', ({ weekday }) => days[weekday]?.slice(0, 3)],
  ['A', ({ weekday }) => days[weekday]],
  ['b', ({ month }) => months[month - 1]?.slice(0, 3)],
  ['h', ({ month }) => months[month - 1]?.slice(0, 3)],
  ['B', ({ month }) => months[month - 1]],
  ['j', (time) => String(dayOfYear(time)).padStart(3, '0')],
  ['u', ({ weekday }) => String(weekday || 7)],
  ['w', ({ weekday }) => String(weekday)],
  ['s', (_, atMs) => String(Math.floor(atMs / 1000))],
  ['F', ({ year, month, day }) => `${year}-${two(month)}-${two(day)}`],
  ['D', ({ year, month, day }) => `${two(month)}/${two(day)}/${two(year % 100)}`],
  ['T', ({ hour, minute, second }) => `${two(hour)}:${two(minute)}:${two(second)}`],
  ['R', ({ hour, minute }) => `${two(hour)}:${two(minute)}`],
  ['z', () => '+0000'],
  ['Z', () => 'UTC'],
  ['n', () => '\n'],
  ['t', () => '\t'],
  ['%', () => '%'],
]);

/** From 1. */
function dayOfYear({ year, month, day }: CivilTime): number {
  return daysSinceEpoch(year, month, day) - daysSinceEpoch(year, 1, 1) + 1;
}
