/**
 * What is at a place in a manifest: a key or a value, and the maps and lists around it. Goes by indentation alone, so
 * that a manifest in the middle of being typed reads as one that is done.
 */
import { readFlow } from './flow.ts';
import type { Level, Spot } from './level.ts';
import { ITEM, levelBelow, unquoted } from './level.ts';

const KEY = /^("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s"'#&*!|>%@{}[\],][^\n]*?)\s*:(?=\s|$)/;
const BLOCK_TEXT = /^[|>][-+0-9]*\s*(?:#.*)?$/;

/** The spot at an offset of a file of YAML documents; undefined in comments, texts of several lines, and separators. */
export function spotAt(file: string, offset: number): Spot | undefined {
  const { from, to } = documentAround(file, offset);
  if (offset < from) return undefined;
  return new Scan(file.slice(0, to), from, offset).spot();
}

function documentAround(file: string, offset: number): { readonly from: number; readonly to: number } {
  let from = 0;
  for (const { index, 0: line } of file.matchAll(/^---(?:[ \t].*)?$/gm)) {
    if (index > offset) return { from, to: index };
    from = index + line.length + 1;
  }
  return { from, to: file.length };
}

class Scan {
  readonly #text: string;
  readonly #cursor: number;
  #at: number;
  /** The levels that are open, the whole document first. */
  readonly #open: Level[] = [levelBelow(undefined, '', -1)];
  /** The column of a key whose value is a text of several lines. */
  #textOf: number | undefined;
  #spot: Spot | undefined;

  constructor(text: string, from: number, cursor: number) {
    this.#text = text;
    this.#at = from;
    this.#cursor = cursor;
  }

  spot(): Spot | undefined {
    // To the end, even where the spot is found early: what follows in the same map counts too.
    while (this.#at <= this.#text.length) {
      const newline = this.#text.indexOf('\n', this.#at);
      const end = newline < 0 ? this.#text.length : newline;
      this.#at = this.#line(this.#at, end) ?? end + 1;
    }
    return this.#spot;
  }

  /** Reads a line. Where what it begins goes on for several lines, says where those end. */
  #line(start: number, end: number): number | undefined {
    const line = this.#text.slice(start, end);
    const indent = line.length - line.trimStart().length;
    const isEmpty = indent === line.length;
    const column = this.#cursor - start;
    if (this.#textOf !== undefined) {
      const isWithin = isEmpty ? column > this.#textOf || column < 0 : indent > this.#textOf;
      if (isWithin) return undefined;
      if (!isEmpty) this.#textOf = undefined;
    }
    if (isEmpty || line[indent] === '#') {
      if (column >= 0 && column <= indent)
        this.#note('key', this.#levelFor(column), this.#cursor, '', column);
      return undefined;
    }
    return this.#content(start, line, indent);
  }

  #content(start: number, line: string, indent: number): number | undefined {
    let column = indent;
    while (line[column] === '-' && /^(?:\s|$)/.test(line.slice(column + 1, column + 2))) {
      column = this.#dash(start, line, column);
    }
    const rest = line.slice(column);
    if (rest === '' || rest.startsWith('#')) return undefined;
    if (/^[{[]/.test(rest)) return this.#flow(start + column, this.#levelFor(column), column - 1);
    const key = KEY.exec(rest);
    if (key) return this.#member(start, line, column, key[1] ?? '', column + key[0].length);
    const word = rest.replace(/\s+#.*$/, '').trimEnd();
    if (this.#isIn(start + column, start + column + word.length)) {
      this.#note('key', this.#levelFor(column), start + column, word, column);
    }
    return undefined;
  }

  /** Begins an item; returns where its content begins. */
  #dash(start: number, line: string, column: number): number {
    this.#close((level) => level.column > column || (level.column === column && level.step === ITEM));
    const item = levelBelow(this.#open.at(-1), ITEM, column);
    this.#open.push(item);
    const content = column + 1 + (/^\s*/.exec(line.slice(column + 1))?.[0].length ?? 0);
    const here = this.#cursor - start;
    const isBare = content === line.length || line[content] === '#';
    if (isBare && here > column + 1 && here <= content) this.#note('key', item, this.#cursor, '', here);
    return content;
  }

  /** `colon` is the column behind it. */
  #member(start: number, line: string, column: number, key: string, colon: number): number | undefined {
    this.#close((level) => level.column >= column);
    const map = this.#open.at(-1) as Level;
    const member = levelBelow(map, unquoted(key), column);
    if (this.#isIn(start + column, start + column + key.length)) {
      this.#note('key', map, start + column, key, column, true);
    }
    map.members.set(member.step, '');
    this.#open.push(member);
    const valueColumn = colon + (/^\s*/.exec(line.slice(colon))?.[0].length ?? 0);
    const rest = line.slice(valueColumn);
    if (/^[{[]/.test(rest)) return this.#flow(start + valueColumn, member, column);
    if (BLOCK_TEXT.test(rest)) {
      this.#textOf = column;
      return undefined;
    }
    const value = rest.startsWith('#') ? '' : rest.replace(/\s+#.*$/, '').trimEnd();
    map.members.set(member.step, unquoted(value));
    const from = start + (value === '' ? colon + 1 : valueColumn);
    if (value === '' && this.#isIn(from, start + valueColumn)) {
      this.#note('value', member, this.#cursor, '', this.#cursor - start);
    } else if (value !== '' && this.#isIn(from, from + value.length)) {
      this.#note('value', member, from, value, valueColumn);
    }
    return undefined;
  }

  /** The value of a level between braces or brackets. Unclosed, it ends before a line no deeper than `column`. */
  #flow(from: number, level: Level, column: number): number {
    let limit = this.#text.length;
    for (const { index, 1: indent = '', 2: first } of this.#text.slice(from).matchAll(/\n( *)([^\s])/g)) {
      if (indent.length > column || first === '}' || first === ']') continue;
      limit = from + index;
      break;
    }
    const { end, spot } = readFlow(this.#text, from, limit, level, this.#cursor);
    this.#spot ??= spot;
    const newline = this.#text.indexOf('\n', end);
    return newline < 0 ? this.#text.length + 1 : newline + 1;
  }

  #levelFor(column: number): Level {
    return this.#open.findLast((level) => level.column < column) as Level;
  }

  #close(isOver: (level: Level) => boolean): void {
    while (this.#open.length > 1 && isOver(this.#open.at(-1) as Level)) this.#open.pop();
  }

  #isIn(from: number, to: number): boolean {
    return this.#cursor >= from && this.#cursor <= to;
  }

  #note(is: Spot['is'], level: Level, start: number, word: string, column: number, hasColon = false): void {
    const skip = /^["']/.test(word) ? 1 : 0;
    const plain = unquoted(word);
    const from = start + skip;
    this.#spot ??= {
      is,
      level,
      word: plain,
      from,
      to: from + plain.length,
      column,
      hasColon,
      isInFlow: false,
    };
  }
}
