// An exercise as an instructor grades it: with hidden checks and other seeds, where the rules name them.
import type { Exercise, Parsed } from '../parse-exercise.ts';
import { parseExercise } from '../parse-exercise.ts';
import type { HiddenChecks } from './hidden-checks.ts';
import { hiddenChecksSchema, withHiddenChecks } from './hidden-checks.ts';
import { readYaml } from './read-yaml.ts';

export interface ExerciseChanges {
  /** The text of a file of hidden checks, and its name for messages. */
  readonly hidden?: { readonly name: string; readonly yaml: string };
  readonly seeds?: readonly number[];
}

export interface Prepared {
  readonly exercise: Exercise;
  readonly seeds: readonly number[];
}

/** Reads an exercise's files and makes the changes. */
export function prepareExercise(
  files: ReadonlyMap<string, string>,
  changes: ExerciseChanges,
): Parsed<Prepared> {
  const parsed = parseExercise(files);
  if (!parsed.ok) return parsed;
  const seeds = changes.seeds ?? parsed.value.definition.seeds;
  const { hidden } = changes;
  if (hidden === undefined) return { ok: true, value: { exercise: parsed.value, seeds } };
  const checks: Parsed<HiddenChecks> = readYaml(hidden.name, hidden.yaml, hiddenChecksSchema);
  if (!checks.ok) return checks;
  const exercise = withHiddenChecks(parsed.value, checks.value);
  if (exercise.ok) return { ok: true, value: { exercise: exercise.value, seeds } };
  return { ok: false, problems: exercise.problems.map((problem) => `${hidden.name}: ${problem}`) };
}
