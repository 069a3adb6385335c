// Nodes, pods and a store for the tests of the scheduler, and the parts of its answers they look at.
import type { KubeObject } from '../api/meta.ts';
import type { Node } from '../api/node.ts';
import { NodeKind } from '../api/node.ts';
import { PersistentVolumeKind } from '../api/persistent-volume.ts';
import { PersistentVolumeClaimKind } from '../api/persistent-volume-claim.ts';
import type { Pod } from '../api/pod.ts';
import { PodKind } from '../api/pod.ts';
import type { PodSpec } from '../api/pod-spec.ts';
import { ServiceKind } from '../api/service.ts';
import { StorageClassKind } from '../api/storage-class.ts';
import { Store } from '../apiserver/store.ts';
import type { Request } from '../component.ts';
import { scheduler } from '../scheduler/scheduler.ts';

export const NOT_HELPFUL =
  'no new claims to deallocate, preemption: 0/3 nodes are available: 3 Preemption is not helpful for scheduling.';
export const NO_VICTIMS =
  'no new claims to deallocate, preemption: 0/3 nodes are available: 3 No preemption victims found for incoming pod.';

export interface NodeOptions {
  readonly labels?: Record<string, string>;
  readonly spec?: Node['spec'];
  readonly allocatable?: Record<string, string>;
}

export function node(name: string, { labels, spec = {}, allocatable }: NodeOptions = {}): Node {
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name, uid: name, labels: { 'kubernetes.io/hostname': name, ...labels } },
    spec,
    status: { allocatable: { cpu: '4', memory: '8Gi', pods: '110', ...allocatable } },
  };
}

/** The status that a reconcile would write. */
export function written(requests: readonly Request[]): Pod {
  const update = requests.find((request) => request.verb === 'updateStatus');
  if (update?.verb !== 'updateStatus') throw new Error('no status is written');
  return update.object as Pod;
}

let created = 0;

export function pod(name: string, spec: Partial<PodSpec> = {}, requests?: Record<string, string>): Pod {
  created += 1;
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name,
      namespace: 'default',
      uid: `uid-${name}-${created}`,
      generation: 1,
      labels: { app: 'web' },
    },
    spec: {
      containers: [{ name: 'a', image: 'nginx:1.24', ...(requests ? { resources: { requests } } : {}) }],
      ...spec,
    },
    status: { phase: 'Pending' },
  };
}

export function storeOf(nodes: readonly Node[], ...objects: readonly KubeObject[]): Store {
  const store = new Store({ freeze: true });
  for (const object of nodes) store.put(NodeKind, object, 0);
  const kinds = [PodKind, PersistentVolumeClaimKind, PersistentVolumeKind, StorageClassKind, ServiceKind];
  for (const object of objects) {
    const kind = kinds.find(({ kind }) => kind === object.kind);
    if (!kind) throw new Error(`no kind ${object.kind}`);
    store.put(kind as typeof PodKind, object, 0);
  }
  return store;
}

export const threeNodes = () => ['node-1', 'node-2', 'node-3'].map((name) => node(name));

export function schedule(store: Store, name: string): Request[] {
  return scheduler.reconcile(`default/${name}`, store, 1_000_000);
}

/** Makes the binding as the API server would. */
export function apply(store: Store, requests: readonly Request[]): string | undefined {
  const bind = requests.find((request) => request.verb === 'bind');
  if (!bind) return undefined;
  const bound = store.get(PodKind, bind.namespace, bind.name) as Pod;
  store.put(PodKind, { ...bound, spec: { ...bound.spec, nodeName: bind.nodeName } } as Pod, 0);
  return bind.nodeName;
}

export function complaint(requests: readonly Request[]): string | undefined {
  const event = requests.find((request) => request.verb === 'event');
  return event?.event.reason === 'FailedScheduling' ? event.event.message : undefined;
}
