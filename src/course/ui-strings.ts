/** The words of the site's own furniture, in content/<locale>/ui.yaml: every key in every language, none beside. */
import { load } from 'js-yaml';
import { z } from 'zod';
import type { LabKey } from './lab-words.ts';
import { LAB_KEYS } from './lab-words.ts';

const text = z.string().min(1);

const labShape = Object.fromEntries(LAB_KEYS.map((key) => [key, text])) as Record<LabKey, typeof text>;

export const uiStringsSchema = z.strictObject({
  'petset.course.lessons': text,
  'petset.course.exercises': text,
  'petset.hero.picture': text,
  'petset.hero.restarting': text,
  'petset.lesson.needs': text,
  'petset.lesson.objectives': text,
  'petset.lesson.predict': text,
  'petset.lesson.print': text,
  'petset.lesson.reading': text,
  ...labShape,
});

export type UiStrings = z.infer<typeof uiStringsSchema>;

/** Reads the text of one ui.yaml. Throws an error that names the keys that are missing or unknown. */
export function parseUiStrings(path: string, yaml: string): UiStrings {
  const result = uiStringsSchema.safeParse(load(yaml));
  if (result.success) return result.data;
  throw new Error(`${path}: ${z.prettifyError(result.error)}`);
}
