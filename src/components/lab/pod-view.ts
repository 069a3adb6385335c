/** One pod as the page draws it. */
import type { Cluster, Pod } from '../../sim/index.ts';
import { controllerOf, isPodReady, podStatus } from '../../sim/index.ts';
import type { ContainerView, PodView, Tone } from './frame.ts';
import { topOwner } from './top-owner.ts';

type PodContainerState = NonNullable<
  NonNullable<NonNullable<Pod['status']>['containerStatuses']>[number]['state']
>;

/** `lastEvents`: by uid, the last thing that was said about an object. */
export function podView(pod: Pod, lastEvents: ReadonlyMap<string, string>, view: Cluster['view']): PodView {
  const { metadata, spec } = pod;
  const owner = controllerOf(pod);
  const { status, ready } = podStatus(pod);
  const isReady = isPodReady(pod);
  const containers = containersOf(pod);
  return {
    uid: metadata.uid ?? metadata.name,
    namespace: metadata.namespace ?? '',
    name: metadata.name,
    node: spec.nodeName ?? '',
    owner: owner === undefined ? '' : `${owner.kind}/${owner.name}`,
    group: owner === undefined ? '' : topOwner(view, owner.kind, metadata.namespace ?? '', owner.name),
    status,
    tone: toneOfPod(status, isReady, containers),
    ready,
    isReady,
    restarts: containers.reduce((sum, container) => sum + container.restarts, 0),
    ip: pod.status?.podIP ?? '',
    labels: Object.entries(metadata.labels ?? {}).map(([key, value]) => `${key}=${value}`),
    containers,
    claims: claimsOf(pod),
    lastEvent: lastEvents.get(metadata.uid ?? '') ?? '',
  };
}

function claimsOf(pod: Pod): string[] {
  const volumes = (pod.spec.volumes ?? []) as readonly {
    readonly persistentVolumeClaim?: { readonly claimName: string };
  }[];
  return volumes.flatMap(({ persistentVolumeClaim: claim }) =>
    claim === undefined ? [] : [claim.claimName],
  );
}

function containersOf(pod: Pod): ContainerView[] {
  const statuses = new Map((pod.status?.containerStatuses ?? []).map((status) => [status.name, status]));
  return pod.spec.containers.map(({ name, image }) => {
    const status = statuses.get(name);
    const state = status?.state;
    return {
      name,
      image: image ?? '',
      state: stateWord(state),
      tone: toneOfContainer(state),
      isReady: status?.ready ?? false,
      restarts: status?.restartCount ?? 0,
    };
  });
}

function stateWord(state: PodContainerState | undefined): string {
  if (state?.running) return 'Running';
  if (state?.terminated) return state.terminated.reason ?? `ExitCode:${state.terminated.exitCode}`;
  return state?.waiting?.reason ?? 'Waiting';
}

function toneOfContainer(state: PodContainerState | undefined): Tone {
  if (state?.running) return 'running';
  if (state?.terminated) return state.terminated.exitCode === 0 ? 'done' : 'failed';
  return isTrouble(state?.waiting?.reason ?? '') ? 'failed' : 'waiting';
}

function isTrouble(status: string): boolean {
  return /BackOff|Err|Error|Invalid|Failed|OOMKilled|ExitCode|Signal|Evicted|DeadlineExceeded/.test(status);
}

/** Running without being ready is waiting for something: a probe, or a container that restarts. */
function toneOfPod(status: string, isReady: boolean, containers: readonly ContainerView[]): Tone {
  if (status === 'Terminating') return 'ending';
  if (status === 'Unknown') return 'unknown';
  if (status === 'Completed' || status === 'Succeeded') return 'done';
  if (isTrouble(status)) return 'failed';
  if (status === 'Running') return isReady ? 'running' : 'waiting';
  return containers.some(({ tone }) => tone === 'failed') ? 'failed' : 'waiting';
}

/** As much of it as a timeline tells. */
export function podSummaryView(pod: Pod): Pick<PodView, 'status' | 'tone' | 'restarts'> {
  const { status, restarts } = podStatus(pod);
  return { status, tone: toneOfPod(status, isPodReady(pod), containersOf(pod)), restarts };
}
