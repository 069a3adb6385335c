/** How far a workload has come, in words: a Job counts pods that ended well, every other kind pods that are Ready. */
import type { SetView } from './frame.ts';
import type { Words } from './words.ts';
import { fill } from './words.ts';

export function setText(
  { kind, ready, wanted, updated, isRollout }: Omit<SetView, 'namespace' | 'name'>,
  words: Words,
): string {
  const template = isRollout ? words.rollout : kind === 'Job' ? words.completedOf : words.readyOf;
  return fill(template, { ready, wanted, updated });
}
