/** The last thing that was said about each object. */
import type { Cluster, Event } from '../../sim/index.ts';
import { EventKind } from '../../sim/index.ts';

export class LastEvents {
  /** `Reason: message`, by uid. */
  readonly byUid = new Map<string, string>();

  constructor(cluster: Cluster) {
    cluster.store.subscribe(({ kind, type, after }) => {
      if (type === 'DELETED') this.byUid.delete(after.metadata.uid ?? '');
      else if (kind === EventKind) this.#hear(after as Event);
    });
  }

  #hear({ involvedObject, reason = '', message = '' }: Event): void {
    this.byUid.set(involvedObject.uid ?? '', `${reason}: ${message}`);
  }
}
