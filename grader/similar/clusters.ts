// Which submissions have more in common than others do. Facts that many share count for little, rare ones for much.
import type { Feature } from './features.ts';

export interface Compared {
  readonly student: string;
  readonly features: readonly Feature[];
}

export interface Shared {
  readonly kind: Feature['kind'];
  readonly text: string;
  /** How many submissions have it. */
  readonly among: number;
}

export interface Pair {
  readonly students: readonly [string, string];
  /** The share of their facts, by weight, that both have; from 0 to 1. */
  readonly likeness: number;
  /** What they share, the rarest first. */
  readonly shared: readonly Shared[];
}

export interface Cluster {
  readonly students: readonly string[];
  /** The likest first. */
  readonly pairs: readonly Pair[];
}

export interface ClusterOptions {
  /** From which likeness on two belong together. */
  readonly threshold: number;
  /** Facts that are everybody's: those of the start and of the solutions. */
  readonly known: readonly Feature[];
}

/** Facts of more submissions than this tell nothing of two. */
const amongMax = 60;
/** How much two must share beside being like each other: four facts that only they have in a class of thirty, say. */
const weightMin = 10;
const sharedShown = 12;
/** What two people are least likely to have in common by chance comes first. */
const telling: readonly Feature['kind'][] = ['comment', 'pause', 'line', 'order', 'command', 'field'];

/** Groups of submissions to one exercise, in order of their likeness. */
export function clustersOf(
  all: readonly Compared[],
  { threshold, known }: ClusterOptions,
): readonly Cluster[] {
  const common = new Set(known.map(keyOf));
  const holders = new Map<string, number[]>();
  for (const [index, { features }] of all.entries()) {
    for (const feature of features) {
      const key = keyOf(feature);
      if (common.has(key)) continue;
      const list = holders.get(key);
      if (list) list.push(index);
      else holders.set(key, [index]);
    }
  }
  const weightOf = (among: number) => Math.log((all.length + 1) / among);
  const weights = new Array<number>(all.length).fill(0);
  const shared = new Map<number, { weight: number; keys: string[] }>();
  for (const [key, indexes] of holders) {
    const weight = weightOf(indexes.length);
    for (const index of indexes) weights[index] = (weights[index] ?? 0) + weight;
    if (indexes.length < 2 || indexes.length > amongMax) continue;
    forPairs(indexes, (a, b) => {
      const pair = shared.get(a * all.length + b) ?? { weight: 0, keys: [] };
      pair.weight += weight;
      pair.keys.push(key);
      shared.set(a * all.length + b, pair);
    });
  }
  const pairs = [...shared].flatMap(([id, { weight, keys }]) => {
    const [a, b] = [Math.floor(id / all.length), id % all.length];
    const union = (weights[a] ?? 0) + (weights[b] ?? 0) - weight;
    const likeness = union === 0 ? 0 : weight / union;
    if (likeness < threshold || weight < weightMin) return [];
    return [{ a, b, likeness, keys }];
  });
  return groups(pairs, all, holders);
}

interface FoundPair {
  readonly a: number;
  readonly b: number;
  readonly likeness: number;
  readonly keys: readonly string[];
}

function groups(
  pairs: readonly FoundPair[],
  all: readonly Compared[],
  holders: ReadonlyMap<string, readonly number[]>,
): Cluster[] {
  const leaders = new Map<number, number>();
  const leaderOf = (index: number): number => {
    const above = leaders.get(index) ?? index;
    return above === index ? index : leaderOf(above);
  };
  for (const { a, b } of pairs) {
    const [first, second] = [leaderOf(a), leaderOf(b)];
    leaders.set(Math.max(first, second), Math.min(first, second));
  }
  const byLeader = new Map<number, FoundPair[]>();
  for (const pair of pairs) {
    const leader = leaderOf(pair.a);
    byLeader.set(leader, [...(byLeader.get(leader) ?? []), pair]);
  }
  const nameOf = (index: number) => all[index]?.student ?? '';
  const clusters = [...byLeader.values()].map((own): Cluster => {
    const members = [...new Set(own.flatMap(({ a, b }) => [a, b]))].map(nameOf).sort();
    const inOrder = [...own].sort((x, y) => y.likeness - x.likeness || x.a - y.a || x.b - y.b);
    return {
      students: members,
      pairs: inOrder.map(({ a, b, likeness, keys }) => ({
        students: [nameOf(a), nameOf(b)],
        likeness: Math.round(likeness * 100) / 100,
        shared: evidence(keys, holders),
      })),
    };
  });
  return clusters.sort((x, y) => (y.pairs[0]?.likeness ?? 0) - (x.pairs[0]?.likeness ?? 0) || compare(x, y));
}

function evidence(keys: readonly string[], holders: ReadonlyMap<string, readonly number[]>): Shared[] {
  const shared = keys.map((key) => {
    const at = key.indexOf(' ');
    const kind = key.slice(0, at) as Feature['kind'];
    return { kind, text: key.slice(at + 1), among: holders.get(key)?.length ?? 0 };
  });
  const rank = ({ kind }: Shared) => telling.indexOf(kind);
  const order = (a: Shared, b: Shared) =>
    a.among - b.among || rank(a) - rank(b) || (a.text < b.text ? -1 : 1);
  return shared.sort(order).slice(0, sharedShown);
}

function compare(a: Cluster, b: Cluster): number {
  return a.students.join() < b.students.join() ? -1 : 1;
}

function forPairs(indexes: readonly number[], visit: (a: number, b: number) => void): void {
  for (const [at, a] of indexes.entries()) {
    for (let other = at + 1; other < indexes.length; other++) visit(a, indexes[other] as number);
  }
}

function keyOf({ kind, text }: Feature): string {
  return `${kind} ${text}`;
}
