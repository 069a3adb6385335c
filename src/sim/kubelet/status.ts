// The status of a pod as the kubelet would report it now.
import type { Container, ContainerStatus, PodStatus } from '../api/pod.ts';
import type { Quantity } from '../machinery/quantity.ts';
import { addQuantities, formatQuantity, quantity } from '../machinery/quantity.ts';
import { formatRfc3339 } from '../machinery/time.ts';
import { podConditions } from './conditions.ts';
import { containerStatus } from './container-status.ts';
import { hasInitialized } from './containers.ts';
import { hasProbes, isReady, isStarted } from './findings.ts';
import { addressOf } from './initial-node.ts';
import { podPhase } from './phase.ts';
import type { Sightings, Turn } from './turn.ts';
import { containerNamed, containersOf } from './turn.ts';

export interface GeneratedStatus {
  readonly status: PodStatus;
  /** Succeeded or Failed as soon as no container will run again; the status says so only once all is cleaned up. */
  readonly phase: NonNullable<PodStatus['phase']>;
}

export function generateStatus(turn: Turn, seen: Sightings): GeneratedStatus {
  const { pod, memory, nowMs, podUid } = turn;
  const before = turn.status;
  const isOver = memory.stage === 'terminated';
  const statusOf = (isInit: boolean) => (container: Container) =>
    containerStatus({
      pod,
      container,
      isInit,
      seen: seen.get(container.name),
      reason: memory.stage === 'active' ? memory.reasons.get(container.name) : undefined,
      isLost: isOver && !isInit && hasInitialized(pod, seen),
    });
  const initStatuses = (pod.spec.initContainers ?? []).map(statusOf(true));
  const statuses = pod.spec.containers.map(statusOf(false));
  const isDeleted = pod.metadata.deletionTimestamp !== undefined;
  const hasStopped = isDeleted && memory.termination?.stoppedAtMs !== undefined;
  const phase = phaseOf(turn, initStatuses, statuses, isDeleted);
  const sandbox = turn.view.world.sandbox(podUid);
  const hasSandbox = sandbox?.state === 'ready' && !isOver;
  const status: PodStatus = {
    ...before,
    conditions: podConditions({ pod, phase, initStatuses, statuses, hasSandbox }, nowMs, before.conditions),
    containerStatuses: statuses,
    ...(initStatuses.length > 0 ? { initContainerStatuses: initStatuses } : {}),
    ...addressesOf(turn, sandbox?.state === 'ready' ? sandbox.ip : undefined),
    ...(pod.metadata.generation === undefined ? {} : { observedGeneration: pod.metadata.generation }),
    phase: isOver || hasStopped || !isTerminal(phase) ? phase : (before.phase ?? 'Pending'),
    ...memory.failure,
    ...podResources(pod.spec.containers),
    startTime: before.startTime ?? formatRfc3339(nowMs),
  };
  return { status, phase };
}

/**
 * The status as it was last reported, with what the probes have found since of the containers it shows running: that is
 * told at once, without a look at the containers themselves.
 */
export function statusWithFindings(turn: Turn, seen: Sightings): PodStatus {
  const { pod, status, nowMs, podUid, memory } = turn;
  const { containerStatuses, initContainerStatuses } = status;
  if (!containerStatuses || !containersOf(pod).some(hasProbes)) return status;
  const updated = (before: ContainerStatus): ContainerStatus => {
    const container = containerNamed(pod, before.name);
    const sighting = seen.get(before.name);
    if (!container || !hasProbes(container) || !before.state?.running) return before;
    if (sighting?.state !== 'running' || sighting.id !== before.containerID) return before;
    const [ready, started] = [isReady(container, sighting), isStarted(container, sighting)];
    return ready === before.ready && started === before.started ? before : { ...before, ready, started };
  };
  const statuses = containerStatuses.map(updated);
  const initStatuses = (initContainerStatuses ?? []).map(updated);
  const isNews = (after: ContainerStatus, i: number) => after !== containerStatuses[i];
  if (!statuses.some(isNews) && !initStatuses.some((after, i) => after !== initContainerStatuses?.[i]))
    return status;
  const hasSandbox = turn.view.world.sandbox(podUid)?.state === 'ready' && memory.stage !== 'terminated';
  const sight = { pod, phase: status.phase, initStatuses, statuses, hasSandbox };
  return {
    ...status,
    conditions: podConditions(sight, nowMs, status.conditions),
    containerStatuses: statuses,
    ...(initContainerStatuses ? { initContainerStatuses: initStatuses } : {}),
  };
}

export function isTerminal(phase: PodStatus['phase']): boolean {
  return phase === 'Succeeded' || phase === 'Failed';
}

function phaseOf(
  { pod, memory }: Turn,
  initStatuses: readonly ContainerStatus[],
  statuses: readonly ContainerStatus[],
  isDeleted: boolean,
): GeneratedStatus['phase'] {
  const phase = podPhase(pod, initStatuses, statuses, isDeleted);
  if (memory.failure) return 'Failed';
  // A pod that is over has either succeeded or failed: one that never came to run has failed.
  return memory.stage === 'terminated' && !isTerminal(phase) ? 'Failed' : phase;
}

function addressesOf(turn: Turn, sandboxIp: string | undefined): PodStatus {
  const hostIp = addressOf(turn.view, turn.nodeName);
  const podIp = turn.pod.spec.hostNetwork ? hostIp : (sandboxIp ?? turn.status.podIP);
  return {
    ...(hostIp === undefined ? {} : { hostIP: hostIp, hostIPs: [{ ip: hostIp }] }),
    ...(podIp === undefined ? {} : { podIP: podIp, podIPs: [{ ip: podIp }] }),
  };
}

/** The sums of what the containers ask for. */
function podResources(containers: readonly Container[]): Pick<PodStatus, 'allocatedResources' | 'resources'> {
  const requests = sumOf(containers.map(({ resources }) => resources?.requests));
  const limits = sumOf(containers.map(({ resources }) => resources?.limits));
  return {
    ...(requests ? { allocatedResources: requests } : {}),
    resources: { ...(limits ? { limits } : {}), ...(requests ? { requests } : {}) },
  };
}

function sumOf(lists: readonly (Record<string, string> | undefined)[]): Record<string, string> | undefined {
  const sums = new Map<string, Quantity>();
  for (const list of lists) {
    for (const [name, text] of Object.entries(list ?? {})) {
      const amount = quantity(text);
      const sum = sums.get(name);
      sums.set(name, sum ? addQuantities(sum, amount) : amount);
    }
  }
  if (sums.size === 0) return undefined;
  return Object.fromEntries([...sums].map(([name, sum]) => [name, formatQuantity(sum)]));
}
