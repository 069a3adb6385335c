// Flags as kubectl's own parser (pflag) reads them: --name=value, --name value, -n value, -nvalue, bundled -it, and `--`.
import { parseGoDuration } from '../sim/index.ts';

export interface FlagSpec {
  /** Without dashes, e.g. 'namespace'. */
  readonly name: string;
  readonly short?: string;
  /** `list` takes values apart at commas, `each` does not. */
  readonly type: 'bool' | 'string' | 'int' | 'duration' | 'list' | 'each';
  /** The value of a flag that is written without one (`--dry-run`). Bools have 'true'. */
  readonly bare?: string;
  readonly default?: string;
  readonly help: string;
  /** What it says when used, if it is on its way out. */
  readonly deprecated?: string;
  /** The command cannot do without it. */
  readonly isRequired?: boolean;
  /** The real kubectl has it, this one does not: what to use instead. */
  readonly unsupported?: string;
}

/** The values of one call. */
export interface ParsedFlags {
  has(name: string): boolean;
  /** The last value given, else the default. */
  text(name: string): string | undefined;
  bool(name: string): boolean;
  /** Undefined where not given and without default. */
  int(name: string): number | undefined;
  /** Every value given, comma-separated ones taken apart. */
  list(name: string): readonly string[];
  /** Every flag given with its value as text, sorted by name. */
  given(): readonly (readonly [name: string, value: string])[];
  /** In ms; 0 where not given and without default. */
  durationMs(name: string): number;
}

export interface ParsedCall {
  readonly flags: ParsedFlags;
  readonly args: readonly string[];
  readonly rest: readonly string[] | undefined;
  readonly deprecations: readonly string[];
}

/** A flag that is not known or has a value that does not fit. `message` is pflag's. */
export class FlagError extends Error {}

/** Flags without which a command does not start, or that are not simulated. `message` is the whole sentence. */
export class FlagRefusal extends Error {}

/** Parses the words after a command's own. Throws `FlagError` and `FlagRefusal`. */
export function parseFlags(words: readonly string[], specs: readonly FlagSpec[]): ParsedCall {
  const given = new Map<string, string[]>();
  const args: string[] = [];
  let rest: string[] | undefined;
  const queue = [...words];
  while (queue.length > 0) {
    const word = queue.shift() as string;
    if (word === '--') {
      rest = queue.splice(0);
    } else if (word.startsWith('--')) {
      readLong(word, queue, specs, given);
    } else if (word.startsWith('-') && word.length > 1) {
      readShort(word, queue, specs, given);
    } else {
      args.push(word);
    }
  }
  const deprecations = specs.flatMap((spec) =>
    spec.deprecated && given.has(spec.name)
      ? [`Flag --${spec.name} has been deprecated, ${spec.deprecated}`]
      : [],
  );
  refuseUnsupported(given, specs);
  return { flags: lookup(given, specs), args, rest, deprecations };
}

/** Throws `FlagRefusal` where a flag that the command cannot do without was not given. */
export function refuseMissing(flags: ParsedFlags, specs: readonly FlagSpec[]): void {
  const missing = specs.filter((spec) => spec.isRequired && !flags.has(spec.name));
  if (missing.length === 0) return;
  throw new FlagRefusal(
    `required flag(s) ${missing.map((spec) => JSON.stringify(spec.name)).join(', ')} not set`,
  );
}

function refuseUnsupported(given: ReadonlyMap<string, readonly string[]>, specs: readonly FlagSpec[]): void {
  for (const [name, values] of given) {
    // A command's own flag goes before one of that name that all have.
    const spec = specs.find((it) => it.name === name);
    // Saying no to what is not there is nothing to refuse.
    if (spec?.unsupported === undefined || (spec.type === 'bool' && values.at(-1) === 'false')) continue;
    throw new FlagRefusal(`petset does not simulate --${name}; ${spec.unsupported}`);
  }
}

function readLong(
  word: string,
  queue: string[],
  specs: readonly FlagSpec[],
  given: Map<string, string[]>,
): true {
  const equals = word.indexOf('=');
  const name = equals < 0 ? word.slice(2) : word.slice(2, equals);
  const spec = specs.find((it) => it.name === name);
  if (!spec) throw new FlagError(`unknown flag: --${name}`);
  if (equals >= 0) return add(given, spec, word.slice(equals + 1));
  const bare = spec.bare ?? (spec.type === 'bool' ? 'true' : undefined);
  if (bare !== undefined) return add(given, spec, bare);
  const value = queue.shift();
  if (value === undefined) throw new FlagError(`flag needs an argument: --${name}`);
  return add(given, spec, value);
}

function readShort(
  word: string,
  queue: string[],
  specs: readonly FlagSpec[],
  given: Map<string, string[]>,
): true {
  for (let i = 1; i < word.length; i++) {
    const letter = word[i] as string;
    const spec = specs.find((it) => it.short === letter);
    if (!spec) throw new FlagError(`unknown shorthand flag: '${letter}' in ${word}`);
    const after = word.slice(i + 1);
    if (after.startsWith('=')) return add(given, spec, after.slice(1));
    const bare = spec.bare ?? (spec.type === 'bool' ? 'true' : undefined);
    if (bare !== undefined) {
      add(given, spec, bare);
      continue;
    }
    const value = after || queue.shift();
    if (value === undefined) throw new FlagError(`flag needs an argument: '${letter}' in ${word}`);
    return add(given, spec, value);
  }
  return true;
}

const booleans = new Map([
  ...['1', 't', 'T', 'true', 'TRUE', 'True'].map((word) => [word, 'true'] as const),
  ...['0', 'f', 'F', 'false', 'FALSE', 'False'].map((word) => [word, 'false'] as const),
]);

function add(given: Map<string, string[]>, spec: FlagSpec, value: string): true {
  // However it was given, both of its names are told.
  const label = spec.short === undefined ? `--${spec.name}` : `-${spec.short}, --${spec.name}`;
  const bad = (type: string, why: string) =>
    new FlagError(
      `invalid argument ${JSON.stringify(value)} for ${JSON.stringify(label)} flag: ${type}.${why}`,
    );
  let read = value;
  if (spec.type === 'bool') {
    const bool = booleans.get(value);
    if (bool === undefined)
      throw bad('strconv', `ParseBool: parsing ${JSON.stringify(value)}: invalid syntax`);
    read = bool;
  }
  if (spec.type === 'int' && !/^[+-]?\d{1,15}$/.test(value)) {
    const isLong = /^[+-]?\d+$/.test(value);
    throw bad(
      'strconv',
      `ParseInt: parsing ${JSON.stringify(value)}: ${isLong ? 'value out of range' : 'invalid syntax'}`,
    );
  }
  if (spec.type === 'duration') {
    const duration = parseGoDuration(value);
    if (!duration.ok) {
      throw new FlagError(
        `invalid argument ${JSON.stringify(value)} for ${JSON.stringify(label)} flag: ${duration.error}`,
      );
    }
  }
  const values = given.get(spec.name) ?? [];
  given.set(spec.name, [...values, ...(spec.type === 'list' ? read.split(',') : [read])]);
  return true;
}

function lookup(given: ReadonlyMap<string, readonly string[]>, specs: readonly FlagSpec[]): ParsedFlags {
  const text = (name: string) => given.get(name)?.at(-1) ?? specs.find((spec) => spec.name === name)?.default;
  return {
    has: (name) => given.has(name),
    text,
    bool: (name) => text(name) === 'true',
    int: (name) => {
      const value = text(name);
      return value === undefined ? undefined : Number(value);
    },
    list: (name) => given.get(name) ?? [],
    given: () =>
      [...given.keys()].sort().map((name) => {
        const isList = specs.some((spec) => spec.name === name && spec.type === 'list');
        return [name, isList ? `[${(given.get(name) ?? []).join(',')}]` : (text(name) ?? '')] as const;
      }),
    durationMs: (name) => {
      const duration = parseGoDuration(text(name) ?? '0');
      return duration.ok ? duration.value : 0;
    },
  };
}
