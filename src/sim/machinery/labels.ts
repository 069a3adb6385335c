// Conditions on labels, compiled to a matcher and printed as kubectl prints them. Two notations lead
// here: selector strings (selector-parser.ts) and the LabelSelectors of objects (label-selector.ts).
//
// Source: "Labels and Selectors" in the Kubernetes documentation; corner cases and wording from
// recordings of 1.36.
import type { FieldError } from './field-error.ts';
import { invalid } from './field-error.ts';
import { compareText } from './go-text.ts';
import { labelValue, qualifiedName } from './names.ts';

/** The labels of an object. A missing map is an empty one. */
export type Labels = Readonly<Record<string, string>>;

export type Operator = '=' | '==' | '!=' | 'in' | 'notin' | 'exists' | '!' | 'gt' | 'lt';

/** One condition on the label `key`. */
export interface Requirement {
  readonly key: string;
  readonly operator: Operator;
  /** None for `exists` and `!`, one for all others but `in` and `notin`. */
  readonly values: readonly string[];
}

/** Conditions that must all hold, in the order of their keys. */
export interface Selector {
  readonly requirements: readonly Requirement[];
  /** No conditions: everything matches. */
  readonly isEmpty: boolean;
  matches(labels: Labels | undefined): boolean;
  /** As kubectl prints it: `app=web,env in (dev,prod),!old`; '' if empty. */
  toString(): string;
}

type Matcher = (labels: Labels) => boolean;

const NO_LABELS: Labels = {};

/** Matches everything. */
export const EVERYTHING: Selector = createSelector([]);

/** Matches nothing: what a selector that was never given selects. */
export const NOTHING: Selector = {
  requirements: [],
  isEmpty: false,
  matches: () => false,
  toString: () => '',
};

/** Compiles requirements, which are taken to be valid. */
export function createSelector(unsorted: readonly Requirement[]): Selector {
  const requirements = unsorted.toSorted((a, b) => compareText(a.key, b.key));
  const matchers = requirements.map(matcherOf);
  let text: string | undefined;
  return {
    requirements,
    isEmpty: requirements.length === 0,
    matches(labels = NO_LABELS) {
      for (const matches of matchers) if (!matches(labels)) return false;
      return true;
    },
    toString: () => {
      text ??= requirements.map(formatRequirement).join(',');
      return text;
    },
  };
}

/** Matches the objects that have all of these labels. The labels are taken to be valid. */
export function selectorFromLabels(labels: Labels): Selector {
  return createSelector(
    Object.entries(labels).map(([key, value]) => ({ key, operator: '=' as const, values: [value] })),
  );
}

/** Checks one requirement by itself: its errors name `key` and `values`, not a place in an object. */
export function validateRequirement({ key, operator, values }: Requirement): FieldError[] {
  const errors = validateKey(key, 'key');
  const wrong = (detail: string) =>
    errors.push(invalid('values', values.length === 0 ? null : values, detail));
  switch (operator) {
    case 'in':
    case 'notin':
      if (values.length === 0) wrong("for 'in', 'notin' operators, values set can't be empty");
      break;
    case '=':
    case '==':
    case '!=':
      if (values.length !== 1) wrong('exact-match compatibility requires one single value');
      break;
    case 'exists':
    case '!':
      if (values.length !== 0) wrong('values set must be empty for exists and does not exist');
      break;
    case 'gt':
    case 'lt':
      if (values.length !== 1) wrong("for 'Gt', 'Lt' operators, exactly one value is required");
      errors.push(...values.flatMap(integerErrors));
  }
  return errors.concat(values.flatMap((value, i) => validateValue(value, `values[${i}][${key}]`)));
}

/** Prints one requirement as kubectl does. */
export function formatRequirement({ key, operator, values }: Requirement): string {
  switch (operator) {
    case 'exists':
      return key;
    case '!':
      return `!${key}`;
    case 'in':
    case 'notin':
      return `${key} ${operator} (${values.toSorted(compareText).join(',')})`;
    case 'gt':
      return `${key}>${values[0]}`;
    case 'lt':
      return `${key}<${values[0]}`;
    default:
      return `${key}${operator}${values[0]}`;
  }
}

function matcherOf({ key, operator, values }: Requirement): Matcher {
  const wanted = values[0];
  switch (operator) {
    case '=':
    case '==':
      return (labels) => labels[key] === wanted && Object.hasOwn(labels, key);
    case '!=':
      return (labels) => labels[key] !== wanted || !Object.hasOwn(labels, key);
    case 'in':
      return (labels) => Object.hasOwn(labels, key) && values.includes(labels[key] as string);
    case 'notin':
      return (labels) => !Object.hasOwn(labels, key) || !values.includes(labels[key] as string);
    case 'exists':
      return (labels) => Object.hasOwn(labels, key);
    case '!':
      return (labels) => !Object.hasOwn(labels, key);
    case 'gt':
    case 'lt':
      return comparison(key, operator, parseInt64(wanted ?? ''));
  }
}

/** A label that is no integer is neither more nor less than another. */
function comparison(key: string, operator: 'gt' | 'lt', bound: bigint | undefined): Matcher {
  return (labels) => {
    const value = Object.hasOwn(labels, key) ? parseInt64(labels[key] as string) : undefined;
    if (value === undefined || bound === undefined) return false;
    return operator === 'gt' ? value > bound : value < bound;
  };
}

const INT64_MAX = 2n ** 63n - 1n;

function parseInt64(text: string): bigint | undefined {
  if (!/^[+-]?\d{1,400}$/.test(text)) return undefined;
  const value = BigInt(text.startsWith('+') ? text.slice(1) : text);
  return value > INT64_MAX || value < -INT64_MAX - 1n ? undefined : value;
}

function validateKey(key: string, path: string): FieldError[] {
  const messages = qualifiedName(key);
  return messages.length === 0 ? [] : [invalid(path, key, messages.join('; '))];
}

function validateValue(value: string, path: string): FieldError[] {
  const messages = labelValue(value);
  return messages.length === 0 ? [] : [invalid(path, value, messages.join('; '))];
}

function integerErrors(value: string, i: number): FieldError[] {
  if (parseInt64(value) !== undefined) return [];
  return [invalid(`values[${i}]`, value, "for 'Gt', 'Lt' operators, the value must be an integer")];
}
