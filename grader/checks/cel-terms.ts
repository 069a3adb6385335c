// The parts of an expression, each asked by itself.
import type { ASTNode } from '@marcbachmann/cel-js';
import { Environment, serialize } from '@marcbachmann/cel-js';
import { kinds } from '../../src/sim/index.ts';

/** Values by name: the variables of an expression, and those of the loops around a part of it. */
export type Scope = Readonly<Record<string, unknown>>;

/** A member of a variable, and of its members: `p.metadata.labels["app"]` is `metadata.labels["app"]` of `p`. */
export interface FieldOf {
  readonly root: string;
  readonly text: string;
}

const charsMax = 120;
const environment = new Environment({ homogeneousAggregateLiterals: false, unlistedVariablesAreDyn: true });
const asked = new WeakMap<ASTNode, (scope: Scope) => unknown>();
const plurals: ReadonlySet<string> = new Set(kinds.map(({ plural }) => plural));

/** What a part of an expression comes to; undefined where it cannot be told. */
export function valueIn(node: ASTNode, scope: Scope): unknown {
  let ask = asked.get(node);
  try {
    ask ??= environment.parse(serialize(node));
    asked.set(node, ask);
    return ask(scope);
  } catch {
    return undefined;
  }
}

export function holdsIn(node: ASTNode, scope: Scope): boolean {
  return valueIn(node, scope) === true;
}

/** What must all be true, first to last. */
export function conjunctsOf(node: ASTNode): readonly ASTNode[] {
  return node.op === '&&' ? [...conjunctsOf(node.args[0]), ...conjunctsOf(node.args[1])] : [node];
}

/** Undefined for what is no member of a variable. */
export function pathOf(node: ASTNode): FieldOf | undefined {
  if (node.op === 'id') return { root: node.args, text: '' };
  if (node.op === '.') {
    const parent = pathOf(node.args[0]);
    return parent && { root: parent.root, text: joined(parent.text, node.args[1]) };
  }
  if (node.op === '[]' && node.args[1].op === 'value') {
    const parent = pathOf(node.args[0]);
    return parent && { root: parent.root, text: `${parent.text}[${serialize(node.args[1])}]` };
  }
  return undefined;
}

function joined(path: string, member: string): string {
  return path === '' ? member : `${path}.${member}`;
}

export function isResource(name: string): boolean {
  return plurals.has(name);
}

/** A value as a report shows it; '' for nothing. */
export function textOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  const text = typeof value === 'string' ? value : JSON.stringify(value, plain);
  return text.length <= charsMax ? text : `${text.slice(0, charsMax)} …`;
}

function plain(_: string, value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value);
  return value instanceof Map ? Object.fromEntries(value) : value;
}
