// Objects as the expression language sees them: whole numbers are ints, every list is sorted by name.
import type { KubeObject } from '../../src/sim/index.ts';
import { kinds } from '../../src/sim/index.ts';
import type { State } from '../state.ts';

/** Objects never change, so that each is turned once. */
const turned = new WeakMap<KubeObject, unknown>();

/** The variables of an expression: one list a resource named, and the same at the beginning as `before`. */
export function celVariables(
  state: State,
  before: State,
  namespace: string,
  resources: ReadonlySet<string>,
): Record<string, unknown> {
  const lists = (from: State) =>
    Object.fromEntries(
      kinds
        .filter(({ plural }) => resources.has(plural))
        .map((kind) => [kind.plural, from.list(kind, namespace).map(turnedOf)]),
    );
  const now = lists(state);
  const absent = kinds.filter(({ plural }) => !resources.has(plural)).map(({ plural }) => [plural, []]);
  return { ...Object.fromEntries(absent), ...now, before: lists(before) };
}

function turnedOf(object: KubeObject): unknown {
  let value = turned.get(object);
  if (value === undefined) {
    value = withInts(object);
    turned.set(object, value);
  }
  return value;
}

function withInts(value: unknown): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : value;
  if (Array.isArray(value)) return value.map(withInts);
  if (typeof value !== 'object' || value === null) return value;
  return new Map(
    Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .map(([key, member]) => [key, withInts(member)]),
  );
}
