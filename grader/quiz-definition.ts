// The questions that exercise.yaml may ask. What they say is in text/<locale>.md.
import { z } from 'zod';
import { idSchema } from './scalars.ts';

const asked = { id: idSchema, points: z.number().positive().max(1000) };

/** A choice is named by one letter, in the order in which the page may show them. */
const letterSchema = z.string().regex(/^[a-h]$/, 'one letter from a to h');
const lettersSchema = z
  .array(letterSchema)
  .min(2)
  .refine((letters) => new Set(letters).size === letters.length, 'the same letter twice');

const choiceSchema = z.strictObject({
  kind: z.literal('choice'),
  ...asked,
  choices: lettersSchema,
  answer: letterSchema,
});

const multipleSchema = z.strictObject({
  kind: z.literal('multiple'),
  ...asked,
  choices: lettersSchema,
  /** Every right one; no more and no fewer give the points. */
  answer: z.array(letterSchema).min(1),
});

const orderingSchema = z.strictObject({
  kind: z.literal('order'),
  ...asked,
  choices: lettersSchema,
  /** All of them, first to last. */
  answer: z.array(letterSchema).min(2),
});

const numberSchema = z.strictObject({ kind: z.literal('number'), ...asked, answer: z.number() });

const textSchema = z.strictObject({
  kind: z.literal('text'),
  ...asked,
  /** Any of these is right. Letter case and space do not count. */
  answer: z.array(z.string().min(1)).min(1),
});

/** What the right answer of a predict question prints is found by running the simulator: it is written nowhere. */
const predictSchema = z.strictObject({
  kind: z.literal('predict'),
  ...asked,
  /** Command lines played before, on a cluster of the exercise's own start. */
  do: z.array(z.string().min(1)).default([]),
  /** The command whose output (stdout) is asked for. */
  run: z.string().min(1),
  /** What each choice says that it prints; the one that says what is printed is right. */
  choices: z
    .record(letterSchema, z.string())
    .refine((choices) => Object.keys(choices).length >= 2, 'two at least'),
});

export const questionSchema = z
  .discriminatedUnion('kind', [
    choiceSchema,
    multipleSchema,
    orderingSchema,
    numberSchema,
    textSchema,
    predictSchema,
  ])
  .superRefine((question, context) => {
    if (question.kind !== 'choice' && question.kind !== 'multiple' && question.kind !== 'order') return;
    for (const letter of [question.answer].flat()) {
      if (question.choices.includes(letter)) continue;
      context.addIssue({ code: 'custom', message: `the answer ${letter} is not among the choices` });
    }
  });

export type Question = z.infer<typeof questionSchema>;
export type PredictQuestion = z.infer<typeof predictSchema>;

/** The letters of a question's choices, in order; none where it has no choices. */
export function lettersOf(question: Question): readonly string[] {
  if (question.kind === 'number' || question.kind === 'text') return [];
  return question.kind === 'predict' ? Object.keys(question.choices).sort() : question.choices;
}
