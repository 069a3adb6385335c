// --for of kubectl wait: what an object is waited to be.
import type { Condition, KubeObject } from '../sim/index.ts';
import { goValue } from '../sim/index.ts';
import { usageError } from './command.ts';
import { findAll } from './jsonpath/evaluate.ts';
import type { Node } from './jsonpath/parse.ts';
import { isRelaxed, JsonPathError, parseRelaxed, UNEXPECTED_PATH } from './jsonpath/parse.ts';
import { listAt, numberAt } from './objects.ts';

export interface Goal {
  readonly type: 'create' | 'delete' | 'state';
  /** Whether an object is as wanted. Throws `CommandError` where that cannot be told. */
  isMet(object: KubeObject): boolean;
}

/** Throws `CommandError`. */
export function readGoal(text: string): Goal {
  const lower = text.toLowerCase();
  if (lower === 'delete') return { type: 'delete', isMet: () => false };
  if (lower === 'create') return { type: 'create', isMet: () => true };
  if (text.startsWith('condition=')) return conditionGoal(text.slice('condition='.length));
  if (text.startsWith('jsonpath=')) return pathGoal(text.slice('jsonpath='.length));
  throw usageError(`unrecognized condition: ${JSON.stringify(text)}`);
}

function conditionGoal(text: string): Goal {
  const equals = text.indexOf('=');
  const [name, value] = equals < 0 ? [text, 'True'] : [text.slice(0, equals), text.slice(equals + 1)];
  return {
    type: 'state',
    isMet(object) {
      const conditions = listAt(object, 'status', 'conditions') as readonly Condition[];
      const found = conditions.find((it) => it.type?.toLowerCase() === name.toLowerCase());
      if (!found) return false;
      const generation = object.metadata.generation ?? 0;
      const observed = found.observedGeneration ?? numberAt(object, 'status', 'observedGeneration');
      if (observed !== undefined && observed < generation) return false;
      return found.status?.toLowerCase() === value.toLowerCase();
    },
  };
}

/** `{.status.phase}=Running`; without a value, that there is something at the path. */
function pathGoal(text: string): Goal {
  const [path = '', value, ...more] = splitAtEquals(text);
  const example = "--for=jsonpath='{.status.readyReplicas}'";
  if (more.length > 0) throw usageError(`jsonpath wait format must be ${example}=3 or ${example}`);
  if (!isRelaxed(path)) throw usageError(UNEXPECTED_PATH);
  const wanted = value?.replace(/^['"]+|['"]+$/g, '');
  if (wanted === '') {
    throw usageError(`jsonpath wait has to have a value after equal sign, like ${example}=3`);
  }
  if (path === '') throw usageError('jsonpath expression cannot be empty');
  const nodes = told(() => parseRelaxed(path));
  return { type: 'state', isMet: (object) => isAt(nodes, object, wanted?.trim()) };
}

/** At each `=`, but not at `==`. */
function splitAtEquals(text: string): readonly string[] {
  const parts = text.split(/(==|=)/);
  return parts.reduce<string[]>(
    (found, part, i) => {
      if (part === '=' && i % 2 === 1) found.push('');
      else found[found.length - 1] += part;
      return found;
    },
    [''],
  );
}

function isAt(nodes: readonly Node[], object: KubeObject, wanted: string | undefined): boolean {
  const [found = [], ...more] = told(() => findAll(nodes, object));
  if (found.length === 0) return false;
  if (more.length > 0) throw usageError('given jsonpath expression matches more than one list');
  if (found.length > 1) throw usageError('given jsonpath expression matches more than one value');
  if (wanted === undefined) return true;
  const [value] = found;
  if (typeof value === 'object' && value !== null) {
    throw usageError('jsonpath leads to a nested object or list which is not supported');
  }
  return goValue(value).trim() === wanted;
}

function told<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof JsonPathError)) throw error;
    throw usageError(error.message);
  }
}
