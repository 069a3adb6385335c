// `printf`: format directives, reused until the arguments are used up.
import { decodeEscapes } from './echo.ts';
import { quoted } from './parameter-expansion.ts';
import { shortest } from './shortest.ts';

export interface Printed {
  readonly text: string;
  /** What was wrong with the arguments; the code is 1 then. */
  readonly errors: readonly string[];
}

// A width begins with no zero: that is a flag, and what could be either is tried both ways.
const directive = /%([-+ #0]*)(\*|[1-9]\d*)?(?:\.(\*|\d+)?)?([a-zA-Z%])/;
const maxWidth = 10_000;
const maxChars = 1_000_000;

/** Formats the arguments. */
export function printfText(format: string, args: readonly string[]): Printed {
  const state = { rest: [...args], errors: [] as string[], isCut: false };
  let text = '';
  do {
    const before = state.rest.length;
    text += formatOnce(format, state);
    if (state.isCut || state.rest.length === before || text.length > maxChars) break;
  } while (state.rest.length > 0);
  return { text, errors: state.errors };
}

interface State {
  readonly rest: string[];
  readonly errors: string[];
  isCut: boolean;
}

function formatOnce(format: string, state: State): string {
  let text = '';
  let rest = format;
  while (rest !== '' && !state.isCut) {
    const found = directive.exec(rest);
    const plain = decodeEscapes(found === null ? rest : rest.slice(0, found.index), false);
    text += plain.text;
    if (plain.isCut) state.isCut = true;
    if (found === null || state.isCut) break;
    text += formatDirective(found, state);
    rest = rest.slice(found.index + found[0].length);
  }
  return text;
}

function formatDirective(found: RegExpExecArray, state: State): string {
  const [all, flags = '', widthText, precisionText, kind = ''] = found;
  if (kind === '%') return '%';
  let width = widthText === '*' ? Number(state.rest.shift() ?? 0) : Number(widthText ?? 0);
  const isLeft = flags.includes('-') || width < 0;
  width = Math.min(Math.abs(width) || 0, maxWidth);
  const hasPrecision = all.includes('.');
  const precision = !hasPrecision
    ? undefined
    : Math.min(Number(precisionText === '*' ? state.rest.shift() : (precisionText ?? 0)), maxWidth);
  const text = convert(kind, state, flags, precision);
  if (text.length >= width) return text;
  if (isLeft) return text.padEnd(width);
  const hasZeros =
    flags.includes('0') &&
    'diouxXeEfFgG'.includes(kind) &&
    (precision === undefined || 'eEfFgG'.includes(kind));
  if (!hasZeros) return text.padStart(width);
  const sign = /^[+-]/.exec(text)?.[0] ?? '';
  return sign + text.slice(sign.length).padStart(width - sign.length, '0');
}

function convert(kind: string, state: State, flags: string, precision: number | undefined): string {
  const arg = state.rest.shift();
  switch (kind) {
    case 's':
      return (arg ?? '').slice(0, precision);
    case 'c':
      return (arg ?? '').slice(0, 1);
    case 'q':
      return /^[A-Za-z0-9_./:=@%+,-]+$/.test(arg ?? '') ? (arg as string) : quoted(arg ?? '');
    case 'b': {
      const { text, isCut } = decodeEscapes(arg ?? '', true);
      if (isCut) state.isCut = true;
      return text.slice(0, precision);
    }
    case 'd':
    case 'i':
      return signed(flags, integer(arg, state), precision);
    case 'u':
      return String(Math.abs(integer(arg, state)));
    case 'o': {
      const digits = integer(arg, state)
        .toString(8)
        .padStart(precision ?? 0, '0');
      return flags.includes('#') && !digits.startsWith('0') ? `0${digits}` : digits;
    }
    case 'x':
      return (
        (flags.includes('#') ? '0x' : '') +
        integer(arg, state)
          .toString(16)
          .padStart(precision ?? 0, '0')
      );
    case 'X':
      return (
        (flags.includes('#') ? '0X' : '') +
        integer(arg, state)
          .toString(16)
          .toUpperCase()
          .padStart(precision ?? 0, '0')
      );
    case 'f':
    case 'F':
      return withSign(flags, float(arg, state), (n) => n.toFixed(Math.min(precision ?? 6, 100)));
    case 'e':
    case 'E':
      return cased(
        kind,
        withSign(flags, float(arg, state), (n) => exponent(n, precision ?? 6)),
      );
    case 'g':
    case 'G':
      return cased(
        kind,
        withSign(flags, float(arg, state), (n) => shortest(n, precision ?? 6)),
      );
    default:
      state.errors.push(`%${kind}: invalid directive`);
      state.isCut = true;
      return '';
  }
}

function cased(kind: string, text: string): string {
  return kind === kind.toUpperCase() ? text.toUpperCase() : text;
}

function signed(flags: string, value: number, precision: number | undefined): string {
  return withSign(flags, value, (n) => String(n).padStart(precision ?? 0, '0'));
}

function withSign(flags: string, value: number, format: (value: number) => string): string {
  const sign = value < 0 ? '-' : flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : '';
  return sign + format(Math.abs(value));
}

function exponent(value: number, digits: number): string {
  return value.toExponential(Math.min(digits, 100)).replace(/e([+-])(\d)$/, 'e$10$2');
}

function integer(arg: string | undefined, state: State): number {
  if (arg === undefined || arg === '') return 0;
  if (/^["']/.test(arg)) return arg.codePointAt(1) ?? 0;
  const found = /^\s*([+-]?)(0[xX][0-9a-fA-F]+|0[0-7]*|[1-9]\d*)/.exec(arg);
  if (found === null || found[0].length !== arg.length) state.errors.push(`${arg}: invalid number`);
  if (found === null) return 0;
  const digits = found[2] as string;
  const value = /^0[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : Number(digits);
  return found[1] === '-' ? -value : value;
}

function float(arg: string | undefined, state: State): number {
  if (arg === undefined || arg === '') return 0;
  const value = Number(arg);
  if (Number.isFinite(value)) return value;
  state.errors.push(`${arg}: invalid number`);
  return Number.parseFloat(arg) || 0;
}
