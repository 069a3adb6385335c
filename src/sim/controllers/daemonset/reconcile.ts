// The decision: a pod where one is wanted, then the update of old ones, the history, the status.
import type { ControllerRevision } from '../../api/controller-revision.ts';
import type { DaemonSet, DaemonSetStatus } from '../../api/daemon-set.ts';
import { DaemonSetKind } from '../../api/daemon-set.ts';
import type { Node } from '../../api/node.ts';
import type { Pod } from '../../api/pod.ts';
import type { Request } from '../../component.ts';
import { isEqual } from '../../machinery/equality.ts';
import { allAtOnce, inGrowingBatches } from '../attempts.ts';
import { createPod, deletePod } from '../pod-control.ts';
import { untilNextAvailableMs } from '../pod-facts.ts';
import { sortRevisions } from '../revisions.ts';
import { daemonPod } from './daemon-pod.ts';
import type { FailureMemory } from './failed-pods.ts';
import { cleanUpHistory, currentRevision, hashOf } from './history.ts';
import type { Layout, Step } from './layout.ts';
import { createLayout } from './layout.ts';
import { manage } from './manage.ts';
import { rollingUpdate } from './rolling-update.ts';
import { statusOf } from './status.ts';

/** Under which word the world keeps what is remembered. */
export const FAILED_PODS = 'failed daemon pods';

/** At most so many pods are created and so many deleted at one look. */
const burst = 250;

export interface DaemonSetInput {
  readonly set: DaemonSet;
  readonly nodes: readonly Node[];
  /** The pods and revisions that the set manages. */
  readonly pods: readonly Pod[];
  readonly revisions: readonly ControllerRevision[];
  readonly revisionNamed: (name: string) => ControllerRevision | undefined;
  /** What is remembered of failed pods. */
  readonly memory: FailureMemory;
  readonly isNamespaceTerminating: boolean;
  readonly nowMs: number;
}

export function reconcileDaemonSet(input: DaemonSetInput): Request[] {
  const { set, nodes, pods, nowMs } = input;
  const sorted = sortRevisions(input.revisions);
  const { revision, collisionCount, requests } = currentRevision(set, sorted, input.revisionNamed);
  const layout = createLayout(set, hashOf(revision), nodes, pods, nowMs);
  const { say, waitMs, memory, ...managed } = manage(layout, input.memory);
  // Pods that come and go ring again: the update waits for a look at which there is nothing else to do.
  const step = isNothing(managed) ? rollingUpdate(layout) : managed;
  const end = (error?: string): Request[] => [
    ...(error === undefined ? cleanUpHistory(set, sorted, revision, pods) : []),
    // New pods are told of when they have rung.
    ...(error === undefined && step.create.length > 0
      ? []
      : statusRequests(set, statusOf(layout, collisionCount))),
    ...wakeRequests(layout, pods, waitMs),
    ...(error === undefined ? [] : [{ verb: 'fail', message: error } as const]),
  ];
  return [...requests, ...memoryRequests(input, memory), ...say, ...writes(input, layout, step, end)];
}

function writes(
  { isNamespaceTerminating }: DaemonSetInput,
  { set, hash }: Layout,
  { create, remove }: Step,
  end: (error?: string) => Request[],
): Request[] {
  const wanted = isNamespaceTerminating ? [] : create.slice(0, burst);
  const creations = wanted.map((nodeName) => createPod(set, daemonPod(set, hash, nodeName)));
  const deletions = remove.slice(0, burst).map((pod) => deletePod(set, pod));
  return inGrowingBatches(creations, (error) => allAtOnce(deletions, (other) => end(error ?? other)));
}

function memoryRequests({ set, memory: before }: DaemonSetInput, memory: FailureMemory): Request[] {
  if (memory === before) return [];
  const { uid: podUid = '' } = set.metadata;
  return [{ verb: 'world', act: { do: 'remember', podUid, about: FAILED_PODS, memory } }];
}

function isNothing({ create, remove }: Step): boolean {
  return create.length === 0 && remove.length === 0;
}

function statusRequests(set: DaemonSet, status: DaemonSetStatus): Request[] {
  if (isEqual(status, set.status)) return [];
  return [{ verb: 'updateStatus', kind: DaemonSetKind, object: { ...set, status } as DaemonSet }];
}

/** A pod becomes available, and a failed one may go, by waiting: nothing rings then. */
function wakeRequests({ set, nowMs }: Layout, pods: readonly Pod[], waitMs: number | undefined): Request[] {
  const { minReadySeconds = 0 } = set.spec;
  const readyMs = minReadySeconds > 0 ? untilNextAvailableMs(pods, minReadySeconds, nowMs) : undefined;
  const waits = [readyMs, waitMs].filter((it) => it !== undefined);
  return waits.length === 0 ? [] : [{ verb: 'wake', afterMs: Math.min(...waits) }];
}
