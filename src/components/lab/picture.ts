/** Looks at a cluster and says what the page should draw of it. */
import type { Cluster, Kind, KubeObject, Pod } from '../../sim/index.ts';
import { controllerOf, findKind, isPodReady, NodeKind, PodKind } from '../../sim/index.ts';
import type { ClaimView, ContainerView, NodeView, Picture, PodView, SetView, Tone } from './frame.ts';

/** More pods than this are counted, not drawn one by one. */
const PODS_MAX = 400;

type PodContainerState = NonNullable<
  NonNullable<NonNullable<Pod['status']>['containerStatuses']>[number]['state']
>;

/** Objects of a kind as far as a picture needs them: everything outside the metadata may be missing. */
type Loose = KubeObject & {
  readonly spec?: { readonly replicas?: number; readonly volumeName?: string };
  readonly status?: {
    readonly phase?: string;
    readonly readyReplicas?: number;
    readonly capacity?: Readonly<Record<string, string>>;
  };
};

/** `lastEvents`: by uid, the last thing that was said about an object. */
export function pictureOf(cluster: Cluster, lastEvents: ReadonlyMap<string, string>): Picture {
  const pods = cluster.view.list(PodKind).filter((pod) => pod.metadata.namespace !== 'kube-system');
  return {
    nodes: cluster.view.list(NodeKind).map((node) => nodeView(node, cluster.loop.nowMs)),
    pods: pods.slice(0, PODS_MAX).map((pod) => podView(pod, cluster.loop.nowMs, lastEvents)),
    podsLeftOut: Math.max(0, pods.length - PODS_MAX),
    claims: listed(cluster, 'persistentvolumeclaims').slice(0, PODS_MAX).map(claimView),
    sets: ['statefulsets', 'replicasets'].flatMap((plural) => listed(cluster, plural)).flatMap(setView),
  };
}

function listed(cluster: Cluster, plural: string): readonly Loose[] {
  const kind = findKind(plural);
  return kind === undefined ? [] : (cluster.view.list(kind) as readonly Loose[]);
}

/** What kubectl prints in one column. */
function cellOf<T extends KubeObject>(kind: Kind<T>, column: string, object: T, nowMs: number): string {
  const found = kind.columns.find(({ name }) => name === column);
  return found === undefined ? '' : String(found.cell(object, nowMs));
}

function nodeView(node: KubeObject, nowMs: number): NodeView {
  const status = cellOf<KubeObject>(NodeKind as unknown as Kind<KubeObject>, 'STATUS', node, nowMs);
  return { name: node.metadata.name, status, isReady: status.split(',')[0] === 'Ready' };
}

function podView(pod: Pod, nowMs: number, lastEvents: ReadonlyMap<string, string>): PodView {
  const { metadata, spec } = pod;
  const owner = controllerOf(pod);
  const status = cellOf(PodKind, 'STATUS', pod, nowMs);
  const isReady = isPodReady(pod);
  const containers = containersOf(pod);
  return {
    uid: metadata.uid ?? metadata.name,
    namespace: metadata.namespace ?? '',
    name: metadata.name,
    node: spec.nodeName ?? '',
    owner: owner === undefined ? '' : `${owner.kind}/${owner.name}`,
    status,
    tone: toneOfPod(status, isReady, containers),
    ready: cellOf(PodKind, 'READY', pod, nowMs),
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

function claimView({ metadata, spec, status }: Loose): ClaimView {
  return {
    uid: metadata.uid ?? metadata.name,
    namespace: metadata.namespace ?? '',
    name: metadata.name,
    status: metadata.deletionTimestamp === undefined ? (status?.phase ?? 'Pending') : 'Terminating',
    volume: spec?.volumeName ?? '',
    capacity: status?.capacity?.storage ?? '',
  };
}

function setView(set: Loose): SetView[] {
  const { kind, metadata, spec, status } = set;
  const wanted = spec?.replicas ?? 0;
  const ready = status?.readyReplicas ?? 0;
  return [{ kind, namespace: metadata.namespace ?? '', name: metadata.name, wanted, ready }];
}
