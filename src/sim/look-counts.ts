// How often each component has looked at each key: what is said of a cluster that does not come to rest.

interface Count {
  total: number;
  /** When it was looked at last, and how often at that instant. */
  atMs: number;
  now: number;
}

export class LookCounts {
  readonly #counts = new Map<string, Map<string, Count>>();

  /** Counts one look. Returns how many there have been at this key without time passing. */
  add(component: string, key: string, nowMs: number): number {
    let ofComponent = this.#counts.get(component);
    if (!ofComponent) {
      ofComponent = new Map();
      this.#counts.set(component, ofComponent);
    }
    const count = ofComponent.get(key);
    if (!count) {
      ofComponent.set(key, { total: 1, atMs: nowMs, now: 1 });
      return 1;
    }
    count.total += 1;
    count.now = count.atMs === nowMs ? count.now + 1 : 1;
    count.atMs = nowMs;
    return count.now;
  }

  /** The keys looked at most, the most first: `deployment-controller at default/web (800 times)`. */
  busiest(most: number): readonly string[] {
    const all = [...this.#counts].flatMap(([component, keys]) =>
      [...keys].map(([key, { total }]) => ({ component, key, total })),
    );
    return all
      .sort((a, b) => b.total - a.total)
      .slice(0, most)
      .map(({ component, key, total }) => `${component} at ${key} (${total} times)`);
  }
}
