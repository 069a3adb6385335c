// A watch as a client holds it: the changes since it began, to be taken when the client gets to run.
import type { Kind } from '../api/kind.ts';
import type { KubeObject } from '../api/meta.ts';
import type { Change, Store } from './store.ts';

export interface Watch {
  /** The changes since the last take, in order. */
  take(): readonly Change[];
  /** True while there is something to take. */
  isReady(): boolean;
  stop(): void;
}

/** Watches one kind. `includes` narrows it: an object that no longer fits is reported as DELETED, as the API server does. */
export function openWatch(store: Store, kind: Kind, includes: (object: KubeObject) => boolean): Watch {
  let changes: Change[] = [];
  const stop = store.subscribe((change) => {
    if (change.kind !== kind) return;
    const was = change.before !== undefined && includes(change.before);
    const is = change.type !== 'DELETED' && includes(change.after);
    if (!was && !is) return;
    const type = was && is ? 'MODIFIED' : is ? 'ADDED' : 'DELETED';
    changes.push({ ...change, type });
  });
  return {
    take() {
      const taken = changes;
      changes = [];
      return taken;
    },
    isReady: () => changes.length > 0,
    stop,
  };
}
