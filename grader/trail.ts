// What a learner did, short enough for a report: every step with its time and how it ended.
import type { LogEntry } from '../src/shell/log.ts';
import type { Play } from './play.ts';
import type { TrailStep } from './report/report.ts';

const stepsMax = 200;
const charsMax = 160;

/** The first steps of a log; those that the play ran have their exit codes. */
export function trailOf(entries: readonly LogEntry[], { executions }: Play): readonly TrailStep[] {
  const steps: TrailStep[] = [];
  let next = 0;
  for (const entry of entries) {
    if (steps.length === stepsMax) break;
    const at = entry.atMs === undefined ? {} : { atMs: entry.atMs };
    if (entry.do !== 'run') {
      const line = deedOf(entry);
      if (line !== undefined) steps.push({ ...at, line });
      continue;
    }
    // Of an exercise that asks for a manifest alone, no command is replayed.
    const execution = executions[next]?.line === entry.line ? executions[next++] : undefined;
    const exitCode = execution?.exitCode();
    steps.push({ ...at, line: lineOf(entry.line), ...(exitCode === undefined ? {} : { exitCode }) });
  }
  return steps;
}

/** What was done other than to enter a command; undefined where nobody would want to read of it. */
function deedOf(entry: Exclude<LogEntry, { do: 'run' }>): string | undefined {
  switch (entry.do) {
    case 'write':
      return `write ${entry.path}`;
    case 'type':
      return `type ${lineOf(entry.line)}`;
    case 'close':
      return entry.text === undefined ? 'leave the editor' : 'save in the editor';
    case 'end':
    case 'interrupt':
      return undefined;
  }
}

function lineOf(line: string): string {
  const [first = '', ...more] = line.trim().split('\n');
  const isCut = more.length > 0 || first.length > charsMax;
  return isCut ? `${first.slice(0, charsMax)} …` : first;
}
