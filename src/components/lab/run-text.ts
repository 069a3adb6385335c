/** The command lines in what a lesson put between `<Run>` and `</Run>`, once rendered. */

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** A code block's own text where there is one (in its copy button), else the text without its tags. */
export function commandOf(html: string): string {
  const copied = /data-code="([^"]*)"/.exec(html)?.[1];
  if (copied !== undefined) return decoded(copied).replaceAll('\u007f', '\n');
  return decoded(html.replace(/<br\s*\/?>/g, '\n').replace(/<[^>]*>/g, ''));
}

function decoded(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    return ENTITIES[name] ?? whole;
  });
}

/** As many characters as fit beside the button on a phone. */
const KEPT_WIDTH = 32;

export interface LinePart {
  readonly text: string;
  /** Whether it stays on one line that has room for it. Left alone, a browser breaks words behind a hyphen, and `--replicas` no longer reads as one. */
  readonly isKept: boolean;
}

/** A command line in pieces, whose texts together are the line. */
export function partsOf(line: string): LinePart[] {
  return line
    .split(/(\S*-\S+)/)
    .map((text, index) => ({ text, isKept: index % 2 === 1 && text.length <= KEPT_WIDTH }))
    .filter(({ text }) => text !== '');
}
