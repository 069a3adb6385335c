// head, tail: the beginning or the end of files.
import type { Input, Process } from '../../sim/index.ts';
import { untilReadable } from '../../sim/index.ts';
import type { Steps } from '../language/shell-state.ts';
import {
  keepAll,
  LineReader,
  lastValue,
  openOperand,
  parseOptions,
  pathOf,
  program,
  readAll,
  splitLines,
  UsageError,
} from './program.ts';

/** A count such as `5`, `-5` or `+5`. */
interface Amount {
  readonly sign: '' | '-' | '+';
  readonly count: number;
}

function amountFrom(text: string, unit: string): Amount {
  const found = /^([-+]?)(\d{1,9})$/.exec(text);
  if (found === null) throw new UsageError(`invalid number of ${unit}: '${text}'`);
  return { sign: found[1] as Amount['sign'], count: Number(found[2]) };
}

/** `head -3` is `head -n 3`. */
function modern(args: readonly string[]): readonly string[] {
  return args.flatMap((arg, i) => (i === 0 && /^-\d+$/.test(arg) ? ['-n', arg.slice(1)] : [arg]));
}

const long = { lines: 'n', bytes: 'c', quiet: 'q', silent: 'q', verbose: 'v', follow: 'f' };

export const head = program(function* (process, args) {
  const options = parseOptions(modern(args), { flags: 'qv', values: 'nc', long });
  const bytes = lastValue(options, 'c');
  const amount = amountFrom(
    bytes ?? lastValue(options, 'n') ?? '10',
    bytes === undefined ? 'lines' : 'bytes',
  );
  return yield* eachOperand(process, options, function* (input) {
    if (bytes === undefined && amount.sign !== '-') return yield* headLines(process, input, amount.count);
    if (amount.sign !== '-') return yield* headChars(process, input, amount.count);
    const text = yield* readAll(input);
    const parts = bytes === undefined ? splitLines(text) : [...text];
    process.stdout.write(parts.slice(0, Math.max(0, parts.length - amount.count)).join(''));
  });
});

/** Prints so many characters and reads no further. */
function* headChars(process: Process, input: Input, count: number): Steps<void> {
  for (let left = count; left > 0; ) {
    const piece = input.read();
    if (piece === undefined) return;
    if (piece === 'wait') yield untilReadable(input);
    else {
      const shown = piece.slice(0, left);
      process.stdout.write(shown);
      left -= shown.length;
      if (shown.length < piece.length) input.unread?.(piece.slice(shown.length));
    }
  }
}

/** Prints lines as they come and stops reading after the last one. */
function* headLines(process: Process, input: Input, count: number): Steps<void> {
  const reader = new LineReader(input);
  for (let i = 0; i < count; i++) {
    const line = yield* reader.next();
    if (line === undefined) return;
    process.stdout.write(line);
  }
}

export const tail = program(function* (process, args) {
  const options = parseOptions(modern(args), { flags: 'fFqv', values: 'nc', long });
  const bytes = lastValue(options, 'c');
  const amount = amountFrom(
    bytes ?? lastValue(options, 'n') ?? '10',
    bytes === undefined ? 'lines' : 'bytes',
  );
  const code = yield* eachOperand(process, options, function* (input) {
    const text = yield* keepAll(process, input);
    const parts = bytes === undefined ? splitLines(text) : [...text];
    const start =
      amount.sign === '+' ? Math.max(0, amount.count - 1) : Math.max(0, parts.length - amount.count);
    process.stdout.write(parts.slice(start).join(''));
  });
  const file = options.operands.at(-1);
  const isFollowing = options.flags.has('f') || options.flags.has('F');
  if (!isFollowing || file === undefined || file === '-' || code !== 0) return code;
  return yield* follow(process, pathOf(process, file));
});

/** Prints what is added to a file, until a signal ends it. */
function* follow(process: Process, path: string): Steps {
  const { files } = process.host;
  const size = () => files.stat(path)?.size ?? 0;
  let shown = size();
  for (;;) {
    yield { ready: () => size() !== shown };
    const text = files.stat(path) === undefined ? '' : files.read(path);
    process.stdout.write(text.length < shown ? text : text.slice(shown));
    shown = text.length;
  }
}

type EachOptions = { readonly flags: ReadonlySet<string>; readonly operands: readonly string[] };

function* eachOperand(
  process: Process,
  { flags, operands }: EachOptions,
  show: (input: Input) => Steps<void>,
): Steps {
  const names = operands.length === 0 ? ['-'] : operands;
  const hasHeaders = flags.has('v') || (names.length > 1 && !flags.has('q'));
  let code = 0;
  let isFirst = true;
  for (const name of names) {
    const input = openOperand(process, name);
    if (input === undefined) {
      code = 1;
      continue;
    }
    if (hasHeaders)
      process.stdout.write(`${isFirst ? '' : '\n'}==> ${name === '-' ? 'standard input' : name} <==\n`);
    isFirst = false;
    yield* show(input);
  }
  return code;
}
