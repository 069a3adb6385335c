// tee: passes its input on and keeps it in files.
import { untilReadable } from '../../sim/index.ts';
import { parseOptions, pathOf, program } from './program.ts';

export const tee = program(function* (process, args) {
  const { flags, operands } = parseOptions(args, { flags: 'ai', long: { append: 'a' } });
  const { files } = process.host;
  const paths = operands.map((operand) => pathOf(process, operand));
  for (const path of paths) {
    if (flags.has('a')) files.append(path, '');
    else files.write(path, '');
  }
  for (let piece = process.stdin.read(); piece !== undefined; piece = process.stdin.read()) {
    if (piece === 'wait') {
      yield untilReadable(process.stdin);
      continue;
    }
    process.stdout.write(piece);
    for (const path of paths) files.append(path, piece);
  }
  return 0;
});
