// A cluster small enough for the tests of controllers: a store, a plain API over it, and a node that starts every pod it is given.
import type { Event } from '../api/event.ts';
import { EventKind } from '../api/event.ts';
import type { Kind } from '../api/kind.ts';
import type { KubeObject } from '../api/meta.ts';
import { keyOf } from '../api/meta.ts';
import { NamespaceKind } from '../api/namespace.ts';
import type { Pod } from '../api/pod.ts';
import { PodKind } from '../api/pod.ts';
import { isReleased, planDeletion } from '../apiserver/deletion.ts';
import { EventRecorder } from '../apiserver/events.ts';
import {
  bumpGeneration,
  isSpecChanged,
  metadataForCreate,
  metadataForUpdate,
} from '../apiserver/metadata.ts';
import type { Status } from '../apiserver/status.ts';
import { alreadyExists, conflict, notFound } from '../apiserver/status.ts';
import type { Change } from '../apiserver/store.ts';
import { Store } from '../apiserver/store.ts';
import type { Component, DeleteOptions, Request } from '../component.ts';
import { isEqual } from '../machinery/equality.ts';
import { createRandom } from '../machinery/random.ts';
import { formatRfc3339 } from '../machinery/time.ts';
import { WorkQueue } from '../machinery/work-queue.ts';

/** 2026-01-05T09:00:00Z */
export const startMs = 1_767_603_600_000;

export type Refuse = (verb: string, object: KubeObject) => Status | undefined;

export class TestCluster {
  readonly store = new Store({ freeze: true });
  readonly components: readonly Component[];
  /** Refuses a write, where it returns a refusal. */
  refuse: Refuse = () => undefined;
  nowMs = startMs;
  /** What happened to pods: `+web-0`, `!web-0` (ready), `~web-0` (terminating), `-web-0`. */
  readonly pods: string[] = [];
  readonly #random = createRandom('test');
  readonly #recorder = new EventRecorder(this.store, createRandom('events'));
  readonly #queue = new WorkQueue();

  constructor(...components: Component[]) {
    this.components = components;
    this.store.subscribe((change) => {
      this.#note(change);
      this.#ring(change);
    });
    this.create(NamespaceKind, { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'default' } });
    this.components.forEach((component, index) => {
      for (const key of component.startKeys?.(this.store) ?? []) this.#queue.ring(index, key, this.nowMs);
    });
  }

  create<T extends KubeObject>(kind: Kind<T>, object: KubeObject): T {
    const answer = this.#create(kind as unknown as Kind, object);
    if ('status' in answer && answer.kind === 'Status') throw new Error((answer as Status).message);
    return answer as T;
  }

  get<T extends KubeObject>(kind: Kind<T>, name: string): T {
    const object = this.store.get(kind, kind.namespaced ? 'default' : '', name);
    if (!object) throw new Error(`no ${kind.singular} ${name}`);
    return object;
  }

  names(kind: Kind): string[] {
    return this.store.list(kind).map((it) => it.metadata.name);
  }

  /** Changes an object in any part of it. */
  change<T extends KubeObject>(kind: Kind<T>, name: string, edit: (object: NoInfer<T>) => NoInfer<T>): void {
    const stored = this.get(kind, name);
    this.#write(kind as unknown as Kind, edit(stored), stored);
  }

  delete(kind: Kind, name: string, options: DeleteOptions = {}): void {
    this.#delete(kind, kind.namespaced ? 'default' : '', name, options);
  }

  /** Lets time pass. */
  pass(ms: number): void {
    const untilMs = this.nowMs + ms;
    for (let looks = 0; ; looks++) {
      const nextMs = this.#queue.nextMs();
      if (nextMs === undefined || nextMs > untilMs) break;
      if (looks > 20_000) throw new Error('does not come to rest');
      this.nowMs = Math.max(this.nowMs, nextMs);
      const work = this.#queue.take();
      const component = work && this.components[work.component];
      if (!work || !component) continue;
      const requests = component.reconcile(work.key, this.store, this.nowMs);
      if (this.#make(work.component, work.key, requests)) this.#queue.forget(work.component, work.key);
      else this.#queue.retry(work.component, work.key, this.nowMs);
    }
    this.nowMs = untilMs;
  }

  /** The events about one object: `x2 Normal Reason: message`, in the order of their first time. */
  events(name?: string): string[] {
    return this.store
      .list<Event>(EventKind)
      .filter(({ involvedObject }) => name === undefined || involvedObject.name === name)
      .map(({ count, type, reason, message }) => `x${count} ${type} ${reason}: ${message}`);
  }

  #make(index: number, key: string, requests: readonly Request[]): boolean {
    for (const request of requests) {
      if (request.verb === 'fail') return false;
      if (request.verb === 'wake')
        this.#queue.ring(index, key, this.nowMs + request.afterMs, request.periodic);
      else if (request.verb === 'event') {
        this.#recorder.record(this.components[index]?.name ?? '', request.event, this.nowMs);
      } else if (request.verb === 'world' || request.verb === 'bind') throw new Error('not here');
      else {
        const answer = this.#call(request);
        const refusal = answer.kind === 'Status' ? (answer as Status) : undefined;
        const next = refusal ? request.otherwise?.(refusal) : request.then?.(answer as KubeObject);
        if (refusal && next === undefined) return false;
        if (next && !this.#make(index, key, next)) return false;
      }
    }
    return true;
  }

  #call(
    request: Extract<Request, { verb: 'create' | 'update' | 'updateStatus' | 'delete' }>,
  ): KubeObject | Status {
    if (request.verb === 'delete') {
      return this.#delete(request.kind, request.namespace, request.name, request.options ?? {});
    }
    const { kind, object } = request;
    if (request.verb === 'create') return this.#create(kind, object);
    const stored = this.store.get(kind, object.metadata.namespace ?? '', object.metadata.name);
    if (!stored) return notFound(kind, object.metadata.name);
    if (stored.metadata.resourceVersion !== object.metadata.resourceVersion) {
      return conflict(kind, object.metadata.name);
    }
    const refusal = this.refuse(request.verb, object);
    if (refusal) return refusal;
    const { status } = (request.verb === 'updateStatus' ? object : stored) as { status?: unknown };
    const base = request.verb === 'updateStatus' ? stored : object;
    return this.#write(kind, { ...base, status } as KubeObject, stored);
  }

  #create(kind: Kind, object: KubeObject): KubeObject | Status {
    const metadata = metadataForCreate(
      { ...kind, hasGeneration: kind !== EventKind },
      object.metadata,
      this.nowMs,
      this.#random,
    );
    if (kind.namespaced) metadata.namespace ??= 'default';
    const draft =
      kind === PodKind ? { ...object, metadata, status: { phase: 'Pending' } } : { ...object, metadata };
    const refusal = this.refuse('create', draft);
    if (refusal) return refusal;
    if (this.store.get(kind, metadata.namespace ?? '', metadata.name))
      return alreadyExists(kind, metadata.name);
    return this.store.put(kind, draft, this.nowMs);
  }

  #write(kind: Kind, object: KubeObject, stored: KubeObject): KubeObject {
    const next = { ...object, metadata: metadataForUpdate(object.metadata, stored.metadata) };
    if (isEqual(next, stored)) return stored;
    const counted = isSpecChanged(next, stored) ? bumpGeneration(next) : next;
    if (!isReleased(kind, counted)) return this.store.put(kind, counted, this.nowMs);
    this.store.remove(kind, counted, this.nowMs);
    return counted;
  }

  #delete(kind: Kind, namespace: string, name: string, options: DeleteOptions): KubeObject | Status {
    const stored = this.store.get(kind, namespace, name);
    if (!stored) return notFound(kind, name);
    const graceful = {
      ...kind,
      gracePeriodSeconds: (object: KubeObject, requested?: number) => {
        if (kind !== PodKind) return 0;
        return requested ?? (object as Pod).spec.terminationGracePeriodSeconds ?? 30;
      },
    };
    const plan = planDeletion(graceful, stored, options, this.nowMs);
    if (plan.outcome === 'none') return stored;
    if (plan.outcome === 'remove') {
      this.store.remove(kind, plan.object, this.nowMs);
      return plan.object;
    }
    return this.store.put(kind, plan.object, this.nowMs);
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

  #ring(change: Change): void {
    this.components.forEach((component, index) => {
      for (const doorbell of component.doorbells) {
        if ('world' in doorbell || doorbell.kind !== change.kind) continue;
        for (const key of doorbell.keys(change, this.store)) {
          this.#queue.ring(index, key, this.nowMs + component.latencyMs);
        }
      }
    });
  }
}

/** A kubelet that is done with a pod at one look: it runs it, or takes it away. Image `broken` never gets ready. */
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
    const isBroken = pod.spec.containers.some(({ image }) => image === 'broken');
    const object = {
      ...pod,
      status: { ...pod.status, phase: 'Running', conditions: readyConditions(!isBroken, nowMs) },
    };
    return [{ verb: 'updateStatus', kind: PodKind, object: object as Pod }];
  },
};

export function readyConditions(isReady: boolean, atMs: number): NonNullable<Pod['status']>['conditions'] {
  return [{ type: 'Ready', status: isReady ? 'True' : 'False', lastTransitionTime: formatRfc3339(atMs) }];
}
