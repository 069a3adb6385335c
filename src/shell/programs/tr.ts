// tr: replaces, deletes or squeezes characters.
import { untilReadable } from '../../sim/index.ts';
import { decodeEscapes } from '../language/echo.ts';
import { isClassName, isInClass } from '../language/glob.ts';
import { parseOptions, program, UsageError } from './program.ts';

export const tr = program(function* (process, args) {
  const { flags, operands } = parseOptions(args, {
    flags: 'dscCt',
    long: { delete: 'd', 'squeeze-repeats': 's', complement: 'c' },
  });
  const [from, to] = operands;
  if (from === undefined) throw new UsageError('missing operand');
  const isDeletion = flags.has('d');
  const isComplement = flags.has('c') || flags.has('C');
  if (to === undefined && !isDeletion && !flags.has('s'))
    throw new UsageError(`missing operand after '${from}'`);
  if (operands.length > 2 || (isDeletion && to !== undefined && !flags.has('s')))
    throw new UsageError(`extra operand '${operands.at(-1)}'`);
  const first = setFrom(from);
  const second = to === undefined ? [] : setFrom(to);
  const isIn = (char: string) => first.includes(char) !== isComplement;
  const translate = translation(first, second, isComplement);
  const squeezed = second.length > 0 ? new Set(second) : undefined;
  let last = '';
  for (let piece = process.stdin.read(); piece !== undefined; piece = process.stdin.read()) {
    if (piece === 'wait') {
      yield untilReadable(process.stdin);
      continue;
    }
    let text = '';
    for (const char of piece) {
      if (isDeletion && isIn(char)) continue;
      const changed = isDeletion || second.length === 0 ? char : translate(char);
      const isSqueezed = flags.has('s') && (squeezed === undefined ? isIn(changed) : squeezed.has(changed));
      if (isSqueezed && changed === last) continue;
      last = changed;
      text += changed;
    }
    process.stdout.write(text);
  }
  return 0;
});

function translation(
  first: readonly string[],
  second: readonly string[],
  isComplement: boolean,
): (char: string) => string {
  const filler = second.at(-1) ?? '';
  if (isComplement) {
    const known = new Set(first);
    return (char) => (known.has(char) ? char : filler);
  }
  const table = new Map<string, string>();
  for (const [i, char] of first.entries()) table.set(char, second[i] ?? filler);
  return (char) => table.get(char) ?? char;
}

/** `a-z`, `[:upper:]`, `\n` and plain characters. */
function setFrom(text: string): readonly string[] {
  const chars: string[] = [];
  const units = text.match(/\[:\w+:\]|\\(?:[0-7]{1,3}|[\s\S])|[\s\S]/gu) ?? [];
  for (let i = 0; i < units.length; i++) {
    const unit = units[i] as string;
    const name = /^\[:(\w+):\]$/.exec(unit)?.[1];
    if (name !== undefined) {
      if (!isClassName(name)) throw new UsageError(`invalid character class '${name}'`);
      for (let code = 0; code < 128; code++)
        if (isInClass(name, String.fromCharCode(code))) chars.push(String.fromCharCode(code));
      continue;
    }
    const char = single(unit);
    const end = units[i + 1] === '-' ? units[i + 2] : undefined;
    if (end === undefined) {
      chars.push(char);
      continue;
    }
    const [low, high] = [char.codePointAt(0) as number, single(end).codePointAt(0) as number];
    if (low > high)
      throw new UsageError(`range-endpoints of '${char}-${end}' are in reverse collating sequence order`);
    for (let code = low; code <= Math.min(high, low + 5000); code++) chars.push(String.fromCodePoint(code));
    i += 2;
  }
  return chars;
}

function single(unit: string): string {
  return unit.length > 1 && unit.startsWith('\\') ? decodeEscapes(unit, false).text.replace(/^\\/, '') : unit;
}
