/** Plays what a lesson shows, in its order, as a reader would press it: what it says must happen, happens. */
import { splitScript } from '../../src/shell/script.ts';
import type { Session } from '../../src/shell/session.ts';
import { createSession } from '../../src/shell/session.ts';
import type { Execution } from '../../src/shell/terminal.ts';
import type { LabSource, RunSource } from './lesson-source.ts';

export interface PlayedRun {
  readonly run: RunSource;
  readonly output: string;
  /** Of its last command; what had to be interrupted ended with 130. */
  readonly exitCode: number;
}

/** How long a watch may wait for the cluster to come to rest before the reader is taken to press Ctrl-C. */
const WATCH_MAX_MS = 600_000;
const INTERRUPTED = 130;
const WATCHES =
  /\b(get|events)\b[^;|&\n]*\s(-w|--watch(-only)?)(\s|$)|\blogs\b[^;|&\n]*\s(-f|--follow)(\s|$)/;

/** Whether a run ended as its lesson says. A watch ends by Ctrl-C. */
export function isAsMeant({ run, exitCode }: PlayedRun): boolean {
  return run.fails ? exitCode !== 0 : exitCode === 0 || exitCode === INTERRUPTED;
}

/** What is not among the output and should be, or is and should not. */
export function misprintsOf({ run, output }: PlayedRun): string[] {
  // Columns are as wide as what else stands in them.
  const squeezed = (text: string) => text.replace(/[ \t]+/g, ' ');
  const isThere = (text: string) => squeezed(output).includes(squeezed(text));
  return [
    ...run.prints.filter((text) => !isThere(text)).map((text) => `does not print "${text}"`),
    ...run.lacks.filter(isThere).map((text) => `prints "${text}"`),
  ];
}

/** Plays all of a lab's command lines; `pauseMs` is how long the reader reads before each. */
export function playLab(lab: LabSource, pauseMs: number): PlayedRun[] {
  const session = createSession({ seed: lab.seed, nodes: lab.nodes, files: lab.files });
  for (const { text } of splitScript(lab.start).steps) perform(session, text);
  session.terminal.advanceTo(session.cluster.loop.nowMs);
  return lab.runs.map((run) => {
    session.terminal.advanceTo(session.cluster.loop.nowMs + pauseMs);
    const executions = splitScript(run.command).steps.map(({ text }) =>
      perform(session, text, { tty: true }),
    );
    const output = executions.flatMap((it) => it.output.map(({ text }) => text)).join('');
    return { run, output, exitCode: executions.at(-1)?.exitCode() ?? 1 };
  });
}

/** `tty` as in the page, where the reader sits. */
function perform(session: Session, line: string, how: { readonly tty?: true } = {}): Execution {
  const execution = session.perform({ do: 'run', line, ...how }) as Execution;
  const { terminal, cluster } = session;
  if (!WATCHES.test(line)) {
    terminal.finish();
    return execution;
  }
  const endMs = cluster.loop.nowMs + WATCH_MAX_MS;
  terminal.advanceTo(cluster.loop.nowMs + 1000);
  while (terminal.isBusy() && !cluster.loop.isSettled()) {
    const next = terminal.nextMs();
    if (next === undefined || next > endMs) break;
    terminal.advanceTo(next);
  }
  terminal.interrupt();
  return execution;
}
