/** From what a learner sees back to what the learner did: the chain of facts, first to last. */
import type { Fact } from './fact.ts';

const LENGTH_MAX = 400;

/** What is worth following, the weightiest first: what a hand did, then what was wanted, then what became of pods. */
function weightOf({ by, what }: Fact): number {
  if (by === '') return 5;
  const kinds = new Set(what.map(({ is }) => is));
  if (kinds.has('scaled') || kinds.has('image') || kinds.has('template')) return 4;
  if (kinds.has('gone') || kinds.has('ready') || kinds.has('ending')) return 3;
  if (kinds.has('created') || kinds.has('ended') || kinds.has('unready')) return 2;
  return kinds.size > 0 ? 1 : 0;
}

/** Of other objects only what weighs so much is told. */
const TELLING = 2;

/** The components that look after one object at a time: what else rang for them is chance. */
const MINDS_ONE = new Set(['kubelet', 'default-scheduler']);

/** The facts that led to this one, from the first to itself. `facts`: all there are, by uid. */
export function chainTo(fact: Fact, facts: ReadonlyMap<string, readonly Fact[]>): readonly Fact[] {
  const chain: Fact[] = [fact];
  const seen = new Set<Fact>([fact]);
  for (let at: Fact | undefined = fact; at && at.by !== '' && chain.length < LENGTH_MAX; ) {
    const next: Fact | undefined = heaviest(causesOf(at, facts).filter((it) => !seen.has(it)));
    if (next) {
      seen.add(next);
      chain.unshift(next);
    }
    at = next;
  }
  return chain;
}

/** Who woke by itself was moved by what its object was before. */
function causesOf(fact: Fact, facts: ReadonlyMap<string, readonly Fact[]>): readonly Fact[] {
  const { causes, by, about } = fact;
  const own = causes.filter((it) => it.about.uid === about.uid);
  if (causes.length > 0 && !MINDS_ONE.has(by)) return causes;
  if (own.length > 0) return own;
  const story = facts.get(about.uid) ?? [];
  const before = story[story.indexOf(fact) - 1];
  return before ? [before] : causes;
}

/** Of equals the latest. */
function heaviest(facts: readonly Fact[]): Fact | undefined {
  return facts.reduce<Fact | undefined>(
    (best, it) => (best === undefined || weightOf(it) >= weightOf(best) ? it : best),
    undefined,
  );
}

/**
 * The part of a chain that a reader needs: what was done by hand, what happened to others in between (the same thing that
 * happened to many in turn only for the last of them), and the fact itself.
 */
export function essence(chain: readonly Fact[]): readonly Fact[] {
  const uid = chain.at(-1)?.about.uid;
  const telling = chain.filter(
    (fact) => fact.what.length > 0 && (fact.about.uid === uid || weightOf(fact) >= TELLING),
  );
  return telling.filter((fact, index) => {
    if (index === telling.length - 1 || fact.by === '') return true;
    // web-0 Ready, web-1 created, web-1 Ready, web-2 created: only the last of each kind leads to the end.
    return !telling.slice(index + 1).some((later) => later.by !== '' && signOf(later) === signOf(fact));
  });
}

function signOf({ by, about, what }: Fact): string {
  return `${by}/${about.kind}/${what.map(({ is }) => is).join()}`;
}
