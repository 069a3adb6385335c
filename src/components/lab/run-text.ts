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
