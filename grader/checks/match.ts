// Holding an object against a partial tree.
import type { Tree } from '../check-definition.ts';

/** The first place at which an object differs from a tree. */
export interface Mismatch {
  /** As spec.containers[nginx].image. */
  readonly path: string;
  readonly wanted: string;
  /** JSON of what is there; empty where nothing is. */
  readonly found: string;
}

type Json = Tree[string];

/**
 * Undefined where the object has every leaf of the tree. null in the tree: nothing is there. A list in the tree matches where
 * each of its items is found in the object's list: one that has a name is looked for by it, any other matches some item.
 * Of a condition that is there and differs, it is told how; where it is missing, which others there are and why.
 */
export function mismatch(tree: Json, value: unknown, path = ''): Mismatch | undefined {
  if (tree === null) {
    return value === undefined || value === null ? undefined : differs(path, 'nothing', value);
  }
  if (Array.isArray(tree)) return mismatchOfList(tree, value, path);
  if (typeof tree !== 'object')
    return tree === value ? undefined : differs(path, JSON.stringify(tree), value);
  if (!isTree(value)) return differs(path, JSON.stringify(tree), value);
  for (const [key, wanted] of Object.entries(tree)) {
    const found = Object.hasOwn(value, key) ? value[key] : undefined;
    const fault = mismatch(wanted, found, path === '' ? key : `${path}.${key}`);
    if (fault) return fault;
  }
  return undefined;
}

function mismatchOfList(tree: readonly Json[], value: unknown, path: string): Mismatch | undefined {
  if (!Array.isArray(value)) return differs(path, JSON.stringify(tree), value);
  if (tree.length === 0 && value.length > 0) return differs(path, '[]', value);
  for (const item of tree) {
    const name = nameOf(item);
    if (name !== undefined) {
      const named = value.find((it) => nameOf(it) === name);
      if (named === undefined) return differs(`${path}[${name}]`, JSON.stringify(item), undefined);
      const fault = mismatch(item, named, `${path}[${name}]`);
      if (fault) return fault;
      continue;
    }
    if (value.some((it) => mismatch(item, it) === undefined)) continue;
    const type = conditionOf(item);
    const condition = type && value.find((it) => conditionOf(it) === type);
    if (condition) return mismatch(item, condition, `${path}[${type}]`);
    const [only] = value;
    if (value.length === 1) return mismatch(item, only, `${path}[0]`);
    return differs(path, JSON.stringify(item), type === undefined ? value : value.map(shortCondition));
  }
  return undefined;
}

/** The name by which items of Kubernetes' lists are told apart: their own, or that in their metadata. */
function nameOf(item: unknown): string | undefined {
  if (!isTree(item)) return undefined;
  const own = Object.hasOwn(item, 'name') ? item.name : undefined;
  const metadata = Object.hasOwn(item, 'metadata') ? item.metadata : undefined;
  const name = own ?? (isTree(metadata) && Object.hasOwn(metadata, 'name') ? metadata.name : undefined);
  return typeof name === 'string' ? name : undefined;
}

/** The type of a condition, as Ready. */
function conditionOf(item: unknown): string | undefined {
  if (!isTree(item) || !Object.hasOwn(item, 'type') || !Object.hasOwn(item, 'status')) return undefined;
  return typeof item.type === 'string' ? item.type : undefined;
}

/** Of a condition, what is worth telling: its times and its message would push the others out. */
function shortCondition(item: unknown): unknown {
  if (!isTree(item)) return item;
  const { type, status, reason } = item;
  return { type, status, ...(reason === undefined ? {} : { reason }) };
}

function isTree(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function differs(path: string, wanted: string, found: unknown): Mismatch {
  const text = found === undefined || found === null ? '' : JSON.stringify(found);
  return { path, wanted, found: text.length > 200 ? `${text.slice(0, 200)} …` : text };
}
