// Which changes rang for each look at a key: what a component was moved by when it decided. Kept only while somebody asks.
import type { Change } from './apiserver/store.ts';
import type { WorldChange } from './world/world.ts';

/** A component is about to make the requests of one look at one key. */
export interface Look {
  readonly component: string;
  readonly key: string;
  /** What rang for the key since it was last looked at, the latest last; nothing where the component woke by itself. */
  readonly rungBy: readonly (Change | WorldChange)[];
}

export type LookListener = (look: Look) => void;

/** Changes remembered of a key that waits for its look. */
const remembered = 12;

export class Causes {
  readonly #listeners: LookListener[] = [];
  readonly #rung = new Map<string, (Change | WorldChange)[]>();

  /** Tells every look before its requests are made. A listener may read, not act. Returns the way to stop. */
  watch(listener: LookListener): () => void {
    this.#listeners.push(listener);
    return () => {
      const at = this.#listeners.indexOf(listener);
      if (at >= 0) this.#listeners.splice(at, 1);
    };
  }

  rang(component: number, keys: readonly string[], change: Change | WorldChange): void {
    if (this.#listeners.length === 0) return;
    for (const key of keys) {
      const id = `${component} ${key}`;
      const before = this.#rung.get(id);
      if (!before) this.#rung.set(id, [change]);
      else {
        if (before.length >= remembered) before.shift();
        before.push(change);
      }
    }
  }

  looks(component: number, name: string, key: string): void {
    if (this.#listeners.length === 0) return;
    const id = `${component} ${key}`;
    const rungBy = this.#rung.get(id) ?? [];
    this.#rung.delete(id);
    for (const listener of [...this.#listeners]) listener({ component: name, key, rungBy });
  }
}
