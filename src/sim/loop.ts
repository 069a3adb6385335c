// The loop: takes the next moment, lets one component look at one key, and makes the requests it returns.
// Only the loop makes requests, and time passes only between moments.
import type { Kind } from './api/kind.ts';
import type { KubeObject } from './api/meta.ts';
import type { Answer } from './apiserver/answer.ts';
import type { ApiServer } from './apiserver/api-server.ts';
import type { EventRecorder } from './apiserver/events.ts';
import type { Change, Store } from './apiserver/store.ts';
import type { Bounds } from './bounds.ts';
import { BoundExceeded } from './bounds.ts';
import { Causes } from './causes.ts';
import type { Component, NodeView, Request } from './component.ts';
import { LookCounts } from './look-counts.ts';
import { WorkQueue } from './machinery/work-queue.ts';
import type { World } from './world/create-world.ts';
import type { WorldChange } from './world/world.ts';

/** A doorbell with the number of the component it rings. */
interface Bell<C> {
  readonly component: number;
  keys(change: C): readonly string[];
}

export interface LoopParts {
  readonly store: Store;
  readonly api: ApiServer;
  readonly events: EventRecorder;
  readonly world: World;
  readonly components: readonly Component<NodeView>[];
  readonly view: NodeView;
  readonly bounds: Bounds;
  readonly startMs: number;
}

export class Loop {
  readonly #parts: LoopParts;
  /** What moved each component to look. */
  readonly causes = new Causes();
  readonly #work = new WorkQueue();
  readonly #bells = new Map<Kind, Bell<Change>[]>();
  readonly #worldBells: Bell<WorldChange>[] = [];
  readonly #looks = new LookCounts();
  #moments = 0;
  readonly #listeners: (() => void)[] = [];
  #lastFailure: string | undefined;
  #looker: string | undefined;
  #nowMs: number;

  constructor(parts: LoopParts) {
    this.#parts = parts;
    this.#nowMs = parts.startMs;
    parts.components.forEach((component, index) => {
      this.#hang(component, index);
    });
    parts.store.subscribe((change) => {
      for (const bell of this.#bells.get(change.kind) ?? []) this.#ringFor(bell, change);
    });
    parts.world.onChange((change) => {
      for (const bell of this.#worldBells) this.#ringFor(bell, change);
    });
  }

  /** Virtual time, in ms since the Unix epoch. */
  get nowMs(): number {
    return this.#nowMs;
  }

  /** How many moments have passed so far. */
  get moments(): number {
    return this.#moments;
  }

  /** The name of the component whose look is under way; undefined: whoever writes now stands outside of the loop. */
  get looker(): string | undefined {
    return this.#looker;
  }

  /** Tells the end of every moment. A listener may read, not act. Returns the way to stop. */
  onMoment(listener: () => void): () => void {
    this.#listeners.push(listener);
    return () => {
      const at = this.#listeners.indexOf(listener);
      if (at >= 0) this.#listeners.splice(at, 1);
    };
  }

  /** Asks every component for the keys it wants to look at when a cluster begins. */
  start(): void {
    this.#parts.components.forEach((component, index) => {
      this.#ring(index, component.startKeys?.(this.#parts.view) ?? []);
    });
  }

  /** When the next thing happens; undefined: never. */
  nextMs(): number | undefined {
    const work = this.#work.nextMs();
    const world = this.#parts.world.nextMs();
    if (work === undefined || world === undefined) return work ?? world;
    return Math.min(work, world);
  }

  /** Lets the next thing happen, and the clock reach it. False: nothing will ever happen. Throws `BoundExceeded`. */
  step(): boolean {
    const atMs = this.nextMs();
    if (atMs === undefined) return false;
    this.#nowMs = Math.max(this.#nowMs, atMs);
    this.#countMoment();
    const world = this.#parts.world.nextMs();
    // What is due in the world goes first [L5]; a key is looked at only once nothing there is.
    if (world === undefined || world > atMs) {
      const work = this.#work.take();
      if (work) this.#look(work.component, work.key);
    }
    // Either way: a look may have started something, and processes may be waiting for what has just changed.
    this.#parts.world.advance();
    for (const listener of [...this.#listeners]) listener();
    return true;
  }

  /** Lets everything happen that is due up to an instant, and the clock reach it. */
  advanceTo(atMs: number): void {
    for (;;) {
      const next = this.nextMs();
      if (next === undefined || next > atMs) break;
      this.step();
    }
    this.#nowMs = Math.max(this.#nowMs, atMs);
  }

  /** `advanceTo` for something outside of the cluster that wants to go on then: it counts as a moment too. */
  wakeAt(atMs: number): void {
    this.#countMoment();
    this.advanceTo(atMs);
  }

  /** Lets the processes of the cluster look, now, at what somebody outside has done: it counts as a moment. */
  touch(): void {
    this.#countMoment();
    this.#parts.world.advance();
    for (const listener of [...this.#listeners]) listener();
  }

  /** True where only periodic work is left. */
  isSettled(): boolean {
    return !this.#work.isBusy() && this.#parts.world.nextControlMs() === undefined;
  }

  #hang(component: Component<NodeView>, index: number): void {
    const { view } = this.#parts;
    for (const doorbell of component.doorbells) {
      if (doorbell.world) {
        this.#worldBells.push({ component: index, keys: (change) => doorbell.keys(change, view) });
        continue;
      }
      const bell = { component: index, keys: (change: Change) => doorbell.keys(change, view) };
      const bells = this.#bells.get(doorbell.kind);
      if (bells) bells.push(bell);
      else this.#bells.set(doorbell.kind, [bell]);
    }
  }

  #ringFor<C extends Change | WorldChange>({ component, keys }: Bell<C>, change: C): void {
    const rung = keys(change);
    this.#ring(component, rung);
    this.causes.rang(component, rung, change);
  }

  #ring(component: number, keys: readonly string[]): void {
    const latencyMs = this.#parts.components[component]?.latencyMs ?? 0;
    for (const key of keys) this.#work.ring(component, key, this.#nowMs + latencyMs);
  }

  #look(index: number, key: string): void {
    const component = this.#parts.components[index];
    if (!component) return;
    this.#countLook(component.name, key);
    const requests = component.reconcile(key, this.#parts.view, this.#nowMs);
    this.causes.looks(index, component.name, key);
    this.#looker = component.name;
    const isDone = this.#make(component, index, key, requests);
    this.#looker = undefined;
    if (isDone) this.#work.forget(index, key);
    else this.#work.retry(index, key, this.#nowMs);
  }

  /** Makes requests in order. False: one was refused and nobody took care of it. */
  #make(component: Component<NodeView>, index: number, key: string, requests: readonly Request[]): boolean {
    for (const request of requests) {
      if (request.verb === 'fail') {
        this.#lastFailure = `${component.name} at ${key}: ${request.message}`;
        return false;
      }
      if (request.verb === 'wake') {
        this.#work.ring(index, key, this.#nowMs + request.afterMs, request.periodic);
      } else if (request.verb === 'event') {
        this.#parts.events.record(component.name, request.event, this.#nowMs);
      } else if (request.verb === 'world') {
        this.#parts.world.act(request.act);
      } else {
        const answer = this.#call(request);
        const handler = answer.ok ? request.then?.(answer.object) : request.otherwise?.(answer.status);
        if (handler === undefined && !answer.ok) return false;
        if (handler && !this.#make(component, index, key, handler)) return false;
      }
    }
    return true;
  }

  #call(request: Exclude<Request, { verb: 'event' | 'wake' | 'world' | 'fail' }>): Answer<KubeObject> {
    const { api } = this.#parts;
    switch (request.verb) {
      case 'create':
        return api.create(request.kind, request.object);
      case 'update':
        return api.update(request.kind, request.object);
      case 'updateStatus':
        return api.update(request.kind, request.object, { subresource: 'status' });
      case 'delete':
        return api.delete(request.kind, request.namespace, request.name, request.options);
      case 'bind':
        return api.bind(request.namespace, request.name, request.uid, request.nodeName);
    }
  }

  #countMoment(): void {
    this.#moments += 1;
    const { moments } = this.#parts.bounds;
    if (this.#moments <= moments) return;
    const who = this.#looks.busiest(2).join(' and ');
    const last = this.#lastFailure ? ` Failed last: ${this.#lastFailure}.` : '';
    throw new BoundExceeded(
      'moments',
      `The cluster did not come to rest within ${moments} moments. Busiest: ${who}.${last}`,
    );
  }

  #countLook(name: string, key: string): void {
    const count = this.#looks.add(name, key, this.#nowMs);
    if (count > this.#parts.bounds.looksPerInstant) {
      throw new BoundExceeded(
        'looksPerInstant',
        `${name} at ${key} was looked at ${count} times without time passing.`,
      );
    }
  }
}
