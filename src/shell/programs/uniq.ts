// uniq: drops repeated lines that follow each other.
import { openOperand, parseOptions, pathOf, program, readAll, splitLines } from './program.ts';

export const uniq = program(function* (process, args) {
  const { flags, operands } = parseOptions(args, {
    flags: 'cdui',
    long: { count: 'c', repeated: 'd', unique: 'u', 'ignore-case': 'i' },
  });
  const input = openOperand(process, operands[0] ?? '-');
  if (input === undefined) return 1;
  const groups: { line: string; count: number }[] = [];
  const fold = (line: string) => (flags.has('i') ? line.toLowerCase() : line);
  for (const full of splitLines(yield* readAll(input))) {
    const line = full.replace(/\n$/, '');
    const last = groups.at(-1);
    if (last !== undefined && fold(last.line) === fold(line)) last.count += 1;
    else groups.push({ line, count: 1 });
  }
  const shown = groups.filter(
    ({ count }) => (!flags.has('d') || count > 1) && (!flags.has('u') || count === 1),
  );
  const text = shown
    .map(({ line, count }) => `${flags.has('c') ? `${String(count).padStart(7)} ` : ''}${line}\n`)
    .join('');
  if (operands[1] === undefined) process.stdout.write(text);
  else process.host.files.write(pathOf(process, operands[1]), text);
  return 0;
});
