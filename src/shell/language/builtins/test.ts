// test, [: conditions as a command.
import { ShellError } from '../completion.ts';
import type { Shell } from '../shell-state.ts';
import { binaryTests, testBinary, testUnary, unaryTests } from '../test-primaries.ts';
import { instantly } from './builtin.ts';

export const test = instantly((shell, given, name) => {
  let args = given;
  if (name === '[') {
    if (args.at(-1) !== ']') throw new ShellError("[: missing `]'", { code: 2 });
    args = args.slice(0, -1);
  }
  return evaluate(shell, args) ? 0 : 1;
});

/** POSIX decides by the number of arguments; more than four go through the grammar with -a, -o and parentheses. */
function evaluate(shell: Shell, args: readonly string[]): boolean {
  const [a = '', b = '', c = ''] = args;
  if (args.length === 0) return false;
  if (args.length === 1) return a !== '';
  if (args.length === 2) {
    if (a === '!') return b === '';
    if (unaryTests.has(a)) return testUnary(shell, a, b);
    throw new ShellError(`[: ${a}: unary operator expected`, { code: 2 });
  }
  if (args.length === 3) {
    if (binaryTests.has(b)) return testBinary(shell, a, b, c);
    if (b === '-a') return a !== '' && c !== '';
    if (b === '-o') return a !== '' || c !== '';
    if (a === '!') return !evaluate(shell, args.slice(1));
    if (a === '(' && c === ')') return b !== '';
    throw new ShellError(`[: ${b}: binary operator expected`, { code: 2 });
  }
  if (args.length === 4 && a === '!') return !evaluate(shell, args.slice(1));
  return new Grammar(shell, args).evaluate();
}

class Grammar {
  readonly #shell: Shell;
  readonly #args: readonly string[];
  #at = 0;

  constructor(shell: Shell, args: readonly string[]) {
    this.#shell = shell;
    this.#args = args;
  }

  evaluate(): boolean {
    const value = this.#either();
    if (this.#at < this.#args.length) throw new ShellError('[: too many arguments', { code: 2 });
    return value;
  }

  #either(): boolean {
    let value = this.#both();
    while (this.#take('-o')) {
      const right = this.#both();
      value = value || right;
    }
    return value;
  }

  #both(): boolean {
    let value = this.#single();
    while (this.#take('-a')) {
      const right = this.#single();
      value = value && right;
    }
    return value;
  }

  #take(word: string): boolean {
    if (this.#args[this.#at] !== word) return false;
    this.#at += 1;
    return true;
  }

  #single(): boolean {
    if (this.#take('!')) return !this.#single();
    const [a, b, c] = this.#args.slice(this.#at, this.#at + 3);
    if (a === undefined) throw new ShellError('[: argument expected', { code: 2 });
    if (b !== undefined && c !== undefined && binaryTests.has(b)) {
      this.#at += 3;
      return testBinary(this.#shell, a, b, c);
    }
    if (a === '(') {
      this.#at += 1;
      const value = this.#either();
      if (!this.#take(')')) throw new ShellError("[: `)' expected", { code: 2 });
      return value;
    }
    if (b !== undefined && unaryTests.has(a)) {
      this.#at += 2;
      return testUnary(this.#shell, a, b);
    }
    this.#at += 1;
    return a !== '';
  }
}
