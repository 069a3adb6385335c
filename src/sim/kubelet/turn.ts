// One look at one pod: what the kubelet sees, what it remembers, and the requests it has come to so far.
import type { Container, Pod, PodStatus } from '../api/pod.ts';
import { PodKind } from '../api/pod.ts';
import type { NodeView, Request } from '../component.ts';
import { isEqual } from '../machinery/equality.ts';
import type { WorldAct } from '../world/world.ts';
import { isInitContainer } from './containers.ts';
import type { Sighting } from './findings.ts';
import { findingsOf, hasProbes } from './findings.ts';
import type { PodMemory } from './memory.ts';
import { sighting } from './relist.ts';

export interface Turn {
  readonly view: NodeView;
  readonly nodeName: string;
  readonly nowMs: number;
  readonly podUid: string;
  readonly pod: Pod;
  /** False: nothing can be said to the API server. */
  readonly isConnected: boolean;
  memory: PodMemory;
  /** The status as the API server has it, or will have after the requests so far. */
  status: PodStatus;
  readonly requests: Request[];
}

export type Sightings = ReadonlyMap<string, Sighting>;

/** Changes what is remembered. */
export function remember(turn: Turn, changes: Partial<PodMemory>): void {
  turn.memory = { ...turn.memory, ...changes };
}

export function act(turn: Turn, worldAct: WorldAct): void {
  turn.requests.push({ verb: 'world', act: worldAct });
}

/** An event about the pod, or about one of its containers. */
export function say(
  turn: Turn,
  type: 'Normal' | 'Warning',
  reason: string,
  message: string,
  container?: Container,
): void {
  if (!turn.isConnected) return;
  const fieldPath = container && fieldPathOf(turn.pod, container);
  turn.requests.push({
    verb: 'event',
    event: {
      regarding: turn.pod,
      ...(fieldPath ? { fieldPath } : {}),
      type,
      reason,
      message,
      host: turn.nodeName,
    },
  });
}

/** Writes the status, if it says anything new. Like the real kubelet's it is a patch, which no other writer can outdate. */
export function writeStatus(turn: Turn, status: PodStatus): void {
  if (!turn.isConnected || isEqual(status, turn.status)) return;
  turn.status = status;
  const { resourceVersion: _, ...metadata } = turn.pod.metadata;
  const object: Pod = { ...turn.pod, metadata, status };
  // A pod that is gone by now has no status to keep.
  turn.requests.push({ verb: 'updateStatus', kind: PodKind, object, otherwise: () => [] });
}

/** The containers as the kubelet sees them: as last listed, or as they are where it waits for their end. */
export function sightingsOf(turn: Turn): Sightings {
  const { memory, nodeName, nowMs, podUid } = turn;
  const { world } = turn.view;
  const seen = new Map<string, Sighting>();
  for (const container of containersOf(turn.pod)) {
    const { name } = container;
    const record = world.container(podUid, name);
    const relistedAtMs = memory.stage === 'active' ? memory.relistedAtMs : Number.POSITIVE_INFINITY;
    const found = sighting(record, nodeName, relistedAtMs, nowMs);
    if (found?.state === 'running' && hasProbes(container)) {
      seen.set(name, { ...found, found: findingsOf(world, podUid, container, found.id) });
    } else if (found) seen.set(name, found);
  }
  return seen;
}

/** Every container of a pod, in the order they start. */
export function containersOf(pod: Pod): readonly Container[] {
  const { initContainers = [], containers } = pod.spec;
  return initContainers.length === 0 ? containers : [...initContainers, ...containers];
}

export function containerNamed(pod: Pod, name: string): Container | undefined {
  return containersOf(pod).find((container) => container.name === name);
}

/** Which part of a pod an event about a container names. */
export function fieldPathOf(pod: Pod, container: Container): string {
  return isInitContainer(pod, container.name)
    ? `spec.initContainers{${container.name}}`
    : `spec.containers{${container.name}}`;
}
