import { expect, test } from 'vitest';
import { rightChoices } from '../checks/quiz.ts';
import type { Locale } from '../locale.ts';
import { LOCALES } from '../locale.ts';
import type { Exercise } from '../parse-exercise.ts';
import { textOf } from '../parse-exercise.ts';
import type { AskedQuestion } from '../quiz-cues.ts';
import { courseFaults, questionFaults } from '../quiz-cues.ts';
import { lettersOf } from '../quiz-definition.ts';
import { loadExercise, slugsIn } from './load-exercise.ts';

function exercises(): Exercise[] {
  return slugsIn('exercises').map((slug) => {
    const parsed = loadExercise('exercises', slug);
    if (!parsed.ok) throw new Error(`${slug}: ${parsed.problems.join('; ')}`);
    return parsed.value;
  });
}

/** The questions with one right choice of several. */
function questionsOf(exercise: Exercise, locale: Locale): AskedQuestion[] {
  const { text } = textOf(exercise, locale);
  return exercise.definition.quiz.flatMap((question) => {
    if (question.kind !== 'choice' && question.kind !== 'predict') return [];
    const section = text.sections.get(question.id);
    const said = (letter: string) =>
      question.kind === 'predict' ? question.choices[letter] : section?.choices.get(letter);
    const [right = ''] = question.kind === 'choice' ? [question.answer] : rightChoices(exercise, question, 1);
    const choices = lettersOf(question).map((letter) => ({
      letter,
      text: said(letter) ?? '',
      why: section?.whys.get(letter) ?? '',
    }));
    const id = `${exercise.definition.id}/${question.id}`;
    const isExam = exercise.definition.exam === true;
    const hints = section?.hints.length ?? 0;
    return [{ id, choices, right, hints, isExam, isPrinted: question.kind === 'predict' }];
  });
}

const all = exercises();

test.each(LOCALES)('no question gives its answer away (%s)', (locale) => {
  const written = all.filter(({ texts }) => texts.has(locale));
  expect(written.flatMap((exercise) => questionsOf(exercise, locale)).flatMap(questionFaults)).toEqual([]);
});

test.each(LOCALES)('neither the longest choice nor one place is the one to guess (%s)', (locale) => {
  expect(courseFaults(all.flatMap((exercise) => questionsOf(exercise, locale)))).toEqual([]);
});

const choices = ['a', 'b', 'c', 'd'].map((letter) => ({
  letter,
  text: `It waits for the pod ${letter}`,
  why: `Because it is so, and here is why: ${letter}`,
}));
const good = { id: 'q', choices, right: 'b', hints: 1, isExam: false, isPrinted: false };
const withChoice = (index: number, change: Partial<(typeof choices)[number]>) => ({
  ...good,
  choices: choices.map((choice, i) => (i === index ? { ...choice, ...change } : choice)),
});

test.each([
  [
    'a right choice that is much longer',
    withChoice(1, { text: 'It waits for the pod, which is not ready yet' }),
    'longest',
  ],
  [
    'a wrong choice that promises too much',
    withChoice(0, { text: 'It never waits for pods' }),
    'says "never"',
  ],
  ['a choice without a reason', withChoice(3, { why: 'No.' }), 'not explained'],
  ['two choices with one reason', withChoice(0, { why: choices[1]?.why ?? '' }), 'same explanation'],
  ['two distractors', { ...good, choices: choices.slice(0, 3) }, '2 distractors'],
  ['no hint', { ...good, hints: 0 }, 'no hint'],
])('%s is a fault', (_, question, fault) => {
  expect(questionFaults(good)).toEqual([]);
  expect(questionFaults(question).join()).toContain(fault);
});

test('a course whose answers stand in one place is at fault', () => {
  const faults = courseFaults(Array.from({ length: 12 }, () => good));
  expect(faults).toContain('choice b is the right one in 100%');
  expect(faults).toContain('choice a is the right one in 0%');
});
