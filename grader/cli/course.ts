// What a class is graded by: the exercises on disk, changed as grading.yaml says.
import { dirname, join } from 'node:path';
import { hashOf } from '../hash.ts';
import type { Exercise } from '../parse-exercise.ts';
import type { GradingRules } from '../rules/grading-rules.ts';
import { DEFAULT_RULES, gradingRulesSchema, rulesFor } from '../rules/grading-rules.ts';
import type { ExerciseChanges, Prepared } from '../rules/prepare-exercise.ts';
import { prepareExercise } from '../rules/prepare-exercise.ts';
import { readYaml } from '../rules/read-yaml.ts';
import { unknownNames } from '../rules/worth.ts';
import type { ExerciseParts } from './batch/thread-messages.ts';
import { filesBeside } from './files-beside.ts';
import { readBounded } from './intake/read-bounded.ts';
import { textOf } from './intake/text-of.ts';
import { slugsIn } from './load-exercise.ts';

export interface Course {
  readonly rules: GradingRules;
  /** Of the rules and everything that they name. */
  readonly rulesHash: string;
  readonly prepared: ReadonlyMap<string, Prepared>;
  readonly exercises: ReadonlyMap<string, Exercise>;
}

/** What threads need, before any of it is looked at. */
export interface CourseParts {
  readonly rules: GradingRules;
  readonly exercises: readonly ExerciseParts[];
}

export type Loaded<T> =
  | { readonly ok: true; readonly value: T }
  /** `isOurs`: the exercises are at fault, not what the instructor wrote. */
  | { readonly ok: false; readonly problems: readonly string[]; readonly isOurs: boolean };

/** Reads grading.yaml, if there is one, and the files of all exercises. `seeds` take the place of all others. */
export function loadParts(
  folder: string,
  rulesPath: string | undefined,
  seeds: readonly number[] | undefined,
): Loaded<CourseParts> {
  const rules = rulesPath === undefined ? { ok: true as const, value: DEFAULT_RULES } : readRules(rulesPath);
  if (!rules.ok) return { ...rules, isOurs: false };
  const exercises: ExerciseParts[] = [];
  for (const slug of slugsIn(folder)) {
    const { files, warnings } = filesBeside(join(folder, slug));
    if (warnings.length > 0) return { ok: false, problems: warnings, isOurs: true };
    const changes = changesOf(rules.value, rulesPath, slug, seeds);
    if (!changes.ok) return { ...changes, isOurs: false };
    // Solutions and mistakes are no part of grading.
    const needed = [...files].filter(([path]) => !/^(solution(-\d+)?|mistakes)\//.test(path));
    exercises.push({ slug, files: needed, changes: changes.value });
  }
  return { ok: true, value: { rules: rules.value, exercises } };
}

/** Reads the exercises themselves. Those that cannot be read are left out and named, unless the rules need them. */
export function readCourse({ rules, exercises: all }: CourseParts): {
  readonly course: Course;
  readonly problems: readonly string[];
} {
  const prepared = new Map<string, Prepared>();
  const problems: string[] = [];
  for (const { slug, files, changes } of all) {
    const parsed = prepareExercise(new Map(files), changes);
    if (!parsed.ok)
      problems.push(...parsed.problems.slice(0, 3).map((problem) => `exercise ${slug}: ${problem}`));
    else if (parsed.value.exercise.definition.id !== slug)
      problems.push(`exercise ${slug}: its exercise.yaml calls it ${parsed.value.exercise.definition.id}`);
    else prepared.set(slug, parsed.value);
  }
  const exercises = new Map([...prepared].map(([slug, { exercise }]) => [slug, exercise]));
  const changes = all.map(({ slug, changes: own }) => [slug, own.hidden?.yaml ?? null, own.seeds ?? null]);
  const rulesHash = hashOf({ rules, changes });
  return { course: { rules, rulesHash, prepared, exercises }, problems };
}

/** What grading.yaml names and the exercises do not have. */
export function ruleProblems({ rules, exercises }: Course, rulesPath: string | undefined): string[] {
  return unknownNames(rules, exercises).map((problem) => `${rulesPath ?? 'grading.yaml'}: ${problem}`);
}

function readRules(
  path: string,
): { ok: true; value: GradingRules } | { ok: false; problems: readonly string[] } {
  const text = readText(path);
  return text.ok ? readYaml(path, text.value, gradingRulesSchema) : text;
}

function changesOf(
  rules: GradingRules,
  rulesPath: string | undefined,
  slug: string,
  seeds: readonly number[] | undefined,
): { ok: true; value: ExerciseChanges } | { ok: false; problems: readonly string[] } {
  const own = rulesFor(rules, slug);
  const chosen = seeds ?? own?.seeds;
  const changes = chosen === undefined ? {} : { seeds: chosen };
  if (own?.hidden === undefined) return { ok: true, value: changes };
  const path = join(dirname(rulesPath ?? '.'), own.hidden);
  const text = readText(path);
  if (!text.ok) return text;
  return { ok: true, value: { ...changes, hidden: { name: path, yaml: text.value } } };
}

function readText(path: string): { ok: true; value: string } | { ok: false; problems: readonly string[] } {
  const read = readBounded(path, path);
  if (!read.ok) return { ok: false, problems: [`${path}: it cannot be read (${read.why.id})`] };
  const decoded = textOf(read.bytes);
  if (decoded.ok) return { ok: true, value: decoded.text };
  return { ok: false, problems: [`${path}: it is no text in UTF-8`] };
}
