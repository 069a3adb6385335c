// What a running jq program knows: its variables, and how much more it may do.
import type { Filter } from './filter.ts';
import { JqHalt } from './jq-error.ts';

export interface Scope {
  readonly variables: ReadonlyMap<string, unknown>;
  readonly work: Work;
}

/** A place in a value, and what is there. */
export interface Place {
  readonly path: readonly unknown[];
  readonly value: unknown;
}

/** What a function is given to work with. */
export interface Call {
  readonly args: readonly Filter[];
  readonly scope: Scope;
  run(filter: Filter, input: unknown): Generator<unknown, void, void>;
  places(filter: Filter, input: unknown): Generator<Place, void, void>;
}

const stepsMax = 1_000_000;
const sizeMax = 1_000_000;

/** A program may run long, but not for ever. */
export class Work {
  #left = stepsMax;

  /** Throws `JqHalt` when it was too much. */
  step(): void {
    this.#left -= 1;
    if (this.#left < 0) throw new JqHalt('this program does too much for one run', 5);
  }

  /** The same for a value that grows. */
  bounded<Value>(value: Value): Value {
    const size = typeof value === 'string' || Array.isArray(value) ? value.length : 0;
    if (size > sizeMax) throw new JqHalt('this program makes too large a value', 5);
    return value;
  }
}
