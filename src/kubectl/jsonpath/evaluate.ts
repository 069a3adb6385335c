// What a parsed JSONPath finds in a JSON value.
import type { Node, Operand, Operator, Step } from './parse.ts';
import { JsonPathError } from './parse.ts';

const resultsMax = 100_000;

/** The values a path leads to, in order. A field that is not there leads nowhere. Throws `JsonPathError`. */
export function find(steps: readonly Step[], root: unknown, current: unknown = root): readonly unknown[] {
  let found: readonly unknown[] = [current];
  for (const step of steps) {
    found = found.flatMap((value) => follow(step, value, root));
    if (found.length > resultsMax) throw new JsonPathError(`more than ${resultsMax} results`);
  }
  return found;
}

/** The text a template makes of a value. Throws `JsonPathError`. */
export function render(nodes: readonly Node[], root: unknown, current: unknown = root): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.text;
      if (node.type === 'path') return find(node.steps, root, current).map(toText).join(' ');
      return find(node.steps, root, current)
        .map((item) => render(node.body, root, item))
        .join('');
    })
    .join('');
}

/** Texts as they are, everything else as JSON. */
export function toText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(sorted(value));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const keys = Object.keys(value).sort();
  return Object.fromEntries(keys.map((key) => [key, sorted((value as Record<string, unknown>)[key])]));
}

function follow(step: Step, value: unknown, root: unknown): readonly unknown[] {
  switch (step.type) {
    case 'root':
      return [root];
    case 'current':
      return [value];
    case 'literal':
      return [step.value];
    case 'field':
      return member(value, step.name);
    case 'wildcard':
      return children(value);
    case 'recursive':
      return descendants(value);
    case 'index':
      return item(value, step.at);
    case 'slice':
      return slice(value, step);
    case 'union':
      return step.options.flatMap((option) => follow(option, value, root));
    case 'filter':
      return children(value).filter((child) => holds(child, root, step.left, step.operator, step.right));
  }
}

function member(value: unknown, name: string): readonly unknown[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  if (!Object.hasOwn(value, name)) return [];
  const found = (value as Record<string, unknown>)[name];
  return found === undefined ? [] : [found];
}

function children(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (typeof value !== 'object' || value === null) return [];
  const keys = Object.keys(value).sort();
  return keys.map((key) => (value as Record<string, unknown>)[key]).filter((child) => child !== undefined);
}

function descendants(value: unknown): readonly unknown[] {
  return [value, ...children(value).flatMap(descendants)];
}

function item(value: unknown, at: number): readonly unknown[] {
  if (!Array.isArray(value)) return [];
  const index = at < 0 ? value.length + at : at;
  if (index >= value.length || index < 0) {
    throw new JsonPathError(`array index out of bounds: index ${at}, length ${value.length}`);
  }
  return [value[index]];
}

function slice(
  value: unknown,
  { from = 0, to, step = 1 }: { from?: number; to?: number; step?: number },
): readonly unknown[] {
  if (!Array.isArray(value) || step < 1) return [];
  return value.slice(from, to ?? value.length).filter((_, i) => i % step === 0);
}

function holds(
  child: unknown,
  root: unknown,
  left: Operand,
  operator: Operator,
  right: Operand | undefined,
): boolean {
  const found = find(left, root, child);
  if (operator === 'exists') return found.length > 0;
  const [a] = found;
  const [b] = right ? find(right, root, child) : [];
  if (a === undefined || b === undefined) return false;
  return compare(a, b, operator);
}

function compare(a: unknown, b: unknown, operator: Operator): boolean {
  if (operator === '==') return a === b;
  if (operator === '!=') return a !== b;
  if (typeof a !== typeof b || (typeof a !== 'number' && typeof a !== 'string')) return false;
  const [x, y] = [a, b as typeof a];
  if (operator === '<') return x < y;
  if (operator === '<=') return x <= y;
  return operator === '>' ? x > y : x >= y;
}
