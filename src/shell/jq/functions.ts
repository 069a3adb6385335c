// The functions of jq, by name and number of arguments.

import type { JqFunction } from './function-kinds.ts';
import { lists, plain } from './function-kinds.ts';
import { listFunctions } from './functions-on-lists.ts';
import { textFunctions } from './functions-on-text.ts';
import { JqError, JqHalt } from './jq-error.ts';
import { valueAt, withoutPath, withValueAt } from './paths.ts';
import { compareValues, described, isFalse, isObject, typeOf, valuesIn } from './values.ts';

function raise(value: unknown): never {
  throw new JqError(value);
}

function halt(value: unknown): never {
  throw new JqHalt(typeof value === 'string' ? value : `${JSON.stringify(value)}\n`, 5);
}

function only(test: (input: unknown) => boolean): JqFunction {
  return function* (input) {
    if (test(input)) yield input;
  };
}

function number(change: (value: number) => number): JqFunction {
  return plain((input) =>
    typeof input === 'number' ? change(input) : raise(`${described(input)} number required`),
  );
}

const select: JqFunction = function* (input, { args: [test], run }) {
  if (!test) return;
  for (const answer of run(test, input)) if (!isFalse(answer)) yield input;
};

/** Depth first, on a stack of its own: a step may lead on for ever. */
const recurse: JqFunction = function* (input, { args: [step], run }) {
  yield input;
  if (!step) return;
  const stack = [run(step, input)];
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const next = top.next();
    if (next.done) {
      stack.pop();
      continue;
    }
    yield next.value;
    stack.push(run(step, next.value));
  }
};

function* ranges(
  input: unknown,
  { args, run, scope }: Parameters<JqFunction>[1],
  count: 1 | 2,
): Generator<number> {
  const [first, second] = args;
  if (!first) return;
  for (const a of run(first, input))
    for (const b of second && count === 2 ? run(second, input) : [a]) {
      const from = count === 2 ? a : 0;
      if (typeof from !== 'number' || typeof b !== 'number') raise('Range bounds must be numeric');
      for (let i = from as number; i < (b as number); i++) {
        scope.work.step();
        yield i;
      }
    }
}

const limit: JqFunction = function* (input, { args: [count, source], run }) {
  if (!count || !source) return;
  for (const most of run(count, input)) {
    let left = typeof most === 'number' ? most : 0;
    if (left <= 0) continue;
    for (const value of run(source, input)) {
      yield value;
      left -= 1;
      if (left <= 0) break;
    }
  }
};

const paths: JqFunction = function* (input, { args: [filter], places }) {
  if (!filter) return;
  for (const { path } of places(filter, input)) yield path;
};

function entriesOf(input: unknown): readonly { readonly key: string; readonly value: unknown }[] {
  if (!isObject(input)) return raise(`${described(input)} has no keys`);
  return Object.entries(input).map(([key, value]) => ({ key, value }));
}

function fromEntries(entries: readonly unknown[]): unknown {
  return Object.fromEntries(
    entries.map((entry) => {
      if (!isObject(entry)) return raise(`Cannot index ${typeOf(entry)} with "key"`);
      const key = entry.key ?? entry.k ?? entry.name ?? entry.Name ?? entry.Key ?? entry.K ?? null;
      const value = entry.value ?? entry.v ?? entry.Value ?? entry.V ?? null;
      if (typeof key === 'string') return [key, value];
      if (typeof key === 'number' || typeof key === 'boolean') return [String(key), value];
      return key === null ? ['null', value] : raise(`Cannot use ${described(key)} as object key`);
    }),
  );
}

const types = ['null', 'boolean', 'number', 'string', 'array', 'object'];

const functions: ReadonlyMap<string, JqFunction> = new Map<string, JqFunction>([
  ...listFunctions,
  ...textFunctions,
  ['empty/0', function* () {}],
  ['not/0', plain((input) => isFalse(input))],
  ['type/0', plain(typeOf)],
  ...types.map((type) => [`${type}s/0`, only((input) => typeOf(input) === type)] as const),
  ['values/0', only((input) => input !== null)],
  ['scalars/0', only((input) => !isObject(input) && !Array.isArray(input))],
  ['iterables/0', only((input) => isObject(input) || Array.isArray(input))],
  ['error/0', plain((input) => raise(input))],
  ['error/1', plain((_, message) => raise(message))],
  ['halt_error/0', plain((input) => halt(input))],
  ['floor/0', number(Math.floor)],
  ['ceil/0', number(Math.ceil)],
  ['round/0', number(Math.round)],
  ['sqrt/0', number(Math.sqrt)],
  ['fabs/0', number(Math.abs)],
  ['abs/0', number(Math.abs)],
  ['select/1', select],
  ['recurse/0', (input, { run }) => run({ is: 'recurse' }, input)],
  ['recurse/1', recurse],
  ['range/1', (input, call) => ranges(input, call, 1)],
  ['range/2', (input, call) => ranges(input, call, 2)],
  ['limit/2', limit],
  ['path/1', paths],
  [
    'paths/0',
    function* (input, call) {
      for (const { path } of call.places({ is: 'recurse' }, input)) if (path.length > 0) yield path;
    },
  ],
  [
    'del/1',
    function* (input, call) {
      const [filter] = call.args;
      const found = filter ? [...call.places(filter, input)].map(({ path }) => path) : [];
      yield [...found]
        .sort(compareValues)
        .reverse()
        .reduce((value: unknown, path) => withoutPath(value, path), input);
    },
  ],
  [
    'delpaths/1',
    plain((input, found) =>
      [...lists(found)]
        .sort(compareValues)
        .reverse()
        .reduce((value: unknown, path) => withoutPath(value, lists(path)), input),
    ),
  ],
  ['getpath/1', plain((input, path) => valueAt(input, lists(path)))],
  ['setpath/2', plain((input, path, value) => withValueAt(input, lists(path), value))],
  ['to_entries/0', plain((input) => entriesOf(input))],
  ['from_entries/0', plain((input) => fromEntries(lists(input)))],
  [
    'with_entries/1',
    function* (input, call) {
      const [filter] = call.args;
      if (!filter) return;
      yield fromEntries(entriesOf(input).flatMap((entry) => [...call.run(filter, entry)]));
    },
  ],
  [
    'map_values/1',
    function* (input, call) {
      const [filter] = call.args;
      if (!filter) return;
      const mapped = (value: unknown) => [...call.run(filter, value)].slice(0, 1);
      if (isObject(input)) {
        yield Object.fromEntries(
          Object.entries(input).flatMap(([key, value]) => mapped(value).map((it) => [key, it])),
        );
      } else yield valuesIn(input).flatMap(mapped);
    },
  ],
]);

/** Whether there is such a function. */
export function isFunction(name: string, arity: number): boolean {
  return functions.has(`${name}/${arity}`);
}

export function functionNamed(name: string, arity: number): JqFunction | undefined {
  return functions.get(`${name}/${arity}`);
}
