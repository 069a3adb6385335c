/** Looks at a cluster and says what the page should draw of it. */
import type { Cluster, Kind, KubeObject } from '../../sim/index.ts';
import { controllerOf, findKind, NodeKind, PodKind } from '../../sim/index.ts';
import { crowdViews } from './crowd-view.ts';
import type { ClaimView, NodeView, Picture, SetView } from './frame.ts';
import { podView } from './pod-view.ts';
import { serviceViews } from './service-view.ts';
import { setViewOf } from './set-view.ts';
import { freeVolumeViews } from './volume-view.ts';

/** More pods than this are a crowd. */
const PODS_MAX = 120;
const CLAIMS_MAX = 120;
const WORKLOADS = [
  'statefulsets',
  'deployments',
  'daemonsets',
  'replicasets',
  'replicationcontrollers',
  'jobs',
];

/** Objects of a kind as far as a picture needs them: everything outside the metadata may be missing. */
type Loose = KubeObject & {
  readonly spec?: { readonly volumeName?: string };
  readonly status?: {
    readonly phase?: string;
    readonly capacity?: Readonly<Record<string, string>>;
  };
};

/** `lastEvents`: by uid, the last thing that was said about an object. */
export function pictureOf(cluster: Cluster, lastEvents: ReadonlyMap<string, string>): Picture {
  const pods = cluster.view.list(PodKind).filter((pod) => pod.metadata.namespace !== 'kube-system');
  const nodes = cluster.view.list(NodeKind).map((node) => nodeView(node, cluster.loop.nowMs));
  const isCrowd = pods.length > PODS_MAX;
  return {
    nodes,
    pods: isCrowd ? [] : pods.map((pod) => podView(pod, lastEvents, cluster.view)),
    crowd: isCrowd
      ? crowdViews(
          pods,
          nodes.map(({ name }) => name),
        )
      : [],
    services: serviceViews(cluster),
    claims: listed(cluster, 'persistentvolumeclaims').slice(0, CLAIMS_MAX).map(claimView),
    freeVolumes: freeVolumeViews(cluster),
    sets: WORKLOADS.flatMap((plural) => listed(cluster, plural)).flatMap(setViews),
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

/** A workload that another manages is part of that one's story. */
function setViews(set: Loose): SetView[] {
  return controllerOf(set) ? [] : [setViewOf(set)];
}
