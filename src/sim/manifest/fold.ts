// Long lines: kubectl's YAML breaks a text at the first single space beyond the 80th column, and goes on below it.

/** Where a text begins on its line, and where its further lines do. Columns count from 0. */
export interface Place {
  readonly column: number;
  readonly indent: number;
}

const WIDTH = 80;

export interface Style {
  /** How a character is written. */
  write(character: string): string;
  /** Whether quotes stand around the text: then its first and its last character are no place to break. */
  readonly quote: string;
  /** Written at the start of a line where the text goes on with a space; undefined: no break before a space. */
  readonly beforeSpace?: string;
}

/** A text in one style, on as many lines as it takes. */
export function folded(text: string, { column, indent }: Place, style: Style): string {
  const { quote } = style;
  const characters = [...text];
  let out = quote;
  let at = column + quote.length;
  let isAfterSpace = false;
  for (const [i, character] of characters.entries()) {
    const isSpace = character === ' ';
    const isInside = quote === '' || (i > 0 && i < characters.length - 1);
    const mayBreak = isInside && (characters[i + 1] !== ' ' || style.beforeSpace !== undefined);
    if (isSpace && !isAfterSpace && at > WIDTH && mayBreak) {
      const start = ' '.repeat(indent) + (characters[i + 1] === ' ' ? (style.beforeSpace ?? '') : '');
      out += `\n${start}`;
      at = start.length;
    } else {
      const written = style.write(character);
      out += written;
      at += [...written].length;
    }
    isAfterSpace = isSpace;
  }
  return out + quote;
}
