// What the small programs have in common: options, input by lines, messages.

import type { Input, Process, Program } from '../../sim/index.ts';
import { FileError, inputOf, resolvePath, turn, untilReadable } from '../../sim/index.ts';
import { openEndless } from '../language/devices.ts';
import { reasonOf } from '../language/redirection.ts';
import type { Steps } from '../language/shell-state.ts';

/** A mistake in how a program was called: printed, and its code returned. */
export class UsageError extends Error {
  readonly code: number;
  constructor(message: string, code = 1) {
    super(message);
    this.code = code;
  }
}

/** A program whose usage errors are told as `name: message`. */
export function program(run: (process: Process, args: readonly string[]) => Steps): Program {
  return function* (process) {
    try {
      return yield* run(process, process.argv.slice(1));
    } catch (error) {
      if (error instanceof FileError) return fail(process, error.message);
      if (!(error instanceof UsageError)) throw error;
      fail(process, error.message);
      return error.code;
    }
  };
}

/** The same for a program that never waits. */
export function instant(run: (process: Process, args: readonly string[]) => number): Program {
  // biome-ignore lint/correctness/useYield: it does not wait
  return program(function* (process, args) {
    return run(process, args);
  });
}

export function nameOf(process: Process): string {
  return (process.argv[0] ?? '').replace(/^.*\//, '');
}

/** Prints `name: message` to stderr; returns 1. */
export function fail(process: Process, message: string): number {
  process.stderr.write(`${nameOf(process)}: ${message}\n`);
  return 1;
}

export interface OptionSpec {
  /** Letters of options without a value. */
  readonly flags?: string;
  /** Letters of options with one. */
  readonly values?: string;
  /** Long names and the letters they stand for. */
  readonly long?: Readonly<Record<string, string>>;
  /** The code after a wrong option; 1 by default. */
  readonly code?: number;
  /** Options end at the first operand: `env`, `xargs`, `timeout`. */
  readonly stopsAtOperand?: boolean;
}

export interface Options {
  readonly flags: ReadonlySet<string>;
  /** The values given for a letter, in order. */
  readonly values: ReadonlyMap<string, readonly string[]>;
  readonly operands: readonly string[];
}

/** Takes options as getopt does; throws UsageError for one that is not known. */
export function parseOptions(args: readonly string[], spec: OptionSpec): Options {
  const flags = new Set<string>();
  const values = new Map<string, string[]>();
  const operands: string[] = [];
  const rest = [...args];
  const give = (letter: string, value: string | undefined, shown: string) => {
    const given = value ?? rest.shift();
    if (given === undefined) throw new UsageError(`option requires an argument -- '${shown}'`, spec.code);
    values.set(letter, [...(values.get(letter) ?? []), given]);
  };
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '--') {
      operands.push(...rest);
      break;
    }
    if (word.startsWith('--')) takeLong(word.slice(2), spec, flags, give);
    else if (word.length > 1 && word.startsWith('-')) takeShort(word, spec, flags, give);
    else {
      operands.push(word);
      if (spec.stopsAtOperand === true) {
        operands.push(...rest);
        break;
      }
    }
  }
  return { flags, values, operands };
}

type Give = (letter: string, value: string | undefined, shown: string) => void;

function takeLong(word: string, spec: OptionSpec, flags: Set<string>, give: Give): void {
  const [name = '', ...value] = word.split('=');
  const letter = Object.hasOwn(spec.long ?? {}, name) ? spec.long?.[name] : undefined;
  if (letter === undefined) throw new UsageError(`unrecognized option '--${name}'`, spec.code);
  if (spec.values?.includes(letter) === true)
    give(letter, value.length > 0 ? value.join('=') : undefined, name);
  else flags.add(letter);
}

function takeShort(word: string, spec: OptionSpec, flags: Set<string>, give: Give): void {
  for (let i = 1; i < word.length; i++) {
    const letter = word[i] as string;
    if (spec.values?.includes(letter) === true) {
      give(letter, word.slice(i + 1) || undefined, letter);
      return;
    }
    if (spec.flags?.includes(letter) !== true)
      throw new UsageError(`invalid option -- '${letter}'`, spec.code);
    flags.add(letter);
  }
}

/** The last value given for a letter. */
export function lastValue(options: Options, letter: string): string | undefined {
  return options.values.get(letter)?.at(-1);
}

/** The absolute path of an operand. */
export function pathOf(process: Process, operand: string): string {
  return resolvePath(process.cwd, operand);
}

/** What an operand names: a file's content, or standard input for `-`. Undefined after reporting that it cannot be read. */
export function openOperand(process: Process, operand: string): Input | undefined {
  if (operand === '-' || operand === '/dev/stdin') return process.stdin;
  const endless = openEndless(process, pathOf(process, operand));
  if (endless !== undefined) return endless;
  try {
    return inputOf(process.host.files.read(pathOf(process, operand)));
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    fail(process, `${operand}: ${reasonOf(error)}`);
    return undefined;
  }
}

/** Reads until the end. */
export function* readAll(input: Input): Steps<string> {
  const pieces: string[] = [];
  for (;;) {
    const piece = input.read();
    if (piece === undefined) return pieces.join('');
    if (piece === 'wait') yield untilReadable(input);
    else pieces.push(piece);
  }
}

/** How fast a program fills its memory that keeps all that an endless device gives. */
const keptBytesPerSecond = 1024 * 1024 * 1024;

/** Reads until the end and keeps it all, which takes ever more memory where there is no end: `tail /dev/zero`. */
export function* keepAll({ host, pid }: Process, input: Input): Steps<string> {
  // Only a device says itself when there will be more of it.
  if (input.untilReadable !== undefined) host.take?.(pid, { memoryBytesPerSecond: keptBytesPerSecond });
  return yield* readAll(input);
}

/** Reads all the operands, or standard input if there are none. Returns the code: 1 if one could not be read. */
export function* readOperands(
  process: Process,
  operands: readonly string[],
): Steps<{ readonly texts: readonly string[]; readonly code: number }> {
  const texts: string[] = [];
  let code = 0;
  for (const operand of operands.length === 0 ? ['-'] : operands) {
    const input = openOperand(process, operand);
    if (input === undefined) code = 1;
    else texts.push(yield* keepAll(process, input));
  }
  return { texts, code };
}

/** A line with its newline; the last one of an input may be without. */
export class LineReader {
  readonly #input: Input;
  #rest = '';
  #lines: string[] = [];
  #next = 0;
  #isOver = false;
  #read = 0;

  constructor(input: Input) {
    this.#input = input;
  }

  /** The next line as soon as it is complete; undefined at the end. */
  *next(): Steps<string | undefined> {
    for (;;) {
      const line = this.#lines[this.#next];
      if (line !== undefined) {
        this.#next += 1;
        this.#read += 1;
        if (this.#read % 1000 === 0) yield turn;
        return line;
      }
      if (this.#isOver) return undefined;
      yield* this.#fill();
    }
  }

  *#fill(): Steps<void> {
    const piece = this.#input.read();
    if (piece === 'wait') {
      yield untilReadable(this.#input);
      return;
    }
    this.#isOver = piece === undefined;
    const text = this.#rest + (piece ?? '');
    const end = this.#isOver ? text.length : text.lastIndexOf('\n') + 1;
    this.#rest = text.slice(end);
    this.#lines = splitLines(text.slice(0, end));
    this.#next = 0;
  }
}

/** Lines with their newlines. */
export function splitLines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** A whole number of a program's option or operand. */
export function countFrom(text: string, what: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new UsageError(`invalid ${what}: '${text}'`);
}

/** A duration as `sleep` and `timeout` take it: `1.5`, `10s`, `2m`, `1h`, `1d`, in ms; undefined if it is none. */
export function durationMs(text: string): number | undefined {
  const found = /^(\d+\.?\d*|\.\d+)([smhd]?)$/.exec(text);
  if (found === null) return /^(inf|infinity)$/i.test(text) ? Number.POSITIVE_INFINITY : undefined;
  const unitMs = { '': 1000, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 }[
    found[2] as '' | 's' | 'm' | 'h' | 'd'
  ];
  return Math.round(Number(found[1]) * unitMs);
}
