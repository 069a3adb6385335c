// printf, print and println over JSON values. Source: the documentation of Go's package fmt.
import { goQuote, utf8Bytes } from '../../sim/index.ts';
import { basicKind, isMapping, membersOf, numberOf, Typed, typeOfData, valueText } from './values.ts';

const DIRECTIVE = /%([-+# 0]*)(\d+|\*)?(?:\.(\d+|\*)?)?(.)?/gsu;

interface Directive {
  readonly flags: string;
  readonly width: number | undefined;
  readonly precision: number | undefined;
  readonly verb: string;
}

const widthMax = 1000;

/** `fmt.Sprintf`. */
export function sprintf(format: string, values: readonly unknown[]): string {
  let next = 0;
  const text = format.replace(DIRECTIVE, (all, flags: string, width, precision, verb) => {
    if (verb === undefined) return '%!(NOVERB)';
    if (verb === '%') return '%';
    const number = (given: string | undefined) =>
      given === '*' ? Number(values[next++]) : given === undefined ? undefined : Number(given);
    const directive = {
      flags,
      width: bounded(number(width)),
      precision: all.includes('.') ? (bounded(number(precision)) ?? 0) : undefined,
      verb: verb as string,
    };
    if (next >= values.length) return `%!${verb}(MISSING)`;
    return formatOne(directive, values[next++]);
  });
  if (next >= values.length) return text;
  const extra = values.slice(next).map((value) => `${typeOfData(value)}=${valueText(value)}`);
  return `${text}%!(EXTRA ${extra.join(', ')})`;
}

function bounded(number: number | undefined): number | undefined {
  return number === undefined ? undefined : Math.min(widthMax, number);
}

function formatOne(directive: Directive, value: unknown): string {
  const text = bodyOf(directive, value);
  if (text === undefined) return badVerb(directive, value);
  const { flags, width = 0 } = directive;
  const missing = Math.max(0, width - [...text].length);
  if (flags.includes('-')) return text + ' '.repeat(missing);
  if (!flags.includes('0') || !isNumeric(value)) return ' '.repeat(missing) + text;
  const sign = /^[+-]/.exec(text)?.[0] ?? '';
  return sign + '0'.repeat(missing) + text.slice(sign.length);
}

/** `%!d(string=web)`: a verb that does not fit the value. */
function badVerb(directive: Directive, value: unknown): string {
  if (value === null || value === undefined) return `%!${directive.verb}(<nil>)`;
  return `%!${directive.verb}(${typeOfData(value)}=${formatOne({ ...directive, verb: 'v' }, value)})`;
}

/** A value without its padding; undefined where the verb does not fit it. */
function bodyOf(directive: Directive, value: unknown): string | undefined {
  const { flags, precision, verb } = directive;
  if (verb === 'T') return typeOfData(value);
  if (verb === 'v' && flags.includes('#')) return goSyntax(value);
  // A plus before v asks for the names of fields, not for signs.
  if (verb === 'v' && flags.includes('+')) return bodyOf({ ...directive, flags: '' }, value);
  // The members of lists and maps are formatted each.
  const part = (it: unknown) => formatOne(directive, it);
  if (Array.isArray(value)) return `[${value.map(part).join(' ')}]`;
  if (isMapping(value)) {
    return `map[${membersOf(value)
      .map(([key, it]) => `${part(key)}:${part(it)}`)
      .join(' ')}]`;
  }
  switch (basicKind(value)) {
    case 'string':
      return stringBody(verb, precision, String(value));
    case 'int':
      return integerBody(verb, flags, precision, numberOf(value));
    case 'float':
      return floatBody(verb, flags, precision, numberOf(value));
    case 'bool':
      return verb === 't' || verb === 'v' ? String(value) : undefined;
    default:
      return verb === 'v' ? '<nil>' : undefined;
  }
}

function stringBody(verb: string, precision: number | undefined, text: string): string | undefined {
  const cut = precision === undefined ? text : [...text].slice(0, precision).join('');
  if (verb === 's' || verb === 'v') return cut;
  if (verb === 'q') return goQuote(cut);
  if (verb !== 'x' && verb !== 'X') return undefined;
  const hex = utf8Bytes(cut)
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
  return verb === 'X' ? hex.toUpperCase() : hex;
}

const BASES: Readonly<Record<string, number>> = { v: 10, d: 10, b: 2, o: 8, x: 16, X: 16 };

function integerBody(
  verb: string,
  flags: string,
  precision: number | undefined,
  value: number,
): string | undefined {
  const character = String.fromCodePoint(value >= 0 && value <= 0x10ffff ? value : 0xfffd);
  if (verb === 'c') return character;
  if (verb === 'q') return `'${character}'`;
  if (verb === 'U') return `U+${value.toString(16).toUpperCase().padStart(4, '0')}`;
  const base = BASES[verb];
  if (base === undefined) return undefined;
  const digits = Math.abs(value)
    .toString(base)
    .padStart(precision ?? 0, '0');
  return signed(flags, value, verb === 'X' ? digits.toUpperCase() : digits);
}

function floatBody(
  verb: string,
  flags: string,
  precision: number | undefined,
  value: number,
): string | undefined {
  const digits = Math.min(100, precision ?? 6);
  const size = Math.abs(value);
  if (verb === 'f' || verb === 'F') return signed(flags, value, size.toFixed(digits));
  if (verb === 'e') {
    return signed(flags, value, size.toExponential(digits).replace(/e([+-])(\d)$/, 'e$10$2'));
  }
  if (verb !== 'g' && verb !== 'v') return undefined;
  return signed(flags, value, valueText(new Typed('float64', size)));
}

function signed(flags: string, value: number, size: string): string {
  if (value < 0) return `-${size}`;
  return flags.includes('+') ? `+${size}` : flags.includes(' ') ? ` ${size}` : size;
}

function isNumeric(value: unknown): boolean {
  const kind = basicKind(value);
  return kind === 'int' || kind === 'float';
}

/** As `%#v` prints it: a value as it would stand in a program. */
export function goSyntax(value: unknown): string {
  if (value === null || value === undefined) return 'interface {}(nil)';
  if (typeof value === 'string') return goQuote(value);
  if (Array.isArray(value)) return `[]interface {}{${value.map(goSyntax).join(', ')}}`;
  if (!isMapping(value)) return valueText(value);
  const members = membersOf(value).map(([key, member]) => `${goQuote(key)}:${goSyntax(member)}`);
  return `map[string]interface {}{${members.join(', ')}}`;
}

/** `fmt.Sprint`: a space between two values that are no texts. */
export function sprint(values: readonly unknown[]): string {
  return values
    .map((value, i) => {
      const isApart = i > 0 && typeof value !== 'string' && typeof values[i - 1] !== 'string';
      return (isApart ? ' ' : '') + valueText(value);
    })
    .join('');
}

/** `fmt.Sprintln`. */
export function sprintln(values: readonly unknown[]): string {
  return `${values.map(valueText).join(' ')}\n`;
}
