// Jobs: what runs in the background of a shell.
import type { Child } from '../../sim/index.ts';
import type { Job, Shell } from './shell-state.ts';

export function addJob(shell: Shell, children: readonly Child[], text: string): Job {
  forgetReported(shell);
  const job: Job = { number: (shell.jobs.at(-1)?.number ?? 0) + 1, children, text, isReported: false };
  shell.jobs.push(job);
  return job;
}

export function isRunning(job: Job): boolean {
  return job.children.some((child) => child.exitCode() === undefined);
}

/** Keeps the codes of the last jobs for `wait PID`, but not of all there ever were. */
function forgetReported(shell: Shell): void {
  while (shell.jobs.length > 500) {
    const ended = shell.jobs.findIndex((job) => !isRunning(job));
    if (ended < 0) return;
    shell.jobs.splice(ended, 1);
  }
}

/** The job that `%1`, `%%`, `%+`, `%-`, `%name` or a pid names. */
export function findJob(shell: Shell, spec: string): Job | undefined {
  const running = shell.jobs.filter(isRunning);
  if (!spec.startsWith('%'))
    return shell.jobs.findLast((job) => job.children.some((child) => String(child.pid) === spec));
  const name = spec.slice(1);
  if (name === '' || name === '%' || name === '+') return running.at(-1);
  if (name === '-') return running.at(-2) ?? running.at(-1);
  if (/^\d+$/.test(name)) return shell.jobs.findLast((job) => job.number === Number(name) && !job.isReported);
  return running.findLast((job) => job.text.startsWith(name));
}

/** A line of `jobs`: `[1]+  Running                 sleep 5 &`. */
export function describeJob(shell: Shell, job: Job): string {
  const shown = shell.jobs.filter((other) => !other.isReported);
  const mark = job === shown.at(-1) ? '+' : job === shown.at(-2) ? '-' : ' ';
  const code = job.children.at(-1)?.exitCode();
  const state = code === undefined ? 'Running' : stateOf(code);
  return `[${job.number}]${mark}  ${state.padEnd(24)}${job.text}${code === undefined ? ' &' : ''}`;
}

function stateOf(code: number): string {
  if (code === 0) return 'Done';
  if (code === 143) return 'Terminated';
  if (code === 137) return 'Killed';
  return `Exit ${code}`;
}
