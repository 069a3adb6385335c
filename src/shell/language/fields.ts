// Fields: what a word becomes. Their pieces remember what was quoted, for splitting and patterns.
import { escapePattern } from './glob.ts';

export interface Piece {
  readonly text: string;
  /** Taken as it is: neither split nor a pattern. */
  readonly isQuoted: boolean;
}

export type Field = readonly Piece[];

/** How the parts of a word are taken. */
export interface PartContext {
  readonly isQuoted: boolean;
  /** Literal text is split too: the operand of `${x:-a b}` outside quotes. */
  readonly isOperand?: boolean;
}

const maxFields = 50_000;

/** Puts fields together from left to right. */
export class FieldBuilder {
  readonly fields: Piece[][] = [];
  readonly #separators: string;
  #current: Piece[] | undefined;

  /** `separators`: the value of IFS. */
  constructor(separators: string) {
    this.#separators = separators;
  }

  /** Text from within quotes; even an empty one makes a field. */
  addQuoted(text: string): void {
    this.#piece({ text, isQuoted: true });
  }

  /** Text of the script itself: patterns count, blanks do not separate. */
  addLiteral(text: string): void {
    if (text !== '') this.#piece({ text, isQuoted: false });
  }

  /** The result of an expansion outside quotes: split at IFS. */
  addSplit(text: string): void {
    let from = 0;
    for (let i = 0; i < text.length; i++) {
      if (!this.#separators.includes(text[i] as string)) continue;
      this.addLiteral(text.slice(from, i));
      i = this.#separate(text, i);
      from = i + 1;
    }
    this.addLiteral(text.slice(from));
  }

  /** Ends the current field. */
  endField(): void {
    if (this.#current !== undefined && this.fields.length < maxFields) this.fields.push(this.#current);
    this.#current = undefined;
  }

  /** Ends a field at a separator and returns the index of the last character that belongs to it. */
  #separate(text: string, at: number): number {
    let isHard = false;
    let i = at;
    for (; i < text.length && this.#separators.includes(text[i] as string); i++) {
      if (' \t\n'.includes(text[i] as string)) continue;
      // Blanks around one other separator belong to it; a second one makes an empty field.
      if (isHard) break;
      isHard = true;
    }
    if (isHard && this.#current === undefined) this.#current = [];
    this.endField();
    return i - 1;
  }

  #piece(piece: Piece): void {
    this.#current ??= [];
    this.#current.push(piece);
  }
}

export function textOf(field: Field): string {
  return field.map((piece) => piece.text).join('');
}

/** The field as a pattern: what was quoted matches only itself. */
export function patternOf(field: Field): string {
  return field.map((piece) => (piece.isQuoted ? escapePattern(piece.text) : piece.text)).join('');
}
