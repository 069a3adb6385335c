// The set laid out by ordinal: a slot for each replica that is wanted, and the pods that are condemned.
import type { ControllerRevision } from '../../api/controller-revision.ts';
import type { PersistentVolumeClaim } from '../../api/persistent-volume-claim.ts';
import type { Pod } from '../../api/pod.ts';
import type { StatefulSet } from '../../api/stateful-set.ts';
import { BoundExceeded } from '../../bounds.ts';
import type { Attempt } from '../attempts.ts';
import { isAvailable, isCreated, isReady, isRunning, isTerminating } from '../pod-facts.ts';
import { templateOf } from '../revisions.ts';
import { isInRange, newPod, ordinalOf, replicasOf, startOrdinal } from './identity.ts';

export interface Plan {
  readonly set: StatefulSet;
  readonly current: ControllerRevision;
  readonly update: ControllerRevision;
  /** One pod for each wanted ordinal, lowest first; where there is none yet, the one to create (it has no uid). */
  readonly replicas: readonly Pod[];
  /** The pods beyond the wanted ordinals, highest first. */
  readonly condemned: readonly Pod[];
  /** OrderedReady: one step at a time, each waiting for the one before. */
  readonly isOrdered: boolean;
  readonly claimNamed: (name: string) => PersistentVolumeClaim | undefined;
  readonly nowMs: number;
}

/** What one part of the decision would do, and whether the parts after it must wait. */
export interface Walk {
  readonly attempts: readonly Attempt[];
  readonly mustWait: boolean;
  /** The pod of an old revision that makes way: the status counts it as gone. */
  readonly makesWay?: Pod;
}

export interface PlanInput {
  readonly set: StatefulSet;
  readonly pods: readonly Pod[];
  readonly claimNamed: (name: string) => PersistentVolumeClaim | undefined;
  readonly nowMs: number;
}

export function createPlan(input: PlanInput, current: ControllerRevision, update: ControllerRevision): Plan {
  const { set, pods, claimNamed, nowMs } = input;
  const byOrdinal = new Map(pods.map((pod) => [ordinalOf(set, pod), pod]));
  const replicas = Array.from({ length: slotsOf(set, pods) }, (_, i) => {
    const ordinal = startOrdinal(set) + i;
    return byOrdinal.get(ordinal) ?? plannedPod(set, current, update, ordinal);
  });
  const condemned = pods
    .filter((pod) => !isInRange(set, ordinalOf(set, pod)))
    .toSorted((a, b) => ordinalOf(set, b) - ordinalOf(set, a));
  return { set, current, update, replicas, condemned, isOrdered: isOrdered(set), claimNamed, nowMs };
}

/** Beyond its last pod, a set that wants millions is laid out only so far ahead: what comes later waits for these anyway. */
const slotsAhead = { ordered: 10, parallel: 1000 };
const slotsMax = 100_000;

function slotsOf(set: StatefulSet, pods: readonly Pod[]): number {
  const ordinals = pods.map((pod) => ordinalOf(set, pod)).filter((ordinal) => isInRange(set, ordinal));
  const taken = Math.max(0, ...ordinals.map((ordinal) => ordinal - startOrdinal(set) + 1));
  const slots = Math.min(
    replicasOf(set),
    taken + (isOrdered(set) ? slotsAhead.ordered : slotsAhead.parallel),
  );
  if (slots <= slotsMax) return slots;
  const { name } = set.metadata;
  throw new BoundExceeded(
    'objects',
    `StatefulSet ${name} would need ${slots} pods; this cluster has no room for them.`,
  );
}

function isOrdered({ spec }: StatefulSet): boolean {
  return spec.podManagementPolicy !== 'Parallel';
}

export function isRunningAndReady(pod: Pod): boolean {
  return isRunning(pod) && isReady(pod);
}

export function isRunningAndAvailable(plan: Plan, pod: Pod): boolean {
  return isRunning(pod) && isAvailable(pod, plan.set.spec.minReadySeconds ?? 0, plan.nowMs);
}

/** Up and staying up: the others may rely on it. */
export function isHealthy(pod: Pod): boolean {
  return isCreated(pod) && isRunningAndReady(pod) && !isTerminating(pod);
}

/** Below the partition, pods come back as they were; all others are made from the newest template. */
function plannedPod(
  set: StatefulSet,
  current: ControllerRevision,
  update: ControllerRevision,
  ordinal: number,
): Pod {
  const isOld = ordinal < startOrdinal(set) + firstUpdated(set);
  const revision = isOld ? current : update;
  const template = (isOld ? templateOf(current) : undefined) ?? set.spec.template;
  return newPod(set, template, revision.metadata.name, ordinal);
}

/** How many replicas, from the lowest ordinal on, keep the current revision. */
function firstUpdated(set: StatefulSet): number {
  const { type = 'RollingUpdate', rollingUpdate } = set.spec.updateStrategy ?? {};
  if (type !== 'RollingUpdate') return 0;
  return rollingUpdate ? (rollingUpdate.partition ?? 0) : (set.status?.currentReplicas ?? 0);
}
