// What to do about a pod now: report it, start what is missing, end what is over; and when to look again.
// The status that a sync reports is made at its beginning, so why a start failed shows with the sync after.

import { parseRfc3339 } from '../machinery/time.ts';
import { isWholePodOver, startOrders } from './containers.ts';
import { evictionGraceSeconds, evictionOf } from './eviction.ts';
import { reportPreStops } from './hooks.ts';
import type { Reason } from './memory.ts';
import { mountProblem } from './mounts.ts';
import { relistAfterMs, relistAtOrAfterMs, syncAfterMs } from './relist.ts';
import { beginStartup, contextOf, continueStartup } from './startup.ts';
import { generateStatus, isTerminal, statusWithFindings } from './status.ts';
import { beginTermination, continueTermination, endMs, isBusy } from './termination.ts';
import type { Sightings, Turn } from './turn.ts';
import { containersOf, remember, say, sightingsOf, writeStatus } from './turn.ts';

/** How long the work queue waits after a claim could not be used. */
const claimRetryMs = 10_000;
/** A file volume is tried again after this long, then twice as long each time, up to the last. */
const mountRetryMs = { first: 500, last: 122_000 };

/** Does what can be done at this instant. */
export function work(turn: Turn): void {
  reportPreStops(turn);
  if (turn.memory.stage !== 'terminated') writeStatus(turn, statusWithFindings(turn, sightingsOf(turn)));
  while (step(turn));
}

/** The next instant at which there may be something to do; undefined: not before something happens. */
export function nextLookMs(turn: Turn): number | undefined {
  const { memory, nodeName, nowMs } = turn;
  if (memory.stage !== 'active') return endMs(turn);
  const isDeleted = turn.pod.metadata.deletionTimestamp !== undefined;
  const times: number[] = [];
  const deadlineMs = deadlineMsOf(turn);
  if (deadlineMs !== undefined) times.push(deadlineMs);
  if (memory.startup && !isDeleted) return times.find((atMs) => atMs > nowMs);
  if (!isRefreshed(turn)) times.push(relistAfterMs(nodeName, memory.lookedAtMs));
  if (memory.syncAtMs !== undefined) times.push(memory.syncAtMs);
  for (const { name } of containersOf(turn.pod)) {
    const record = turn.view.world.container(turn.podUid, name);
    if (record?.finishedAtMs !== undefined) times.push(relistAtOrAfterMs(nodeName, record.finishedAtMs));
  }
  const later = times.filter((atMs) => atMs > nowMs);
  return later.length > 0 ? Math.min(...later) : undefined;
}

/** One step. True: look again at once. */
function step(turn: Turn): boolean {
  const { memory, pod } = turn;
  if (memory.stage !== 'active') return continueTermination(turn);
  if (pod.metadata.deletionTimestamp !== undefined)
    return isRefreshed(turn) && !isBusy(turn) && beginTermination(turn);
  if (isOverdue(turn) && !isBusy(turn)) return endOverdue(turn);
  const eviction = evictionOf(turn.view.world, turn.podUid);
  if (eviction !== undefined && !isBusy(turn)) return endEvicted(turn, eviction);
  if (memory.startup) return continueStartup(turn);
  const seen = sightingsOf(turn);
  return isSyncDue(turn, seen) && sync(turn, seen);
}

function sync(turn: Turn, seen: Sightings): boolean {
  const { status, phase } = generateStatus(turn, seen);
  writeStatus(turn, status);
  remember(turn, { seen: summaryOf(turn, seen), lookedAtMs: turn.nowMs, syncAtMs: undefined });
  if (isTerminal(phase)) {
    remember(turn, { stage: 'terminating' });
    return true;
  }
  const orders = startOrders(turn.pod, seen, turn.view.world.sandbox(turn.podUid));
  if (isWholePodOver(turn.pod, seen, orders)) return beginTermination(turn);
  if (orders.length === 0 || isMountingBlocked(turn)) return false;
  beginStartup(turn, orders);
  return true;
}

/** When the pod has been active for as long as it may. */
function deadlineMsOf({ pod, status }: Turn): number | undefined {
  const { activeDeadlineSeconds } = pod.spec;
  const startMs = parseRfc3339(status.startTime ?? '');
  if (activeDeadlineSeconds === undefined || startMs === undefined) return undefined;
  return startMs + activeDeadlineSeconds * 1000;
}

function isOverdue(turn: Turn): boolean {
  const deadlineMs = deadlineMsOf(turn);
  return deadlineMs !== undefined && deadlineMs <= turn.nowMs;
}

function endOverdue(turn: Turn): boolean {
  const reason = 'DeadlineExceeded';
  const message = 'Pod was active on the node longer than the specified deadline';
  say(turn, 'Normal', reason, message);
  remember(turn, { failure: { reason, message } });
  return beginTermination(turn);
}

function endEvicted(turn: Turn, failure: Reason): boolean {
  say(turn, 'Warning', failure.reason, failure.message);
  remember(turn, { failure, graceSecondsMost: evictionGraceSeconds });
  return beginTermination(turn);
}

/** A sync follows a change of the spec, a change of what was listed, or the work queue; never before the next listing. */
function isSyncDue(turn: Turn, seen: Sightings): boolean {
  const { syncAtMs } = turn.memory;
  const isAsked = syncAtMs !== undefined && syncAtMs <= turn.nowMs;
  return (isAsked || summaryOf(turn, seen) !== turn.memory.seen) && isRefreshed(turn);
}

/** True where the containers have been listed since the last sync. */
function isRefreshed({ memory, nodeName, nowMs }: Turn): boolean {
  const { lookedAtMs, relistedAtMs } = memory;
  return relistedAtMs >= lookedAtMs || relistAfterMs(nodeName, lookedAtMs) <= nowMs;
}

/** All that a sync depends on, as a text to compare. */
function summaryOf({ pod, view, podUid }: Turn, seen: Sightings): string {
  const containers = [...seen].map(([name, { id, state, found }]) => {
    const { liveness = '', readiness = '', startup = '' } = found ?? {};
    return `${name} ${id} ${state} ${liveness} ${readiness} ${startup}`;
  });
  const sandbox = view.world.sandbox(podUid)?.state ?? 'none';
  return [`generation ${pod.metadata.generation}`, `sandbox ${sandbox}`, ...containers].join('\n');
}

/** Says what keeps the volumes from being mounted, and asks to look again. */
function isMountingBlocked(turn: Turn): boolean {
  // What is mounted once stays so, whatever becomes of its ConfigMap.
  const isMounted = turn.view.world.sandbox(turn.podUid) !== undefined;
  const problem = isMounted ? undefined : mountProblem(turn.view, contextOf(turn));
  if (!problem) return false;
  const { nodeName, podUid, nowMs, memory } = turn;
  say(turn, 'Warning', 'FailedMount', problem.message);
  const backOffMs = Math.min(mountRetryMs.first * 2 ** memory.failedMounts, mountRetryMs.last);
  const syncAtMs =
    problem.of === 'claim' ? syncAfterMs(nodeName, podUid, claimRetryMs, nowMs) : nowMs + backOffMs;
  remember(turn, { failedMounts: Math.min(memory.failedMounts + 1, 20), syncAtMs, relistedAtMs: nowMs });
  return true;
}
