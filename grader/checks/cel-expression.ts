// A Common Expression Language expression over the objects of a cluster: read, bounded, and asked.
import type { ASTNode } from '@marcbachmann/cel-js';
import { Environment } from '@marcbachmann/cel-js';
import { kinds } from '../../src/sim/index.ts';
import type { Message } from '../finding.ts';
import { seenInstead } from './cel-seen.ts';

/**
 * Its variables are the resources by their plural (pods, statefulsets, events …), each a list sorted by name, and `before`, a
 * map of the same lists as they were at the beginning. Whole numbers are ints.
 */
export interface CelExpression {
  /** The plurals that the answer may depend on. */
  readonly resources: ReadonlySet<string>;
  holds(variables: Readonly<Record<string, unknown>>): CelAnswer;
  /** What was seen in place of what it says; undefined where that cannot be put shortly. */
  seenInstead(variables: Readonly<Record<string, unknown>>): Message | undefined;
}

/** Whether it holds; `problem` says why it could not be told (a field that is not there, an index beyond the end). */
export interface CelAnswer {
  readonly holds: boolean;
  readonly problem?: string;
}

const charsMax = 2000;
const limits = {
  maxAstNodes: 500,
  maxDepth: 40,
  maxListElements: 100,
  maxMapEntries: 100,
  maxCallArguments: 8,
};
/** A loop in a loop in a loop over every pod would take a minute. */
const nestingMax = 2;
const loops = new Set(['all', 'exists', 'exists_one', 'map', 'filter']);
/** Patterns can take for ever, and calendars depend on the host. */
const refusedCalls = /^(matches|get[A-Z].*)$/;

const environment = createEnvironment();

function createEnvironment(): Environment {
  const created = new Environment({ homogeneousAggregateLiterals: false, limits });
  for (const { plural } of kinds) created.registerVariable(plural, 'list');
  return created.registerVariable('before', 'map');
}

/** Reads an expression that `celProblem` finds nothing wrong with. Throws otherwise. */
export function readCel(expression: string): CelExpression {
  const problem = celProblem(expression);
  if (problem !== undefined) throw new RangeError(problem);
  const parsed = environment.parse(expression);
  return {
    resources: resourcesOf(parsed.ast),
    holds(variables) {
      try {
        return { holds: parsed(variables) === true };
      } catch (error) {
        return { holds: false, problem: firstLineOf(error) };
      }
    },
    seenInstead: (variables) => seenInstead(parsed.ast, variables),
  };
}

/** What is wrong with an expression, in a sentence; undefined where nothing is. */
export function celProblem(expression: string): string | undefined {
  if (expression.length > charsMax) return `the expression is longer than ${charsMax} characters`;
  try {
    const parsed = environment.parse(expression);
    const checked = parsed.check();
    if (!checked.valid) return firstLineOf(checked.error);
    if (checked.type !== 'bool' && checked.type !== 'dyn')
      return `it answers ${checked.type}, not true or false`;
    return faultOf(parsed.ast, 0);
  } catch (error) {
    return firstLineOf(error);
  }
}

function firstLineOf(error: unknown): string {
  const [line = ''] = String(error instanceof Error ? error.message : error).split('\n');
  return line.slice(0, 200);
}

function faultOf(node: ASTNode, nesting: number): string | undefined {
  const name = node.op === 'rcall' || node.op === 'call' ? node.args[0] : undefined;
  if (name !== undefined && refusedCalls.test(name)) {
    return `${name}() is not supported: compare with contains(), startsWith(), endsWith() or ==`;
  }
  const depth = node.op === 'rcall' && name !== undefined && loops.has(name) ? nesting + 1 : nesting;
  if (depth > nestingMax) return `more than ${nestingMax} loops within each other`;
  for (const child of childrenOf(node)) {
    const fault = faultOf(child, depth);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function childrenOf(node: ASTNode): ASTNode[] {
  const found: ASTNode[] = [];
  const collect = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) collect(item);
    else if (isNode(value)) found.push(value);
  };
  collect(node.args);
  return found;
}

function isNode(value: unknown): value is ASTNode {
  return typeof value === 'object' && value !== null && 'op' in value && 'args' in value;
}

/** Every resource that is named anywhere, `before.pods` too. One too many only costs time. */
function resourcesOf(ast: ASTNode): ReadonlySet<string> {
  const words = new Set<string>();
  const visit = (node: ASTNode): void => {
    for (const value of [node.args].flat()) if (typeof value === 'string') words.add(value);
    for (const child of childrenOf(node)) visit(child);
  };
  visit(ast);
  return new Set(kinds.map(({ plural }) => plural).filter((plural) => words.has(plural)));
}
