// The status of one container, from what the kubelet has seen of it.
import type { Container, ContainerState, ContainerStatus, Pod } from '../api/pod.ts';
import { formatRfc3339 } from '../machinery/time.ts';
import type { ContainerRecord } from '../world/world.ts';
import { isSidecar, shallRestart } from './containers.ts';
import type { Sighting } from './findings.ts';
import { isReady, isStarted } from './findings.ts';
import type { Reason } from './memory.ts';

export interface ContainerSight {
  readonly pod: Pod;
  readonly container: Container;
  readonly isInit: boolean;
  readonly seen: Sighting | undefined;
  /** Why it could not be started at the last sync. */
  readonly reason: Reason | undefined;
  /** True where it never ran and never will. */
  readonly isLost: boolean;
}

export function containerStatus(sight: ContainerSight): ContainerStatus {
  const { container, seen, isInit } = sight;
  const { state, lastState } = statesOf(sight);
  const isRunning = state.running !== undefined;
  const isDoneInit = isInit && !isSidecar(container) && state.terminated?.exitCode === 0;
  return {
    ...(seen ? { containerID: seen.id } : {}),
    image: seen?.image ?? container.image ?? '',
    imageID: seen?.imageId ?? '',
    lastState,
    name: container.name,
    ready: isDoneInit || (isRunning && (!isInit || isSidecar(container)) && isReady(container, seen)),
    ...(seen ? resourcesOf(container) : {}),
    restartCount: seen?.attempt ?? 0,
    started: isRunning && isStarted(container, seen),
    state,
    ...mountsOf(container),
  };
}

function statesOf({ pod, container, seen, reason, isLost }: ContainerSight): {
  state: ContainerState;
  lastState: ContainerState;
} {
  const before: ContainerState = seen?.previous ? terminated(seen.previous) : {};
  if (reason && shallRestart(pod, container, seen)) {
    const state = { waiting: { message: reason.message, reason: reason.reason } };
    return { state, lastState: seen ? terminated(seen) : {} };
  }
  if (seen) return { state: seen.state === 'running' ? running(seen) : terminated(seen), lastState: before };
  if (isLost) return { state: lost, lastState: {} };
  const isInitializing = (pod.spec.initContainers ?? []).length > 0;
  return {
    state: { waiting: { reason: isInitializing ? 'PodInitializing' : 'ContainerCreating' } },
    lastState: {},
  };
}

const lost: ContainerState = {
  terminated: {
    exitCode: 137,
    finishedAt: null,
    message: 'The container could not be located when the pod was terminated',
    reason: 'ContainerStatusUnknown',
    startedAt: null,
  },
};

function running(record: ContainerRecord): ContainerState {
  return { running: { startedAt: formatRfc3339(record.startedAtMs) } };
}

function terminated(record: ContainerRecord): ContainerState {
  const { exitCode = 0, signal, message, finishedAtMs } = record;
  return {
    terminated: {
      containerID: record.id,
      exitCode,
      finishedAt: formatRfc3339(finishedAtMs ?? record.startedAtMs),
      ...(message ? { message } : {}),
      reason: record.reason ?? (exitCode === 0 ? 'Completed' : 'Error'),
      ...(signal === undefined ? {} : { signal }),
      startedAt: formatRfc3339(record.startedAtMs),
    },
  };
}

/** What the container was given: its requests and limits, with memory in the requests even where none is asked for. */
function resourcesOf({ resources }: Container): Pick<ContainerStatus, 'resources' | 'allocatedResources'> {
  const { requests, limits } = resources ?? {};
  const hasRequests = requests !== undefined && Object.keys(requests).length > 0;
  return {
    ...(hasRequests ? { allocatedResources: requests } : {}),
    resources: {
      ...(limits && Object.keys(limits).length > 0 ? { limits } : {}),
      ...(hasRequests ? { requests: { memory: '0', ...requests } } : {}),
    },
  };
}

function mountsOf({ volumeMounts }: Container): Pick<ContainerStatus, 'volumeMounts'> {
  if (!volumeMounts || volumeMounts.length === 0) return {};
  return {
    volumeMounts: volumeMounts.map(({ name, mountPath, readOnly }) => ({
      mountPath,
      name,
      ...(readOnly ? { readOnly, recursiveReadOnly: 'Disabled' } : {}),
    })),
  };
}
