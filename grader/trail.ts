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
    if (entry.do === 'interrupt') continue;
    const at = entry.atMs === undefined ? {} : { atMs: entry.atMs };
    if (entry.do === 'write') {
      steps.push({ ...at, line: `write ${entry.path}` });
      continue;
    }
    // Of an exercise that asks for a manifest alone, no command is replayed.
    const execution = executions[next]?.line === entry.line ? executions[next++] : undefined;
    const exitCode = execution?.exitCode();
    steps.push({ ...at, line: lineOf(entry.line), ...(exitCode === undefined ? {} : { exitCode }) });
  }
  return steps;
}

function lineOf(line: string): string {
  const [first = '', ...more] = line.trim().split('\n');
  const isCut = more.length > 0 || first.length > charsMax;
  return isCut ? `${first.slice(0, charsMax)} …` : first;
}
