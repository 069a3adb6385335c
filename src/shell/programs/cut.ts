// cut: fields or characters of each line.
import { LineReader, lastValue, openOperand, parseOptions, program, UsageError } from './program.ts';

export const cut = program(function* (process, args) {
  const options = parseOptions(args, {
    flags: 'sn',
    values: 'fcbd',
    long: { fields: 'f', characters: 'c', bytes: 'b', delimiter: 'd', 'only-delimited': 's' },
  });
  const fields = lastValue(options, 'f');
  const chars = lastValue(options, 'c') ?? lastValue(options, 'b');
  if (fields === undefined && chars === undefined) {
    throw new UsageError('you must specify a list of bytes, characters, or fields');
  }
  const delimiter = lastValue(options, 'd') ?? '\t';
  if (delimiter.length > 1) throw new UsageError('the delimiter must be a single character');
  const isChosen = rangesFrom((fields ?? chars) as string);
  let code = 0;
  for (const operand of options.operands.length === 0 ? ['-'] : options.operands) {
    const input = openOperand(process, operand);
    if (input === undefined) {
      code = 1;
      continue;
    }
    const reader = new LineReader(input);
    for (let full = yield* reader.next(); full !== undefined; full = yield* reader.next()) {
      const line = full.replace(/\n$/, '');
      if (fields === undefined)
        process.stdout.write(`${[...line].filter((_, i) => isChosen(i + 1)).join('')}\n`);
      else if (line.includes(delimiter)) {
        process.stdout.write(
          `${line
            .split(delimiter)
            .filter((_, i) => isChosen(i + 1))
            .join(delimiter)}\n`,
        );
      } else if (!options.flags.has('s')) process.stdout.write(`${line}\n`);
    }
  }
  return code;
});

/** `1,3-5,7-` */
function rangesFrom(text: string): (number: number) => boolean {
  const ranges = text.split(',').map((part) => {
    const found = /^(\d*)(-?)(\d*)$/.exec(part);
    if (found === null || part === '' || part === '-') throw new UsageError(`invalid field range: '${text}'`);
    const first = Number(found[1] || 1);
    const last = found[2] === '' ? first : found[3] === '' ? Number.POSITIVE_INFINITY : Number(found[3]);
    if (first === 0) throw new UsageError('fields are numbered from 1');
    if (last < first) throw new UsageError('invalid decreasing range');
    return { first, last };
  });
  return (number) => ranges.some(({ first, last }) => number >= first && number <= last);
}
