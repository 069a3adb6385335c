// What the entries of a list within an object have, where none is as an expression wants it.
import type { ASTNode } from '@marcbachmann/cel-js';
import type { Message } from '../finding.ts';
import type { LoopOver, Place } from './cel-place.ts';
import { elementsOf } from './cel-place.ts';
import { holdsIn, pathOf, textOf, valueIn } from './cel-terms.ts';

/** An entry of a list within an object, found by its first condition: `status.conditions[type=Ready].status`. */
export function entrySeen(loop: LoopOver, parts: readonly ASTNode[], place: Place): Message | undefined {
  const list = pathOf(loop.list);
  const object = list && place.subjects.get(list.root);
  if (!object) return undefined;
  const [key, wanted] = parts;
  if (key?.op !== '==' || pathOf(key.args[0])?.root !== loop.variable)
    return membersSeen(loop, parts, object, list.text, place);
  const inner = elementsOf(loop, place).find(({ scope }) => holdsIn(key, scope));
  const which = `${list.text}[${pathOf(key.args[0])?.text}=${textOf(valueIn(key.args[1], place.scope))}]`;
  const member = wanted?.op === '==' ? wanted.args[0] : undefined;
  const path = member && pathOf(member);
  if (!inner || !member || path?.root !== loop.variable)
    return { id: 'field-is', object, path: which, found: inner ? textOf(inner.scope[loop.variable]) : '' };
  return {
    id: 'field-is',
    object,
    path: `${which}.${path.text}`,
    found: textOf(valueIn(member, inner.scope)),
  };
}

/** What the entries of a list have where the last condition looks: `spec.volumes[].persistentVolumeClaim.claimName`. */
function membersSeen(
  loop: LoopOver,
  parts: readonly ASTNode[],
  object: string,
  list: string,
  place: Place,
): Message {
  const member = parts.map(lookedAt).findLast((node) => node && pathOf(node)?.root === loop.variable);
  const path = member ? `${list}[].${pathOf(member)?.text}` : list;
  const values = member
    ? elementsOf(loop, place).map(({ scope }) => valueIn(member, scope))
    : [valueIn(loop.list, place.scope)];
  return { id: 'field-is', object, path, found: values.map(textOf).filter(Boolean).join(', ') };
}

/** The side of a condition that is looked at, mostly a field. */
function lookedAt(node: ASTNode): ASTNode | undefined {
  if (node.op === 'call') return node.args[1][0];
  if (node.op === 'rcall') return node.args[1];
  return node.op === '==' || node.op === '!=' || node.op === 'in' ? node.args[0] : undefined;
}
