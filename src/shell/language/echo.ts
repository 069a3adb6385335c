// What `echo` prints, for the builtin and the program.

/** The text for these arguments: options -n, -e, -E first, as bash and BusyBox take them. */
export function echoText(args: readonly string[]): string {
  let hasNewline = true;
  let hasEscapes = false;
  let first = 0;
  for (; /^-[neE]+$/.test(args[first] ?? ''); first++) {
    for (const letter of (args[first] as string).slice(1)) {
      if (letter === 'n') hasNewline = false;
      else hasEscapes = letter === 'e';
    }
  }
  const text = args.slice(first).join(' ');
  if (!hasEscapes) return text + (hasNewline ? '\n' : '');
  const { text: decoded, isCut } = decodeEscapes(text, true);
  return decoded + (hasNewline && !isCut ? '\n' : '');
}

const simpleEscapes: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
  ['a', '\u0007'],
  ['b', '\b'],
  ['f', '\f'],
  ['v', '\v'],
  ['e', '\u001b'],
  ['\\', '\\'],
]);

/** Replaces backslash escapes; `\c` cuts the text there. `isEcho`: octal numbers begin with a zero (`\0101`). */
export function decodeEscapes(
  text: string,
  isEcho: boolean,
): { readonly text: string; readonly isCut: boolean } {
  let result = '';
  const pattern = isEcho
    ? /\\(x[0-9a-fA-F]{1,2}|0[0-7]{0,3}|[\s\S])/g
    : /\\(x[0-9a-fA-F]{1,2}|[0-7]{1,3}|[\s\S])/g;
  let at = 0;
  for (const found of text.matchAll(pattern)) {
    result += text.slice(at, found.index);
    at = found.index + found[0].length;
    const code = found[1] as string;
    if (code === 'c') return { text: result, isCut: true };
    if (code.startsWith('x') && code.length > 1)
      result += String.fromCharCode(Number.parseInt(code.slice(1), 16));
    else if (/^[0-7]/.test(code)) result += String.fromCharCode(Number.parseInt(code, 8) & 255);
    else result += simpleEscapes.get(code) ?? found[0];
  }
  return { text: result + text.slice(at), isCut: false };
}
