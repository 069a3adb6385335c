// Go's quoted texts: "…" with escapes, `…` without, and 'x' for one character.

const SIMPLE: ReadonlyMap<string, string> = new Map([
  ['a', '\x07'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['v', '\v'],
  ['\\', '\\'],
]);

const ESCAPE = /\\(?:([abfnrtv\\])|x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([0-7]{3})|(.))/gsu;

/** The text that a quoted one stands for; undefined where an escape is none. */
export function unquote(quoted: string): string | undefined {
  const quote = quoted[0] as string;
  const inside = quoted.slice(1, -1);
  if (quote === '`') return inside;
  let isBroken = /(^|[^\\])(\\\\)*\\$/.test(inside);
  const text = inside.replace(ESCAPE, (_, simple, byte, short, long, octal, other) => {
    if (simple !== undefined) return SIMPLE.get(simple) as string;
    const code = octal === undefined ? Number.parseInt(byte ?? short ?? long, 16) : Number.parseInt(octal, 8);
    if (other === quote) return quote;
    if (other !== undefined || code > 0x10ffff) {
      isBroken = true;
      return '';
    }
    return String.fromCodePoint(code);
  });
  return isBroken ? undefined : text;
}
