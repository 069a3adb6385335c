/** Running text and where it stands: what the checks of words look at. */

export interface Passage {
  readonly path: string;
  /** The line on which it begins. */
  readonly line: number;
  /** Breaks its lines where the file does. Each piece of code in it is one CODE. */
  readonly text: string;
  readonly role: Role;
}

/** `sentences`: a paragraph or an item of a list. `label`: a heading, a cell, a word of a picture, a button. */
export type Role = 'sentences' | 'label';

/** Stands for a piece of code: no word to spell, and one short word to read. */
export const CODE = '\uFFFC';

/** Where the character at `index` of a passage stands, as `path:line`. */
export function placeIn({ path, line, text }: Passage, index: number): string {
  return `${path}:${line + breaksIn(text.slice(0, index))}`;
}

export function breaksIn(text: string): number {
  return text.split('\n').length - 1;
}
