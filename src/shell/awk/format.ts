// printf and sprintf: the shell's own, with awk's idea of numbers.
import { printfText } from '../language/printf.ts';
import { AwkError } from './awk-error.ts';
import { checkLength } from './limits.ts';
import type { Value } from './values.ts';
import { isNumber, numberOf, textOf } from './values.ts';

const directive = /%([-+ #0]*)(\*|[1-9]\d*)?(\.(?:\*|\d+)?)?([a-zA-Z%])/g;

/** Throws AwkError where the format wants more than was given. */
export function format(pattern: string, args: readonly Value[]): string {
  const rest = [...args];
  const take = (): Value => {
    if (rest.length === 0) throw new AwkError(`not enough arguments for the format "${pattern}"`);
    return rest.shift();
  };
  let length = pattern.length;
  return pattern.replace(
    directive,
    (all, flags: string, width: string | undefined, precision: string | undefined, kind: string) => {
      if (kind === '%') return '%';
      const [wide, exact] = [width ?? '', precision ?? ''].map((part) =>
        part.replace('*', () => String(Math.trunc(numberOf(take())))),
      ) as [string, string];
      const shown = converted(kind, take(), exact, all);
      const { text } = printfText(`%${flags}${wide}${shown.exact}${shown.kind}`, [shown.text]);
      length += text.length;
      checkLength(length);
      return text;
    },
  );
}

interface Shown {
  readonly kind: string;
  readonly exact: string;
  readonly text: string;
}

function converted(kind: string, value: Value, exact: string, all: string): Shown {
  const number = numberOf(value);
  switch (kind) {
    case 's':
      return { kind, exact, text: textOf(value) };
    case 'c':
      return {
        kind: 's',
        exact: '',
        text: value !== undefined && isNumber(value) ? letterOf(number) : textOf(value).slice(0, 1),
      };
    case 'd':
    case 'i':
      return Number.isFinite(number)
        ? { kind: 'd', exact, text: String(BigInt(Math.trunc(number))) }
        : { kind: 's', exact: '', text: textOf(number) };
    case 'o':
    case 'x':
    case 'X':
    case 'u':
      return { kind, exact, text: String(BigInt(Math.trunc(Number.isFinite(number) ? number : 0))) };
    case 'f':
    case 'F':
    case 'e':
    case 'E':
    case 'g':
    case 'G':
      return Number.isFinite(number)
        ? { kind, exact, text: String(number) }
        : { kind: 's', exact: '', text: textOf(number) };
    default:
      throw new AwkError(`"${all}" is no directive of printf`);
  }
}

function letterOf(code: number): string {
  return code >= 0 && code <= 0x10_ff_ff ? String.fromCodePoint(Math.trunc(code)) : '';
}
