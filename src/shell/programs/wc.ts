// wc: counts lines, words and characters.
import { utf8Length } from '../../sim/index.ts';
import { openOperand, parseOptions, program, readAll } from './program.ts';

export const wc = program(function* (process, args) {
  const { flags, operands } = parseOptions(args, {
    flags: 'lwcmL',
    long: { lines: 'l', words: 'w', bytes: 'c', chars: 'm', 'max-line-length': 'L' },
  });
  const shown =
    flags.size === 0 ? ['l', 'w', 'c'] : ['l', 'w', 'm', 'c', 'L'].filter((letter) => flags.has(letter));
  const rows: { counts: number[]; name: string }[] = [];
  let code = 0;
  for (const operand of operands.length === 0 ? ['-'] : operands) {
    const input = openOperand(process, operand);
    if (input === undefined) code = 1;
    else {
      const text = yield* readAll(input);
      rows.push({
        counts: shown.map((letter) => count(text, letter)),
        name: operands.length === 0 ? '' : operand,
      });
    }
  }
  if (operands.length > 1) {
    const total = shown.map((_, i) => rows.reduce((sum, { counts }) => sum + (counts[i] as number), 0));
    rows.push({ counts: total, name: 'total' });
  }
  const width = widthOf(rows, operands);
  for (const { counts, name } of rows) {
    const cells = counts.map((value) =>
      String(value).padStart(counts.length === 1 && operands.length <= 1 ? 0 : width),
    );
    process.stdout.write(`${cells.join(' ')}${name === '' ? '' : ` ${name}`}\n`);
  }
  return code;
});

/** GNU pads to the widest number of files, to seven for standard input. */
function widthOf(
  rows: readonly { readonly counts: readonly number[] }[],
  operands: readonly string[],
): number {
  if (operands.length === 0) return 7;
  return Math.max(...rows.flatMap(({ counts }) => counts.map((value) => String(value).length)), 1);
}

function count(text: string, letter: string): number {
  if (letter === 'l') return text.split('\n').length - 1;
  if (letter === 'w') return text.match(/\S+/g)?.length ?? 0;
  if (letter === 'L') return Math.max(0, ...text.split('\n').map((line) => line.length));
  if (letter === 'm') return [...text].length;
  return utf8Length(text);
}
