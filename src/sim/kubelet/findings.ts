// What the probes of a container have found. The prober keeps it, the kubelet acts on it.
import type { Container } from '../api/pod.ts';
import type { Probe } from '../api/pod-spec.ts';
import type { ContainerRecord, WorldView } from '../world/world.ts';

export const probeTypes = ['liveness', 'readiness', 'startup'] as const;
export type ProbeType = (typeof probeTypes)[number];
export type Verdict = 'success' | 'failure';

/** What the prober remembers of one probe of one attempt of a container. */
export interface ProbeMemory {
  readonly containerId: string;
  /** What holds: what `run` answers in a row have said, as many as its threshold asks for. */
  readonly verdict: Verdict | undefined;
  /** The last answer, and how often it has come in a row. */
  readonly last: Verdict | undefined;
  readonly run: number;
  /** When the last check that was taken note of began. */
  readonly heardMs: number;
  /** True: nothing more is asked before another attempt. */
  readonly isOnHold: boolean;
  /** True where the last check could not be carried out at all, which says nothing about the container. */
  readonly isImpossible?: boolean;
}

/** The verdicts about one attempt of a container; undefined: none yet, or no such probe. */
export type Findings = Readonly<Partial<Record<ProbeType, Verdict>>>;

/** A container as the kubelet sees it, with what its probes have found. */
export interface Sighting extends ContainerRecord {
  readonly found?: Findings;
}

export function probeOf(container: Container, type: ProbeType): Probe | undefined {
  return container[`${type}Probe`];
}

export function hasProbes(container: Container): boolean {
  return probeTypes.some((type) => probeOf(container, type) !== undefined);
}

/** Under which name the world keeps the memory of a probe. */
export function memoryNameOf(container: string, type: ProbeType): string {
  return `${container}/${type}`;
}

export function probeMemory(
  world: WorldView,
  podUid: string,
  container: string,
  type: ProbeType,
): ProbeMemory | undefined {
  return world.memory(podUid, memoryNameOf(container, type)) as ProbeMemory | undefined;
}

/** What the probes have found of the attempt with this id. */
export function findingsOf(
  world: WorldView,
  podUid: string,
  container: Container,
  containerId: string,
): Findings {
  const found: Partial<Record<ProbeType, Verdict>> = {};
  for (const type of probeTypes) {
    if (!probeOf(container, type)) continue;
    const memory = probeMemory(world, podUid, container.name, type);
    if (memory?.verdict && memory.containerId === containerId) found[type] = memory.verdict;
  }
  return found;
}

/** True where it runs and its startup probe, if it has one, has succeeded. */
export function isStarted(container: Container, seen: Sighting | undefined): boolean {
  if (seen?.state !== 'running') return false;
  return !container.startupProbe || seen.found?.startup === 'success';
}

export function isReady(container: Container, seen: Sighting | undefined): boolean {
  if (!isStarted(container, seen)) return false;
  return !container.readinessProbe || seen?.found?.readiness === 'success';
}
