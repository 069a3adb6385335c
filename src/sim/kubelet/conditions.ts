// The conditions of a pod that are the kubelet's to write, in the order it writes them.
// Source: "Pod conditions" in the documentation of the pod lifecycle.
import type { Condition } from '../api/meta.ts';
import type { ContainerStatus, Pod, PodStatus } from '../api/pod.ts';
import { formatRfc3339 } from '../machinery/time.ts';
import { isSidecarNamed } from './containers.ts';

type PodCondition = NonNullable<PodStatus['conditions']>[number];

/** A condition before it is known since when it holds. */
type Verdict = Pick<Condition, 'type' | 'status' | 'reason' | 'message'>;

const ours = new Set([
  'PodReadyToStartContainers',
  'Initialized',
  'Ready',
  'ContainersReady',
  'PodScheduled',
]);

export interface PodSight {
  readonly pod: Pod;
  readonly phase: PodStatus['phase'];
  readonly initStatuses: readonly ContainerStatus[];
  readonly statuses: readonly ContainerStatus[];
  readonly hasSandbox: boolean;
}

/** The conditions to write. Those that other components wrote stay, in front. */
export function podConditions(
  sight: PodSight,
  nowMs: number,
  before: PodStatus['conditions'] = [],
): PodCondition[] {
  const containersReady = containersReadyOf(sight);
  const verdicts: Verdict[] = [
    { type: 'PodReadyToStartContainers', status: sight.hasSandbox ? 'True' : 'False' },
    initializedOf(sight),
    readyOf(sight, containersReady, before),
    containersReady,
    { type: 'PodScheduled', status: 'True' },
  ];
  return [
    ...before.filter(({ type }) => !ours.has(type)),
    ...verdicts.map((verdict) => dated(sight.pod, verdict, before, nowMs)),
  ];
}

function dated(
  { metadata }: Pod,
  verdict: Verdict,
  before: readonly PodCondition[],
  nowMs: number,
): PodCondition {
  const known = before.find(({ type }) => type === verdict.type);
  const isNew = known?.status !== verdict.status;
  return {
    lastProbeTime: null,
    lastTransitionTime: isNew ? formatRfc3339(nowMs) : (known?.lastTransitionTime ?? formatRfc3339(nowMs)),
    ...verdict,
    ...(metadata.generation === undefined ? {} : { observedGeneration: metadata.generation }),
  };
}

function initializedOf({ pod, phase, initStatuses, statuses }: PodSight): Verdict {
  const type = 'Initialized';
  if (phase === 'Succeeded') return { type, status: 'True', reason: 'PodCompleted' };
  const hasStartedMain = statuses.some(({ state, lastState }) => !state?.waiting || lastState?.terminated);
  const isPending = (status: ContainerStatus) =>
    isSidecarNamed(pod, status.name) ? !status.started : !status.ready;
  const pending = hasStartedMain ? [] : initStatuses.filter(isPending);
  if (pending.length === 0) return { type, status: 'True' };
  const message = `containers with incomplete status: ${names(pending)}`;
  return { type, status: 'False', reason: 'ContainersNotInitialized', message };
}

function containersReadyOf({ pod, phase, initStatuses, statuses }: PodSight): Verdict {
  const type = 'ContainersReady';
  if (phase === 'Succeeded') return { type, status: 'False', reason: 'PodCompleted' };
  if (phase === 'Failed') return { type, status: 'False', reason: 'PodFailed' };
  const lasting = [...initStatuses.filter((status) => isSidecarNamed(pod, status.name)), ...statuses];
  const unready = lasting.filter(({ ready }) => !ready);
  if (unready.length === 0) return { type, status: 'True' };
  const message = `containers with unready status: ${names(unready)}`;
  return { type, status: 'False', reason: 'ContainersNotReady', message };
}

/** Ready where the containers are, and every condition that the pod names as a gate holds. */
function readyOf({ pod }: PodSight, containersReady: Verdict, before: readonly PodCondition[]): Verdict {
  if (containersReady.status !== 'True') return { ...containersReady, type: 'Ready' };
  const complaints: string[] = [];
  for (const { conditionType } of pod.spec.readinessGates ?? []) {
    const gate = before.find(({ type }) => type === conditionType);
    const name = `corresponding condition of pod readiness gate "${conditionType}"`;
    if (!gate) complaints.push(`${name} does not exist.`);
    else if (gate.status !== 'True') {
      complaints.push(
        `the status of pod readiness gate "${conditionType}" is not "True", but ${gate.status}`,
      );
    }
  }
  if (complaints.length === 0) return { type: 'Ready', status: 'True' };
  return { type: 'Ready', status: 'False', reason: 'ReadinessGatesNotReady', message: complaints.join(', ') };
}

/** As Go prints a list. */
function names(statuses: readonly ContainerStatus[]): string {
  return `[${statuses.map(({ name }) => name).join(' ')}]`;
}
