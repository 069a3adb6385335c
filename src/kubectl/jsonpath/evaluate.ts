// What a parsed JSONPath finds in a JSON value. Maps are gone through in order of their keys.
//
// Departs: kubectl goes through maps in an order that is another one each time; here `{..name}` finds the same twice.
import { goValue } from '../../sim/index.ts';
import { isSmaller, isTheSame } from './comparison.ts';
import type { Items, Node, Step } from './parse.ts';
import { JsonPathError } from './parse.ts';

const resultsMax = 100_000;

export interface FindOptions {
  /** True where a field that nothing has is a mistake. */
  readonly refusesMissing?: boolean;
}

/** What each piece of a template finds, in order; texts find themselves. Throws `JsonPathError`. */
export function findAll(
  nodes: readonly Node[],
  root: unknown,
  options: FindOptions = {},
): readonly (readonly unknown[])[] {
  const groups: (readonly unknown[])[] = [];
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at] as Node;
    if (node.type === 'text') {
      groups.push([node.text]);
      continue;
    }
    if (isWord(node, 'end')) throw new JsonPathError('not in range, nothing to end');
    if (!isWord(node, 'range')) {
      groups.push(follow(node.steps, [root], options));
      continue;
    }
    const end = endOf(nodes, at);
    const body = nodes.slice(at + 1, end);
    for (const item of follow(node.steps.slice(1), [root], options)) {
      for (const group of findAll(body, item, options)) groups.push(group);
      if (groups.length > resultsMax) throw tooMuch();
    }
    at = end;
  }
  return groups;
}

/** The values that one path leads to. Throws `JsonPathError`. */
export function find(nodes: readonly Node[], root: unknown): readonly unknown[] {
  return findAll(nodes, root).flat();
}

function isWord(node: Node, word: string): boolean {
  const [first] = node.type === 'path' ? node.steps : [];
  return first?.type === 'word' && first.word === word;
}

/** Where the range ends that begins at `start`: at its `end`, or with the template. */
function endOf(nodes: readonly Node[], start: number): number {
  let open = 0;
  for (let at = start; at < nodes.length; at++) {
    const node = nodes[at] as Node;
    if (isWord(node, 'range')) open += 1;
    if (isWord(node, 'end') && --open === 0) return at;
  }
  return nodes.length;
}

function follow(steps: readonly Step[], from: readonly unknown[], options: FindOptions): readonly unknown[] {
  let found = from;
  for (const step of steps) {
    found = take(step, found, options);
    if (found.length > resultsMax) throw tooMuch();
  }
  return found;
}

function tooMuch(): JsonPathError {
  return new JsonPathError(`more than ${resultsMax} results`);
}

function take(step: Step, from: readonly unknown[], options: FindOptions): readonly unknown[] {
  switch (step.type) {
    case 'literal':
      return from.map(() => step.value);
    case 'word':
      throw new JsonPathError(`unrecognized identifier ${step.word}`);
    case 'field':
      return members(step.name, from, options);
    case 'wildcard':
      return from.flatMap(children);
    case 'recursive':
      return from.flatMap(descendants);
    case 'items':
      return itemsOf(step, from);
    case 'union':
      return step.options.flatMap((option) => follow(option, from, options));
    case 'filter':
      return from.flatMap((value) => filtered(value, step, options));
  }
}

function members(name: string, from: readonly unknown[], options: FindOptions): readonly unknown[] {
  const found = from.filter(
    (value) => isMap(value) && Object.hasOwn(value, name) && value[name] !== undefined,
  );
  if (found.length === 0 && from.length > 0 && options.refusesMissing) {
    throw new JsonPathError(`${name} is not found`);
  }
  return found.map((value) => (value as Record<string, unknown>)[name]);
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function children(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (!isMap(value)) return [];
  return Object.keys(value)
    .sort()
    .map((key) => value[key])
    .filter((child) => child !== undefined);
}

/** Everything below that has something below itself, a text's characters included; the value first. */
function descendants(value: unknown): readonly unknown[] {
  if (typeof value === 'string') return value === '' ? [] : [value];
  const below = children(value);
  return below.length === 0 ? [] : [value, ...below.flatMap(descendants)];
}

function itemsOf(step: Items, from: readonly unknown[]): readonly unknown[] {
  const found: unknown[] = [];
  for (const value of from) {
    if (value === null || value === undefined) continue;
    if (!Array.isArray(value)) throw new JsonPathError(`${goType(value)} is not array or slice`);
    const [first, end] = boundsOf(step, value.length);
    // Asking for no elements ends the search, with what was found before.
    if (first === end) return found;
    const stride = step.step ?? 1;
    if (stride <= 0) throw new JsonPathError('step must be > 0');
    found.push(...value.slice(first, end).filter((_, i) => i % stride === 0));
  }
  return found;
}

function boundsOf({ from = 0, to, isIndex }: Items, length: number): readonly [first: number, end: number] {
  const first = from < 0 ? from + length : from;
  const isFromEnd = to !== undefined && (to < 0 || (to === 0 && isIndex));
  const end = to === undefined ? length : isFromEnd ? to + length : to;
  if (first === end) return [first, end];
  if (first >= length || first < 0) throw outOfBounds(first, length);
  if (end > length || end < 0) throw outOfBounds(end - 1, length);
  if (first > end) throw new JsonPathError(`starting index ${first} is greater than ending index ${end}`);
  return [first, end];
}

function outOfBounds(index: number, length: number): JsonPathError {
  return new JsonPathError(`array index out of bounds: index ${index}, length ${length}`);
}

function filtered(
  value: unknown,
  { left, operator, right }: Step & { type: 'filter' },
  options: FindOptions,
): readonly unknown[] {
  if (!Array.isArray(value)) {
    throw new JsonPathError(`${goValue(value)} is not array or slice and cannot be filtered`);
  }
  return value.filter((item) => {
    const lefts = operator === 'exists' ? attempted(left, item) : follow(left, [item], options);
    if (operator === 'exists') return lefts.length > 0;
    const rights = lefts.length === 0 ? [] : follow(right, [item], options);
    if (lefts.length > 1 || rights.length > 1) {
      throw new JsonPathError('can only compare one element at a time');
    }
    return lefts.length > 0 && rights.length > 0 && holds(lefts[0], operator, rights[0]);
  });
}

function attempted(steps: readonly Step[], item: unknown): readonly unknown[] {
  try {
    return follow(steps, [item], {});
  } catch (error) {
    if (error instanceof JsonPathError) return [];
    throw error;
  }
}

function holds(a: unknown, operator: string, b: unknown): boolean {
  switch (operator) {
    case '==':
      return isTheSame(a, b);
    case '!=':
      return !isTheSame(a, b);
    case '<':
      return isSmaller(a, b);
    case '<=':
      return isSmaller(a, b) || isTheSame(a, b);
    case '>':
      return !isSmaller(a, b) && !isTheSame(a, b);
    case '>=':
      return !isSmaller(a, b);
    default:
      throw new JsonPathError(`unrecognized filter operator ${operator}`);
  }
}

/** The name of a value's type, as messages say it. */
function goType(value: unknown): string {
  if (isMap(value)) return 'map[string]interface {}';
  if (typeof value === 'number') return Number.isInteger(value) ? 'int64' : 'float64';
  return typeof value === 'boolean' ? 'bool' : typeof value;
}
