// spec.successPolicy: which indexes are enough for the Job as a whole to have succeeded.
import { parseIndexes } from '../../api/indexes.ts';
import type { Job, SuccessPolicyRule } from '../../api/job.ts';

/** The words of the first rule that is met. */
export function matchSuccess({ spec }: Job, succeeded: ReadonlySet<number>): string | undefined {
  if (succeeded.size === 0) return undefined;
  const rules = spec.successPolicy?.rules ?? [];
  const met = rules.findIndex((rule) => isMet(rule, spec.completions ?? 0, succeeded));
  return met === -1 ? undefined : `Matched rules at index ${met}`;
}

function isMet(rule: SuccessPolicyRule, completions: number, succeeded: ReadonlySet<number>): boolean {
  const { succeededCount, succeededIndexes } = rule;
  if (succeededIndexes === undefined) return succeededCount !== undefined && succeeded.size >= succeededCount;
  const wanted = parseIndexes(succeededIndexes, completions);
  if (!wanted.ok || wanted.value.length === 0) return false;
  let [met, total] = [0, 0];
  for (const [first, last] of wanted.value) {
    total += last - first + 1;
    for (let index = first; index <= last; index++) if (succeeded.has(index)) met += 1;
  }
  return met === total || (succeededCount !== undefined && met >= succeededCount);
}
