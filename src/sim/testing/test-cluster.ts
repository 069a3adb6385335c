// A cluster small enough for the tests of controllers: the real store, API server and loop around the components under test,
// and no world: a toy kubelet says that every pod it is given runs.
import type { Event } from '../api/event.ts';
import { EventKind } from '../api/event.ts';
import type { Kind } from '../api/kind.ts';
import type { KubeObject, ObjectMeta } from '../api/meta.ts';
import { keyOf } from '../api/meta.ts';
import { NamespaceKind } from '../api/namespace.ts';
import type { Pod } from '../api/pod.ts';
import { PodKind } from '../api/pod.ts';
import type { PodSpec } from '../api/pod-spec.ts';
import { ServiceAccountKind } from '../api/service-account.ts';
import type { Answer } from '../apiserver/answer.ts';
import { refused } from '../apiserver/answer.ts';
import type { WriteOptions } from '../apiserver/api-server.ts';
import { ApiServer } from '../apiserver/api-server.ts';
import { EventRecorder } from '../apiserver/events.ts';
import type { Status } from '../apiserver/status.ts';
import type { Change } from '../apiserver/store.ts';
import { Store } from '../apiserver/store.ts';
import { defaultBounds } from '../bounds.ts';
import type { Component, DeleteOptions, NodeView, Request } from '../component.ts';
import { Loop } from '../loop.ts';
import { isEqual } from '../machinery/equality.ts';
import { createRandom } from '../machinery/random.ts';
import { formatRfc3339 } from '../machinery/time.ts';
import type { World } from '../world/create-world.ts';
import type { WorldAct } from '../world/world.ts';
import { dependents } from './invariants/dependents.ts';
import { invariants } from './invariants/index.ts';
import { watchInvariants } from './invariants/watch-invariants.ts';

/** 2026-01-05T09:00:00Z */
export const startMs = 1_767_603_600_000;

/** A pod of which it does not matter what it runs. */
export function somePod(metadata: ObjectMeta, spec: Partial<PodSpec> = {}): Pod {
  const containers = [{ name: 'main', image: 'nginx:1.24' }];
  return { apiVersion: 'v1', kind: 'Pod', metadata, spec: { containers, ...spec } };
}

export type Refuse = (verb: 'create' | 'update', object: KubeObject) => Status | undefined;

/** Refuses what it is told to, before anything else. */
class RefusingApiServer extends ApiServer {
  refuse: Refuse = () => undefined;

  override create<T extends KubeObject>(kind: Kind<T>, given: unknown, options?: WriteOptions): Answer<T> {
    const status = this.refuse('create', given as KubeObject);
    return status ? refused(status) : super.create(kind, given, options);
  }

  override update<T extends KubeObject>(
    kind: Kind<T>,
    given: unknown,
    options?: WriteOptions & { readonly subresource?: 'status' },
  ): Answer<T> {
    const status = this.refuse('update', given as KubeObject);
    return status ? refused(status) : super.update(kind, given, options);
  }
}

/** Nothing ever happens in it; it only keeps what components remember. */
function stillWorld(): World {
  const memories = new Map<string, unknown>();
  return {
    onChange: () => undefined,
    nextMs: () => undefined,
    nextControlMs: () => undefined,
    advance: () => undefined,
    podsOn: () => [],
    memory: (uid: string, about = '') => memories.get(`${uid}/${about}`),
    act(act: WorldAct) {
      if (act.do === 'remember') memories.set(`${act.podUid}/${act.about ?? ''}`, act.memory);
    },
  } as unknown as World;
}

/** The store, and the world beside it. */
function viewOf(store: Store, world: World): NodeView {
  return {
    get: store.get.bind(store),
    list: store.list.bind(store),
    ownedBy: store.ownedBy.bind(store),
    onNode: store.onNode.bind(store),
    world,
  } as NodeView;
}

export class TestCluster {
  readonly store = new Store({ freeze: true });
  /** What happened to pods: `+web-0`, `!web-0` (ready), `~web-0` (terminating), `-web-0`. */
  readonly pods: string[] = [];
  readonly #api: RefusingApiServer;
  readonly #loop: Loop;

  constructor(...components: Component<NodeView>[]) {
    const { store } = this;
    const now = () => this.nowMs;
    const random = createRandom('test');
    const world = stillWorld();
    const view = viewOf(store, world);
    this.#api = new RefusingApiServer({ store, random, now, objectsMax: defaultBounds.objects });
    this.#loop = new Loop({
      store,
      api: this.#api,
      events: new EventRecorder(store, createRandom('events')),
      world,
      components,
      view,
      bounds: defaultBounds,
      startMs,
    });
    store.subscribe((change) => this.#note(change));
    this.create(NamespaceKind, { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'default' } });
    // Every pod runs under an account.
    const metadata = { name: 'default', namespace: 'default' };
    this.create(ServiceAccountKind, { apiVersion: 'v1', kind: 'ServiceAccount', metadata });
    this.#loop.start();
    // There is a garbage collector only where it is the one under test.
    const held = invariants.filter((it) => it !== dependents);
    watchInvariants({ loop: this.#loop, store, world, view }, held);
  }

  /** Refuses a write, where it returns a refusal. */
  set refuse(refuse: Refuse) {
    this.#api.refuse = refuse;
  }

  get nowMs(): number {
    return this.#loop.nowMs;
  }

  create<T extends KubeObject>(kind: Kind<T>, object: KubeObject): T {
    const metadata = kind.namespaced ? { namespace: 'default', ...object.metadata } : object.metadata;
    return accept(this.#api.create(kind, { ...object, metadata }));
  }

  get<T extends KubeObject>(kind: Kind<T>, name: string): T {
    return accept(this.#api.get(kind, namespaceOf(kind), name));
  }

  names(kind: Kind): string[] {
    return this.store.list(kind).map((it) => it.metadata.name);
  }

  /** Changes an object in any part of it: what its status is to be is written after the rest. */
  change<T extends KubeObject>(kind: Kind<T>, name: string, edit: (object: NoInfer<T>) => NoInfer<T>): void {
    const next: T & { status?: unknown } = edit(this.get(kind, name));
    const written: T & { status?: unknown } = accept(this.#api.update(kind, next));
    if (!kind.hasStatus || isEqual(next.status, written.status)) return;
    accept(this.#api.update(kind, { ...written, status: next.status }, { subresource: 'status' }));
  }

  delete(kind: Kind, name: string, options: DeleteOptions = {}): void {
    accept(this.#api.delete(kind, namespaceOf(kind), name, options));
  }

  /** Evicts a pod; the refusal's words, or '' if it went. */
  evict(name: string): string {
    const answer = this.#api.evict('default', name);
    return answer.ok ? '' : `${answer.status.code} ${answer.status.message}`;
  }

  /** Lets time pass. */
  pass(ms: number): void {
    this.#loop.advanceTo(this.nowMs + ms);
  }

  /** The events about one object: `x2 Normal Reason: message`, in the order of their first time. */
  events(name?: string): string[] {
    return this.store
      .list<Event>(EventKind)
      .filter(({ involvedObject }) => name === undefined || involvedObject.name === name)
      .map(({ count, type, reason, message }) => `x${count} ${type} ${reason}: ${message}`);
  }

  #note({ type, kind, before, after }: Change): void {
    if (kind !== PodKind) return;
    const { name } = after.metadata;
    const ready = (pod: KubeObject | undefined) =>
      (pod as Pod | undefined)?.status?.conditions?.some((it) => it.type === 'Ready' && it.status === 'True');
    if (type === 'ADDED') this.pods.push(`+${name}`);
    else if (type === 'DELETED') this.pods.push(`-${name}`);
    else if (!before?.metadata.deletionTimestamp && after.metadata.deletionTimestamp)
      this.pods.push(`~${name}`);
    else if (!ready(before) && ready(after)) this.pods.push(`!${name}`);
  }
}

function namespaceOf<T extends KubeObject>(kind: Kind<T>): string {
  return kind.namespaced ? 'default' : '';
}

function accept<T extends KubeObject>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(answer.status.message);
  return answer.object;
}

/** A node that is done with a pod at one look: takes it and runs it, or takes it away. Image `broken` never gets ready. */
export const toyKubelet: Component = {
  name: 'toy-kubelet',
  latencyMs: 600,
  doorbells: [{ kind: PodKind, keys: (change: Change) => [keyOf(change.after)] }],
  reconcile(key, view, nowMs) {
    const [namespace = '', name = ''] = key.split('/');
    const pod = view.get(PodKind, namespace, name);
    if (!pod) return [];
    if (pod.metadata.deletionTimestamp) {
      return [{ verb: 'delete', kind: PodKind, namespace, name, options: { gracePeriodSeconds: 0 } }];
    }
    if (pod.status?.phase !== 'Pending') return [];
    const run = (object: KubeObject): Request[] => [
      { verb: 'updateStatus', kind: PodKind, object: running(object as Pod, nowMs) },
    ];
    if (pod.spec.nodeName) return run(pod);
    // biome-ignore lint/suspicious/noThenProperty: what follows the answer is part of a request
    return [{ verb: 'bind', namespace, name, uid: pod.metadata.uid ?? '', nodeName: 'node-1', then: run }];
  },
};

function running(pod: Pod, atMs: number): Pod {
  const isBroken = pod.spec.containers.some(({ image }) => image === 'broken');
  return {
    ...pod,
    status: { ...pod.status, phase: 'Running', conditions: readyConditions(!isBroken, atMs) },
  };
}

export function readyConditions(isReady: boolean, atMs: number): NonNullable<Pod['status']>['conditions'] {
  return [{ type: 'Ready', status: isReady ? 'True' : 'False', lastTransitionTime: formatRfc3339(atMs) }];
}
