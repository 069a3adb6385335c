// What each exercise counts for.
import type { Exercise } from '../parse-exercise.ts';
import type { Worth } from './gradebook.ts';
import type { GradingRules } from './grading-rules.ts';
import { rulesFor } from './grading-rules.ts';

/** The worth of those exercises that count, in the order of the rules, or of their names where the rules name none. */
export function worthsOf(
  rules: GradingRules,
  exercises: ReadonlyMap<string, Exercise>,
  handedIn: Iterable<string>,
): ReadonlyMap<string, Worth> {
  const ids = rules.exercises ? Object.keys(rules.exercises) : [...new Set(handedIn)].sort();
  const worths = new Map<string, Worth>();
  for (const id of ids) {
    const exercise = exercises.get(id);
    if (exercise) worths.set(id, worthOf(rules, exercise));
  }
  return worths;
}

function worthOf(rules: GradingRules, { definition }: Exercise): Worth {
  const own = rulesFor(rules, definition.id);
  const checks = new Map(
    [...definition.checks, ...definition.quiz].map(({ id, points }) => {
      const changed = own && Object.hasOwn(own.checks, id) ? own.checks[id] : undefined;
      return [id, { points: changed?.points ?? points, isExtra: changed?.['extra-credit'] ?? false }];
    }),
  );
  const base = [...checks.values()].reduce((sum, { points, isExtra }) => sum + (isExtra ? 0 : points), 0);
  return { points: own?.points ?? base, checks };
}

/** What the rules name and the exercises do not have: each a line. */
export function unknownNames(rules: GradingRules, exercises: ReadonlyMap<string, Exercise>): string[] {
  const problems: string[] = [];
  for (const [id, own] of Object.entries(rules.exercises ?? {})) {
    const exercise = exercises.get(id);
    if (!exercise) {
      problems.push(`exercises.${id}: there is no such exercise`);
      continue;
    }
    const known = new Set([...exercise.definition.checks, ...exercise.definition.quiz].map((it) => it.id));
    const named = [...Object.keys(own.checks), ...own.gates];
    for (const check of named) {
      if (!known.has(check)) problems.push(`exercises.${id}: it has no check or question ${check}`);
    }
    for (const other of Object.keys(own.requires)) {
      if (!Object.hasOwn(rules.exercises ?? {}, other))
        problems.push(`exercises.${id}.requires.${other}: it does not count itself`);
    }
  }
  for (const [index, { exercise }] of rules.overrides.entries()) {
    if (!exercises.has(exercise)) problems.push(`overrides.${index}: there is no exercise ${exercise}`);
  }
  return problems;
}
