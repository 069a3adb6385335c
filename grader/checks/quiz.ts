// `quiz`: an answer, held against the right one. A finding never tells the right answer.
import { openTerminal } from '../../src/shell/session.ts';
import type { Finding } from '../finding.ts';
import { excerpt } from '../finding.ts';
import type { Exercise } from '../parse-exercise.ts';
import { beginExercise, printed } from '../play.ts';
import type { PredictQuestion, Question } from '../quiz-definition.ts';
import { lettersOf } from '../quiz-definition.ts';
import type { Answer } from '../submission.ts';

const commandLimitMs = 1_200_000;

/** None where the answer is right. Nothing answered is not wrong in the same words as something else answered. */
export function checkAnswer(exercise: Exercise, question: Question, answer: Answer | undefined): Finding[] {
  const wanted = { id: 'right-answer-wanted' as const };
  const given = typeof answer === 'string' ? answer.trim() : answer;
  if (given === undefined || given === '' || (Array.isArray(given) && given.length === 0)) {
    return [{ wanted, seen: { id: 'no-answer' } }];
  }
  if (isRight(exercise, question, given)) return [];
  return [{ wanted, seen: { id: 'answered', answer: excerpt([given].flat().join(', ')) } }];
}

function isRight(exercise: Exercise, question: Question, given: Answer): boolean {
  switch (question.kind) {
    case 'choice':
      return given === question.answer;
    case 'multiple':
      return Array.isArray(given) && sorted(given) === sorted(question.answer);
    case 'order':
      return Array.isArray(given) && given.join() === question.answer.join();
    case 'number':
      return Number(given) === question.answer;
    case 'text':
      return question.answer.some((right) => plain(right) === plain(String(given)));
    case 'predict':
      return rightChoices(exercise, question, exercise.definition.seeds[0] as number).includes(String(given));
  }
}

/**
 * The letters of the choices that say what the simulator prints on a seed: one, in an exercise that is as it should be.
 * Space at the ends of lines does not count. Throws Error where the commands before fail.
 */
export function rightChoices(
  exercise: Exercise,
  question: PredictQuestion,
  seed: string | number,
): readonly string[] {
  const found = foundChoices.get(exercise) ?? new Map<string, readonly string[]>();
  foundChoices.set(exercise, found);
  const key = `${question.id} ${seed}`;
  const choices = found.get(key) ?? findChoices(exercise, question, seed);
  found.set(key, choices);
  return choices;
}

/** What was found is the same for every submission to an exercise. */
const foundChoices = new WeakMap<Exercise, Map<string, readonly string[]>>();

function findChoices(
  exercise: Exercise,
  question: PredictQuestion,
  seed: string | number,
): readonly string[] {
  const text = predicted(exercise, question, seed);
  return lettersOf(question).filter((letter) => tidy(question.choices[letter] ?? '') === tidy(text));
}

/** What the command of a predict question prints on a seed. */
export function predicted(exercise: Exercise, question: PredictQuestion, seed: string | number): string {
  const { session, stepping } = beginExercise(exercise, seed);
  const { cluster } = session;
  const { terminal } = openTerminal(cluster, 'grader', exercise.startFiles);
  for (const command of question.do) {
    const execution = terminal.start(command);
    stepping.finish(terminal, cluster.loop.nowMs + commandLimitMs);
    if (execution.exitCode() !== 0)
      throw new Error(`${question.id}: "${command}" failed: ${printed(execution, 'stderr')}`);
  }
  const execution = terminal.start(question.run);
  stepping.finish(terminal, cluster.loop.nowMs + commandLimitMs);
  return printed(execution, 'stdout');
}

function sorted(letters: readonly string[]): string {
  return [...new Set(letters)].sort().join();
}

function plain(text: string): string {
  return text.toLowerCase().replace(/\s+/g, ' ').trim();
}

function tidy(text: string): string {
  const lines = text.split('\n').map((line) => line.trimEnd());
  return lines.join('\n').trim();
}
