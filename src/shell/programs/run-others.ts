// env, timeout, xargs, watch, nohup: programs that run other programs.

import type { Child, Process } from '../../sim/index.ts';
import { createCapture, inputOf } from '../../sim/index.ts';
import { signalNamed } from '../language/builtins/trap.ts';
import type { Steps } from '../language/shell-state.ts';
import { untilEnded } from '../language/subshell.ts';
import {
  countFrom,
  durationMs,
  fail,
  instant,
  lastValue,
  parseOptions,
  program,
  readAll,
  UsageError,
} from './program.ts';

interface Changes {
  readonly env?: ReadonlyMap<string, string>;
  readonly stdin?: Process['stdin'];
  readonly stdout?: Process['stdout'];
  readonly stderr?: Process['stderr'];
}

/** Starts a command; reports and gives the code if there is none of that name. */
function start(process: Process, argv: readonly string[], changes: Changes = {}): Child | number {
  const env = changes.env ?? process.env;
  const name = argv[0] as string;
  const found = process.host.lookup(name, env, process.cwd);
  if (typeof found !== 'function') {
    fail(
      process,
      found === undefined ? `'${name}': No such file or directory` : `'${name}': Permission denied`,
    );
    return found === undefined ? 127 : 126;
  }
  const { cwd, stdin, stdout, stderr } = process;
  const isInteractive = process.isInteractive && (changes.stdin ?? stdin) === stdin;
  return process.host.spawn(found, { argv, env, cwd, stdin, stdout, stderr, isInteractive, ...changes });
}

export function* runToEnd(process: Process, argv: readonly string[], changes: Changes = {}): Steps {
  const child = start(process, argv, changes);
  return typeof child === 'number' ? child : yield* untilEnded(child);
}

/** `env [-i] [-u name] [name=value …] [command …]`. */
export const env = program(function* (process, args) {
  const options = parseOptions(args, {
    flags: 'i0',
    values: 'u',
    code: 125,
    stopsAtOperand: true,
    long: { unset: 'u', 'ignore-environment': 'i' },
  });
  const result = new Map(options.flags.has('i') ? [] : process.env);
  for (const name of options.values.get('u') ?? []) result.delete(name);
  const command = [...options.operands];
  for (; command[0]?.includes('=') === true; command.shift()) {
    const [name = '', ...value] = command[0].split('=');
    result.set(name, value.join('='));
  }
  if (command.length > 0) return yield* runToEnd(process, command, { env: result });
  for (const [name, value] of result)
    process.stdout.write(`${name}=${value}${options.flags.has('0') ? '\0' : '\n'}`);
  return 0;
});

/** `printenv [name …]`. */
export const printenv = instant((process, args) => {
  if (args.length === 0) for (const [name, value] of process.env) process.stdout.write(`${name}=${value}\n`);
  for (const name of args) if (process.env.has(name)) process.stdout.write(`${process.env.get(name)}\n`);
  return args.every((name) => process.env.has(name)) ? 0 : 1;
});

/** `timeout [-s signal] [-k duration] duration command …`: 124 when the time is over. */
export const timeout = program(function* (process, args) {
  const options = parseOptions(args, {
    flags: 'fpv',
    values: 'sk',
    code: 125,
    stopsAtOperand: true,
    long: { signal: 's', 'kill-after': 'k', 'preserve-status': 'p', foreground: 'f' },
  });
  const [duration, ...command] = options.operands;
  if (duration === undefined || command.length === 0) throw new UsageError('missing operand', 125);
  const limitMs = durationMs(duration);
  if (limitMs === undefined) throw new UsageError(`invalid time interval '${duration}'`, 125);
  const signal = signalNamed(lastValue(options, 's') ?? 'TERM');
  if (signal === undefined || signal === 'EXIT')
    throw new UsageError(`'${lastValue(options, 's')}': invalid signal`, 125);
  const killAfterMs = options.values.has('k') ? durationMs(lastValue(options, 'k') as string) : undefined;
  const child = start(process, command);
  if (typeof child === 'number') return child;
  const code = yield* untilEndedOr(process, child, limitMs);
  if (code !== undefined) return code;
  process.host.kill(child.pid, signal);
  const ended = yield* untilEndedOr(process, child, killAfterMs ?? Number.POSITIVE_INFINITY);
  if (ended === undefined) process.host.kill(child.pid, 'SIGKILL');
  return ended === undefined || signal === 'SIGKILL' ? 137 : options.flags.has('p') ? ended : 124;
});

/** The child's code, or undefined when the time is over before its end. A limit of 0 is none. */
function* untilEndedOr(process: Process, child: Child, limitMs: number): Steps<number | undefined> {
  if (limitMs === 0 || limitMs === Number.POSITIVE_INFINITY) return yield* untilEnded(child);
  const untilMs = process.host.now() + limitMs;
  const isOver = () => child.exitCode() !== undefined;
  while (!isOver() && process.host.now() < untilMs) yield { untilMs, ready: isOver, isLocal: true };
  return child.exitCode();
}

/** `xargs [-n count] [-I text] [-r] [-d delimiter] [-0] [-t] [command …]`. */
export const xargs = program(function* (process, args) {
  const options = parseOptions(args, {
    flags: 'rt0',
    values: 'nIdPL',
    stopsAtOperand: true,
    long: { 'no-run-if-empty': 'r', null: '0', 'max-args': 'n', delimiter: 'd' },
  });
  const text = yield* readAll(process.stdin);
  const command = options.operands.length === 0 ? ['echo'] : options.operands;
  const placeholder = lastValue(options, 'I');
  const items = itemsOf(
    text,
    options.flags.has('0') ? '\0' : lastValue(options, 'd'),
    placeholder !== undefined,
  );
  const size =
    placeholder === undefined
      ? countFrom(lastValue(options, 'n') ?? lastValue(options, 'L') ?? '5000', 'number') || 1
      : 1;
  if (items.length === 0 && (options.flags.has('r') || placeholder !== undefined)) return 0;
  let code = 0;
  for (let i = 0; i < Math.max(1, items.length); i += size) {
    const some = items.slice(i, i + size);
    const argv =
      placeholder === undefined
        ? [...command, ...some]
        : command.map((word) => word.replaceAll(placeholder, some[0] as string));
    if (options.flags.has('t')) process.stderr.write(`${argv.join(' ')}\n`);
    const result = yield* runToEnd(process, argv, { stdin: inputOf('') });
    if (result === 126 || result === 127) return result;
    if (result !== 0) code = result === 255 ? 124 : 123;
  }
  return code;
});

function itemsOf(text: string, delimiter: string | undefined, byLine: boolean): string[] {
  if (delimiter !== undefined) {
    const items = text.split(delimiter === '\\n' ? '\n' : delimiter);
    return items.at(-1) === '' ? items.slice(0, -1) : items;
  }
  if (byLine)
    return text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
  const words = text.match(/(?:'[^'\n]*'|"[^"\n]*"|\\[\s\S]|[^\s'"\\])+/g) ?? [];
  return words.map((word) => word.replace(/'([^']*)'|"([^"]*)"|\\([\s\S])/g, (_, a, b, c) => a ?? b ?? c));
}

const watchRunsMax = 1000;

/** `watch [-n seconds] command …`: runs it again and again until interrupted, each time with its time above. */
export const watch = program(function* (process, args) {
  const options = parseOptions(args, {
    flags: 'tdge',
    values: 'n',
    stopsAtOperand: true,
    long: { interval: 'n', 'no-title': 't' },
  });
  if (options.operands.length === 0) throw new UsageError('missing operand: watch [-n seconds] command');
  const intervalMs = Math.max(100, durationMs(lastValue(options, 'n') ?? '2') ?? 2000);
  const command = options.operands.join(' ');
  let last: string | undefined;
  for (let run = 0; run < watchRunsMax; run++) {
    const capture = createCapture({ maxChars: 256 * 1024 });
    const startedAtMs = process.host.now();
    const code = yield* runToEnd(process, ['sh', '-c', command], { stdout: capture, stderr: capture });
    const text = capture.text();
    if (text !== last)
      process.stdout.write(
        `${options.flags.has('t') ? '' : `Every ${(intervalMs / 1000).toFixed(1)}s: ${command}\n\n`}${text}\n`,
      );
    if (options.flags.has('e') && code !== 0) return code;
    if (options.flags.has('g') && last !== undefined && text !== last) return 0;
    last = text;
    while (process.host.now() < startedAtMs + intervalMs) yield { untilMs: startedAtMs + intervalMs };
  }
  fail(process, `stopped after ${watchRunsMax} runs`);
  return 1;
});

/** `nohup command …`: here, nothing hangs up. */
export const nohup = program(function* (process, args) {
  if (args.length === 0) throw new UsageError('missing operand', 125);
  return yield* runToEnd(process, args);
});
