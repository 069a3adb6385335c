// When a kubelet looks: it lists its node's containers once a second and has no other way to notice that one has ended,
// and its work queue ticks once a second. Each node does so in its own phase.
import { createRandom } from '../machinery/random.ts';
import type { ContainerRecord } from '../world/world.ts';

/** A second, and the listing itself: listings slowly drift against the clock. */
const relistPeriodMs = 1001;
const queuePeriodMs = 1000;
/** How many times as long as it asked for a pod waits for its sync. The real share is anywhere from 1 to 1.5. */
const waitShare = { least: 1.2, spread: 0.1 } as const;

/** The first listing of the node's containers at or after an instant. */
export function relistAtOrAfterMs(nodeName: string, atMs: number): number {
  return tickAtOrAfter(`relist of ${nodeName}`, relistPeriodMs, atMs);
}

/** The first listing after an instant. */
export function relistAfterMs(nodeName: string, atMs: number): number {
  return relistAtOrAfterMs(nodeName, atMs + 1);
}

/**
 * When the work queue syncs a pod that asked for it in `waitMs`: somewhat later, at a tick.
 *
 * Departs: how much later stays near the middle of what the real one draws, so that runs are more alike.
 */
export function syncAfterMs(nodeName: string, podUid: string, waitMs: number, nowMs: number): number {
  const drawn = createRandom(`sync of ${podUid} at ${nowMs}`).next();
  const dueMs = nowMs + Math.max(0, waitMs) * (waitShare.least + waitShare.spread * drawn);
  return tickAtOrAfter(`work queue of ${nodeName}`, queuePeriodMs, Math.ceil(dueMs));
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
  const { id, imageId, image, attempt, sandbox, startedAtMs, previous } = record;
  return {
    id,
    imageId,
    image,
    attempt,
    sandbox,
    state: 'running',
    startedAtMs,
    isStopping: false,
    ...(previous ? { previous } : {}),
  };
}

function tickAtOrAfter(clock: string, periodMs: number, atMs: number): number {
  const phaseMs = createRandom(clock).int(periodMs);
  return Math.ceil((atMs - phaseMs) / periodMs) * periodMs + phaseMs;
}
