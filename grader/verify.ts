// Proves an exercise: its start does not pass, its solutions do, every mistake loses exactly what it should, and every check
// is lost by something.
import { load } from 'js-yaml';
import { z } from 'zod';
import { rightChoices } from './checks/quiz.ts';
import { grade } from './grade.ts';
import { FALLBACK_LOCALE } from './locale.ts';
import type { Exercise, Parsed, SubmissionFolder } from './parse-exercise.ts';
import { issuesOf } from './parse-exercise.ts';
import type { Report } from './report/report.ts';
import { reasonSentence, reportLines } from './report/text.ts';
import { parseSubmissionFolder } from './submission.ts';

/** mistakes/<name>/expect.yaml */
const expectSchema = z.strictObject({
  /** The checks and questions that it loses, and no others. */
  loses: z.array(z.string()).min(1),
  /** What the English report says of it, somewhere. */
  says: z.array(z.string()).default([]),
});

export interface Verified {
  readonly problems: readonly string[];
  /** How many submissions were graded to find out. */
  readonly graded: number;
}

/** Grades the start, the solutions and the mistakes. One line a problem. */
export function verifyExercise(exercise: Exercise): Verified {
  const problems: string[] = [];
  const { definition, solutions, mistakes } = exercise;
  const lost = new Set<string>();
  problems.push(...verifyStart(exercise, lost));
  if (solutions.size === 0) problems.push('there is no solution/');
  if (mistakes.size === 0) problems.push('there are no mistakes/');
  for (const [name, folder] of solutions) problems.push(...verifySolution(exercise, name, folder));
  for (const [name, folder] of mistakes) {
    problems.push(...verifyMistake(exercise, folder, lost).map((problem) => `mistakes/${name}: ${problem}`));
  }
  for (const { id } of [...definition.checks, ...definition.quiz]) {
    if (!lost.has(id)) problems.push(`${id} is lost by no mistake: does it check anything?`);
  }
  problems.push(...verifyPredictions(exercise));
  return { problems, graded: 1 + solutions.size + mistakes.size };
}

function verifyStart(exercise: Exercise, lost: Set<string>): string[] {
  const report = grade(exercise, parseSubmissionFolder(exercise, new Map()));
  if (report.outcome === 'error') return [`the start cannot be graded: ${reasonOf(report)}`];
  for (const { id, passed } of report.checks) if (!passed && report.points > 0) lost.add(id);
  return report.points === report.of ? ['nothing has to be done: the start scores full marks'] : [];
}

function verifySolution(exercise: Exercise, name: string, folder: SubmissionFolder): string[] {
  const report = grade(exercise, parseSubmissionFolder(exercise, folder));
  if (report.outcome === 'error') return [`${name} cannot be graded: ${reasonOf(report)}`];
  if (report.points === report.of) return [];
  return [`${name} does not score full marks:`, ...reportLines(report, exercise, FALLBACK_LOCALE)];
}

function verifyMistake(exercise: Exercise, folder: SubmissionFolder, lost: Set<string>): string[] {
  const expected = readExpectation(folder.get('expect.yaml'));
  if (!expected.ok) return [...expected.problems];
  const report = grade(exercise, parseSubmissionFolder(exercise, folder));
  if (report.outcome === 'error') return [`cannot be graded: ${reasonOf(report)}`];
  const failed = report.checks.filter(({ passed }) => !passed).map(({ id }) => id);
  for (const id of failed) lost.add(id);
  const { loses, says } = expected.value;
  const lines = reportLines(report, exercise, FALLBACK_LOCALE);
  const problems = says
    .filter((text) => !lines.join('\n').includes(text))
    .map((text) => `its report does not say: ${text}`);
  if ([...loses].sort().join() !== [...failed].sort().join()) {
    problems.push(`loses ${failed.join(', ') || 'nothing'}, not ${loses.join(', ')}`);
  }
  return problems.length === 0 ? [] : [...problems, ...lines];
}

function readExpectation(yaml: string | undefined): Parsed<z.infer<typeof expectSchema>> {
  if (yaml === undefined) return { ok: false, problems: ['there is no expect.yaml'] };
  try {
    const parsed = expectSchema.safeParse(load(yaml));
    if (parsed.success) return { ok: true, value: parsed.data };
    return { ok: false, problems: issuesOf(parsed.error).map((issue) => `expect.yaml: ${issue}`) };
  } catch (error) {
    return { ok: false, problems: [`expect.yaml: ${(error as Error).message.split('\n')[0]}`] };
  }
}

/** The right answer of a predict question is computed: it must be one choice, and the same one on every seed. */
function verifyPredictions(exercise: Exercise): string[] {
  return exercise.definition.quiz.flatMap((question) => {
    if (question.kind !== 'predict') return [];
    try {
      const answers = exercise.definition.seeds.map((seed) =>
        rightChoices(exercise, question, seed).join('+'),
      );
      const [first = ''] = answers;
      if (/^[a-h]$/.test(first) && answers.every((answer) => answer === first)) return [];
      return [
        `${question.id}: what is printed is choice ${answers.map((it) => it || 'none').join(', ')} by seed`,
      ];
    } catch (error) {
      return [`${question.id}: ${(error as Error).message}`];
    }
  });
}

function reasonOf({ reason }: Report): string {
  return reason ? reasonSentence(reason, FALLBACK_LOCALE) : '';
}
