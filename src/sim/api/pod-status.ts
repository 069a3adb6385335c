// The one word that sums up a pod, and its READY and RESTARTS: what `kubectl get pods` shows.
// Source: behaviour of `kubectl get pods`, from the table of the 1.36 API server.
import type { ContainerState, ContainerStatus, Pod } from './pod.ts';
import { isSidecar } from './pod-spec.ts';

export interface PodSummary {
  /** Running, Completed, CrashLoopBackOff, Init:0/2, Terminating … */
  readonly status: string;
  /** `1/2`. */
  readonly ready: string;
  readonly restarts: number;
  /** When the last container that was restarted had ended, RFC 3339. */
  readonly lastRestart?: string;
}

/** Sums up a pod. Pure: a function of the object only. */
export function podStatus(pod: Pod): PodSummary {
  const { spec, status = {} } = pod;
  const sidecars = new Set((spec.initContainers ?? []).filter(isSidecar).map(({ name }) => name));
  const inits = status.initContainerStatuses ?? [];
  const start = initialization(inits, sidecars, spec.initContainers?.length ?? 0);
  const isInitialized = start.reason === undefined || hasCondition(pod, 'Initialized');
  const containers = isInitialized ? (status.containerStatuses ?? []) : [];
  const counted = isInitialized
    ? [...inits.slice(0, start.seen).filter(({ name }) => sidecars.has(name)), ...containers]
    : inits.slice(0, start.seen);
  const running = containers.filter(isReadyAndRunning).length;
  const reason = containersReason(containers) ?? start.reason ?? reasonBeforeContainers(pod);
  const lastRestart = latest(counted.map((it) => it.lastState?.terminated?.finishedAt));
  return {
    status: finalReason(pod, reason === 'Completed' ? otherThanCompleted(pod, containers) : reason),
    ready: `${start.ready + running}/${spec.containers.length + sidecars.size}`,
    restarts: counted.reduce((sum, { restartCount }) => sum + restartCount, 0),
    ...(lastRestart === undefined ? {} : { lastRestart }),
  };
}

function reasonBeforeContainers({ status = {} }: Pod): string {
  const isGated = status.conditions?.some(
    ({ type, reason }) => type === 'PodScheduled' && reason === 'SchedulingGated',
  );
  return isGated ? 'SchedulingGated' : status.reason || (status.phase ?? '');
}

interface Initialization {
  /** What the first unfinished init container is at; undefined once all are through. */
  readonly reason: string | undefined;
  /** Sidecars that are ready. */
  readonly ready: number;
  /** How many init containers were looked at: restarts of the later ones do not count. */
  readonly seen: number;
}

function initialization(
  statuses: readonly ContainerStatus[],
  sidecars: ReadonlySet<string>,
  total: number,
): Initialization {
  let ready = 0;
  for (const [i, status] of statuses.entries()) {
    const { terminated, waiting } = status.state ?? {};
    if (terminated?.exitCode === 0) continue;
    if (sidecars.has(status.name) && status.started) {
      if (status.ready) ready += 1;
      continue;
    }
    const seen = i + 1;
    if (terminated) return { reason: `Init:${endText(terminated)}`, ready, seen };
    const isWaiting = waiting?.reason && waiting.reason !== 'PodInitializing';
    return { reason: isWaiting ? `Init:${waiting.reason}` : `Init:${i}/${total}`, ready, seen };
  }
  return { reason: undefined, ready, seen: statuses.length };
}

/** The first container that has something to say speaks for the pod. */
function containersReason(statuses: readonly ContainerStatus[]): string | undefined {
  for (const { state = {} } of statuses) {
    const reason = state.waiting?.reason || (state.terminated && endText(state.terminated));
    if (reason) return reason;
  }
  return undefined;
}

/** A pod of which one container has completed: the others decide. */
function otherThanCompleted(pod: Pod, statuses: readonly ContainerStatus[]): string {
  if (statuses.some(isReadyAndRunning)) return hasCondition(pod, 'Ready') ? 'Running' : 'NotReady';
  const failed = statuses.find(({ state }) => (state?.terminated?.exitCode ?? 0) !== 0);
  return failed?.state?.terminated ? endText(failed.state.terminated) : 'Completed';
}

function endText({ reason, signal, exitCode }: NonNullable<ContainerState['terminated']>): string {
  if (reason) return reason;
  return signal ? `Signal:${signal}` : `ExitCode:${exitCode}`;
}

function finalReason({ metadata, status = {} }: Pod, reason: string): string {
  if (metadata.deletionTimestamp === undefined) return reason;
  if (status.reason === 'NodeLost') return 'Unknown';
  return status.phase === 'Succeeded' || status.phase === 'Failed' ? reason : 'Terminating';
}

function isReadyAndRunning({ ready, state }: ContainerStatus): boolean {
  return ready && state?.running !== undefined && !state.waiting?.reason && !state.terminated;
}

function hasCondition({ status }: Pod, type: string): boolean {
  return status?.conditions?.some((it) => it.type === type && it.status === 'True') ?? false;
}

/** RFC 3339 times of one zone sort as text. */
function latest(times: readonly (string | null | undefined)[]): string | undefined {
  let last: string | undefined;
  for (const time of times) if (time && (last === undefined || time > last)) last = time;
  return last;
}
