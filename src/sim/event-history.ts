// Events as they come, with every count an equal one reaches.
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
  cluster.store.subscribe((change) => {
    if (change.kind !== EventKind || change.type === 'DELETED') return;
    const { type = '', reason = '', message = '', involvedObject, count = 1 } = change.after as Event;
    const { kind = '', name = '' } = involvedObject;
    rows.push({ atMs: change.atMs - cluster.startMs, type, reason, message, kind, name, count });
  });
  return rows;
}
