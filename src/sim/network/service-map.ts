// The Services and what is behind them, as DNS servers and nodes know them at an instant: a little later than the API server.
import type { EndpointSlice } from '../api/endpoint-slice.ts';
import { EndpointSliceKind } from '../api/endpoint-slice.ts';
import type { Kind } from '../api/kind.ts';
import { keyOf } from '../api/meta.ts';
import type { Service } from '../api/service.ts';
import { ServiceKind } from '../api/service.ts';
import type { Change, Listener } from '../apiserver/store.ts';
import type { View } from '../component.ts';

/** Modelled delays from a change in the API server to its effect, in ms. */
export const propagation = {
  /** To the answers of cluster DNS. */
  dnsMs: 50,
  /** To the tables by which a node translates virtual addresses. */
  proxyMs: 100,
} as const;

const LONGEST_MS = Math.max(...Object.values(propagation));

/** What a reader of the map sees. Lists come in order of creation. */
export interface ServiceSnapshot {
  services(): readonly Service[];
  /** By namespace and name. */
  service(namespace: string, name: string): Service | undefined;
  slicesOf(service: Service): readonly EndpointSlice[];
}

export type ObservableView = View & { subscribe(listener: Listener): () => void };

/** One state of an object, from an instant on; undefined: gone. */
interface Version<T> {
  readonly atMs: number;
  readonly object: T | undefined;
}

const SERVICE_NAME = 'kubernetes.io/service-name';

export class ServiceMap {
  readonly #services = new Map<string, Version<Service>[]>();
  readonly #slices = new Map<string, Version<EndpointSlice>[]>();
  readonly #now: () => number;

  constructor(view: ObservableView, now: () => number) {
    this.#now = now;
    // What is there already is known for long.
    const atMs = Number.NEGATIVE_INFINITY;
    for (const object of view.list(ServiceKind)) this.#services.set(keyOf(object), [{ atMs, object }]);
    for (const object of view.list(EndpointSliceKind)) this.#slices.set(keyOf(object), [{ atMs, object }]);
    view.subscribe((change) => {
      if (isOf(change, ServiceKind)) remember(this.#services, change);
      else if (isOf(change, EndpointSliceKind)) remember(this.#slices, change);
    });
  }

  /** The map as it was `delayMs` ago. */
  seenAfter(delayMs: number): ServiceSnapshot {
    const atMs = this.#now() - delayMs;
    const services = () => [...this.#services.values()].flatMap((versions) => at(versions, atMs) ?? []);
    return {
      services,
      service: (namespace, name) => at(this.#services.get(`${namespace}/${name}`) ?? [], atMs),
      slicesOf: ({ metadata: { namespace, name } }) =>
        [...this.#slices.values()].flatMap((versions) => {
          const slice = at(versions, atMs);
          if (slice?.metadata.namespace !== namespace) return [];
          return slice?.metadata.labels?.[SERVICE_NAME] === name ? slice : [];
        }),
    };
  }
}

function isOf(change: Change, kind: { readonly plural: string; readonly group: string }): boolean {
  return change.kind.plural === kind.plural && (change.kind as Kind).group === kind.group;
}

function remember<T>(objects: Map<string, Version<T>[]>, change: Change): void {
  const key = keyOf(change.after);
  const { atMs } = change;
  const version = { atMs, object: change.type === 'DELETED' ? undefined : (change.after as T) };
  const versions = [...(objects.get(key) ?? []), version];
  // Of those that everybody has seen only the last one still counts.
  const settled = versions.findLastIndex((known) => known.atMs <= atMs - LONGEST_MS);
  const kept = versions.slice(Math.max(0, settled));
  objects.set(key, kept);
}

function at<T>(versions: readonly Version<T>[], atMs: number): T | undefined {
  return versions.findLast((version) => version.atMs <= atMs)?.object;
}
