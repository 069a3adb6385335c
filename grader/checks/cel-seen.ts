// What an expression that does not hold found instead: which object it is not true of, and what that one has.
import type { ASTNode } from '@marcbachmann/cel-js';
import type { Message } from '../finding.ts';
import { entrySeen } from './cel-entries.ts';
import type { LoopOver, Place } from './cel-place.ts';
import { elementsOf, nameOf, resourceOf, rootOf } from './cel-place.ts';
import type { Scope } from './cel-terms.ts';
import { conjunctsOf, holdsIn, pathOf, textOf, valueIn } from './cel-terms.ts';

/** What was seen in place of what an expression says; undefined where that cannot be put shortly. */
export function seenInstead(ast: ASTNode, variables: Scope): Message | undefined {
  return explain(ast, { scope: variables, subjects: new Map() });
}

/** Why a node is not true. */
function explain(node: ASTNode, place: Place): Message | undefined {
  switch (node.op) {
    case '&&': {
      const wrong = conjunctsOf(node).find((part) => !holdsIn(part, place.scope));
      return wrong && explain(wrong, place);
    }
    case '||':
      // What comes first is mostly what lets a thing off; what it must be otherwise comes last.
      return explain(node.args[1], place);
    case '!_':
      return explainPresence(node.args, place);
    case 'call':
      return node.args[0] === 'has' ? fieldSeen(node.args[1][0], place) : undefined;
    case 'rcall':
      return explainCall(node, place);
    case '==':
    case '!=':
    case '<':
    case '<=':
    case '>':
    case '>=':
      return (
        countSeen(node.args[0], place) ?? fieldSeen(node.args[0], place) ?? fieldSeen(node.args[1], place)
      );
    case 'in':
      return fieldSeen(node.args[0], place) ?? fieldSeen(node.args[1], place);
    default:
      return undefined;
  }
}

type Call = Extract<ASTNode, { op: 'rcall' }>;

function explainCall(node: Call, place: Place): Message | undefined {
  const [name, receiver, args] = node.args;
  const [variable, condition] = args;
  if (name !== 'all' && name !== 'exists') return fieldSeen(receiver, place);
  if (variable?.op !== 'id' || !condition) return undefined;
  const loop = { list: receiver, variable: variable.args, condition };
  return name === 'all' ? explainAll(loop, place) : explainExists(loop, place);
}

/** The first element that it is not true of. */
function explainAll(loop: LoopOver, place: Place): Message | undefined {
  const inner = elementsOf(loop, place).find(({ scope }) => !holdsIn(loop.condition, scope));
  if (!inner) return undefined;
  const object = inner.subjects.get(loop.variable);
  return explain(loop.condition, inner) ?? (object ? { id: 'not-like-that', object } : undefined);
}

/** What the element that comes closest lacks. */
function explainExists(loop: LoopOver, place: Place): Message | undefined {
  const parts = conjunctsOf(loop.condition);
  const resource = resourceOf(loop.list);
  if (resource === undefined) return entrySeen(loop, parts, place);
  const elements = elementsOf(loop, place);
  const missing = missingByKey(loop, parts, resource, elements, place);
  if (missing) return missing;
  if (elements.length === 0) return { id: 'none-there', resource, which: '' };
  const byName = parts.find((part) => isByName(part, loop.variable));
  const meant = byName ? elements.filter(({ scope }) => holdsIn(byName, scope)) : elements;
  const ranked = meant.map((inner) => ({ inner, right: parts.filter((it) => holdsIn(it, inner.scope)) }));
  const most = Math.max(...ranked.map(({ right }) => right.length));
  const closest = ranked.find(({ right }) => right.length === most);
  if (!closest || most === 0)
    return { id: 'number-matched', resource, matched: 0, of: elements.length, names: '' };
  const wrong = parts.find((part) => !closest.right.includes(part));
  const object = closest.inner.subjects.get(loop.variable) ?? resource;
  return (wrong && explain(wrong, closest.inner)) ?? { id: 'not-like-that', object };
}

/** `p.metadata.name == "web-0"`: which object is meant. */
function isByName(part: ASTNode, variable: string): boolean {
  if (part.op !== '==') return false;
  return part.args.some((side) => {
    const path = pathOf(side);
    return path?.root === variable && path.text === 'metadata.name';
  });
}

/** An object is asked for by its name, or by the identity that another had, and is not there. */
function missingByKey(
  { variable }: LoopOver,
  parts: readonly ASTNode[],
  resource: string,
  elements: readonly Place[],
  place: Place,
): Message | undefined {
  for (const part of parts) {
    if (part.op !== '==' || elements.some(({ scope }) => holdsIn(part, scope))) continue;
    const [own, other] = rootOf(part.args[0]) === variable ? part.args : [part.args[1], part.args[0]];
    const path = pathOf(own);
    if (rootOf(own) !== variable || !path) continue;
    if (path.text === 'metadata.name')
      return { id: 'none-there', resource, which: textOf(valueIn(other, place.scope)) };
    const object = place.subjects.get(rootOf(other) ?? '');
    if (path.text === 'metadata.uid' && object) return { id: 'not-the-same', object };
  }
  return undefined;
}

/** What is there though it must not be. */
function explainPresence(node: ASTNode, place: Place): Message | undefined {
  if (node.op === 'call' && node.args[0] === 'has') return fieldSeen(node.args[1][0], place);
  if (node.op !== 'rcall' || node.args[0] !== 'exists') return undefined;
  const [, list, [variable, condition]] = node.args;
  if (variable?.op !== 'id' || !condition) return undefined;
  const loop = { list, variable: variable.args, condition };
  const inner = elementsOf(loop, place).find(({ scope }) => holdsIn(condition, scope));
  const object = inner?.subjects.get(loop.variable);
  return object === undefined ? fieldSeen(list, place) : { id: 'is-there', object };
}

/** How many there are, where a size is compared. */
function countSeen(node: ASTNode, place: Place): Message | undefined {
  if (node.op !== 'rcall' || node.args[0] !== 'size') return undefined;
  const list = node.args[1];
  const resource = resourceOf(list);
  const found = valueIn(list, place.scope);
  if (resource === undefined || !Array.isArray(found)) return undefined;
  if (list.op !== 'rcall') return { id: 'how-many', resource, count: found.length };
  const all = valueIn(list.args[1], place.scope);
  const of = Array.isArray(all) ? all.length : found.length;
  return { id: 'number-matched', resource, matched: found.length, of, names: found.map(nameOf).join(', ') };
}

/** What a field of a known object has. */
function fieldSeen(node: ASTNode | undefined, place: Place): Message | undefined {
  const path = node && pathOf(node);
  const object = path && path.text !== '' ? place.subjects.get(path.root) : undefined;
  if (!node || !path || object === undefined) return undefined;
  return { id: 'field-is', object, path: path.text, found: textOf(valueIn(node, place.scope)) };
}
