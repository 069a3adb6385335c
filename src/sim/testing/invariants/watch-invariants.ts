// Holds a cluster to its invariants: after every moment it asks each of them, and throws where one is broken.
import { EventKind } from '../../api/event.ts';
import type { Kind } from '../../api/kind.ts';
import { LeaseKind } from '../../api/lease.ts';
import type { Pod } from '../../api/pod.ts';
import { PodKind } from '../../api/pod.ts';
import type { Store } from '../../apiserver/store.ts';
import type { NodeView } from '../../component.ts';
import type { Loop } from '../../loop.ts';
import { formatRfc3339 } from '../../machinery/time.ts';
import type { World } from '../../world/create-world.ts';
import { invariants as all } from './index.ts';
import type { Invariant, Moment, Write } from './moment.ts';

/** What is watched: a `Cluster`, or as much of one. */
export interface Watched {
  readonly loop: Loop;
  readonly store: Store;
  readonly world: World;
  readonly view: NodeView;
}

/** Thrown out of the loop at the end of the moment in which an invariant broke. */
export class InvariantBroken extends Error {
  readonly invariant: string;

  constructor(invariant: string, atMs: number, findings: readonly string[]) {
    super(`${invariant}, but at ${formatRfc3339(atMs)} (${atMs}): ${findings.join('; ')}`);
    this.name = 'InvariantBroken';
    this.invariant = invariant;
  }
}

/** Who may take a pod away although its node has not said that it is over: its node is gone. */
const COLLECTOR = 'pod-garbage-collector-controller';

/** Watches a cluster from now on. Returns the way to stop. */
export function watchInvariants(cluster: Watched, invariants: readonly Invariant[] = all): () => void {
  const { loop, store, world, view } = cluster;
  const pods = new Map<string, Pod>();
  for (const pod of store.list(PodKind)) pods.set(pod.metadata.uid ?? '', pod);
  const forced = new Set<string>();
  let writes: Write[] = [];
  let hasWorldChanged = false;
  let isStirred = true;
  let isWatching = true;
  world.onChange(() => {
    hasWorldChanged = true;
  });
  const stopHearing = store.subscribe((change) => {
    const write = { ...change, by: loop.looker };
    writes.push(write);
    if (!isRoutine(change.kind)) isStirred = true;
    if (change.kind === (PodKind as Kind)) note(write, pods, forced);
  });
  const stopMoments = loop.onMoment(() => {
    if (!isWatching || (writes.length === 0 && !hasWorldChanged && !isStirred)) return;
    const isAtRest = isStirred && loop.isSettled();
    if (isAtRest) isStirred = false;
    const moment: Moment = { nowMs: loop.nowMs, view, writes, hasWorldChanged, isAtRest, pods, forced };
    writes = [];
    hasWorldChanged = false;
    hold(invariants, moment);
  });
  return () => {
    isWatching = false;
    stopHearing();
    stopMoments();
  };
}

function hold(invariants: readonly Invariant[], moment: Moment): void {
  for (const { name, broken } of invariants) {
    const findings = broken(moment);
    if (findings.length > 0) throw new InvariantBroken(name, moment.nowMs, findings);
  }
}

/** Written all the time without anything being the matter. */
function isRoutine(kind: Kind): boolean {
  return kind === (LeaseKind as Kind) || kind === (EventKind as Kind);
}

function note({ type, after, by }: Write, pods: Map<string, Pod>, forced: Set<string>): void {
  const { uid = '' } = after.metadata;
  // Its last state, as it was before the deletion was asked for, says where it was.
  pods.set(uid, after as Pod);
  if (type === 'DELETED' && (by === undefined || by === COLLECTOR)) forced.add(uid);
}
