// Validation of a workload's selector.
import type { FieldError } from '../machinery/field-error.ts';
import { invalid, required } from '../machinery/field-error.ts';
import type { FieldPath } from '../machinery/field-path.ts';
import { compareText } from '../machinery/go-text.ts';
import {
  compileLabelSelector,
  isEmptyLabelSelector,
  validateLabelSelector,
} from '../machinery/label-selector.ts';
import type { Selector } from '../machinery/labels.ts';
import type { LabelSelector } from './meta.ts';

/**
 * Returns the selector compiled, or undefined if it cannot be. `emptyFor` and `uncompiled` are the API server's words
 * for an empty selector and for one that makes no sense, which differ from kind to kind.
 */
export function validateSelector(
  selector: LabelSelector | undefined,
  emptyFor: string,
  uncompiled: string,
  spec: FieldPath,
  errors: FieldError[],
): Selector | undefined {
  const path = spec.child('selector');
  if (selector === undefined) errors.push(required(path));
  else {
    errors.push(...validateLabelSelector(selector, path));
    if (isEmptyLabelSelector(selector)) {
      const detail = `empty selector is invalid for ${emptyFor}`;
      errors.push(invalid(path, selectorAsGoWrites(selector), detail));
    }
  }
  const compiled = compileLabelSelector(selector);
  if (compiled.ok) return compiled.value;
  errors.push(invalid(path, selectorAsGoWrites(selector), uncompiled));
  return undefined;
}

/** A selector with its fields in the order in which messages print them. */
export function selectorAsGoWrites(selector: LabelSelector | undefined): object | null {
  if (selector === undefined) return null;
  const { matchLabels, matchExpressions } = selector;
  const expressions = matchExpressions?.map(({ key, operator, values }) => ({ key, operator, values }));
  return { matchLabels: matchLabels && sortedMap(matchLabels), matchExpressions: expressions };
}

/** A map in the order of its keys, as Go writes it. */
export function sortedMap(map: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(map).sort(([a], [b]) => compareText(a, b)));
}
