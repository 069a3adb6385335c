// How kubectl writes what a JSONPath found.
import { goJson, goValue } from '../../sim/index.ts';
import { sortKeys } from './whole.ts';

/** Several values have a space between them. */
export function groupText(values: readonly unknown[]): string {
  return values.map(valueText).join(' ');
}

/** Lists, maps and null as JSON, all else as it is. */
export function valueText(value: unknown): string {
  if (typeof value === 'object') return goJson(sortKeys(value));
  return goValue(value);
}
