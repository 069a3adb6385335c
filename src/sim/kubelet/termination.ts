// The end of a pod that was deleted, or whose containers are done: stop what runs, report how it ended, let the object go.
// Source: "Termination of Pods" in the documentation of the pod lifecycle.
import type { Pod } from '../api/pod.ts';
import { PodKind } from '../api/pod.ts';
import { isSidecar } from './containers.ts';
import { stopContainer } from './hooks.ts';
import type { Termination } from './memory.ts';
import { relistAfterMs } from './relist.ts';
import { generateStatus } from './status.ts';
import type { Turn } from './turn.ts';
import { containerNamed, containersOf, remember, say, sightingsOf, writeStatus } from './turn.ts';

/** What a pod has at least, whatever was asked for. */
const leastGraceSeconds = 1;

/** Begins to end a pod that was deleted or may not go on. True: go on at once. */
export function beginTermination(turn: Turn): boolean {
  writeStatus(turn, generateStatus(turn, sightingsOf(turn)).status);
  remember(turn, { stage: 'terminating', startup: undefined });
  return true;
}

/** Goes on ending a pod. Never true: what remains takes time. */
export function continueTermination(turn: Turn): false {
  if (turn.memory.stage === 'terminated') {
    askForDeletion(turn);
    return false;
  }
  const running = containersOf(turn.pod).filter(
    ({ name }) => (turn.view.world.container(turn.podUid, name)?.state ?? 'exited') !== 'exited',
  );
  if (running.length > 0) {
    tellToStop(
      turn,
      running.map(({ name }) => name),
    );
    return false;
  }
  if (terminationOf(turn).stoppedAtMs === undefined) {
    change(turn, { stoppedAtMs: turn.nowMs });
    writeStatus(turn, generateStatus(turn, sightingsOf(turn)).status);
  }
  if ((endMs(turn) ?? turn.nowMs) > turn.nowMs) return false;
  remember(turn, { stage: 'terminated' });
  writeStatus(turn, generateStatus(turn, sightingsOf(turn)).status);
  askForDeletion(turn);
  return false;
}

/** When the kubelet will have seen that all is over: at the listing after the last container stopped. */
export function endMs({ memory, nodeName }: Turn): number | undefined {
  const { stage, termination } = memory;
  if (stage !== 'terminating' || termination?.stoppedAtMs === undefined) return undefined;
  return relistAfterMs(nodeName, termination.stoppedAtMs);
}

/** How long the containers may take: what the deletion says, else what the pod says; less, where the kubelet is in a hurry. */
export function graceSecondsOf({ metadata, spec }: Pod, most = Number.POSITIVE_INFINITY): number {
  const asked = metadata.deletionGracePeriodSeconds ?? spec.terminationGracePeriodSeconds ?? 30;
  return Math.max(leastGraceSeconds, Math.min(asked, most));
}

/** True while something is being made, which can only be stopped once it is there. */
export function isBusy(turn: Turn): boolean {
  const { world } = turn.view;
  if (world.sandbox(turn.podUid)?.state === 'creating') return true;
  return containersOf(turn.pod).some(({ name }) => world.container(turn.podUid, name)?.state === 'creating');
}

/**
 * Tells the main containers to stop, all at once; when they have, the sidecars one by one, the last one first, each with what is left
 * of the time.
 */
function tellToStop(turn: Turn, running: readonly string[]): void {
  const sidecars = (turn.pod.spec.initContainers ?? []).filter(isSidecar).map(({ name }) => name);
  const others = running.filter((name) => !sidecars.includes(name));
  const due = others.length > 0 ? others : running.slice(-1);
  const graceSeconds = graceSecondsOf(turn.pod, turn.memory.graceSecondsMost);
  const { told, graceSeconds: before, sinceMs = turn.nowMs } = terminationOf(turn);
  announce(turn, running);
  for (const name of due) {
    if (told.includes(name) && graceSeconds >= before) continue;
    const container = containerNamed(turn.pod, name);
    const waitedSeconds = sidecars.includes(name) ? Math.floor((turn.nowMs - sinceMs) / 1000) : 0;
    if (container) stopContainer(turn, container, (graceSeconds - waitedSeconds) * 1000);
  }
  change(turn, { graceSeconds, told: [...new Set([...told, ...due])], sinceMs });
}

/** Says, when it begins, which containers are being stopped: all that run. */
function announce(turn: Turn, running: readonly string[]): void {
  if (terminationOf(turn).sinceMs !== undefined) return;
  for (const name of running) {
    say(turn, 'Normal', 'Killing', `Stopping container ${name}`, containerNamed(turn.pod, name));
  }
}

/** The last word on a deleted pod: its object may go. */
function askForDeletion(turn: Turn): void {
  const { metadata } = turn.pod;
  if (metadata.deletionTimestamp === undefined || !turn.isConnected || terminationOf(turn).isDeletionAsked)
    return;
  change(turn, { isDeletionAsked: true });
  turn.requests.push({
    verb: 'delete',
    kind: PodKind,
    namespace: metadata.namespace ?? '',
    name: metadata.name,
    options: { gracePeriodSeconds: 0, preconditions: { uid: turn.podUid } },
    otherwise: () => [],
  });
}

function terminationOf({ memory, pod }: Turn): Termination {
  const graceSeconds = graceSecondsOf(pod, memory.graceSecondsMost);
  return memory.termination ?? { graceSeconds, told: [], isDeletionAsked: false };
}

function change(turn: Turn, changes: Partial<Termination>): void {
  remember(turn, { termination: { ...terminationOf(turn), ...changes } });
}
