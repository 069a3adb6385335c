/** Two records of the same thing become one, and nothing is lost. */
import type { Kept, QuestionKept, Submitted, Work } from './record.ts';

/** So much work of other pages is kept beside one's own. */
const ASIDE_MAX = 5;
/** So many pages are remembered to have had a part. */
const SIGNS_MAX = 40;

type Seen = Work['seen'];

/** Whether one has seen all that the other has. */
export function covers(one: Seen, other: Seen): boolean {
  return Object.entries(other).every(([sign, count]) => (one[sign] ?? 0) >= count);
}

/** One more writing of a page. */
export function seenBy(sign: string, seen: Seen): Seen {
  const { [sign]: count = 0, ...others } = seen;
  return Object.fromEntries([...Object.entries(others).slice(1 - SIGNS_MAX), [sign, count + 1]]);
}

export function seenTogether(all: readonly Seen[]): Seen {
  const together: Record<string, number> = {};
  for (const seen of all)
    for (const [sign, count] of Object.entries(seen)) together[sign] = Math.max(together[sign] ?? 0, count);
  return together;
}

/** Whether nothing would be lost with the other: it was seen, or it is the beginning of this. */
export function holds(one: Work, other: Work): boolean {
  return covers(one.seen, other.seen) || isBeginning(other, one);
}

function isBeginning(one: Work, of: Work): boolean {
  const entries = of.log?.entries ?? [];
  const told = (them: typeof entries): string => JSON.stringify(them);
  const count = one.log?.entries.length ?? 0;
  if (count > entries.length || told(one.log?.entries ?? []) !== told(entries.slice(0, count))) return false;
  if (one.log && one.log.seed !== of.log?.seed) return false;
  return Object.entries(one.drafts ?? {}).every(
    ([path, text]) =>
      of.drafts?.[path] === text ||
      entries.some((entry) => entry.do === 'write' && entry.path === path && entry.text === text),
  );
}

/** What a record holds that would be lost with this work in its place, latest first. */
export function besides({ work, aside = [] }: Kept, mine: Work): readonly Work[] {
  return [...(work ? [work] : []), ...aside].filter((other) => !holds(mine, other));
}

/** The record with this as its work; what it does not take the place of is put aside. */
export function withWork(kept: Kept, mine: Work): Kept {
  const { work: _work, aside: _aside, ...rest } = kept;
  const aside = besides(kept, mine).slice(0, ASIDE_MAX);
  return { ...rest, work: mine, ...(aside.length > 0 ? { aside } : {}) };
}

/** What stands here and what is brought: work that is not the same stays beside it, of answers and attempts the later count. */
export function together(here: Kept, brought: Kept): Kept {
  const works = [brought.work, here.work, ...(brought.aside ?? []), ...(here.aside ?? [])].flatMap(
    (work) => work ?? [],
  );
  const isLast = (work: Work, index: number): boolean =>
    // Of two that hold each other, the first stays.
    !works.some((it, at) => at !== index && holds(it, work) && (at < index || !holds(work, it)));
  const [work, ...aside] = works.filter(isLast).slice(0, ASIDE_MAX + 1);
  return {
    ...(work ? { work } : {}),
    ...(aside.length > 0 ? { aside } : {}),
    ...withResults(resultsOf(here), brought),
  };
}

/** A record with what was submitted and answered elsewhere, where that is later; its work stays as it is. */
export function withResults(here: Kept, brought: Kept): Kept {
  const submitted = laterSubmitted(here.submitted, brought.submitted);
  const questions = laterQuestions(here.questions, brought.questions);
  return { ...here, ...(submitted ? { submitted } : {}), ...(questions ? { questions } : {}) };
}

function resultsOf({ work: _work, aside: _aside, ...results }: Kept): Kept {
  return results;
}

function laterSubmitted(here?: Submitted, brought?: Submitted): Submitted | undefined {
  if (!here || !brought) return here ?? brought;
  return brought.attempts >= here.attempts ? brought : here;
}

function laterQuestions(here: Kept['questions'], brought: Kept['questions']): Kept['questions'] {
  if (!here || !brought) return here ?? brought;
  const later = (id: string, it: QuestionKept): boolean => it.turns >= (here[id]?.turns ?? 0);
  return { ...here, ...Object.fromEntries(Object.entries(brought).filter(([id, it]) => later(id, it))) };
}
