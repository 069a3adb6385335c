// The phase of a pod, from the statuses of its containers.
// Source: "Pod phase" in the documentation of the pod lifecycle.
import type { ContainerStatus, Pod, PodStatus } from '../api/pod.ts';
import { isSidecarNamed } from './containers.ts';
import { isRestartedAfter } from './restart-policy.ts';

type Phase = NonNullable<PodStatus['phase']>;

/** `isOver`: the pod was deleted, and nothing will be started any more. */
export function podPhase(
  pod: Pod,
  initStatuses: readonly ContainerStatus[],
  statuses: readonly ContainerStatus[],
  isOver: boolean,
): Phase {
  const hasStartedMain = statuses.some(({ state, lastState }) => !state?.waiting || lastState?.terminated);
  if (!hasStartedMain) {
    if (initStatuses.some((status) => hasFailedInit(pod, status))) return 'Failed';
    if (initStatuses.some((status) => !isInitDone(pod, status))) return 'Pending';
  }
  const hasNotRun = statuses.some(({ state, lastState }) => state?.waiting && !lastState?.terminated);
  if (hasNotRun) return 'Pending';
  if (statuses.some(({ state }) => state?.running)) return 'Running';
  if (!isOver && statuses.some((status) => isStartedAgain(pod, status))) return 'Running';
  return statuses.every(({ state }) => state?.terminated?.exitCode === 0) ? 'Succeeded' : 'Failed';
}

/** Failed for good: it is not started again. */
function hasFailedInit(pod: Pod, { name, state }: ContainerStatus): boolean {
  const container = pod.spec.initContainers?.find((it) => it.name === name);
  const { exitCode = 0 } = state?.terminated ?? {};
  if (!container || isSidecarNamed(pod, name) || exitCode === 0) return false;
  return !isRestartedAfter(pod, container, exitCode);
}

/** Whether a main container that does not run will. */
function isStartedAgain(pod: Pod, { name, state, lastState }: ContainerStatus): boolean {
  const container = pod.spec.containers.find((it) => it.name === name);
  const { exitCode } = state?.terminated ?? lastState?.terminated ?? {};
  return container !== undefined && exitCode !== undefined && isRestartedAfter(pod, container, exitCode);
}

function isInitDone(pod: Pod, status: ContainerStatus): boolean {
  if (isSidecarNamed(pod, status.name)) return status.started === true;
  return status.state?.terminated?.exitCode === 0;
}
