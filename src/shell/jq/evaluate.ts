// Runs a jq program: every filter turns one value into none, one or many.
import type { Filter, Pattern } from './filter.ts';
import { format } from './formats.ts';
import { functionNamed } from './functions.ts';
import { JqError } from './jq-error.ts';
import { valueAt, withoutPath, withValueAt } from './paths.ts';
import type { Place, Scope } from './scope.ts';
import { combine, compareValues, indexed, isFalse, isObject, sliced, valuesIn } from './values.ts';

type Values = Generator<unknown, void, void>;

/** What a program makes of a value. Throws `JqError` and `JqHalt`. */
export function* evaluate(filter: Filter, input: unknown, scope: Scope): Values {
  scope.work.step();
  switch (filter.is) {
    case 'literal':
      yield filter.value;
      return;
    case 'variable':
      yield scope.variables.get(filter.name) ?? null;
      return;
    case 'identity':
    case 'recurse':
    case 'index':
    case 'slice':
    case 'iterate':
      for (const { value } of places(filter, input, scope)) yield value;
      return;
    case 'pipe':
      for (const value of evaluate(filter.left, input, scope)) yield* evaluate(filter.right, value, scope);
      return;
    case 'comma':
      yield* evaluate(filter.left, input, scope);
      yield* evaluate(filter.right, input, scope);
      return;
    case 'negate':
      for (const value of evaluate(filter.body, input, scope)) yield combine('-', 0, value);
      return;
    case 'array':
      yield filter.body === undefined ? [] : [...evaluate(filter.body, input, scope)];
      return;
    case 'object':
      yield* objects(filter.members, input, scope);
      return;
    case 'format':
      yield format(filter.name, input);
      return;
    case 'string':
      yield* strings(filter.parts, filter.format, input, scope);
      return;
    case 'if':
      for (const test of evaluate(filter.test, input, scope))
        yield* evaluate(isFalse(test) ? filter.no : filter.yes, input, scope);
      return;
    case 'try':
      yield* attempt(filter, input, scope);
      return;
    case 'bind':
      for (const value of evaluate(filter.source, input, scope))
        yield* evaluate(filter.body, input, bound(scope, filter.pattern, value));
      return;
    case 'reduce':
      yield* reduced(filter, input, scope);
      return;
    case 'operator':
      yield* operate(filter, input, scope);
      return;
    case 'call':
      yield* called(filter, input, scope);
  }
}

/** The places in a value that a filter leads to. Throws `JqError` where it leads to none. */
export function* places(filter: Filter, input: unknown, scope: Scope): Generator<Place, void, void> {
  scope.work.step();
  switch (filter.is) {
    case 'identity':
      yield { path: [], value: input };
      return;
    case 'recurse':
      yield* below({ path: [], value: input }, scope);
      return;
    case 'index':
      for (const at of places(filter.target, input, scope))
        for (const key of evaluate(filter.key, input, scope))
          yield { path: [...at.path, key], value: indexed(at.value, key) };
      return;
    case 'slice':
      for (const at of places(filter.target, input, scope)) {
        const [from] = filter.from ? evaluate(filter.from, input, scope) : [];
        const [to] = filter.to ? evaluate(filter.to, input, scope) : [];
        yield {
          path: [...at.path, { start: from ?? null, end: to ?? null }],
          value: sliced(at.value, from, to),
        };
      }
      return;
    case 'iterate':
      for (const at of places(filter.target, input, scope)) yield* within(at);
      return;
    case 'pipe':
      for (const at of places(filter.left, input, scope))
        yield* from(at, places(filter.right, at.value, scope));
      return;
    case 'comma':
      yield* places(filter.left, input, scope);
      yield* places(filter.right, input, scope);
      return;
    case 'if':
      for (const test of evaluate(filter.test, input, scope))
        yield* places(isFalse(test) ? filter.no : filter.yes, input, scope);
      return;
    case 'try':
      try {
        yield* places(filter.body, input, scope);
      } catch (error) {
        if (!(error instanceof JqError)) throw error;
      }
      return;
    case 'call':
      if (filter.name === 'select') {
        for (const test of evaluate(filter.args[0] as Filter, input, scope))
          if (!isFalse(test)) yield { path: [], value: input };
        return;
      }
      if (filter.name === 'empty') return;
      if (filter.name === 'recurse' && filter.args.length === 0)
        yield* below({ path: [], value: input }, scope);
      else if (filter.name === 'first' && filter.args.length === 0)
        yield { path: [0], value: indexed(input, 0) };
      else if (filter.name === 'last' && filter.args.length === 0)
        yield { path: [-1], value: indexed(input, -1) };
      else yield* ofValues(filter, input, scope);
      return;
    default:
      yield* ofValues(filter, input, scope);
  }
}

/** A filter that makes values up leads to no place: its values can be read, not written to. */
function* ofValues(filter: Filter, input: unknown, scope: Scope): Generator<Place, void, void> {
  for (const value of evaluate(filter, input, scope)) yield { path: [NOWHERE], value };
}

const NOWHERE = Symbol('nowhere');

function* from(start: Place, ends: Generator<Place, void, void>): Generator<Place, void, void> {
  for (const { path, value } of ends) yield { path: [...start.path, ...path], value };
}

function* within({ path, value }: Place): Generator<Place, void, void> {
  if (isObject(value))
    for (const key of Object.keys(value)) yield { path: [...path, key], value: value[key] };
  else for (const [i, item] of valuesIn(value).entries()) yield { path: [...path, i], value: item };
}

function* below(at: Place, scope: Scope): Generator<Place, void, void> {
  scope.work.step();
  yield at;
  if (!isObject(at.value) && !Array.isArray(at.value)) return;
  for (const inner of within(at)) yield* below(inner, scope);
}

function* objects(
  [first, ...rest]: readonly (readonly [Filter, Filter])[],
  input: unknown,
  scope: Scope,
): Generator<Record<string, unknown>, void, void> {
  if (first === undefined) {
    yield {};
    return;
  }
  for (const key of evaluate(first[0], input, scope)) {
    if (typeof key !== 'string') throw new JqError('Object keys must be strings');
    for (const value of evaluate(first[1], input, scope))
      for (const others of objects(rest, input, scope)) yield Object.assign(fresh(key, value), others);
  }
}

/** An own member, whatever it is called. */
function fresh(key: string, value: unknown): Record<string, unknown> {
  return Object.fromEntries([[key, value]]);
}

function* strings(
  [first, ...rest]: readonly (string | Filter)[],
  how: string,
  input: unknown,
  scope: Scope,
): Generator<string, void, void> {
  if (first === undefined) {
    yield '';
    return;
  }
  const starts = typeof first === 'string' ? [first] : evaluate(first, input, scope);
  for (const start of starts) {
    const text = typeof first === 'string' ? first : format(how, start);
    for (const end of strings(rest, how, input, scope)) yield scope.work.bounded(text + end);
  }
}

function* attempt(filter: Filter & { readonly is: 'try' }, input: unknown, scope: Scope): Values {
  try {
    yield* evaluate(filter.body, input, scope);
  } catch (error) {
    if (!(error instanceof JqError)) throw error;
    if (filter.otherwise) yield* evaluate(filter.otherwise, error.value, scope);
  }
}

function* reduced(filter: Filter & { readonly is: 'reduce' }, input: unknown, scope: Scope): Values {
  let [state = null] = [...evaluate(filter.start, input, scope)];
  for (const value of evaluate(filter.source, input, scope)) {
    const results = [...evaluate(filter.update, state, bound(scope, filter.pattern, value))];
    state = results.at(-1) ?? null;
  }
  yield state;
}

function bound(scope: Scope, pattern: Pattern, value: unknown): Scope {
  const variables = new Map(scope.variables);
  const bind = (to: Pattern, part: unknown): void => {
    if (to.is === 'variable') variables.set(to.name, part);
    else if (to.is === 'array') for (const [i, item] of to.items.entries()) bind(item, indexed(part, i));
    else for (const [key, member] of to.members) bind(member, indexed(part, key));
  };
  bind(pattern, value);
  return { ...scope, variables };
}

function* called({ name, args }: Filter & { readonly is: 'call' }, input: unknown, scope: Scope): Values {
  const run = functionNamed(name, args.length);
  if (!run) return;
  yield* run(input, {
    args,
    scope,
    run: (filter, value) => evaluate(filter, value, scope),
    places: (filter, value) => places(filter, value, scope),
  });
}

const assigning: ReadonlyMap<string, string> = new Map<string, string>([
  ...['+', '-', '*', '/', '%'].map((sign) => [`${sign}=`, sign] as const),
  ['=', '='] as const,
  ['//=', '//'] as const,
]);

const comparing: ReadonlyMap<string, (difference: number) => boolean> = new Map([
  ['==', (it) => it === 0],
  ['!=', (it) => it !== 0],
  ['<', (it) => it < 0],
  ['<=', (it) => it <= 0],
  ['>', (it) => it > 0],
  ['>=', (it) => it >= 0],
]);

type Operator = Filter & { readonly is: 'operator' };

function* operate(filter: Operator, input: unknown, scope: Scope): Values {
  const { name, left, right } = filter;
  if (name === '//') yield* alternatives(filter, input, scope);
  else if (name === 'and' || name === 'or') yield* logic(filter, input, scope);
  else if (name === '|=') yield updated(filter, input, scope);
  else if (assigning.has(name)) {
    for (const value of evaluate(right, input, scope)) yield assigned(filter, input, value, scope);
  } else {
    const compare = comparing.get(name);
    for (const b of evaluate(right, input, scope))
      for (const a of evaluate(left, input, scope))
        yield compare ? compare(compareValues(a, b)) : scope.work.bounded(combine(name, a, b));
  }
}

function* alternatives({ left, right }: Operator, input: unknown, scope: Scope): Values {
  let hasSome = false;
  const attempted: Filter = { is: 'try', body: left };
  for (const value of evaluate(attempted, input, scope)) {
    if (isFalse(value)) continue;
    hasSome = true;
    yield value;
  }
  if (!hasSome) yield* evaluate(right, input, scope);
}

function* logic({ name, left, right }: Operator, input: unknown, scope: Scope): Values {
  for (const a of evaluate(left, input, scope)) {
    if (isFalse(a) === (name === 'and')) yield name !== 'and';
    else for (const b of evaluate(right, input, scope)) yield !isFalse(b);
  }
}

/** `left |= right`: each place gets what `right` makes of it, or goes where that is nothing. */
function updated({ left, right }: Operator, input: unknown, scope: Scope): unknown {
  let result = input;
  const gone: (readonly unknown[])[] = [];
  for (const path of pathsTo(left, input, scope)) {
    const [next] = evaluate(right, valueAt(result, path), scope);
    if (next === undefined) gone.push(path);
    else result = withValueAt(result, path, next);
  }
  return gone.reverse().reduce((value: unknown, path) => withoutPath(value, path), result);
}

function assigned({ name, left }: Operator, input: unknown, value: unknown, scope: Scope): unknown {
  const sign = assigning.get(name) ?? '=';
  let result = input;
  for (const path of pathsTo(left, input, scope)) {
    const own = valueAt(result, path);
    const next =
      sign === '=' ? value : sign === '//' ? (isFalse(own) ? value : own) : combine(sign, own, value);
    result = withValueAt(result, path, next);
  }
  return result;
}

/** The paths that something can be written to. Throws `JqError`. */
function pathsTo(filter: Filter, input: unknown, scope: Scope): readonly (readonly unknown[])[] {
  return [...places(filter, input, scope)].map(({ path, value }) => {
    if (path.includes(NOWHERE))
      throw new JqError(`Invalid path expression with result ${JSON.stringify(value)}`);
    return path;
  });
}
