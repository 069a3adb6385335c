// How functions of jq are written down.
import { JqError } from './jq-error.ts';
import type { Call } from './scope.ts';
import { described } from './values.ts';

export type JqFunction = (input: unknown, call: Call) => Generator<unknown, void, void>;

/** Of values only: it runs once for each combination of what its arguments give. */
export function plain(make: (input: unknown, ...args: unknown[]) => unknown): JqFunction {
  return function* (input, { args, run, scope }) {
    const combinations = function* (i: number): Generator<readonly unknown[], void, void> {
      const arg = args[i];
      if (!arg) yield [];
      else
        for (const rest of combinations(i + 1)) for (const value of run(arg, input)) yield [value, ...rest];
    };
    for (const values of combinations(0)) yield scope.work.bounded(make(input, ...values));
  };
}

/** Of a list, with what a filter makes of each item. */
export function keyed(
  make: (pairs: readonly (readonly [item: unknown, key: unknown])[]) => unknown,
): JqFunction {
  return function* (input, { args: [filter], run }) {
    if (!filter) return;
    yield make(lists(input).map((item) => [item, [...run(filter, item)]] as const));
  };
}

/** The value as a list. Throws `JqError`. */
export function lists(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new JqError(`${described(value)} is not an array`);
}

/** The value as text. Throws `JqError`. */
export function texts(value: unknown, what: string): string {
  if (typeof value === 'string') return value;
  throw new JqError(`${described(value)} ${what}`);
}
