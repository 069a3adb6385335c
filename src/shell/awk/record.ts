// The line at hand and its fields: each follows the other.
import type { Regex } from '../regex/regex.ts';
import { compileRegex } from '../regex/regex.ts';
import { AwkError } from './awk-error.ts';
import type { Value } from './values.ts';
import { Given, textOf } from './values.ts';

const FIELDS_MAX = 10_000;

export class Record {
  #text = '';
  /** From 1 at index 0. */
  #fields: Value[] = [];
  #isTextStale = false;
  #areFieldsStale = false;
  readonly #separators: () => { readonly fs: string; readonly ofs: string };

  constructor(separators: () => { readonly fs: string; readonly ofs: string }) {
    this.#separators = separators;
  }

  set(text: string): void {
    this.#text = text;
    this.#isTextStale = false;
    this.#areFieldsStale = true;
  }

  get count(): number {
    return this.#split().length;
  }

  set count(count: number) {
    const fields = this.#split();
    checkIndex(count);
    while (fields.length < count) fields.push('');
    fields.length = count;
    this.#isTextStale = true;
  }

  get(index: number): Value {
    if (index !== 0) {
      checkIndex(index);
      return this.#split()[index - 1];
    }
    if (this.#isTextStale) {
      this.#text = this.#fields.map(textOf).join(this.#separators().ofs);
      this.#isTextStale = false;
    }
    return new Given(this.#text);
  }

  put(index: number, value: Value): void {
    if (index === 0) {
      this.set(textOf(value));
      return;
    }
    if (index > this.count) this.count = index;
    this.#split()[index - 1] = value;
    this.#isTextStale = true;
  }

  #split(): Value[] {
    if (this.#areFieldsStale) {
      this.#areFieldsStale = false;
      this.#fields = splitText(this.#text, this.#separators().fs).map((text) => new Given(text));
    }
    return this.#fields;
  }
}

function checkIndex(index: number): void {
  if (index < 0) throw new AwkError(`there is no field ${index}`);
  if (index > FIELDS_MAX) throw new AwkError(`a line has at most ${FIELDS_MAX} fields here, not ${index}`);
}

/** The parts of a text: a blank stands for any white space, one character for itself, more for a pattern, nothing for every letter. */
export function splitText(text: string, separator: string): string[] {
  if (text === '') return [];
  if (separator === ' ')
    return text
      .trim()
      .split(/[ \t\n]+/)
      .filter((part) => part !== '');
  if (separator === '') return [...text];
  if (separator.length === 1 && separator !== '\\') return text.split(separator);
  return splitByRegex(text, patternOf(separator));
}

function splitByRegex(text: string, regex: Regex): string[] {
  const parts: string[] = [];
  let start = 0;
  for (let found = regex.exec(text); found; found = regex.exec(text, Math.max(found.end, start))) {
    if (found.end === found.start) {
      if (found.end >= text.length) break;
      found = { ...found, end: found.end + 1 };
      continue;
    }
    parts.push(text.slice(start, found.start));
    start = found.end;
  }
  return [...parts, text.slice(start)];
}

const patterns = new Map<string, Regex>();
const PATTERNS_MAX = 500;

/** Throws RegexError. */
export function patternOf(source: string): Regex {
  const known = patterns.get(source);
  if (known) return known;
  if (patterns.size >= PATTERNS_MAX) patterns.clear();
  const regex = compileRegex(source, { syntax: 'extended' });
  patterns.set(source, regex);
  return regex;
}
