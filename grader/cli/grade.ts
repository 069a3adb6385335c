// `petset grade PATH…`: reads how it was called. What grades is loaded only once there is something to grade.
import { wrongUsage } from './complain.ts';
import { readGradeCall, usage } from './grade-call.ts';

/** Runs the command with the words after `grade`; returns the exit code. */
export async function gradeCommand(words: readonly string[]): Promise<number> {
  const call = readGradeCall(words);
  if (typeof call === 'string') return wrongUsage(call);
  if (call.help) {
    process.stdout.write(usage);
    return 0;
  }
  if (call.diff) return (await import('./grade-diff.ts')).gradeDiff(call);
  const { gradeOnce } = await import('./grade-class.ts');
  if (call.watch) return (await import('./watch.ts')).watchGrading(call, gradeOnce);
  return await gradeOnce(call);
}
