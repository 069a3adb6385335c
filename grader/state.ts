// The objects at one moment, and how they became what they are: every write, in order.
import type { Change, Cluster, Kind, KubeObject } from '../src/sim/index.ts';
import { kinds } from '../src/sim/index.ts';

/** All objects at one moment. */
export class State {
  readonly #tables: Map<Kind, Map<string, KubeObject>>;

  constructor(tables: ReadonlyMap<Kind, ReadonlyMap<string, KubeObject>>) {
    this.#tables = new Map([...tables].map(([kind, table]) => [kind, new Map(table)]));
  }

  /** The objects of a kind (of one namespace, where the kind has them), sorted by name. */
  list(kind: Kind, namespace: string): readonly KubeObject[] {
    return [...(this.#tables.get(kind)?.values() ?? [])]
      .filter(({ metadata }) => !kind.namespaced || metadata.namespace === namespace)
      .sort((a, b) => (a.metadata.name < b.metadata.name ? -1 : 1));
  }

  copy(): State {
    return new State(this.#tables);
  }

  apply(change: Change): void {
    const { namespace = '', name } = change.after.metadata;
    const table = this.#tables.get(change.kind) ?? new Map<string, KubeObject>();
    if (change.type === 'DELETED') table.delete(`${namespace}/${name}`);
    else table.set(`${namespace}/${name}`, change.after);
    this.#tables.set(change.kind, table);
  }
}

/** What happened in a stretch of a cluster's life. */
export interface History {
  /** Virtual time at its beginning, ms since the Unix epoch. Times in findings count from here. */
  readonly startMs: number;
  readonly endMs: number;
  readonly before: State;
  readonly after: State;
  readonly changes: readonly Change[];
}

/** Takes down every write from now on, until `close` is called. */
export function recordHistory(cluster: Cluster): { close(): History } {
  const startMs = cluster.loop.nowMs;
  const before = stateOf(cluster);
  const changes: Change[] = [];
  const stop = cluster.store.subscribe((change) => changes.push(change));
  return {
    close() {
      stop();
      return { startMs, endMs: cluster.loop.nowMs, before, after: stateOf(cluster), changes };
    },
  };
}

function stateOf(cluster: Cluster): State {
  return new State(
    new Map(
      kinds.map((kind) => [
        kind,
        new Map(
          cluster.view.list(kind).map((object) => {
            const { namespace = '', name } = object.metadata;
            return [`${namespace}/${name}`, object];
          }),
        ),
      ]),
    ),
  );
}
