// Which pods go first when there are too many.
// Source: "Scaling a ReplicaSet" and "Pod deletion cost" in the documentation; the order of the rules and their corners
// from recordings of 1.36.
import type { Pod } from '../../api/pod.ts';
import { compareText } from '../../machinery/go-text.ts';
import { parseRfc3339 } from '../../machinery/time.ts';
import { isActive, isReady, readySinceMs } from '../pod-facts.ts';

const DELETION_COST = 'controller.kubernetes.io/pod-deletion-cost';

interface Candidate {
  readonly pod: Pod;
  /** How many pods of the related sets share its node. */
  readonly neighbours: number;
}

/** One rule: below 0 if `a` goes first, 0 if the rule does not tell them apart. */
type Rule = (a: Candidate, b: Candidate, nowMs: number) => number;

/** The pods in the order in which they would be deleted. `related` are the pods that count as neighbours on a node. */
export function rankVictims(pods: readonly Pod[], related: readonly Pod[], nowMs: number): Pod[] {
  const perNode = new Map<string, number>();
  for (const pod of related.filter(isActive)) {
    const node = nodeOf(pod);
    perNode.set(node, (perNode.get(node) ?? 0) + 1);
  }
  const candidates = pods.map((pod) => ({ pod, neighbours: perNode.get(nodeOf(pod)) ?? 0 }));
  return sortVictims(candidates, nowMs).map(({ pod }) => pod);
}

/** Sorts pods whose numbers of neighbours are known. */
export function sortVictims<C extends Candidate>(candidates: readonly C[], nowMs: number): C[] {
  return candidates.toSorted((a, b) => {
    for (const rule of rules) {
      const order = rule(a, b, nowMs);
      if (order !== 0) return order;
      if (rule === byReadyTime && readyTimesDiffer(a, b)) return byUid(a, b);
    }
    return byUid(a, b);
  });
}

const phases = new Map([
  ['Pending', 0],
  ['Unknown', 1],
  ['Running', 2],
]);

const byAssignment: Rule = (a, b) => truth(nodeOf(a.pod) !== '') - truth(nodeOf(b.pod) !== '');
const byPhase: Rule = (a, b) => phaseRank(a.pod) - phaseRank(b.pod);
const byReadiness: Rule = (a, b) => truth(isReady(a.pod)) - truth(isReady(b.pod));
const byDeletionCost: Rule = (a, b) => deletionCost(a.pod) - deletionCost(b.pod);
const byNeighbours: Rule = (a, b) => b.neighbours - a.neighbours;
const byReadyTime: Rule = (a, b, nowMs) => {
  const [sinceA, sinceB] = [readySinceMs(a.pod), readySinceMs(b.pod)];
  return sinceA === undefined || sinceB === undefined ? 0 : compareAges(sinceA, sinceB, nowMs);
};
const byRestarts: Rule = (a, b) => restartsMax(b.pod, false) - restartsMax(a.pod, false);
const bySidecarRestarts: Rule = (a, b) => restartsMax(b.pod, true) - restartsMax(a.pod, true);
const byCreation: Rule = (a, b, nowMs) => compareAges(createdMs(a.pod), createdMs(b.pod), nowMs);

const rules: readonly Rule[] = [
  byAssignment,
  byPhase,
  byReadiness,
  byDeletionCost,
  byNeighbours,
  byReadyTime,
  byRestarts,
  bySidecarRestarts,
  byCreation,
];

/** Young before old, but ages are compared by their order of magnitude only: within a power of two they are equal. */
function compareAges(sinceA: number, sinceB: number, nowMs: number): number {
  if (sinceA === sinceB) return 0;
  return magnitude(nowMs - sinceA) - magnitude(nowMs - sinceB);
}

/** The power of two below an age in nanoseconds; -1 if there is no age. */
function magnitude(ageMs: number): number {
  let power = -1;
  for (let left = ageMs * 1e6; left >= 1; left /= 2) power += 1;
  return power;
}

/** Ready at different times, but of the same magnitude: then nothing but chance decides, and chance is the uid. */
function readyTimesDiffer(a: Candidate, b: Candidate): boolean {
  const [sinceA, sinceB] = [readySinceMs(a.pod), readySinceMs(b.pod)];
  return sinceA !== undefined && sinceB !== undefined && sinceA !== sinceB;
}

function byUid(a: Candidate, b: Candidate): number {
  return compareText(a.pod.metadata.uid ?? '', b.pod.metadata.uid ?? '');
}

/** The annotation's value; 0 if it is missing or is no plain 32-bit number. */
function deletionCost(pod: Pod): number {
  const { annotations = {} } = pod.metadata;
  const text = Object.hasOwn(annotations, DELETION_COST) ? (annotations[DELETION_COST] ?? '') : '';
  if (!/^(0|[1-9][0-9]*|-[0-9]+)$/.test(text)) return 0;
  const cost = Number(text);
  return cost >= -(2 ** 31) && cost < 2 ** 31 ? cost : 0;
}

function restartsMax(pod: Pod, sidecars: boolean): number {
  const names = new Set(
    pod.spec.initContainers?.filter((it) => it.restartPolicy === 'Always').map((it) => it.name),
  );
  const statuses = sidecars
    ? (pod.status?.initContainerStatuses ?? []).filter((it) => names.has(it.name))
    : (pod.status?.containerStatuses ?? []);
  return statuses.reduce((most, { restartCount }) => Math.max(most, restartCount), 0);
}

function phaseRank(pod: Pod): number {
  return phases.get(pod.status?.phase ?? '') ?? 0;
}

function nodeOf(pod: Pod): string {
  return pod.spec.nodeName ?? '';
}

function createdMs(pod: Pod): number {
  return parseRfc3339(pod.metadata.creationTimestamp ?? '') ?? 0;
}

function truth(holds: boolean): number {
  return holds ? 1 : 0;
}
