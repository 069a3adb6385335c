/** What stands between braces and brackets: `{matchLabels: {app: web}}`, or a whole manifest in JSON. */
import type { Level, Spot } from './level.ts';
import { ITEM, levelBelow, unquoted } from './level.ts';

const DEPTH_MAX = 100;
const QUOTED = /^("(?:[^"\\\n]|\\.)*"?|'(?:[^'\n]|'')*'?)/;

interface Reading {
  readonly text: string;
  /** Where the flow ends at the latest, closed or not. */
  readonly limit: number;
  readonly cursor: number;
  spot: Spot | undefined;
}

/** Reads the flow that begins at `from` as the value of `level`; says where it ends, and whether the cursor is in it. */
export function readFlow(
  text: string,
  from: number,
  limit: number,
  level: Level,
  cursor: number,
): { readonly end: number; readonly spot: Spot | undefined } {
  const reading: Reading = { text, limit, cursor, spot: undefined };
  const end = readValue(reading, from, level, 0);
  return { end, spot: reading.spot };
}

function readValue(reading: Reading, from: number, level: Level, depth: number): number {
  const start = skipBlanks(reading, from);
  const open = start < reading.limit ? reading.text[start] : undefined;
  if (open === '{' || open === '[') {
    if (depth > DEPTH_MAX) return reading.limit;
    return open === '{' ? readMap(reading, start, level, depth) : readList(reading, start, level, depth);
  }
  const word = readWord(reading, start, /^[^,{}[\]\n]*/);
  if (isIn(reading, from, start + word.length)) note(reading, 'value', level, start, word, false);
  level.parent?.members.set(level.step, unquoted(word));
  return start + word.length;
}

function readMap(reading: Reading, from: number, level: Level, depth: number): number {
  let at = from + 1;
  while (at < reading.limit) {
    const start = skipBlanks(reading, at, ',');
    const close = reading.text[start];
    if (start >= reading.limit || close === '}' || close === ']') {
      if (isIn(reading, at, start)) note(reading, 'key', level, reading.cursor, '', false);
      return start + 1;
    }
    const word = readWord(reading, start, /^[^:,{}[\]\n]*/);
    const colon = skipBlanks(reading, start + word.length);
    const hasColon = reading.text[colon] === ':';
    if (isIn(reading, at, start - 1)) note(reading, 'key', level, reading.cursor, '', false);
    if (isIn(reading, start, start + word.length)) note(reading, 'key', level, start, word, hasColon);
    // Whatever does not belong here is stepped over.
    if (!hasColon) {
      at = Math.max(start + word.length, start + 1);
      continue;
    }
    const child = levelBelow(level, unquoted(word), 0);
    level.members.set(child.step, '');
    at = readValue(reading, colon + 1, child, depth + 1);
  }
  return reading.limit;
}

function readList(reading: Reading, from: number, level: Level, depth: number): number {
  let at = from + 1;
  while (at < reading.limit) {
    const start = skipBlanks(reading, at, ',');
    const close = reading.text[start];
    const item = levelBelow(level, ITEM, 0);
    if (start >= reading.limit || close === ']' || close === '}') {
      if (isIn(reading, at, start)) note(reading, 'value', item, reading.cursor, '', false);
      return start + 1;
    }
    at = Math.max(readValue(reading, start, item, depth + 1), start + 1);
  }
  return reading.limit;
}

function readWord({ text, limit }: Reading, from: number, plain: RegExp): string {
  const rest = text.slice(from, Math.min(limit, from + 1000));
  return (QUOTED.exec(rest) ?? plain.exec(rest))?.[0].trimEnd() ?? '';
}

function skipBlanks({ text, limit }: Reading, from: number, also = ''): number {
  let at = from;
  while (at < limit && (/\s/.test(text[at] ?? '') || (also !== '' && text[at] === also))) at += 1;
  return at;
}

function isIn({ cursor }: Reading, from: number, to: number): boolean {
  return cursor >= from && cursor <= to;
}

function note(
  reading: Reading,
  is: Spot['is'],
  level: Level,
  start: number,
  word: string,
  hasColon: boolean,
): void {
  const skip = /^["']/.test(word) ? 1 : 0;
  const plain = unquoted(word);
  // Words are noted before the blanks behind them.
  reading.spot ??= {
    is,
    level,
    word: plain,
    from: start + skip,
    to: start + skip + plain.length,
    column: 0,
    hasColon,
    isInFlow: true,
  };
}
