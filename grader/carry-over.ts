// What a learner saved in an editor, carried over to another seed. There the editor shows another text: other times, other versions of
// the object. Saved as it is, the text would put those back; what counts is what the learner changed in it.
import { diff3Merge } from 'node-diff3';

/** Longer texts are saved as they are: to compare them would take too long. */
const LINES_MAX = 3000;

/** Makes in `here` the changes that lead from `shown` to `saved`; where both differ from `shown`, what was saved stands. */
export function carryOver(saved: string, shown: string, here: string): string {
  if (shown === here) return saved;
  const [ours, base, theirs] = [saved, shown, here].map((text) => text.split('\n')) as [
    string[],
    string[],
    string[],
  ];
  if (Math.max(ours.length, base.length, theirs.length) > LINES_MAX) return saved;
  const regions = diff3Merge(ours, base, theirs);
  return regions.flatMap(({ ok, conflict }) => ok ?? conflict?.a ?? []).join('\n');
}
