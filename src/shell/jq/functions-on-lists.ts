// Functions of jq on arrays and objects: their length, their order, what is in them.
import { textOf } from './formats.ts';
import type { JqFunction } from './function-kinds.ts';
import { keyed, lists, plain } from './function-kinds.ts';
import { JqError } from './jq-error.ts';
import { combine, compareValues, described, isFalse, isObject, typeOf, valuesIn } from './values.ts';

type Pair = readonly [item: unknown, key: unknown];

export const listFunctions: readonly (readonly [string, JqFunction])[] = [
  ['length/0', plain(lengthOf)],
  ['keys/0', plain((input) => keysOf(input, true))],
  ['keys_unsorted/0', plain((input) => keysOf(input, false))],
  ['has/1', plain(has)],
  ['in/1', plain((input, where) => has(where, input))],
  ['add/0', plain((input) => valuesIn(input).reduce((sum: unknown, it) => combine('+', sum, it), null))],
  ['any/0', plain((input) => valuesIn(input).some((it) => !isFalse(it)))],
  ['all/0', plain((input) => !valuesIn(input).some(isFalse))],
  ['any/1', quantified(true)],
  ['all/1', quantified(false)],
  ['map/1', map],
  ['first/0', plain((input) => lists(input)[0] ?? null)],
  ['last/0', plain((input) => lists(input).at(-1) ?? null)],
  ['first/1', firstOf],
  ['last/1', lastOf],
  ['nth/1', plain((input, n) => lists(input)[Number(n)] ?? null)],
  [
    'reverse/0',
    plain((input) =>
      typeof input === 'string' ? [...input].reverse().join('') : [...lists(input ?? [])].reverse(),
    ),
  ],
  ['sort/0', plain((input) => [...sortable(input)].sort(compareValues))],
  ['sort_by/1', keyed((pairs) => inOrder(pairs).map(([item]) => item))],
  ['group_by/1', keyed((pairs) => groups(pairs).map((group) => group.map(([item]) => item)))],
  ['unique/0', plain((input) => groups(sortable(input).map((it) => [it, it])).map(([first]) => first?.[0]))],
  ['unique_by/1', keyed((pairs) => groups(pairs).map(([first]) => first?.[0]))],
  [
    'min/0',
    plain((input) =>
      extreme(
        lists(input).map((it) => [it, it]),
        -1,
      ),
    ),
  ],
  [
    'max/0',
    plain((input) =>
      extreme(
        lists(input).map((it) => [it, it]),
        1,
      ),
    ),
  ],
  ['min_by/1', keyed((pairs) => extreme(pairs, -1))],
  ['max_by/1', keyed((pairs) => extreme(pairs, 1))],
  ['flatten/0', plain((input) => lists(input).flat(100))],
  ['flatten/1', plain((input, depth) => lists(input).flat(Number(depth)))],
  ['contains/1', plain(contains)],
  ['inside/1', plain((input, where) => contains(where, input))],
  ['index/1', plain((input, what) => indicesOf(input, what)[0] ?? null)],
  ['indices/1', plain(indicesOf)],
  [
    'join/1',
    plain((input, between) =>
      lists(input)
        .map((it) => (it === null ? '' : textOf(it)))
        .join(textOf(between)),
    ),
  ],
  ['transpose/0', plain((input) => transposed(lists(input).map(lists)))],
  ['tojson/0', plain((input) => JSON.stringify(input))],
];

function lengthOf(input: unknown): number {
  if (input === null) return 0;
  if (typeof input === 'string') return [...input].length;
  if (typeof input === 'number') return Math.abs(input);
  if (Array.isArray(input)) return input.length;
  if (isObject(input)) return Object.keys(input).length;
  throw new JqError(`${described(input)} has no length`);
}

function keysOf(input: unknown, isSorted: boolean): unknown {
  if (Array.isArray(input)) return input.map((_, i) => i);
  if (!isObject(input)) throw new JqError(`${described(input)} has no keys`);
  const keys = Object.keys(input);
  return isSorted ? keys.sort() : keys;
}

function has(input: unknown, key: unknown): boolean {
  if (isObject(input) && typeof key === 'string') return Object.hasOwn(input, key);
  if (Array.isArray(input) && typeof key === 'number') return key >= 0 && key < input.length;
  throw new JqError(
    `Cannot check whether ${typeOf(input)} has a ${typeof key === 'string' ? 'string' : typeOf(key)} key`,
  );
}

function quantified(isAny: boolean): JqFunction {
  return function* (input, { args: [test], run }) {
    if (!test) return;
    const answers = valuesIn(input).flatMap((it) => [...run(test, it)]);
    yield isAny ? answers.some((it) => !isFalse(it)) : !answers.some(isFalse);
  };
}

function* map(
  input: unknown,
  { args: [filter], run }: Parameters<JqFunction>[1],
): Generator<unknown, void, void> {
  if (filter) yield valuesIn(input).flatMap((it) => [...run(filter, it)]);
}

function* firstOf(
  input: unknown,
  { args: [source], run }: Parameters<JqFunction>[1],
): Generator<unknown, void, void> {
  if (!source) return;
  for (const value of run(source, input)) {
    yield value;
    return;
  }
}

function* lastOf(
  input: unknown,
  { args: [source], run }: Parameters<JqFunction>[1],
): Generator<unknown, void, void> {
  if (source) yield* [...run(source, input)].slice(-1);
}

function sortable(input: unknown): readonly unknown[] {
  if (Array.isArray(input)) return input;
  throw new JqError(`${described(input)} cannot be sorted, as it is not an array`);
}

function inOrder(pairs: readonly Pair[]): readonly Pair[] {
  return [...pairs].sort(([, a], [, b]) => compareValues(a, b));
}

function groups(pairs: readonly Pair[]): readonly (readonly Pair[])[] {
  const found: Pair[][] = [];
  for (const pair of inOrder(pairs)) {
    const last = found.at(-1);
    if (last?.[0] && compareValues(last[0][1], pair[1]) === 0) last.push(pair);
    else found.push([pair]);
  }
  return found;
}

/** The first of the least, the last of the greatest. */
function extreme(pairs: readonly Pair[], sign: -1 | 1): unknown {
  const sorted = inOrder(pairs);
  return (sign < 0 ? sorted[0] : sorted.at(-1))?.[0] ?? null;
}

function contains(input: unknown, part: unknown): boolean {
  if (isObject(input) && isObject(part)) {
    return Object.entries(part).every(
      ([key, value]) => Object.hasOwn(input, key) && contains(input[key], value),
    );
  }
  if (Array.isArray(input) && Array.isArray(part))
    return part.every((it) => input.some((own) => sameKind(own, it) && contains(own, it)));
  if (typeof input === 'string' && typeof part === 'string') return input.includes(part);
  if (sameKind(input, part)) return compareValues(input, part) === 0;
  throw new JqError(`${described(input)} and ${described(part)} cannot have their containment checked`);
}

const sameKind = (a: unknown, b: unknown) => typeOf(a) === typeOf(b);

function indicesOf(input: unknown, what: unknown): readonly number[] {
  if (input === null) return [];
  if (typeof input === 'string' && typeof what === 'string') {
    const found: number[] = [];
    for (let at = input.indexOf(what); at >= 0 && what !== ''; at = input.indexOf(what, at + 1))
      found.push(at);
    return found;
  }
  return lists(input).flatMap((it, i) => (compareValues(it, what) === 0 ? [i] : []));
}

function transposed(rows: readonly (readonly unknown[])[]): readonly (readonly unknown[])[] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: width }, (_, i) => rows.map((row) => row[i] ?? null));
}
