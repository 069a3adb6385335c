// When a kubelet looks: it lists its node's containers once a second and has no other way to notice that one has ended,
// and its work queue ticks once a second. Each node does so in its own phase.
import { createRandom } from '../machinery/random.ts';
import type { ContainerRecord } from '../world/world.ts';

const periodMs = 1000;
/** How much longer than due a sync may be put off, as a share of the wait. */
const jitter = 0.5;

/** The first listing of the node's containers at or after an instant. */
export function relistAtOrAfterMs(nodeName: string, atMs: number): number {
  return tickAtOrAfter(`relist of ${nodeName}`, atMs);
}

/** The first listing after an instant. */
export function relistAfterMs(nodeName: string, atMs: number): number {
  return relistAtOrAfterMs(nodeName, atMs + 1);
}

/**
 * When the work queue syncs a pod that asked for it in `waitMs`: up to half as late again, at the next tick.
 *
 * Departs: the delay is the mean of three draws, so that it is seldom at either end and runs are more alike.
 */
export function syncAfterMs(nodeName: string, podUid: string, waitMs: number, nowMs: number): number {
  const random = createRandom(`sync of ${podUid} at ${nowMs}`);
  const share = 1 + (jitter * (random.next() + random.next() + random.next())) / 3;
  return tickAtOrAfter(`work queue of ${nodeName}`, Math.ceil(nowMs + Math.max(0, waitMs) * share));
}

/**
 * A container as the kubelet sees it: one that has ended runs until the next listing, one that is being made is not
 * there yet. Listings happen every second, and at `relistedAtMs`.
 */
export function sighting(
  record: ContainerRecord | undefined,
  nodeName: string,
  relistedAtMs: number,
  nowMs: number,
): ContainerRecord | undefined {
  if (record?.state === 'creating') return record.previous;
  if (record?.state !== 'exited' || record.finishedAtMs === undefined) return record;
  const { finishedAtMs } = record;
  if (finishedAtMs < relistedAtMs || relistAtOrAfterMs(nodeName, finishedAtMs) <= nowMs) return record;
  const { id, imageId, image, attempt, startedAtMs, previous } = record;
  return {
    id,
    imageId,
    image,
    attempt,
    state: 'running',
    startedAtMs,
    isStopping: false,
    ...(previous ? { previous } : {}),
  };
}

function tickAtOrAfter(clock: string, atMs: number): number {
  const phaseMs = createRandom(clock).int(periodMs);
  return Math.ceil((atMs - phaseMs) / periodMs) * periodMs + phaseMs;
}
