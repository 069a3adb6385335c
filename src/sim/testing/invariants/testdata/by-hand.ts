// Moments made by hand, and the few objects they are about.
import { DaemonSetKind } from '../../../api/daemon-set.ts';
import { DeploymentKind } from '../../../api/deployment.ts';
import { JobKind } from '../../../api/job.ts';
import type { Kind } from '../../../api/kind.ts';
import type { KubeObject, ObjectMeta } from '../../../api/meta.ts';
import { NodeKind } from '../../../api/node.ts';
import type { Pod } from '../../../api/pod.ts';
import { PodKind } from '../../../api/pod.ts';
import { ReplicaSetKind } from '../../../api/replica-set.ts';
import { ReplicationControllerKind } from '../../../api/replication-controller.ts';
import { ResourceQuotaKind } from '../../../api/resource-quota.ts';
import { ServiceKind } from '../../../api/service.ts';
import { StatefulSetKind } from '../../../api/stateful-set.ts';
import { Store } from '../../../apiserver/store.ts';
import type { NodeView } from '../../../component.ts';
import type { Moment, Write } from '../moment.ts';

type Put = (object: KubeObject) => void;

/** One moment: what was there, who then wrote what, and which pods run on which node (`node-1: uid, uid`). */
export interface Case {
  readonly it: string;
  readonly given?: readonly KubeObject[];
  readonly by?: string;
  readonly does?: readonly KubeObject[];
  readonly removes?: KubeObject;
  readonly runs?: Readonly<Record<string, readonly string[]>>;
  readonly forced?: readonly string[];
  /** What is found; nothing unless said. */
  readonly finds?: string;
}

const kinds = new Map(
  [
    DaemonSetKind,
    DeploymentKind,
    JobKind,
    NodeKind,
    PodKind,
    ReplicaSetKind,
    ReplicationControllerKind,
    ResourceQuotaKind,
    ServiceKind,
    StatefulSetKind,
  ].map((kind) => [kind.kind, kind as unknown as Kind]),
);
const kindOf = ({ kind }: KubeObject): Kind => kinds.get(kind) as Kind;

/** The moment that an invariant is shown. */
export function momentOf({ given = [], by, does = [], removes, runs = {}, forced = [] }: Case): Moment {
  const store = new Store({ freeze: true });
  const pods = new Map<string, Pod>();
  const writes: Write[] = [];
  const put: Put = (object) => store.put(kindOf(object), object, 0);
  store.subscribe(({ after }) => {
    if (after.kind === 'Pod') pods.set(after.metadata.uid ?? '', after as Pod);
  });
  given.forEach(put);
  store.subscribe((change) => writes.push({ ...change, by }));
  does.forEach(put);
  if (removes) store.remove(kindOf(removes), removes, 0);
  const world = {
    podsOn: (node: string) => runs[node] ?? [],
    container: () => ({ state: 'running' }),
  };
  const view = Object.assign(store, { world }) as unknown as NodeView;
  const isAtRest = true;
  return { nowMs: 0, view, writes, hasWorldChanged: true, isAtRest, pods, forced: new Set(forced) };
}

export const node = (name: string, allocatable = {}): KubeObject =>
  ({ apiVersion: 'v1', kind: 'Node', metadata: { name }, status: { allocatable } }) as KubeObject;

export function owned(owner: KubeObject | undefined): Partial<ObjectMeta> {
  if (!owner) return {};
  const { apiVersion, kind, metadata } = owner;
  return {
    ownerReferences: [{ apiVersion, kind, name: metadata.name, uid: metadata.uid ?? '', controller: true }],
  };
}

export interface PodOptions {
  readonly on?: string;
  readonly ip?: string;
  readonly cpu?: string;
  readonly owner?: KubeObject;
  readonly phase?: string;
  readonly uid?: string;
  readonly deleted?: boolean;
}

export function pod(name: string, { on, ip, cpu, owner, phase, uid = name, deleted }: PodOptions = {}): KubeObject {
  const resources = cpu ? { requests: { cpu } } : {};
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name,
      namespace: 'default',
      uid,
      ...owned(owner),
      ...(deleted ? { deletionTimestamp: '2026-01-05T09:00:00Z' } : {}),
    },
    spec: { containers: [{ name: 'main', resources }], ...(on ? { nodeName: on } : {}) },
    status: { phase: phase ?? 'Running', ...(ip ? { podIP: ip } : {}) },
  } as KubeObject;
}

export function made(apiVersion: string, kind: string, name: string, spec: object, more: object = {}): KubeObject {
  const metadata = { name, namespace: 'default', uid: name };
  return { apiVersion, kind, metadata, spec, ...more } as KubeObject;
}

