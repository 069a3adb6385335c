// One pod on every node where one is wanted, none where it is not: the part that has nothing to do with updates.
import type { Pod } from '../../api/pod.ts';
import type { Request } from '../../component.ts';
import { isFailed, isReady, isSucceeded, isTerminating } from '../pod-facts.ts';
import { REVISION_HASH } from './daemon-pod.ts';
import type { FailureMemory } from './failed-pods.ts';
import { failedPodEvent, remainingMs, rememberFailure, succeededPodEvent } from './failed-pods.ts';
import type { Layout, Slot, Step } from './layout.ts';
import { allowsSurge, isPodAvailable } from './layout.ts';

export interface ManageStep extends Step {
  /** The events that go before the deletions. */
  readonly say: readonly Request[];
  /** When to look again at the failed pods that are not yet deleted. */
  readonly waitMs?: number;
  /** What is remembered of failed pods from now on. */
  readonly memory: FailureMemory;
}

/** What is missing and what is too much, node by node. */
export function manage(layout: Layout, remembered: FailureMemory): ManageStep {
  const create: string[] = [];
  const remove: Pod[] = [];
  const say: Request[] = [];
  const waits: number[] = [];
  let memory = remembered;
  for (const slot of layout.slots) {
    if (!slot.isNode) {
      // Pods that never got to their node are nobody else's to clean up.
      remove.push(...slot.pods.filter((pod) => !pod.spec.nodeName));
    } else if (slot.shouldRun && slot.pods.length === 0) {
      create.push(slot.nodeName);
    } else if (slot.mayStay) {
      const ended = sweep(layout, slot, memory);
      memory = ended.memory;
      remove.push(...ended.remove, ...surplus(layout, ended.running));
      say.push(...ended.say);
      waits.push(...ended.waits);
      if (slot.shouldRun && ended.running.length === 0 && allowsSurge(layout.set)) create.push(slot.nodeName);
    } else {
      remove.push(...slot.pods.filter((pod) => !isTerminating(pod)));
    }
  }
  return { create, remove, say, memory, ...(waits.length > 0 ? { waitMs: Math.min(...waits) } : {}) };
}

/** Sorts out the pods of a node: those that run, and those that have ended and must make room. */
function sweep({ set, nowMs }: Layout, { nodeName, pods }: Slot, remembered: FailureMemory) {
  const running: Pod[] = [];
  const remove: Pod[] = [];
  const say: Request[] = [];
  const waits: number[] = [];
  let memory = remembered;
  for (const pod of pods) {
    if (isTerminating(pod)) continue;
    if (isFailed(pod)) {
      const waitMs = remainingMs(memory, set, nodeName, nowMs);
      if (waitMs > 0) {
        waits.push(waitMs);
        continue;
      }
      memory = rememberFailure(memory, set, nodeName, nowMs);
      say.push(failedPodEvent(set, pod, nodeName));
      remove.push(pod);
    } else if (isSucceeded(pod)) {
      say.push(succeededPodEvent(set, pod, nodeName));
      remove.push(pod);
    } else running.push(pod);
  }
  return { running, remove, say, waits, memory };
}

/**
 * The pods of one node that are too many. Without surge all but the oldest; with surge an old and a new one may stand
 * side by side, as long as the old one is ready and the new one not yet available.
 */
function surplus(layout: Layout, running: readonly Pod[]): Pod[] {
  if (running.length <= 1) return [];
  if (!allowsSurge(layout.set)) return running.slice(1);
  const isNew = ({ metadata }: Pod) => metadata.labels?.[REVISION_HASH] === layout.hash;
  const newest = running.find(isNew);
  const old = running.find((pod) => !isNew(pod));
  const others = running.filter((pod) => pod !== newest && pod !== old);
  const isReplaced = newest && old && (!isReady(old) || isPodAvailable(layout, newest));
  return isReplaced ? [...others, old] : others;
}
