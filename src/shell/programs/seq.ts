// seq: a sequence of numbers.
import { instant, lastValue, parseOptions, UsageError } from './program.ts';

const maxNumbers = 100_000;

export const seq = instant((process, args) => {
  const protectedArgs = args.map((arg) => (/^-\.?\d/.test(arg) ? `\u0000${arg}` : arg));
  const options = parseOptions(protectedArgs, {
    flags: 'w',
    values: 's',
    long: { separator: 's', 'equal-width': 'w' },
  });
  const numbers = options.operands.map((operand) => operand.replace('\u0000', ''));
  if (numbers.length === 0) throw new UsageError('missing operand');
  if (numbers.length > 3) throw new UsageError(`extra operand '${numbers[3]}'`);
  const wrong = numbers.find((text) => !/^[-+]?(\d+\.?\d*|\.\d+)$/.test(text));
  if (wrong !== undefined) throw new UsageError(`invalid floating point argument: '${wrong}'`);
  const [first, step, last] =
    numbers.length === 1
      ? ['1', '1', numbers[0]]
      : numbers.length === 2
        ? [numbers[0], '1', numbers[1]]
        : numbers;
  const [from, by, to] = [Number(first), Number(step), Number(last)];
  if (by === 0) throw new UsageError(`invalid Zero increment value: '${step}'`);
  const digits = Math.max(...[first, step].map((text) => text?.split('.')[1]?.length ?? 0));
  const count = Math.floor((to - from) / by + 1e-10) + 1;
  if (count > maxNumbers) throw new UsageError(`more than ${maxNumbers} numbers`);
  const texts = Array.from({ length: Math.max(0, count) }, (_, i) => (from + i * by).toFixed(digits));
  const width = Math.max(0, ...texts.map((text) => text.length));
  const padded = options.flags.has('w') ? texts.map((text) => text.padStart(width, '0')) : texts;
  if (padded.length > 0) process.stdout.write(`${padded.join(lastValue(options, 's') ?? '\n')}\n`);
  return 0;
});
