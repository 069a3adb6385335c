// The event recorder: equal events about one object are counted on one Event, and one object cannot flood the rest.
// Source: client-go's event correlator (aggregation of equal and of similar events; 25 at once, then one every 5 minutes).
import type { Event } from '../api/event.ts';
import { EventKind } from '../api/event.ts';
import type { KubeObject } from '../api/meta.ts';
import { NamespaceKind } from '../api/namespace.ts';
import type { EventRequest } from '../component.ts';
import type { Random } from '../machinery/random.ts';
import { formatRfc3339 } from '../machinery/time.ts';
import type { Store } from './store.ts';

const burst = 25;
const refillMs = 300_000;
/** So many different messages of one reason within the interval, and those after them are combined on one Event. */
const similarMax = 10;
const similarForMs = 600_000;
/** Components that record through events.k8s.io, which counts by the object as it was seen, whatever the message. */
const seriesSources = new Set(['default-scheduler']);

/** What has been said of one object for one reason. */
interface Similar {
  /** Most say one thing only, and need no set for it. */
  messages: string | Set<string>;
  atMs: number;
}

interface Bucket {
  tokens: number;
  atMs: number;
}

export class EventRecorder {
  readonly #store: Store;
  readonly #random: Random;
  readonly #names = new Map<string, string>();
  readonly #buckets = new Map<string, Bucket>();
  readonly #similar = new Map<string, Similar>();

  constructor(store: Store, random: Random) {
    this.#store = store;
    this.#random = random;
  }

  /** Stores the event, or counts it on an equal one. `source` is the component that says it. */
  record(source: string, request: EventRequest, nowMs: number): void {
    const { regarding, fieldPath, type, reason, message, host } = request;
    const component = request.source ?? source;
    const { namespace: home, name, uid } = regarding.metadata;
    const about = `${component}\n${host ?? ''}\n${regarding.kind}\n${home ?? ''}\n${name}\n${uid ?? ''}`;
    const isSeries = seriesSources.has(component);
    const reasoned = `${about}\n${type}\n${reason}`;
    const isCombined = !isSeries && this.#isOneOfMany(reasoned, message, nowMs);
    if (!this.#spend(about, nowMs)) return;
    const said = isCombined ? { ...request, message: `(combined from similar events): ${message}` } : request;
    const key = isSeries
      ? `${about}\n${regarding.metadata.resourceVersion}\n${type}\n${reason}`
      : isCombined
        ? reasoned
        : `${reasoned}\n${fieldPath ?? ''}\n${message}`;
    const namespace = home ?? 'default';
    const known = this.#names.get(key);
    const before = known === undefined ? undefined : this.#store.get(EventKind, namespace, known);
    if (before) {
      this.#store.put(
        EventKind,
        {
          ...before,
          ...(isCombined ? { message: said.message } : {}),
          count: (before.count ?? 1) + 1,
          lastTimestamp: formatRfc3339(nowMs),
        } as Event,
        nowMs,
      );
      return;
    }
    // Nothing is created in a namespace that is gone or on its way out: its events are lost.
    const place = this.#store.get(NamespaceKind, '', namespace);
    if (!place || place.metadata.deletionTimestamp !== undefined) return;
    const event = this.#newEvent(said, component, namespace, nowMs);
    this.#names.set(key, event.metadata.name);
    this.#store.put(EventKind, event, nowMs);
  }

  #newEvent(request: EventRequest, component: string, namespace: string, nowMs: number): Event {
    const { regarding, fieldPath, type, reason, message, host } = request;
    const time = formatRfc3339(nowMs);
    return {
      apiVersion: 'v1',
      kind: 'Event',
      metadata: {
        name: `${regarding.metadata.name}.${this.#random.hex(16)}`,
        namespace,
        uid: this.#random.uuid(),
        creationTimestamp: time,
      },
      involvedObject: referenceTo(regarding, fieldPath),
      reason,
      message,
      type,
      source: host === undefined ? { component } : { component, host },
      reportingComponent: component,
      reportingInstance: host ?? '',
      firstTimestamp: time,
      lastTimestamp: time,
      count: 1,
    };
  }

  /** Whether so much of the kind has been said lately that this is only counted with the rest. */
  #isOneOfMany(reasoned: string, message: string, nowMs: number): boolean {
    const similar = this.#similar.get(reasoned);
    if (!similar || nowMs - similar.atMs > similarForMs) {
      this.#similar.set(reasoned, { messages: message, atMs: nowMs });
      return false;
    }
    similar.atMs = nowMs;
    if (similar.messages === message) return false;
    if (typeof similar.messages === 'string') similar.messages = new Set([similar.messages]);
    similar.messages.add(message);
    if (similar.messages.size < similarMax) return false;
    similar.messages.delete(message);
    return true;
  }

  #spend(about: string, nowMs: number): boolean {
    const bucket = this.#buckets.get(about) ?? { tokens: burst, atMs: nowMs };
    const tokens = Math.min(burst, bucket.tokens + (nowMs - bucket.atMs) / refillMs);
    this.#buckets.set(about, { tokens: tokens >= 1 ? tokens - 1 : tokens, atMs: nowMs });
    return tokens >= 1;
  }
}

function referenceTo(object: KubeObject, fieldPath: string | undefined) {
  const { name, namespace, uid, resourceVersion } = object.metadata;
  return {
    apiVersion: object.apiVersion,
    kind: object.kind,
    name,
    ...(namespace === undefined ? {} : { namespace }),
    ...(uid === undefined ? {} : { uid }),
    ...(resourceVersion === undefined ? {} : { resourceVersion }),
    ...(fieldPath === undefined ? {} : { fieldPath }),
  };
}
