// wait, jobs: the shell's background jobs.
import type { Child } from '../../../sim/index.ts';
import { signalNumbers } from '../../../sim/index.ts';
import { describeJob, findJob, isRunning } from '../jobs.ts';
import type { Builtin, Shell, Steps } from '../shell-state.ts';
import { complain, write } from '../shell-state.ts';
import { instantly } from './builtin.ts';

/** `wait [-n] [pid or %job …]`. A trapped signal ends the waiting with 128 + its number. */
export const wait: Builtin = function* (shell, argv) {
  const args = argv.slice(1).filter((arg) => arg !== '--');
  if (args[0] === '-n') return yield* waitForNext(shell);
  if (args.length === 0) {
    const children = shell.jobs.flatMap((job) => job.children);
    const code = yield* waitFor(shell, () => children.every((child) => child.exitCode() !== undefined));
    for (const job of shell.jobs) if (!isRunning(job)) job.isReported = true;
    return code ?? 0;
  }
  let code = 0;
  for (const arg of args) code = yield* waitForOne(shell, arg);
  return code;
};

function* waitForOne(shell: Shell, arg: string): Steps {
  const job = findJob(shell, arg);
  if (job === undefined) {
    if (arg.startsWith('%')) complain(shell, `wait: ${arg}: no such job`);
    else if (/^\d+$/.test(arg)) complain(shell, `wait: pid ${arg} is not a child of this shell`);
    else complain(shell, `wait: \`${arg}': not a pid or valid job spec`);
    return 127;
  }
  const child = job.children.at(-1) as Child;
  const interrupted = yield* waitFor(shell, () => child.exitCode() !== undefined);
  if (interrupted !== undefined) return interrupted;
  job.isReported = true;
  return child.exitCode() as number;
}

function* waitForNext(shell: Shell): Steps {
  const waiting = shell.jobs.filter((job) => !job.isReported);
  if (waiting.length === 0) return 127;
  const isOver = () => waiting.some((job) => !isRunning(job));
  const interrupted = yield* waitFor(shell, isOver);
  if (interrupted !== undefined) return interrupted;
  const job = waiting.find((candidate) => !isRunning(candidate));
  if (job === undefined) return 127;
  job.isReported = true;
  return job.children.at(-1)?.exitCode() ?? 127;
}

/** Undefined when the condition holds; a code if a trapped signal came first. */
function* waitFor(shell: Shell, ready: () => boolean): Steps<number | undefined> {
  while (!ready()) {
    yield { ready, isLocal: true };
    const [signal] = shell.pendingTraps;
    if (signal !== undefined) return 128 + signalNumbers[signal];
  }
  return undefined;
}

export const jobs = instantly((shell, args) => {
  for (const job of shell.jobs) {
    if (job.isReported) continue;
    if (args[0] === '-p') write(shell, 1, `${job.children[0]?.pid}\n`);
    else write(shell, 1, `${describeJob(shell, job)}\n`);
  }
  for (const job of shell.jobs) if (!isRunning(job)) job.isReported = true;
  return 0;
});
