// The selectors of objects (`spec.selector` and the like): a map of labels, a list of expressions, or both.
//
// Source: "Labels and Selectors", "Resources that support set-based requirements".
import type { FieldError } from './field-error.ts';
import { forbidden, invalid, renderFieldErrors, required } from './field-error.ts';
import type { FieldPath } from './field-path.ts';
import { compareText, goQuote } from './go-text.ts';
import type { Labels, Operator, Requirement, Selector } from './labels.ts';
import { createSelector, NOTHING, validateRequirement } from './labels.ts';
import { labelValue, qualifiedName } from './names.ts';
import type { Result } from './result.ts';
import { failure, success } from './result.ts';

/** `metav1.LabelSelector`: all of it must hold; empty it selects everything. */
export interface LabelSelector {
  readonly matchLabels?: Labels;
  readonly matchExpressions?: readonly LabelSelectorRequirement[];
}

/** `metav1.LabelSelectorRequirement`. */
export interface LabelSelectorRequirement {
  readonly key: string;
  /** In, NotIn, Exists or DoesNotExist, if it is valid. */
  readonly operator: string;
  readonly values?: readonly string[];
}

const OPERATORS: ReadonlyMap<string, Operator> = new Map([
  ['In', 'in'],
  ['NotIn', 'notin'],
  ['Exists', 'exists'],
  ['DoesNotExist', '!'],
]);

/** Compiles a selector. One that is missing selects nothing. The error is that of a controller or of kubectl. */
export function compileLabelSelector(selector: LabelSelector | undefined): Result<Selector> {
  if (selector === undefined) return success(NOTHING);
  const requirements: Requirement[] = [];
  for (const [key, value] of sortedEntries(selector.matchLabels)) {
    requirements.push({ key, operator: '=', values: [value] });
  }
  for (const { key = '', operator = '', values = [] } of selector.matchExpressions ?? []) {
    const known = OPERATORS.get(operator);
    if (known === undefined) return failure(`${goQuote(operator)} is not a valid label selector operator`);
    requirements.push({ key, operator: known, values });
  }
  for (const requirement of requirements) {
    const errors = validateRequirement(requirement);
    if (errors.length > 0) return failure(renderFieldErrors(errors));
  }
  return success(createSelector(requirements));
}

/** What kubectl prints in a SELECTOR column: `app=web,env in (dev,prod)`, `<none>`, or `<error>`. */
export function formatLabelSelector(selector: LabelSelector | undefined): string {
  const compiled = compileLabelSelector(selector);
  if (!compiled.ok) return '<error>';
  const text = compiled.value.toString();
  return text === '' ? '<none>' : text;
}

/** Whether a selector is there but has no conditions. */
export function isEmptyLabelSelector({ matchLabels, matchExpressions }: LabelSelector): boolean {
  return Object.keys(matchLabels ?? {}).length === 0 && (matchExpressions ?? []).length === 0;
}

/** What the API server's validation says of a selector at `path`. */
export function validateLabelSelector(selector: LabelSelector | undefined, path: FieldPath): FieldError[] {
  const expressions = selector?.matchExpressions ?? [];
  return [
    ...validateLabels(selector?.matchLabels, path.child('matchLabels')),
    ...expressions.flatMap((expression, i) =>
      validateExpression(expression, path.child('matchExpressions').index(i)),
    ),
  ];
}

/** What the API server's validation says of a map of labels (`metadata.labels`, `matchLabels`). */
export function validateLabels(labels: Labels | undefined, path: FieldPath): FieldError[] {
  return sortedEntries(labels).flatMap(([key, value]) => [
    ...qualifiedName(key).map((message) => invalid(path, key, message)),
    ...labelValue(value).map((message) => invalid(path, value, message)),
  ]);
}

function validateExpression(expression: LabelSelectorRequirement, path: FieldPath): FieldError[] {
  const { key = '', operator = '', values = [] } = expression;
  return [
    ...validateOperator(operator, values.length, path),
    ...qualifiedName(key).map((message) => invalid(path.child('key'), key, message)),
    ...values.flatMap((value, i) =>
      labelValue(value).map((message) => invalid(path.child('values').index(i), value, message)),
    ),
  ];
}

function validateOperator(operator: string, valueCount: number, path: FieldPath): FieldError[] {
  switch (OPERATORS.get(operator)) {
    case undefined:
      return [invalid(path.child('operator'), operator, 'not a valid selector operator')];
    case 'in':
    case 'notin':
      if (valueCount > 0) return [];
      return [required(path.child('values'), "must be specified when `operator` is 'In' or 'NotIn'")];
    default:
      if (valueCount === 0) return [];
      return [
        forbidden(path.child('values'), "may not be specified when `operator` is 'Exists' or 'DoesNotExist'"),
      ];
  }
}

/** By key, so that the first error is the same on every machine. */
function sortedEntries(labels: Labels = {}): [string, string][] {
  return Object.entries(labels).sort(([a], [b]) => compareText(a, b));
}
