// The phase of a pod, from the statuses of its containers.
// Source: "Pod phase" in the documentation of the pod lifecycle.
import type { ContainerStatus, Pod, PodStatus } from '../api/pod.ts';
import { isSidecarNamed } from './containers.ts';

type Phase = NonNullable<PodStatus['phase']>;

/** `isOver`: the pod was deleted, and nothing will be started any more. */
export function podPhase(
  pod: Pod,
  initStatuses: readonly ContainerStatus[],
  statuses: readonly ContainerStatus[],
  isOver: boolean,
): Phase {
  const policy = pod.spec.restartPolicy ?? 'Always';
  const hasStartedMain = statuses.some(({ state, lastState }) => !state?.waiting || lastState?.terminated);
  if (!hasStartedMain) {
    if (policy === 'Never' && initStatuses.some((status) => hasFailedInit(pod, status))) return 'Failed';
    if (initStatuses.some((status) => !isInitDone(pod, status))) return 'Pending';
  }
  const hasNotRun = statuses.some(({ state, lastState }) => state?.waiting && !lastState?.terminated);
  if (hasNotRun) return 'Pending';
  if (statuses.some(({ state }) => state?.running)) return 'Running';
  const haveAllSucceeded = statuses.every(({ state }) => state?.terminated?.exitCode === 0);
  if (isOver) return haveAllSucceeded ? 'Succeeded' : 'Failed';
  if (policy === 'Always') return 'Running';
  if (haveAllSucceeded) return 'Succeeded';
  return policy === 'Never' ? 'Failed' : 'Running';
}

function hasFailedInit(pod: Pod, status: ContainerStatus): boolean {
  return !isSidecarNamed(pod, status.name) && (status.state?.terminated?.exitCode ?? 0) !== 0;
}

function isInitDone(pod: Pod, status: ContainerStatus): boolean {
  if (isSidecarNamed(pod, status.name)) return status.started === true;
  return status.state?.terminated?.exitCode === 0;
}
