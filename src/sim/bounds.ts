// How much one run may use. A run that goes beyond ends with a report that a learner can read, never with a hang.

export interface Bounds {
  /** Reconciles, world steps and waits of the learner's machine over the life of a cluster. */
  readonly moments: number;
  /** Objects alive at once. */
  readonly objects: number;
  /** Looks at one key within one instant of virtual time. */
  readonly looksPerInstant: number;
}

export const defaultBounds: Bounds = { moments: 1_000_000, objects: 20_000, looksPerInstant: 200 };

/** Thrown out of the loop when a bound is reached; the cluster stays as it is and can still be looked at. */
export class BoundExceeded extends Error {
  readonly bound: keyof Bounds;

  constructor(bound: keyof Bounds, message: string) {
    super(message);
    this.name = 'BoundExceeded';
    this.bound = bound;
  }
}
