/** The grader, in the page's worker: the very same core as on the command line. */

import { checkAnswer, predicted, rightChoices } from '../../../grader/checks/quiz.ts';
import { grade } from '../../../grader/grade.ts';
import { FALLBACK_LOCALE, isLocale } from '../../../grader/locale.ts';
import type { Exercise } from '../../../grader/parse-exercise.ts';
import { parseExercise } from '../../../grader/parse-exercise.ts';
import type { Question } from '../../../grader/quiz-definition.ts';
import { reportJson } from '../../../grader/report/report.ts';
import type { Answer, Submission } from '../../../grader/submission.ts';
import { parseSubmission } from '../../../grader/submission.ts';
import { compare } from './comparison.ts';
import type { FailurePlay } from './failure.ts';
import { failurePlay } from './failure.ts';
import type { FileList, Request } from './protocol.ts';
import type { AnswerShown, ComparisonShown, ReportShown } from './shown.ts';
import { shownReport } from './shown-report.ts';

export function gradeInPage(request: Extract<Request, { do: 'grade' }>): {
  readonly json: string;
  readonly shown: ReportShown;
} {
  const exercise = exerciseOf(request.exercise);
  const locale = isLocale(request.locale) ? request.locale : FALLBACK_LOCALE;
  const report = grade(exercise, parseSubmission(exercise, 'json', request.submission));
  return { json: reportJson(report), shown: shownReport(report, locale) };
}

/** Whether an answer is right, and what is; the page tells when it is time to. */
export function answerInPage(request: Extract<Request, { do: 'answer' }>): AnswerShown {
  const exercise = exerciseOf(request.exercise);
  const question = exercise.definition.quiz.find(({ id }) => id === request.question);
  if (question === undefined) throw new Error(`there is no question ${request.question}`);
  const isRight = checkAnswer(exercise, question, request.answer as Answer).length === 0;
  const seed = exercise.definition.seeds[0] ?? 1;
  const printed = question.kind === 'predict' ? predicted(exercise, question, seed) : undefined;
  return {
    isRight,
    right: rightAnswers(exercise, question, seed),
    ...(printed === undefined ? {} : { printed }),
  };
}

function rightAnswers(exercise: Exercise, question: Question, seed: number): readonly string[] {
  if (question.kind === 'predict') return rightChoices(exercise, question, seed);
  if (question.kind === 'text') return question.answer.slice(0, 1);
  return [question.answer].flat().map(String);
}

/** A submission's end beside a solution's. */
export function compareInPage(request: Extract<Request, { do: 'compare' }>): ComparisonShown {
  const exercise = exerciseOf(request.exercise);
  return compare(exercise, submissionOf(exercise, request.submission), request.solution);
}

/** What to play to see a check fail, and on which seed. */
export function failureInPage(
  request: Extract<Request, { do: 'watch' }>,
): FailurePlay & { seed: string | number } {
  const exercise = exerciseOf(request.exercise);
  const submission = submissionOf(exercise, request.submission);
  const seed = exercise.definition.asks.commands ? (submission.log.seed ?? request.seed) : request.seed;
  return { ...failurePlay(exercise, submission, request.check), seed: Number(seed) || seed };
}

function submissionOf(exercise: Exercise, text: string): Submission {
  const read = parseSubmission(exercise, 'json', text);
  if (!read.ok) throw new Error(read.why.detail);
  return read.value;
}

function exerciseOf(files: FileList): Exercise {
  const parsed = parseExercise(new Map(files));
  if (parsed.ok) return parsed.value;
  throw new Error(parsed.problems.join('\n'));
}
