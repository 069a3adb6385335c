/** Why an object stands as it stands: what it has, and what it waits for. Read from the objects as they are. */
import type {
  Cluster,
  ContainerStatus,
  Deployment,
  Job,
  PersistentVolume,
  Pod,
  Service,
  StatefulSet,
} from '../../../sim/index.ts';
import {
  DeploymentKind,
  findKind,
  isPodReady,
  JobKind,
  PersistentVolumeKind,
  PodKind,
  parseRfc3339,
  ServiceKind,
  StatefulSetKind,
} from '../../../sim/index.ts';
import { setViewOf } from '../set-view.ts';
import type { About, Said } from './fact.ts';

export type Now =
  | { readonly is: 'unscheduled'; readonly message: string }
  | { readonly is: 'waiting'; readonly container: string; readonly reason: string; readonly message: string }
  | {
      readonly is: 'back-off';
      readonly container: string;
      readonly exitCode: number;
      readonly reason: string;
    }
  | { readonly is: 'probe'; readonly container: string; readonly message: string }
  | { readonly is: 'unready' }
  | { readonly is: 'terminating'; readonly graceS: number; readonly endMs: number }
  | { readonly is: 'finished'; readonly phase: string }
  | { readonly is: 'as-wanted'; readonly ready: number; readonly wanted: number }
  | { readonly is: 'well' }
  | { readonly is: 'in-turn'; readonly pod: string; readonly next: string }
  | { readonly is: 'in-turn-update'; readonly pod: string }
  | { readonly is: 'partition'; readonly partition: number }
  | { readonly is: 'step'; readonly unavailable: string; readonly surge: string }
  | { readonly is: 'paused' }
  | { readonly is: 'completed'; readonly completed: number; readonly wanted: number }
  | { readonly is: 'failed-job'; readonly message: string }
  | { readonly is: 'short'; readonly ready: number; readonly wanted: number }
  | { readonly is: 'selects-nothing'; readonly selector: string }
  | { readonly is: 'none-ready'; readonly selected: number }
  | { readonly is: 'serves'; readonly ready: number; readonly selected: number }
  | { readonly is: 'node-silent' }
  /** `policy` is what becomes of a volume that its claim has left; `claim` is `namespace/name`, or ''. */
  | { readonly is: 'volume'; readonly phase: string; readonly policy: string; readonly claim: string }
  | { readonly is: 'gone' };

export function nowOf(cluster: Cluster, about: About, said: readonly Said[]): readonly Now[] {
  const kind = findKind(about.kind.toLowerCase());
  const object = kind && cluster.view.get(kind, about.namespace, about.name);
  if (!object || object.metadata.uid !== about.uid) return [{ is: 'gone' }];
  if (kind === PodKind) return podNow(object as Pod, said, cluster.startMs);
  if (kind === StatefulSetKind) return statefulSetNow(cluster, object as StatefulSet);
  if (kind === DeploymentKind) return deploymentNow(object as Deployment);
  if (kind === ServiceKind) return serviceNow(cluster, object as Service);
  if (kind === JobKind) return jobNow(object as Job);
  if (about.kind === 'Node') return nodeNow(object);
  if (about.kind === 'PersistentVolumeClaim') return claimNow(object, said);
  if (kind === PersistentVolumeKind) return [volumeNow(object as PersistentVolume)];
  const { ready, wanted } = setViewOf(object);
  return [ready >= wanted ? { is: 'as-wanted', ready, wanted } : { is: 'short', ready, wanted }];
}

function jobNow(job: Job): Now[] {
  const { ready: completed, wanted } = setViewOf(job);
  const failed = job.status?.conditions?.find(({ type, status }) => type === 'Failed' && status === 'True');
  const now: Now[] = [{ is: 'completed', completed, wanted }];
  if (failed) now.push({ is: 'failed-job', message: failed.message ?? '' });
  return now;
}

function podNow(pod: Pod, said: readonly Said[], startMs: number): Now[] {
  const { metadata, status, spec } = pod;
  const endMs = parseRfc3339(metadata.deletionTimestamp ?? '');
  if (endMs !== undefined) {
    const graceS = metadata.deletionGracePeriodSeconds ?? 0;
    return [{ is: 'terminating', graceS, endMs: endMs - startMs }];
  }
  if (status?.phase === 'Succeeded' || status?.phase === 'Failed') {
    return [{ is: 'finished', phase: status.phase }];
  }
  if (!spec.nodeName) {
    const unscheduled = status?.conditions?.find(({ type }) => type === 'PodScheduled')?.message;
    return [{ is: 'unscheduled', message: unscheduled ?? '' }];
  }
  if (isPodReady(pod)) return [{ is: 'well' }];
  const all = [...(status?.initContainerStatuses ?? []), ...(status?.containerStatuses ?? [])];
  const waits = all.flatMap((it) => containerNow(it, pod, said));
  return waits.length > 0 ? waits : [{ is: 'unready' }];
}

function containerNow(status: ContainerStatus, pod: Pod, said: readonly Said[]): Now[] {
  const { name: container, state, lastState, ready } = status;
  const ended = lastState?.terminated ?? state?.terminated;
  if (ended && (state?.waiting?.reason === 'CrashLoopBackOff' || state?.terminated)) {
    return [{ is: 'back-off', container, exitCode: ended.exitCode, reason: ended.reason ?? '' }];
  }
  if (state?.waiting) {
    const { reason = '', message = '' } = state.waiting;
    const isSaid = said.findLast((it) => it.isWarning)?.message ?? '';
    return [{ is: 'waiting', container, reason, message: message || isSaid }];
  }
  const hasProbe = pod.spec.containers.some((it) => it.name === container && it.readinessProbe);
  if (ready || !hasProbe) return [];
  const failed = said.findLast(
    ({ reason, message }) => reason === 'Unhealthy' && message.startsWith('Readiness'),
  );
  return [{ is: 'probe', container, message: failed?.message ?? '' }];
}

function statefulSetNow(cluster: Cluster, set: StatefulSet): Now[] {
  const { ready, wanted, isRollout } = setViewOf(set);
  const { name, namespace = '', uid } = set.metadata;
  const pods = new Map(cluster.view.ownedBy(PodKind, uid ?? '').map((pod) => [pod.metadata.name, pod]));
  const start = set.spec.ordinals?.start ?? 0;
  const names = Array.from({ length: wanted }, (_, index) => `${name}-${start + index}`);
  const isOrdered = set.spec.podManagementPolicy !== 'Parallel';
  const unready = names.find((it) => !isReadyIn(pods, it));
  const now: Now[] = [];
  if (ready >= wanted && !isRollout) return [{ is: 'as-wanted', ready, wanted }];
  if (unready !== undefined && isOrdered) {
    const next = names.find((it) => !pods.has(it));
    if (next !== undefined && next !== unready) now.push({ is: 'in-turn', pod: `${unready}`, next });
    else if (isRollout && namespace !== '') now.push({ is: 'in-turn-update', pod: unready });
  }
  const partition = set.spec.updateStrategy?.rollingUpdate?.partition ?? 0;
  if (isRollout && partition > 0) now.push({ is: 'partition', partition });
  if (ready < wanted) now.push({ is: 'short', ready, wanted });
  return now;
}

function isReadyIn(pods: ReadonlyMap<string, Pod>, name: string): boolean {
  const pod = pods.get(name);
  return pod !== undefined && isPodReady(pod) && pod.metadata.deletionTimestamp === undefined;
}

function deploymentNow(deployment: Deployment): Now[] {
  const { ready, wanted, isRollout } = setViewOf(deployment);
  const { spec } = deployment;
  const now: Now[] = [];
  if (spec.paused) now.push({ is: 'paused' });
  const { maxUnavailable, maxSurge } = spec.strategy?.rollingUpdate ?? {};
  if (isRollout && maxSurge !== undefined) {
    now.push({ is: 'step', unavailable: String(maxUnavailable), surge: String(maxSurge) });
  }
  now.push(ready >= wanted ? { is: 'as-wanted', ready, wanted } : { is: 'short', ready, wanted });
  return now;
}

function serviceNow(cluster: Cluster, { spec, metadata }: Service): Now[] {
  const selector = Object.entries(spec.selector ?? {});
  const pods = cluster.view
    .list(PodKind, metadata.namespace)
    .filter((pod) => selector.every(([key, value]) => pod.metadata.labels?.[key] === value));
  if (selector.length === 0) return [{ is: 'well' }];
  const text = selector.map(([key, value]) => `${key}=${value}`).join(',');
  if (pods.length === 0) return [{ is: 'selects-nothing', selector: text }];
  const ready = pods.filter(isPodReady).length;
  if (ready === 0) return [{ is: 'none-ready', selected: pods.length }];
  return [{ is: 'serves', ready, selected: pods.length }];
}

function nodeNow(node: object): Now[] {
  const { status } = node as {
    readonly status?: { readonly conditions?: readonly { readonly type: string; readonly status: string }[] };
  };
  const ready = status?.conditions?.find(({ type }) => type === 'Ready')?.status;
  return [{ is: ready === 'True' ? 'well' : 'node-silent' }];
}

function claimNow(claim: object, said: readonly Said[]): Now[] {
  const { status } = claim as { readonly status?: { readonly phase?: string } };
  if (status?.phase === 'Bound') return [{ is: 'well' }];
  const last = said.at(-1);
  return [{ is: 'waiting', container: '', reason: status?.phase ?? 'Pending', message: last?.message ?? '' }];
}

function volumeNow({ spec, status }: PersistentVolume): Now {
  const { persistentVolumeReclaimPolicy: policy = 'Retain', claimRef } = spec;
  const claim = claimRef ? `${claimRef.namespace}/${claimRef.name}` : '';
  return { is: 'volume', phase: status?.phase ?? 'Pending', policy, claim };
}
