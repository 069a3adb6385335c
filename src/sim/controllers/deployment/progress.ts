// Whether a rollout is done, gets on, or has taken too long.
// Source: "Deployment status" in the documentation; reasons and words from recordings of 1.36.
import type { Deployment, DeploymentCondition, DeploymentStatus } from '../../api/deployment.ts';
import { formatRfc3339, parseRfc3339 } from '../../machinery/time.ts';
import type { Conditions, Saying } from './conditions.ts';
import {
  conditionOf,
  hasProgressDeadline,
  withCondition,
  withoutCondition,
  withSaying,
} from './conditions.ts';
import type { Versions } from './replica-sets.ts';
import { allOf, sizeOf } from './replica-sets.ts';

export interface Progress {
  readonly deployment: Deployment;
  readonly versions: Versions;
  /** The conditions as this look has found and changed them, before the status was counted anew. */
  readonly before: Conditions;
  readonly nowMs: number;
}

/** The status of a rollout: what was counted, with what is to be said about its progress and about failures. */
export function withProgress(status: DeploymentStatus, progress: Progress): DeploymentStatus {
  const { deployment } = progress;
  const counted = status.conditions ?? [];
  const conditions = hasProgressDeadline(deployment)
    ? progressConditions(status, counted, progress)
    : withoutCondition(counted, 'Progressing');
  return { ...status, conditions: [...withFailure(conditions, progress.versions)] };
}

function progressConditions(
  status: DeploymentStatus,
  conditions: Conditions,
  { deployment, versions, before, nowMs }: Progress,
): Conditions {
  const known = conditionOf(before, 'Progressing');
  const isRestful = (status.replicas ?? 0) === (status.updatedReplicas ?? 0);
  if (isRestful && known?.reason === 'NewReplicaSetAvailable') return conditions;
  const { name } = deployment.metadata;
  const set = versions.current;
  const who = set ? `ReplicaSet ${quoted(set.metadata.name)}` : `Deployment ${quoted(name)}`;
  const say = (value: Saying['status'], reason: string, what: string): Saying => ({
    type: 'Progressing',
    status: value,
    reason,
    message: `${who} ${what}.`,
  });
  if (isComplete(deployment, status)) {
    return withSaying(
      conditions,
      say('True', 'NewReplicaSetAvailable', 'has successfully progressed'),
      nowMs,
    );
  }
  if (isProgressing(status, deployment.status ?? {})) {
    // Said anew each time: the deadline counts from here.
    const time = formatRfc3339(nowMs);
    const since = known?.status === 'True' ? (known.lastTransitionTime ?? time) : time;
    const saying = say('True', 'ReplicaSetUpdated', 'is progressing');
    const others = withoutCondition(conditions, 'Progressing');
    return [...others, { ...saying, lastUpdateTime: time, lastTransitionTime: since }];
  }
  if (hasTimedOut(deployment, conditionOf(conditions, 'Progressing'), nowMs)) {
    return withSaying(
      conditions,
      say('False', 'ProgressDeadlineExceeded', 'has timed out progressing'),
      nowMs,
    );
  }
  return conditions;
}

/** Every wanted pod is of the current template and available, and no other is left. */
export function isComplete(deployment: Deployment, status: DeploymentStatus): boolean {
  const wanted = sizeOf(deployment);
  return (
    (status.updatedReplicas ?? 0) === wanted &&
    (status.replicas ?? 0) === wanted &&
    (status.availableReplicas ?? 0) === wanted &&
    (status.observedGeneration ?? 0) >= (deployment.metadata.generation ?? 0)
  );
}

/** More new pods, fewer old ones, more ready or more available ones than before. */
function isProgressing(next: DeploymentStatus, old: DeploymentStatus): boolean {
  const oldOnes = ({ replicas = 0, updatedReplicas = 0 }: DeploymentStatus) => replicas - updatedReplicas;
  return (
    (next.updatedReplicas ?? 0) > (old.updatedReplicas ?? 0) ||
    oldOnes(next) < oldOnes(old) ||
    (next.readyReplicas ?? 0) > (old.readyReplicas ?? 0) ||
    (next.availableReplicas ?? 0) > (old.availableReplicas ?? 0)
  );
}

function hasTimedOut(
  deployment: Deployment,
  condition: DeploymentCondition | undefined,
  nowMs: number,
): boolean {
  // A rollout that was done before has not begun to take time.
  if (!condition || condition.reason === 'NewReplicaSetAvailable') return false;
  if (condition.reason === 'ProgressDeadlineExceeded') return true;
  return nowMs > deadlineMs(deployment, condition);
}

/** How long until it is to be seen whether a rollout has taken too long; undefined where nobody waits for it. */
export function untilDeadlineMs(
  deployment: Deployment,
  status: DeploymentStatus,
  nowMs: number,
): number | undefined {
  const condition = conditionOf(status.conditions ?? [], 'Progressing');
  if (!hasProgressDeadline(deployment) || !condition) return undefined;
  if (isComplete(deployment, status) || condition.reason === 'ProgressDeadlineExceeded') return undefined;
  if (condition.reason === 'NewReplicaSetAvailable') return undefined;
  // One second more, for times are kept in whole seconds.
  return Math.max(0, deadlineMs(deployment, condition) - nowMs) + 1000;
}

function deadlineMs({ spec }: Deployment, { lastUpdateTime = '' }: DeploymentCondition): number {
  return (parseRfc3339(lastUpdateTime) ?? 0) + (spec.progressDeadlineSeconds ?? 0) * 1000;
}

/** A ReplicaSet that cannot make its pods fails for its Deployment; that of the current template first. */
function withFailure(conditions: Conditions, versions: Versions): Conditions {
  const sets = versions.current ? [versions.current, ...allOf(versions)] : versions.old;
  const failure = sets
    .flatMap(({ status }) => status?.conditions ?? [])
    .find(({ type }) => type === 'ReplicaFailure');
  if (!failure) return withoutCondition(conditions, 'ReplicaFailure');
  const { status, reason, message, lastTransitionTime = '' } = failure;
  return withCondition(conditions, {
    type: 'ReplicaFailure',
    status,
    ...(reason === undefined ? {} : { reason }),
    ...(message === undefined ? {} : { message }),
    lastTransitionTime,
    lastUpdateTime: lastTransitionTime,
  });
}

function quoted(text: string): string {
  return JSON.stringify(text);
}
