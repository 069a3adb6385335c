// kill: sends signals to processes and jobs.
import type { Signal } from '../../../sim/index.ts';
import { signalNumbers, turn } from '../../../sim/index.ts';
import { findJob } from '../jobs.ts';
import type { Builtin, Shell } from '../shell-state.ts';
import { complain, write } from '../shell-state.ts';
import { signalNamed } from './trap.ts';

/** `kill [-s SIGNAL | -SIGNAL] pid|%job …`, `kill -l`. */
export const kill: Builtin = function* (shell, argv) {
  let args = argv.slice(1);
  if (args[0] === '-l') {
    write(
      shell,
      1,
      `${Object.keys(signalNumbers)
        .map((name) => name.slice(3))
        .join(' ')}\n`,
    );
    return 0;
  }
  let signal: Signal | 'EXIT' | undefined = 'SIGTERM';
  const [first = ''] = args;
  if (/^-./.test(first) && first !== '--') {
    const isLong = first === '-s' || first === '-n';
    const name = isLong ? (args[1] ?? '') : first.slice(1);
    signal = signalNamed(name);
    if (signal === undefined) return complain(shell, `kill: ${name}: invalid signal specification`);
    args = args.slice(isLong ? 2 : 1);
  }
  if (args[0] === '--') args = args.slice(1);
  if (args.length === 0) {
    complain(
      shell,
      'kill: usage: kill [-s sigspec | -n signum | -sigspec] pid | jobspec ... or kill -l [sigspec]',
    );
    return 2;
  }
  let code = 0;
  for (const target of args) code = Math.max(code, send(shell, target, signal));
  // A signal to the shell itself arrives before its next command.
  yield turn;
  return code;
};

function send(shell: Shell, target: string, signal: Signal | 'EXIT'): number {
  const { host } = shell.process;
  const pids = target.startsWith('%')
    ? findJob(shell, target)?.children.map(({ pid }) => pid)
    : [Number(target)];
  if (pids === undefined) return complain(shell, `kill: ${target}: no such job`);
  if (!target.startsWith('%') && !/^\d+$/.test(target)) {
    return complain(shell, `kill: ${target}: arguments must be process or job IDs`);
  }
  const isAlive = (pid: number) => host.processes?.().some((process) => process.pid === pid) === true;
  const hasSent = pids
    .map((pid) => (signal === 'EXIT' ? isAlive(pid) : host.kill(pid, signal)))
    .includes(true);
  if (hasSent) return 0;
  const words =
    shell.dialect === 'bash' ? `(${target}) - No such process` : `can't kill pid ${target}: No such process`;
  return complain(shell, `kill: ${words}`);
}
