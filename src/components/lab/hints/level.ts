/** The maps and lists that a place in a manifest lies in, as far as they have been written. */

export interface Level {
  readonly parent: Level | undefined;
  /** The field that leads here; ITEM for an item of a list; empty for the whole document. */
  readonly step: string;
  /** The column of the field or dash, from 0. */
  readonly column: number;
  /** The keys that are written here, in order, with their values where those are plain. */
  readonly members: Map<string, string>;
}

export const ITEM = '-';

export function levelBelow(parent: Level | undefined, step: string, column: number): Level {
  return { parent, step, column, members: new Map() };
}

/** Where the cursor or the mouse is. Offsets and columns count from 0. */
export interface Spot {
  /** A key, or the place for one; or the value of `level`. Before its colon is written, a value in a list is a key. */
  readonly is: 'key' | 'value';
  /** The map that the key is in, or the field whose value it is. */
  readonly level: Level;
  readonly word: string;
  readonly from: number;
  readonly to: number;
  readonly column: number;
  readonly hasColon: boolean;
  /** Between braces or brackets, where lines mean nothing. */
  readonly isInFlow: boolean;
}

/** From the whole document to the level. */
export function chainTo(level: Level): readonly Level[] {
  const chain: Level[] = [];
  for (let at: Level | undefined = level; at; at = at.parent) chain.unshift(at);
  return chain;
}

/** A scalar as it reads: without quotes. */
export function unquoted(text: string): string {
  const quote = text[0];
  if (quote !== '"' && quote !== "'") return text;
  return text.endsWith(quote) && text.length > 1 ? text.slice(1, -1) : text.slice(1);
}
