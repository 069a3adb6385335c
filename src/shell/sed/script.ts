// The language of sed: addresses and commands.

import { UsageError } from '../programs/program.ts';
import type { Regex, RegexOptions } from '../regex/regex.ts';
import { compileRegex, RegexError } from '../regex/regex.ts';

export type Address =
  /** Line 0, only before a regex: a range that is open from the beginning, so that the first line may end it. */
  | { readonly type: 'line'; readonly number: number }
  | { readonly type: 'last' }
  /** No regex: the last one that was used. */
  | { readonly type: 'regex'; readonly regex: Regex | undefined }
  | { readonly type: 'step'; readonly first: number; readonly step: number }
  /** The second address `+N`: so many lines more. */
  | { readonly type: 'more'; readonly count: number };

export interface SedCommand {
  readonly name: string;
  readonly from: Address | undefined;
  readonly to: Address | undefined;
  readonly isNegated: boolean;
  /** a, i, c: the text; y: none. */
  readonly text: string;
  readonly substitution: Substitution | undefined;
  readonly translation: ReadonlyMap<string, string> | undefined;
  /** `{`: what stands within. */
  readonly block: readonly SedCommand[];
}

export interface Substitution {
  readonly regex: Regex | undefined;
  readonly replacement: string;
  readonly isGlobal: boolean;
  readonly prints: boolean;
  /** Replaces this match of a line, from 1. */
  readonly nth: number;
}

const supported = 's p d a i c q = y n N { } # Q';

/** Parses a script. Throws UsageError with the position, as sed words it. */
export function parseSed(script: string, isExtended: boolean): readonly SedCommand[] {
  return new SedParser(script, isExtended).all(false);
}

class SedParser {
  readonly #text: string;
  readonly #isExtended: boolean;
  #at = 0;

  constructor(text: string, isExtended: boolean) {
    this.#text = text;
    this.#isExtended = isExtended;
  }

  all(isBlock: boolean): SedCommand[] {
    const commands: SedCommand[] = [];
    for (;;) {
      this.#skip(/[\s;]/);
      const char = this.#text[this.#at];
      if (char === undefined) {
        if (isBlock) throw this.#error("unmatched `{'");
        return commands;
      }
      if (char === '}') {
        if (!isBlock) throw this.#error("unexpected `}'");
        this.#at += 1;
        return commands;
      }
      if (char === '#') this.#skip(/[^\n]/);
      else commands.push(this.#command());
    }
  }

  #error(message: string): UsageError {
    return new UsageError(`-e expression #1, char ${this.#at}: ${message}`);
  }

  #skip(pattern: RegExp): void {
    while (this.#at < this.#text.length && pattern.test(this.#text[this.#at] as string)) this.#at += 1;
  }

  #command(): SedCommand {
    const from = this.#address(false);
    let to: Address | undefined;
    this.#skip(/[ \t]/);
    if (from !== undefined && this.#text[this.#at] === ',') {
      this.#at += 1;
      this.#skip(/[ \t]/);
      to = this.#address(true);
      if (to === undefined) throw this.#error("unexpected `,'");
    }
    this.#skip(/[ \t]/);
    if (from?.type === 'line' && from.number === 0 && to?.type !== 'regex') {
      this.#at += 1;
      throw this.#error('invalid usage of line address 0');
    }
    const isNegated = this.#text[this.#at] === '!';
    if (isNegated) this.#at += 1;
    this.#skip(/[ \t]/);
    const name = this.#text[this.#at++];
    if (name === undefined) throw this.#error('missing command');
    if (!supported.split(' ').includes(name))
      throw this.#error(`unknown or unsupported command: \`${name}' (supported: s p d a i c q = y n N { })`);
    const command = {
      name,
      from,
      to,
      isNegated,
      text: '',
      substitution: undefined,
      translation: undefined,
      block: [],
    };
    if (name === 's') return this.#ended({ ...command, substitution: this.#substitution() });
    if (name === 'y') return this.#ended({ ...command, translation: this.#translation() });
    if (name === '{') return { ...command, block: this.all(true) };
    if ('aic'.includes(name)) return { ...command, text: this.#insertion() };
    if (name === 'q' || name === 'Q') this.#skip(/[ \t0-9]/);
    return this.#ended(command);
  }

  #ended(command: SedCommand): SedCommand {
    this.#skip(/[ \t]/);
    const char = this.#text[this.#at];
    if (char !== undefined && !';\n}#'.includes(char)) throw this.#error('extra characters after command');
    return command;
  }

  #address(isSecond: boolean): Address | undefined {
    const rest = this.#text.slice(this.#at);
    const step = /^(\d+)~(\d+)/.exec(rest);
    if (step !== null) {
      this.#at += step[0].length;
      return { type: 'step', first: Number(step[1]), step: Number(step[2]) };
    }
    const number = /^\d+/.exec(rest)?.[0];
    if (number !== undefined) {
      this.#at += number.length;
      return { type: 'line', number: Number(number) };
    }
    const more = isSecond ? /^\+(\d+)/.exec(rest) : null;
    if (more !== null) {
      this.#at += more[0].length;
      return { type: 'more', count: Number(more[1]) };
    }
    if (rest.startsWith('$')) {
      this.#at += 1;
      return { type: 'last' };
    }
    const isCustom = rest.startsWith('\\');
    if (!rest.startsWith('/') && !isCustom) return undefined;
    this.#at += isCustom ? 2 : 1;
    const pattern = this.#until(isCustom ? (rest[1] as string) : '/', 'unterminated address regex');
    const isInsensitive = this.#text[this.#at] === 'I';
    if (isInsensitive) this.#at += 1;
    return { type: 'regex', regex: this.#regex(pattern, isInsensitive) };
  }

  #regex(pattern: string, isCaseInsensitive: boolean): Regex | undefined {
    if (pattern === '') return undefined;
    const options: RegexOptions = { syntax: this.#isExtended ? 'extended' : 'basic', isCaseInsensitive };
    try {
      return compileRegex(pattern, options);
    } catch (error) {
      if (error instanceof RegexError) throw this.#error(error.message);
      throw error;
    }
  }

  /** Reads up to the delimiter, which a backslash makes plain; brackets hold it too. */
  #until(delimiter: string, complaint: string): string {
    let text = '';
    let isInBracket = false;
    for (; this.#at < this.#text.length; this.#at++) {
      const char = this.#text[this.#at] as string;
      const next = this.#text[this.#at + 1];
      if (char === '\\' && next !== undefined && !isInBracket) {
        text += next === delimiter ? next : next === 'n' ? '\\n' : char + next;
        this.#at += 1;
        continue;
      }
      if (char === delimiter && !isInBracket) {
        this.#at += 1;
        return text;
      }
      if (char === '[' && !isInBracket) isInBracket = true;
      else if (char === ']' && isInBracket && !/\[\^?$/.test(text)) isInBracket = false;
      text += char;
    }
    throw this.#error(complaint);
  }

  /** The replacement keeps its escapes for later. */
  #replacement(delimiter: string): string {
    let text = '';
    for (; this.#at < this.#text.length; this.#at++) {
      const char = this.#text[this.#at] as string;
      if (char === delimiter) {
        this.#at += 1;
        return text;
      }
      const next = this.#text[this.#at + 1];
      if (char === '\\' && next !== undefined) {
        text += next === delimiter && next !== '&' ? next : char + next;
        this.#at += 1;
      } else text += char;
    }
    throw this.#error("unterminated `s' command");
  }

  #substitution(): Substitution {
    const delimiter = this.#text[this.#at++];
    if (delimiter === undefined || delimiter === '\n') throw this.#error("unterminated `s' command");
    const pattern = this.#until(delimiter, "unterminated `s' command");
    const replacement = this.#replacement(delimiter);
    const flags = /^[gpiI0-9]*/.exec(this.#text.slice(this.#at))?.[0] ?? '';
    this.#at += flags.length;
    const following = this.#text[this.#at];
    if (following !== undefined && /[a-zA-Z]/.test(following)) throw this.#error("unknown option to `s'");
    return {
      regex: this.#regex(pattern, /i/i.test(flags)),
      replacement,
      isGlobal: flags.includes('g'),
      prints: flags.includes('p'),
      nth: Number(/\d+/.exec(flags)?.[0] ?? 1),
    };
  }

  #translation(): ReadonlyMap<string, string> {
    const delimiter = this.#text[this.#at++] ?? '/';
    const from = [...this.#until(delimiter, "unterminated `y' command")];
    const to = [...this.#until(delimiter, "unterminated `y' command")];
    if (from.length !== to.length) throw this.#error("strings for `y' command are different lengths");
    return new Map(from.map((char, i) => [char, to[i] as string]));
  }

  /** The text of a, i, c: on the same line, or after a backslash and a newline. A backslash keeps the blanks behind it. */
  #insertion(): string {
    this.#skip(/[ \t]/);
    if (this.#text[this.#at] === '\\') {
      this.#at += 1;
      this.#at += /^[ \t]*\n/.exec(this.#text.slice(this.#at))?.[0].length ?? 0;
    }
    let text = '';
    for (; this.#at < this.#text.length && this.#text[this.#at] !== '\n'; this.#at++) {
      if (this.#text[this.#at] === '\\') this.#at += 1;
      text += this.#text[this.#at] ?? '';
    }
    if (text === '') throw this.#error("expected \\ after `a', `c' or `i'");
    return text;
  }
}
