// `petset grade PATH…`: reads how it was called. What grades is loaded only once there is something to grade.
import { command } from './command.ts';
import type { GradeCall } from './grade-call.ts';
import { readGradeCall, usage } from './grade-call.ts';

/** Runs the command with the words after `grade`; returns the exit code. */
export const gradeCommand = command(usage, readGradeCall, grade);

async function grade(call: GradeCall): Promise<number> {
  if (call.diff) return (await import('./grade-diff.ts')).gradeDiff(call);
  const { gradeOnce } = await import('./grade-class.ts');
  if (call.watch) return (await import('./watch.ts')).watchGrading(call, gradeOnce);
  return await gradeOnce(call);
}
