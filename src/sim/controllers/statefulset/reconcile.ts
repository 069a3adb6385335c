// The decision: walk the ordinals, then the pods that are too many, then those of an old revision; report.
import type { ControllerRevision } from '../../api/controller-revision.ts';
import type { PersistentVolumeClaim } from '../../api/persistent-volume-claim.ts';
import type { Pod } from '../../api/pod.ts';
import type { StatefulSet } from '../../api/stateful-set.ts';
import { StatefulSetKind } from '../../api/stateful-set.ts';
import type { Request } from '../../component.ts';
import { isEqual } from '../../machinery/equality.ts';
import type { Attempt } from '../attempts.ts';
import { inGrowingBatches } from '../attempts.ts';
import { untilNextAvailableMs } from '../pod-facts.ts';
import { sortRevisions, truncateHistory, updateRevisionOf } from '../revisions.ts';
import { revisionOf } from './identity.ts';
import { createPlan } from './plan.ts';
import { walkReplicas } from './replicas.ts';
import { walkUpdate } from './rolling-update.ts';
import { walkCondemned } from './scale-down.ts';
import { statusOf } from './status.ts';

export interface StatefulSetInput {
  readonly set: StatefulSet;
  /** The pods and revisions that the set manages. */
  readonly pods: readonly Pod[];
  readonly revisions: readonly ControllerRevision[];
  readonly revisionNamed: (name: string) => ControllerRevision | undefined;
  readonly claimNamed: (name: string) => PersistentVolumeClaim | undefined;
  readonly nowMs: number;
}

export function reconcileStatefulSet(input: StatefulSetInput): Request[] {
  const { set, pods, nowMs } = input;
  const sorted = sortRevisions(input.revisions);
  const collisions = set.status?.collisionCount ?? 0;
  const update = updateRevisionOf(set, set.spec.template, sorted, collisions, input.revisionNamed);
  const current =
    sorted.find(({ metadata }) => metadata.name === set.status?.currentRevision) ?? update.revision;
  const plan = createPlan(input, current, update.revision);
  // The pod deleted for an update counts as gone at once. Only the walk for updates names one, and it comes last.
  let makesWay: Pod | undefined;
  const end = (error?: string): Request[] => [
    ...statusRequests(set, statusOf(plan, pods, makesWay, update.collisionCount)),
    ...truncateHistory(
      sorted,
      namesInUse(current, update.revision, pods),
      set.spec.revisionHistoryLimit ?? 10,
    ),
    ...wakeRequests(set, pods, nowMs),
    ...(error === undefined ? [] : [{ verb: 'fail', message: error } as const]),
  ];
  if (set.metadata.deletionTimestamp !== undefined) return end();
  const attempts: Attempt[] = [];
  for (const walk of [walkReplicas, walkCondemned, walkUpdate]) {
    const step = walk(plan);
    attempts.push(...step.attempts);
    makesWay = step.makesWay;
    if (step.mustWait) break;
  }
  return [...update.requests, ...inGrowingBatches(attempts, end)];
}

function statusRequests(set: StatefulSet, status: NonNullable<StatefulSet['status']>): Request[] {
  if (isEqual(status, set.status)) return [];
  return [{ verb: 'updateStatus', kind: StatefulSetKind, object: { ...set, status } as StatefulSet }];
}

function namesInUse(
  current: ControllerRevision,
  update: ControllerRevision,
  pods: readonly Pod[],
): ReadonlySet<string> {
  return new Set([current.metadata.name, update.metadata.name, ...pods.map(revisionOf)]);
}

/** A pod becomes available by waiting: nothing rings when it does. */
function wakeRequests(set: StatefulSet, pods: readonly Pod[], nowMs: number): Request[] {
  const { minReadySeconds = 0 } = set.spec;
  const afterMs = minReadySeconds > 0 ? untilNextAvailableMs(pods, minReadySeconds, nowMs) : undefined;
  return afterMs === undefined ? [] : [{ verb: 'wake', afterMs }];
}
