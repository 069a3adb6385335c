// grep: lines that match a regular expression.

import type { Process } from '../../sim/index.ts';
import { FileError, inputOf } from '../../sim/index.ts';
import { reasonOf } from '../language/redirection.ts';
import type { Steps } from '../language/shell-state.ts';
import type { Regex } from '../regex/regex.ts';
import { compileRegex, RegexError } from '../regex/regex.ts';
import type { Options } from './program.ts';
import {
  countFrom,
  fail,
  LineReader,
  lastValue,
  nameOf,
  parseOptions,
  pathOf,
  program,
  UsageError,
} from './program.ts';

const spec = {
  flags: 'ivEFGonqclLHhswxrR',
  values: 'ABCemf',
  code: 2,
  long: {
    'ignore-case': 'i',
    'invert-match': 'v',
    'extended-regexp': 'E',
    'fixed-strings': 'F',
    'only-matching': 'o',
    'line-number': 'n',
    quiet: 'q',
    silent: 'q',
    count: 'c',
    'files-with-matches': 'l',
    'files-without-match': 'L',
    'no-filename': 'h',
    'with-filename': 'H',
    'no-messages': 's',
    'word-regexp': 'w',
    'line-regexp': 'x',
    recursive: 'r',
    'after-context': 'A',
    'before-context': 'B',
    context: 'C',
    regexp: 'e',
    'max-count': 'm',
    file: 'f',
  },
} as const;

interface Search {
  readonly regex: Regex;
  readonly options: Options;
  readonly before: number;
  readonly after: number;
  readonly most: number;
  readonly hasNames: boolean;
}

export const grep = program(function* (process, args) {
  // GNU takes -5 for -C 5; egrep and fgrep come from the name.
  const options = parseOptions(
    args.map((arg) => (/^-\d+$/.test(arg) ? `-C${arg.slice(1)}` : arg)),
    spec,
  );
  if (options.values.has('f')) throw new UsageError('-f is not supported; give each pattern with -e', 2);
  const operands = [...options.operands];
  const patterns = options.values.get('e') ?? operands.splice(0, 1);
  if (patterns.length === 0) {
    process.stderr.write(
      "Usage: grep [OPTION]... PATTERNS [FILE]...\nTry 'grep --help' for more information.\n",
    );
    return 2;
  }
  const files = filesOf(process, options, operands);
  const context = lastValue(options, 'C') ?? '0';
  const search: Search = {
    regex: regexOf(process, options, patterns.join('\n')),
    options,
    before: countFrom(lastValue(options, 'B') ?? context, 'context length argument'),
    after: countFrom(lastValue(options, 'A') ?? context, 'context length argument'),
    most: options.values.has('m')
      ? countFrom(lastValue(options, 'm') as string, 'max count')
      : Number.POSITIVE_INFINITY,
    hasNames: !options.flags.has('h') && (options.flags.has('H') || files.length > 1 || isRecursive(options)),
  };
  let hasMatch = false;
  let hasError = false;
  for (const file of files) {
    const count = yield* searchFile(process, search, file);
    if (count === undefined) hasError = true;
    else if (count > 0) hasMatch = true;
    if (hasMatch && options.flags.has('q')) return 0;
  }
  return hasError ? 2 : hasMatch ? 0 : 1;
});

function isRecursive({ flags }: Options): boolean {
  return flags.has('r') || flags.has('R');
}

function regexOf(process: Process, { flags }: Options, pattern: string): Regex {
  const name = nameOf(process);
  try {
    return compileRegex(pattern, {
      syntax:
        flags.has('F') || name === 'fgrep'
          ? 'fixed'
          : flags.has('E') || name === 'egrep'
            ? 'extended'
            : 'basic',
      isCaseInsensitive: flags.has('i'),
      whole: flags.has('x') ? 'line' : flags.has('w') ? 'word' : undefined,
    });
  } catch (error) {
    if (error instanceof RegexError) throw new UsageError(error.message, 2);
    throw error;
  }
}

function filesOf(process: Process, options: Options, operands: readonly string[]): readonly string[] {
  if (!isRecursive(options)) return operands.length === 0 ? ['-'] : operands;
  const walk = (path: string): string[] => {
    if (process.host.files.stat(pathOf(process, path))?.type !== 'directory') return [path];
    return process.host.files
      .list(pathOf(process, path))
      .flatMap((name) => walk(`${path.replace(/\/$/, '')}/${name}`));
  };
  return (operands.length === 0 ? ['.'] : operands).flatMap(walk);
}

/** The number of matching lines; undefined if the file cannot be read. */
function* searchFile(process: Process, search: Search, file: string): Steps<number | undefined> {
  const { flags } = search.options;
  const input = open(process, file, flags.has('s'));
  if (input === undefined) return undefined;
  const printer = new Printer(process, search, file === '-' ? '(standard input)' : file);
  const reader = new LineReader(input);
  let count = 0;
  for (
    let line = yield* reader.next();
    line !== undefined && count < search.most;
    line = yield* reader.next()
  ) {
    const text = line.replace(/\n$/, '');
    const isMatch = search.regex.test(text) !== flags.has('v');
    if (isMatch) count += 1;
    if (isMatch && flags.has('q')) return count;
    printer.take(text, isMatch);
  }
  printer.finish(count);
  return count;
}

function open(process: Process, file: string, isSilent: boolean) {
  if (file === '-') return process.stdin;
  try {
    return inputOf(process.host.files.read(pathOf(process, file)));
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    if (!isSilent) fail(process, `${file}: ${reasonOf(error)}`);
    return undefined;
  }
}

/** Prints matching lines and their surroundings. */
class Printer {
  readonly #process: Process;
  readonly #search: Search;
  readonly #file: string;
  readonly #earlier: { readonly number: number; readonly text: string }[] = [];
  #number = 0;
  #lastShown = 0;
  #following = 0;

  constructor(process: Process, search: Search, file: string) {
    this.#process = process;
    this.#search = search;
    this.#file = file;
  }

  take(text: string, isMatch: boolean): void {
    this.#number += 1;
    const { flags } = this.#search.options;
    if (flags.has('c') || flags.has('l') || flags.has('L')) return;
    if (isMatch) this.#showMatch(text);
    else if (this.#following > 0) {
      this.#following -= 1;
      this.#show(this.#number, text, '-');
    } else if (this.#search.before > 0) {
      this.#earlier.push({ number: this.#number, text });
      if (this.#earlier.length > this.#search.before) this.#earlier.shift();
    }
  }

  finish(count: number): void {
    const { flags } = this.#search.options;
    const { stdout } = this.#process;
    if (flags.has('L') ? count === 0 : flags.has('l') && count > 0) stdout.write(`${this.#file}\n`);
    else if (flags.has('c') && !flags.has('l'))
      stdout.write(`${this.#search.hasNames ? `${this.#file}:` : ''}${count}\n`);
  }

  #showMatch(text: string): void {
    if (this.#search.options.flags.has('o')) {
      if (!this.#search.options.flags.has('v')) this.#showParts(text);
      return;
    }
    const hasContext = this.#search.before > 0 || this.#search.after > 0;
    const first = this.#earlier[0]?.number ?? this.#number;
    if (hasContext && this.#lastShown > 0 && first > this.#lastShown + 1) this.#process.stdout.write('--\n');
    for (const earlier of this.#earlier.splice(0)) this.#show(earlier.number, earlier.text, '-');
    this.#show(this.#number, text, ':');
    this.#following = this.#search.after;
  }

  #showParts(text: string): void {
    for (let at = 0; at <= text.length; ) {
      const match = this.#search.regex.exec(text, at);
      if (match === undefined) return;
      if (match.end > match.start) this.#show(this.#number, text.slice(match.start, match.end), ':');
      at = Math.max(match.end, match.start + 1);
    }
  }

  #show(number: number, text: string, separator: string): void {
    const name = this.#search.hasNames ? `${this.#file}${separator}` : '';
    const line = this.#search.options.flags.has('n') ? `${number}${separator}` : '';
    this.#process.stdout.write(`${name}${line}${text}\n`);
    this.#lastShown = number;
  }
}
