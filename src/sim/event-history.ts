// Events as they come, with every count an equal one reaches.
// Those about objects that are in no namespace, as nodes are, are left to `kubectl get events`: this is the story of workloads.
// Where similar events are combined on one, its last words are all that is left, as in the cluster itself.
import type { Event } from './api/event.ts';
import { EventKind } from './api/event.ts';
import type { Cluster } from './cluster.ts';

export interface EventRow {
  /** Ms since the start of the cluster. */
  readonly atMs: number;
  readonly type: string;
  readonly reason: string;
  readonly message: string;
  /** Of the object it is about. */
  readonly kind: string;
  readonly name: string;
  readonly count: number;
}

/** Keeps a row of every Event, and of every time it is counted again, from now on. */
export function recordEvents(cluster: Cluster): readonly EventRow[] {
  const rows: EventRow[] = [];
  /** The last row of each Event, by its name. */
  const last = new Map<string, EventRow>();
  cluster.store.subscribe((change) => {
    if (change.kind !== EventKind || change.type === 'DELETED') return;
    const { type = '', reason = '', message = '', involvedObject, count = 1 } = change.after as Event;
    const { kind = '', name = '', namespace } = involvedObject;
    if (namespace === undefined) return;
    const row = { atMs: change.atMs - cluster.startMs, type, reason, message, kind, name, count };
    if (change.before && (change.before as Event).message !== message) {
      const combined = rows.indexOf(last.get(change.after.metadata.name) ?? row);
      if (combined >= 0) rows.splice(combined, 1);
    }
    rows.push(row);
    last.set(change.after.metadata.name, row);
  });
  return rows;
}
