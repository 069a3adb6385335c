// The line at hand and its fields: each follows the other.
import { AwkError } from './awk-error.ts';
import type { Work } from './limits.ts';
import { joined } from './limits.ts';
import type { Patterns } from './pattern.ts';
import type { Value } from './values.ts';
import { Given } from './values.ts';

const FIELDS_MAX = 10_000;

/** What a line has to know of the program. */
export interface Settings {
  readonly patterns: Patterns;
  readonly work: Work;
  text(name: string): string;
  textOf(value: Value): string;
}

export class Record {
  #text = '';
  /** From 1 at index 0. */
  #fields: Value[] = [];
  #isTextStale = false;
  #areFieldsStale = false;
  #isParagraph = false;
  /** As it was when the line was read: a new one holds from the next line on. */
  #separator = ' ';
  readonly #settings: Settings;

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  set(text: string): void {
    this.#text = text;
    this.#separator = this.#settings.text('FS');
    this.#isParagraph = this.#settings.text('RS') === '';
    this.#isTextStale = false;
    this.#areFieldsStale = true;
  }

  get count(): number {
    return this.#split().length;
  }

  set count(count: number) {
    const fields = this.#split();
    checkIndex(count);
    this.#settings.work.spend(Math.max(count, fields.length));
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
      const { work } = this.#settings;
      work.spend(this.#fields.length);
      const texts = this.#fields.map((field) => this.#settings.textOf(field));
      this.#text = joined(texts, this.#settings.text('OFS'));
      work.spendText(this.#text);
      this.#isTextStale = false;
    }
    return new Given(this.#text);
  }

  put(index: number, value: Value): void {
    if (index === 0) {
      this.set(this.#settings.textOf(value));
      return;
    }
    if (index > this.count) this.count = index;
    this.#split()[index - 1] = value;
    this.#isTextStale = true;
  }

  #split(): Value[] {
    if (this.#areFieldsStale) {
      this.#areFieldsStale = false;
      const { patterns, work } = this.#settings;
      work.spendText(this.#text);
      const separator = this.#isParagraph ? withNewline(this.#separator) : this.#separator;
      const texts = splitText(this.#text, separator, patterns);
      work.spend(texts.length);
      this.#fields = texts.map((text) => new Given(text));
    }
    return this.#fields;
  }
}

/** In a paragraph the end of a line ends a field as well. */
function withNewline(separator: string): string {
  if (separator === ' ' || separator === '' || separator === '\n') return separator;
  return `${separator.length === 1 ? literal(separator) : separator}|\n`;
}

/** A pattern for one character. */
function literal(char: string): string {
  return char === '\\' || char === '^' ? `\\${char}` : `[${char}]`;
}

function checkIndex(index: number): void {
  if (!(index >= 0)) throw new AwkError(`there is no field ${index}`);
  if (index > FIELDS_MAX) throw new AwkError(`a line has at most ${FIELDS_MAX} fields here, not ${index}`);
}

/** The parts of a text: a blank stands for any white space, one character for itself, more for a pattern, nothing for every letter. */
export function splitText(text: string, separator: string, patterns: Patterns): string[] {
  if (text === '') return [];
  if (separator === ' ')
    return text
      .trim()
      .split(/[ \t\n]+/)
      .filter((part) => part !== '');
  if (separator === '') return [...text];
  if (separator.length === 1 && separator !== '\\') return text.split(separator);
  return splitByPattern(text, separator, patterns);
}

/** Throws RegexError, and AwkError where it would take too long. */
export function splitByPattern(text: string, pattern: string, patterns: Patterns): string[] {
  const parts: string[] = [];
  let [start, from] = [0, 0];
  for (;;) {
    const found = patterns.exec(pattern, text, from);
    if (found === undefined || found.start >= text.length) break;
    from = Math.max(found.end, found.start + 1);
    // What is empty parts nothing.
    if (found.end === found.start) continue;
    parts.push(text.slice(start, found.start));
    start = found.end;
  }
  return [...parts, text.slice(start)];
}
