// cat: joins files, or passes standard input on as it comes.
import { untilReadable } from '../../sim/index.ts';
import { LineReader, openOperand, parseOptions, program } from './program.ts';

export const cat = program(function* (process, args) {
  const { flags, operands } = parseOptions(args, { flags: 'nuAETsb', long: { number: 'n' } });
  const isPlain = flags.size === 0 || (flags.size === 1 && flags.has('u'));
  let code = 0;
  let number = 1;
  for (const operand of operands.length === 0 ? ['-'] : operands) {
    const input = openOperand(process, operand);
    if (input === undefined) code = 1;
    else if (isPlain) {
      for (let piece = input.read(); piece !== undefined; piece = input.read()) {
        if (piece === 'wait') yield untilReadable(input);
        else process.stdout.write(piece);
      }
    } else {
      const reader = new LineReader(input);
      for (let line = yield* reader.next(); line !== undefined; line = yield* reader.next()) {
        const isNumbered = flags.has('n') || (flags.has('b') && line !== '\n');
        const text = flags.has('E') || flags.has('A') ? line.replace('\n', '$\n') : line;
        const shown = flags.has('T') || flags.has('A') ? text.replaceAll('\t', '^I') : text;
        process.stdout.write(`${isNumbered ? `${String(number++).padStart(6)}\t` : ''}${shown}`);
      }
    }
  }
  return code;
});
