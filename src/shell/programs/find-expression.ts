// The expression of find: tests and actions, joined by -a, -o, ! and parentheses. It is read once and asked of every entry.
import type { FileStat } from '../../sim/index.ts';
import { nameOf as lastName } from '../../sim/index.ts';
import { compilePattern, matches } from '../language/glob.ts';
import type { Steps } from '../language/shell-state.ts';
import { countFrom, UsageError } from './program.ts';

export interface Entry {
  /** As find shows it: the operand, and the way from there. */
  readonly path: string;
  readonly absolute: string;
  readonly depth: number;
  readonly stat: FileStat;
}

/** What an expression does beside answering. */
export interface Actions {
  print(text: string): void;
  /** Removes an entry; false where it cannot be. */
  remove(entry: Entry): boolean;
  /** Runs a command for an entry. */
  run(argv: readonly string[]): Steps;
  /** Keeps a path for the one command that is run at the end. */
  collect(argv: readonly string[], path: string): void;
  /** What is below this directory is left out. */
  prune(): void;
  isEmpty(entry: Entry): boolean;
  readonly nowMs: number;
  newerThanMs(path: string): number;
}

export type Test = (entry: Entry, actions: Actions) => Steps<boolean>;

export interface Expression {
  readonly test: Test;
  readonly minDepth: number;
  readonly maxDepth: number;
  /** What is in a directory comes before the directory. */
  readonly isDepthFirst: boolean;
}

/** Reads an expression. Without an action in it, what it is true of is printed. Throws UsageError. */
export function parseExpression(words: readonly string[]): Expression {
  const parser = new Parser(words);
  const given = parser.parse();
  const test = parser.hasAction ? given : and(given, print('\n'));
  const { minDepth, maxDepth, isDepthFirst } = parser;
  return { test, minDepth, maxDepth, isDepthFirst };
}

class Parser {
  minDepth = 0;
  maxDepth = Number.POSITIVE_INFINITY;
  isDepthFirst = false;
  hasAction = false;
  readonly #words: readonly string[];
  #at = 0;

  constructor(words: readonly string[]) {
    this.#words = words;
  }

  parse(): Test {
    if (this.#words.length === 0) return always;
    const test = this.#either();
    if (this.#at < this.#words.length) throw new UsageError("invalid expression; you have too many ')'");
    return test;
  }

  #either(): Test {
    let test = this.#both();
    while (this.#take('-o', '-or')) test = or(test, this.#both());
    return test;
  }

  #both(): Test {
    let test = this.#single();
    for (;;) {
      const isJoined = this.#take('-a', '-and');
      const next = this.#words[this.#at];
      if (!isJoined && (next === undefined || next === ')' || next === '-o' || next === '-or')) return test;
      test = and(test, this.#single());
    }
  }

  #single(): Test {
    const word = this.#words[this.#at];
    if (word === undefined) throw new UsageError('invalid expression; something is expected at its end');
    this.#at += 1;
    if (word === '!' || word === '-not') return not(this.#single());
    if (word === '(') {
      const test = this.#either();
      if (!this.#take(')'))
        throw new UsageError("invalid expression; expected to find a ')' but didn't see one");
      return test;
    }
    return this.#primary(word);
  }

  #primary(word: string): Test {
    switch (word) {
      case '-true':
        return always;
      case '-name':
      case '-iname':
        return named(this.#value(word), word === '-iname', ({ path }) => lastName(path) || path);
      case '-path':
      case '-ipath':
      case '-wholename':
        return named(this.#value(word), word === '-ipath', ({ path }) => path);
      case '-type':
        return ofType(this.#value(word));
      case '-empty':
        return instantly((entry, actions) => actions.isEmpty(entry));
      case '-size':
        return ofSize(this.#value(word));
      case '-mmin':
        return aged(this.#value(word), 60_000);
      case '-mtime':
        return aged(this.#value(word), 86_400_000);
      case '-newer': {
        const path = this.#value(word);
        return instantly((entry, actions) => entry.stat.modifiedAtMs > actions.newerThanMs(path));
      }
      case '-prune':
        return instantly((_, actions) => {
          actions.prune();
          return true;
        });
      case '-mindepth':
        this.minDepth = countFrom(this.#value(word), 'argument to -mindepth');
        return always;
      case '-maxdepth':
        this.maxDepth = countFrom(this.#value(word), 'argument to -maxdepth');
        return always;
      case '-depth':
        this.isDepthFirst = true;
        return always;
      default:
        return this.#action(word);
    }
  }

  #action(word: string): Test {
    this.hasAction = true;
    switch (word) {
      case '-print':
        return print('\n');
      case '-print0':
        return print('\0');
      case '-delete':
        this.isDepthFirst = true;
        return instantly((entry, actions) => actions.remove(entry));
      case '-exec':
        return this.#exec();
      default:
        throw new UsageError(
          word.startsWith('-') ? `unknown predicate '${word}'` : `paths must precede expression: '${word}'`,
        );
    }
  }

  #exec(): Test {
    const argv: string[] = [];
    for (;;) {
      const word = this.#words[this.#at++];
      if (word === undefined) throw new UsageError("missing argument to '-exec'");
      if (word === ';') break;
      if (word === '+' && argv.at(-1) === '{}') {
        const command = argv.slice(0, -1);
        return instantly(({ path }, actions) => {
          actions.collect(command, path);
          return true;
        });
      }
      argv.push(word);
    }
    if (argv.length === 0) throw new UsageError("missing argument to '-exec'");
    return function* ({ path }, actions) {
      return (yield* actions.run(argv.map((word) => word.replaceAll('{}', path)))) === 0;
    };
  }

  #value(of: string): string {
    const word = this.#words[this.#at++];
    if (word === undefined) throw new UsageError(`missing argument to '${of}'`);
    return word;
  }

  #take(...words: string[]): boolean {
    if (!words.includes(this.#words[this.#at] ?? '')) return false;
    this.#at += 1;
    return true;
  }
}

function instantly(test: (entry: Entry, actions: Actions) => boolean): Test {
  // biome-ignore lint/correctness/useYield: it does not wait
  return function* (entry, actions) {
    return test(entry, actions);
  };
}

const always = instantly(() => true);

function print(end: string): Test {
  return instantly(({ path }, actions) => {
    actions.print(path + end);
    return true;
  });
}

function and(a: Test, b: Test): Test {
  return function* (entry, actions) {
    return (yield* a(entry, actions)) && (yield* b(entry, actions));
  };
}

function or(a: Test, b: Test): Test {
  return function* (entry, actions) {
    return (yield* a(entry, actions)) || (yield* b(entry, actions));
  };
}

function not(test: Test): Test {
  return function* (entry, actions) {
    return !(yield* test(entry, actions));
  };
}

function named(pattern: string, ignoresCase: boolean, text: (entry: Entry) => string): Test {
  const fold = (value: string) => (ignoresCase ? value.toLowerCase() : value);
  const compiled = compilePattern(fold(pattern));
  return instantly((entry) => matches(compiled, fold(text(entry))));
}

function ofType(letters: string): Test {
  const known = { f: 'file', d: 'directory' } as const;
  const types = letters.split(',').map((letter) => {
    // There are no links, sockets and pipes among the files here; to look for them is no mistake.
    if (/^[lpsbc]$/.test(letter)) return undefined;
    const type = known[letter as 'f' | 'd'];
    if (type === undefined) throw new UsageError(`Unknown argument to -type: ${letter}`);
    return type;
  });
  return instantly(({ stat }) => types.includes(stat.type));
}

const units: Readonly<Record<string, number>> = {
  c: 1,
  w: 2,
  b: 512,
  k: 1024,
  M: 1024 ** 2,
  G: 1024 ** 3,
};

function ofSize(text: string): Test {
  const [, amount = '', unit = 'b'] = /^(.*?)([cwbkMG]?)$/.exec(text) ?? [];
  const size = units[unit || 'b'] as number;
  const isAsGiven = comparison(amount, `invalid argument '${text}' to '-size'`);
  return instantly(({ stat }) => isAsGiven(Math.ceil(stat.size / size)));
}

/** How long ago it was changed, in whole units. */
function aged(text: string, unitMs: number): Test {
  const isAsGiven = comparison(text, `invalid argument '${text}' to a time test`);
  return instantly(({ stat }, actions) =>
    isAsGiven(Math.floor((actions.nowMs - stat.modifiedAtMs) / unitMs)),
  );
}

/** `5`: exactly, `+5`: more, `-5`: fewer. */
function comparison(text: string, problem: string): (value: number) => boolean {
  const [, sign, digits] = /^([+-]?)(\d{1,15})$/.exec(text) ?? [];
  if (digits === undefined) throw new UsageError(problem);
  const wanted = Number(digits);
  if (sign === '+') return (value) => value > wanted;
  if (sign === '-') return (value) => value < wanted;
  return (value) => value === wanted;
}
