// sort: lines in order of their characters' codes (the C locale).
import { compareText } from '../../sim/index.ts';
import { lastValue, parseOptions, pathOf, program, readOperands, splitLines, UsageError } from './program.ts';

interface Key {
  readonly first: number;
  readonly last: number;
  readonly flags: string;
}

export const sort = program(function* (process, args) {
  const options = parseOptions(args, {
    flags: 'rnufbhVgcs',
    values: 'kto',
    code: 2,
    long: {
      reverse: 'r',
      'numeric-sort': 'n',
      unique: 'u',
      'ignore-case': 'f',
      key: 'k',
      'field-separator': 't',
      output: 'o',
    },
  });
  const unsupported = ['g', 'c', 'V'].find((letter) => options.flags.has(letter));
  if (unsupported !== undefined) throw new UsageError(`option -${unsupported} is not supported here`, 2);
  const { texts, code } = yield* readOperands(process, options.operands);
  const lines = texts.flatMap((text) => splitLines(text).map((line) => line.replace(/\n$/, '')));
  const keys = (options.values.get('k') ?? []).map(keyFrom);
  const separator = lastValue(options, 't');
  const global = [...options.flags].join('');
  const compare = (a: string, b: string) => {
    for (const key of keys) {
      const flags = key.flags === '' ? global : key.flags;
      const order = compareBy(flags, fieldOf(a, key, separator), fieldOf(b, key, separator));
      if (order !== 0) return order;
    }
    if (keys.length === 0) return compareBy(global, a, b);
    return 0;
  };
  const isStable = options.flags.has('s') || options.flags.has('u');
  const lastResort = (a: string, b: string) =>
    isStable ? 0 : compareText(a, b) * (options.flags.has('r') ? -1 : 1);
  const sorted = lines.sort((a, b) => compare(a, b) || lastResort(a, b));
  const kept = options.flags.has('u')
    ? sorted.filter((line, i) => i === 0 || compare(sorted[i - 1] as string, line) !== 0)
    : sorted;
  const text = kept.map((line) => `${line}\n`).join('');
  const output = lastValue(options, 'o');
  if (output === undefined) process.stdout.write(text);
  else process.host.files.write(pathOf(process, output), text);
  return code === 0 ? 0 : 2;
});

function keyFrom(text: string): Key {
  const found = /^(\d+)(?:\.\d+)?([bfnrh]*)(?:,(\d+)(?:\.\d+)?([bfnrh]*))?$/.exec(text);
  if (found === null || found[1] === '0') throw new UsageError(`-: invalid field specification '${text}'`, 2);
  const last = found[3] === undefined ? Number.POSITIVE_INFINITY : Number(found[3]);
  return { first: Number(found[1]), last, flags: (found[2] as string) + (found[4] ?? '') };
}

function fieldOf(line: string, { first, last }: Key, separator: string | undefined): string {
  // Without a separator each field begins with the blanks before it.
  const fields = separator === undefined ? (line.match(/\s*\S+|\s+$/g) ?? []) : line.split(separator);
  return fields.slice(first - 1, last).join(separator ?? '');
}

const sizes = ['', 'K', 'M', 'G', 'T', 'P'];

function compareBy(flags: string, a: string, b: string): number {
  const sign = flags.includes('r') ? -1 : 1;
  if (flags.includes('n')) return sign * (numberOf(a) - numberOf(b));
  if (flags.includes('h')) return sign * (sizeOf(a) - sizeOf(b));
  const fold = (text: string) => (flags.includes('f') ? text.toUpperCase() : text);
  const strip = (text: string) => (flags.includes('b') ? text.trimStart() : text);
  return sign * compareText(fold(strip(a)), fold(strip(b)));
}

function numberOf(text: string): number {
  return Number(/^\s*(-?\d*\.?\d+)/.exec(text)?.[1] ?? 0);
}

function sizeOf(text: string): number {
  const found = /^\s*(-?\d*\.?\d+)([KMGTP]?)/i.exec(text);
  return found === null ? 0 : Number(found[1]) * 1024 ** sizes.indexOf((found[2] as string).toUpperCase());
}
