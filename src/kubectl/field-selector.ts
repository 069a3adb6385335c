// --field-selector: conditions on a few fields of an object, `status.phase=Running,metadata.name!=web-0`.
import type { KubeObject } from '../sim/index.ts';
import { usageError } from './command.ts';

/** Reads the conditions into a test. Throws `CommandError`. */
export function fieldMatcher(text: string): (object: KubeObject) => boolean {
  const conditions = text.split(',').filter(Boolean).map(readCondition);
  return (object) => conditions.every((condition) => condition(object));
}

function readCondition(text: string): (object: KubeObject) => boolean {
  const match = /^([\w.]+)\s*(==|!=|=)\s*(.*)$/.exec(text);
  if (!match) throw usageError(`invalid selector: '${text}'; can't understand '${text}'`);
  const [, path = '', operator, wanted] = match;
  const names = path.split('.');
  return (object) => (textAt(object, names) === wanted) === (operator !== '!=');
}

/** A field that is absent compares as ''. */
function textAt(object: unknown, names: readonly string[]): string {
  let value = object;
  for (const name of names) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return '';
    value = (value as Record<string, unknown>)[name];
  }
  return value === undefined || value === null ? '' : String(value);
}
