// Checks that only the instructor has: a file beside grading.yaml, in the words of exercise.yaml.
import { z } from 'zod';
import { checkSchema } from '../check-definition.ts';
import type { SectionText } from '../exercise-text.ts';
import { hashOf } from '../hash.ts';
import type { Locale } from '../locale.ts';
import type { Exercise, Parsed } from '../parse-exercise.ts';

const saysSchema = z.strictObject({ en: z.string().min(1), ko: z.string().min(1).optional() });

/** Each check as in exercise.yaml, and what learners may know of it: they see neither what it wants nor what it saw. */
const hiddenCheckSchema = z
  .looseObject({
    /** A sentence that names the matter without giving the check away. */
    says: saysSchema,
    /** What to look at again, for those who failed it. */
    hint: saysSchema.optional(),
  })
  .transform(({ says, hint, ...check }, context) => {
    const parsed = checkSchema.safeParse(check);
    if (parsed.success) return { says, hint, check: parsed.data };
    for (const { path, message } of parsed.error.issues) context.addIssue({ code: 'custom', path, message });
    return z.NEVER;
  });

export const hiddenChecksSchema = z.strictObject({ checks: z.array(hiddenCheckSchema).min(1).max(100) });
export type HiddenChecks = z.infer<typeof hiddenChecksSchema>;

/** The exercise with more checks. Its hash is another one: what it grades is something else. */
export function withHiddenChecks(exercise: Exercise, { checks }: HiddenChecks): Parsed<Exercise> {
  const { definition } = exercise;
  const taken = new Set([...definition.checks, ...definition.quiz].map(({ id }) => id));
  const problems: string[] = [];
  if (definition.checks.length === 0)
    problems.push('the exercise asks only questions: there is nothing to check');
  for (const { check } of checks) {
    if (taken.has(check.id)) problems.push(`"${check.id}" stands for two`);
    taken.add(check.id);
  }
  if (problems.length > 0) return { ok: false, problems };
  const added = checks.map(({ check }) => check);
  const texts = new Map(
    [...exercise.texts].map(([locale, text]) => {
      const sections = new Map(text.sections);
      for (const { check, says, hint } of checks) sections.set(check.id, sectionOf(says, hint, locale));
      return [locale, { ...text, sections }];
    }),
  );
  return {
    ok: true,
    value: {
      ...exercise,
      definition: { ...definition, checks: [...definition.checks, ...added] },
      texts,
      hidden: new Set([...(exercise.hidden ?? []), ...added.map(({ id }) => id)]),
      hash: hashOf({ exercise: exercise.hash, hidden: added }),
    },
  };
}

type Says = z.infer<typeof saysSchema>;

function sectionOf(says: Says, hint: Says | undefined, locale: Locale): SectionText {
  const inLocale = (words: Says) => words[locale] ?? words.en;
  return {
    wanted: inLocale(says),
    hints: hint ? [inLocale(hint)] : [],
    choices: new Map(),
    whys: new Map(),
  };
}
