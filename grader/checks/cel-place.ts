// Where a part of an expression is asked: the values of its variables, and the objects that they are.
import type { ASTNode } from '@marcbachmann/cel-js';
import type { Scope } from './cel-terms.ts';
import { isResource, pathOf, valueIn } from './cel-terms.ts';

/** The objects that the variables of loops stand for: `pods/web-0` by `p`. */
export type Subjects = ReadonlyMap<string, string>;

export interface Place {
  readonly scope: Scope;
  readonly subjects: Subjects;
}

/** `list.all(variable, condition)`. */
export interface LoopOver {
  readonly list: ASTNode;
  readonly variable: string;
  readonly condition: ASTNode;
}

/** A place for each element of a list: its variable bound, and the object that it stands for known. */
export function elementsOf({ list, variable }: LoopOver, place: Place): readonly Place[] {
  const elements = valueIn(list, place.scope);
  const resource = resourceOf(list);
  if (!Array.isArray(elements)) return [];
  return elements.map((element) => ({
    scope: { ...place.scope, [variable]: element },
    subjects:
      resource === undefined
        ? place.subjects
        : new Map([...place.subjects, [variable, `${resource}/${nameOf(element)}`]]),
  }));
}

/** The plural of what a list holds, `before` or filtered too; undefined for any other list. */
export function resourceOf(list: ASTNode): string | undefined {
  if (list.op === 'id') return isResource(list.args) ? list.args : undefined;
  if (list.op === '.') return rootOf(list) === 'before' ? list.args[1] : undefined;
  if (list.op === 'rcall' && list.args[0] === 'filter') return resourceOf(list.args[1]);
  return undefined;
}

export function rootOf(node: ASTNode): string | undefined {
  return pathOf(node)?.root;
}

export function nameOf(object: unknown): string {
  const metadata = object instanceof Map ? object.get('metadata') : undefined;
  return metadata instanceof Map ? String(metadata.get('name')) : '';
}
