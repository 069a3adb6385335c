// base64: encodes and decodes; text is UTF-8.
import { lastValue, openOperand, parseOptions, program, readAll, UsageError } from './program.ts';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

export const base64 = program(function* (process, args) {
  const options = parseOptions(args, {
    flags: 'dDi',
    values: 'w',
    long: { decode: 'd', wrap: 'w', 'ignore-garbage': 'i' },
  });
  const input = openOperand(process, options.operands[0] ?? '-');
  if (input === undefined) return 1;
  const text = yield* readAll(input);
  if (options.flags.has('d') || options.flags.has('D')) {
    const bytes = decode(text.replace(/\s/g, ''));
    if (bytes === undefined) throw new UsageError('invalid input');
    process.stdout.write(utf8Text(bytes));
    return 0;
  }
  const width = Number(lastValue(options, 'w') ?? 76);
  const encoded = encode(utf8Bytes(text));
  const lines =
    width > 0 ? (encoded.match(new RegExp(`.{1,${Math.min(width, 10_000)}}`, 'g')) ?? []) : [encoded];
  process.stdout.write(lines.join('\n') + (width > 0 && encoded !== '' ? '\n' : ''));
  return 0;
});

function utf8Bytes(text: string): number[] {
  const bytes: number[] = [];
  for (const char of text) {
    const code = char.codePointAt(0) as number;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63));
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    else
      bytes.push(
        0xf0 | (code >> 18),
        0x80 | ((code >> 12) & 63),
        0x80 | ((code >> 6) & 63),
        0x80 | (code & 63),
      );
  }
  return bytes;
}

function utf8Text(bytes: readonly number[]): string {
  let text = '';
  for (let i = 0; i < bytes.length; ) {
    const first = bytes[i] as number;
    const size = first < 0x80 ? 1 : first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc0 ? 2 : 0;
    const rest = bytes.slice(i + 1, i + size);
    if (size === 0 || rest.length !== size - 1 || rest.some((byte) => (byte & 0xc0) !== 0x80)) {
      text += '\ufffd';
      i += 1;
      continue;
    }
    const head = size === 1 ? first : first & (0xff >> (size + 1));
    const code = rest.reduce((sum, byte) => (sum << 6) | (byte & 63), head);
    text += code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code);
    i += size;
  }
  return text;
}

function encode(bytes: readonly number[]): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const [a = 0, b = 0, c = 0] = bytes.slice(i, i + 3);
    const word = (a << 16) | (b << 8) | c;
    const digits = [18, 12, 6, 0].map((shift) => alphabet[(word >> shift) & 63]);
    const known = Math.min(bytes.length - i, 3) + 1;
    text += digits.map((digit, k) => (k < known ? digit : '=')).join('');
  }
  return text;
}

function decode(text: string): number[] | undefined {
  const digits = text.replace(/={1,2}$/, '');
  if (text.length % 4 !== 0 || /[^A-Za-z0-9+/]/.test(digits)) return undefined;
  const bytes: number[] = [];
  let word = 0;
  let bits = 0;
  for (const digit of digits) {
    word = ((word << 6) | alphabet.indexOf(digit)) & 0xffffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((word >> bits) & 255);
  }
  return bytes;
}
