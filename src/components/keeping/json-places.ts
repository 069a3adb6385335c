/** Where something stands in the text of a JSON: asked only once something is known to be wrong. */
import type { Path } from './place.ts';

export interface Position {
  /** From 1. */
  readonly line: number;
  readonly column: number;
}

/** Deeper than anything that is kept; beyond, the text counts as wrong from there on. */
const DEPTH_MAX = 60;
const BLANK = /[ \t\n\r]*/y;
const TEXT = /"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/uy;
const OTHER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** The place of a path in a text, or as much of the path as there is; where the text is no JSON, the place from which on it is none. */
export function positionIn(text: string, path: Path): Position {
  const scan = new Scan(text, path);
  return positionAt(text, scan.find());
}

function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

class Scan {
  readonly #text: string;
  readonly #path: Path;
  #at = 0;
  #found = 0;

  constructor(text: string, path: Path) {
    this.#text = text;
    this.#path = path;
  }

  find(): number {
    const isWhole = this.#value(0, true) && this.#skip() === this.#text.length;
    return isWhole ? this.#found : this.#at;
  }

  #skip(): number {
    this.#take(BLANK);
    return this.#at;
  }

  /** False where it is no JSON from here on. `isOnPath`: it is where the path leads, or above that. */
  #value(depth: number, isOnPath: boolean): boolean {
    const begin = this.#skip();
    if (isOnPath) this.#found = begin;
    if (depth > DEPTH_MAX) return false;
    const first = this.#text[begin];
    const isNext = (step: string | number): boolean => isOnPath && this.#path[depth] === step;
    if (first === '{') return this.#members('}', () => this.#member(depth, isNext));
    if (first === '[') return this.#members(']', (index) => this.#value(depth + 1, isNext(index)));
    return this.#take(TEXT) !== undefined || this.#take(OTHER) !== undefined;
  }

  #member(depth: number, isNext: (key: string) => boolean): boolean {
    this.#skip();
    const key = this.#take(TEXT);
    if (key === undefined) return false;
    this.#skip();
    if (this.#text[this.#at] !== ':') return false;
    this.#at += 1;
    return this.#value(depth + 1, isNext(JSON.parse(key)));
  }

  #members(end: string, read: (index: number) => boolean): boolean {
    this.#at += 1;
    this.#skip();
    if (this.#text[this.#at] === end) {
      this.#at += 1;
      return true;
    }
    for (let index = 0; ; index += 1) {
      if (!read(index)) return false;
      this.#skip();
      const next = this.#text[this.#at];
      if (next !== ',' && next !== end) return false;
      this.#at += 1;
      if (next === end) return true;
    }
  }

  #take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const [taken] = pattern.exec(this.#text) ?? [];
    if (taken !== undefined) this.#at += taken.length;
    return taken;
  }
}
