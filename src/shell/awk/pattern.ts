// Patterns of an awk program, as literals or made of texts while it runs.
import type { Match, Regex } from '../regex/regex.ts';
import { compileRegex } from '../regex/regex.ts';
import { AwkError } from './awk-error.ts';

/** What stands for one character, in brackets too; every other backslash is the pattern's own. */
const escapes: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
  ['f', '\f'],
  ['v', '\v'],
  ['a', '\u0007'],
  ['/', '/'],
  ['"', '"'],
]);

const KEPT_MAX = 50;
const COMPILING_STEPS = 100;
/** So many instructions times characters make one step, and a single match takes at most so many steps. */
const WORK_PER_STEP = 8;
const MATCH_STEPS_MAX = 2_000_000;

/** Throws RegexError. */
export function compilePattern(source: string): Regex {
  return compileRegex(
    source.replace(/\\([\s\S])/g, (all, char: string) => escapes.get(char) ?? all),
    { syntax: 'awk' },
  );
}

/** Matches, and says how much work that was. */
export class Patterns {
  readonly #spend: (steps: number) => void;
  readonly #kept = new Map<string, Regex>();

  constructor(spend: (steps: number) => void) {
    this.#spend = spend;
  }

  test(source: string, text: string): boolean {
    return this.exec(source, text) !== undefined;
  }

  /** The first match at or after `from`. Throws RegexError, and AwkError where it would take too long. */
  exec(source: string, text: string, from = 0): Match | undefined {
    const regex = this.#of(source);
    if ((text.length - from) * regex.size > MATCH_STEPS_MAX * WORK_PER_STEP)
      throw new AwkError('the text is too long for this pattern');
    const match = regex.exec(text, from);
    const read = (match?.end ?? text.length) - from + 1;
    this.#spend(Math.ceil((read * regex.size) / WORK_PER_STEP));
    return match;
  }

  #of(source: string): Regex {
    const known = this.#kept.get(source);
    if (known) return known;
    if (this.#kept.size >= KEPT_MAX) this.#kept.clear();
    const regex = compilePattern(source);
    this.#spend(COMPILING_STEPS + regex.size);
    this.#kept.set(source, regex);
    return regex;
  }
}
