// Validation of the two policies of a Job: which failures count, and when it has succeeded early.
// Source: API reference of Job; order and wording of the 1.36 API server.
import type { FieldError } from '../machinery/field-error.ts';
import {
  duplicate,
  invalid,
  notSupported,
  OMITTED,
  required,
  tooLong,
  tooMany,
} from '../machinery/field-error.ts';
import type { FieldPath } from '../machinery/field-path.ts';
import { goQuote } from '../machinery/go-text.ts';
import { qualifiedName } from '../machinery/names.ts';
import { parseIndexes } from './indexes.ts';
import type { JobSpec, PodFailurePolicyRule, SuccessPolicyRule } from './job.ts';
import { checkNonNegative, checkText } from './scalar-validation.ts';

const RULES_MAX = 20;
const PATTERNS_MAX = 20;
const EXIT_CODES_MAX = 255;
const SUCCEEDED_INDEXES_MAX_LENGTH = 64 * 1024;

const ACTIONS = ['Count', 'FailIndex', 'FailJob', 'Ignore'];
const OPERATORS = ['In', 'NotIn'];
const STATUSES = ['False', 'True', 'Unknown'];

/** A value out of a set. A missing one is told what there is. */
function checkGiven(
  value: string | undefined,
  supported: readonly string[],
  path: FieldPath,
  errors: FieldError[],
): void {
  if (!value) errors.push(required(path, `valid values: [${supported.map(goQuote).join(' ')}]`));
  else if (!supported.includes(value)) errors.push(notSupported(path, value, supported));
}

export function validatePodFailurePolicy(spec: JobSpec, path: FieldPath, errors: FieldError[]): void {
  const rules = spec.podFailurePolicy?.rules ?? [];
  const at = path.child('rules');
  if (rules.length > RULES_MAX) errors.push(tooMany(at, rules.length, RULES_MAX));
  for (const [i, rule] of rules.entries()) validateFailureRule(rule, spec, at.index(i), errors);
}

function validateFailureRule(
  rule: PodFailurePolicyRule,
  spec: JobSpec,
  path: FieldPath,
  errors: FieldError[],
): void {
  const { action, onExitCodes, onPodConditions = [] } = rule;
  if (action === 'FailIndex' && spec.backoffLimitPerIndex === undefined) {
    errors.push(invalid(path.child('action'), action, 'requires the backoffLimitPerIndex to be set'));
  } else checkGiven(action, ACTIONS, path.child('action'), errors);
  if (onExitCodes) validateExitCodes(onExitCodes, spec, path.child('onExitCodes'), errors);
  if (onPodConditions.length > 0) {
    validateConditions(onPodConditions, path.child('onPodConditions'), errors);
  }
  if (onExitCodes && onPodConditions.length > 0) {
    errors.push(invalid(path, OMITTED, 'specifying both OnExitCodes and OnPodConditions is not supported'));
  } else if (!onExitCodes && onPodConditions.length === 0) {
    errors.push(invalid(path, OMITTED, 'specifying one of OnExitCodes and OnPodConditions is required'));
  }
}

function validateConditions(
  patterns: NonNullable<PodFailurePolicyRule['onPodConditions']>,
  path: FieldPath,
  errors: FieldError[],
): void {
  if (patterns.length > PATTERNS_MAX) errors.push(tooMany(path, patterns.length, PATTERNS_MAX));
  for (const [i, { type = '', status }] of patterns.entries()) {
    checkText(type, qualifiedName, path.index(i).child('type'), errors);
    checkGiven(status, STATUSES, path.index(i).child('status'), errors);
  }
}

function validateExitCodes(
  { containerName, operator, values }: NonNullable<PodFailurePolicyRule['onExitCodes']>,
  { template }: JobSpec,
  path: FieldPath,
  errors: FieldError[],
): void {
  checkGiven(operator, OPERATORS, path.child('operator'), errors);
  const { containers = [], initContainers = [] } = template.spec ?? {};
  const isKnown = [...containers, ...initContainers].some(({ name }) => name === containerName);
  if (containerName !== undefined && !isKnown) {
    const detail = 'must be one of the container or initContainer names in the pod template';
    errors.push(invalid(path.child('containerName'), containerName, detail));
  }
  const at = path.child('values');
  const codes = values ?? [];
  if (codes.length === 0) errors.push(invalid(at, values ?? null, 'at least one value is required'));
  else if (codes.length > EXIT_CODES_MAX) errors.push(tooMany(at, codes.length, EXIT_CODES_MAX));
  for (const [i, code] of codes.entries()) {
    if (operator === 'In' && code === 0) {
      errors.push(invalid(at.index(i), code, 'must not be 0 for the In operator'));
    }
    if (codes.indexOf(code) < i) errors.push(duplicate(at.index(i), code));
  }
  if (codes.some((code, i) => i > 0 && (codes[i - 1] as number) > code)) {
    errors.push(invalid(at, codes, 'must be ordered'));
  }
}

export function validateSuccessPolicy(spec: JobSpec, path: FieldPath, errors: FieldError[]): void {
  const rules = spec.successPolicy?.rules ?? [];
  if (spec.completionMode !== 'Indexed') {
    errors.push(invalid(path, successPolicyAsGoWrites(spec), 'requires indexed completion mode'));
    return;
  }
  const at = path.child('rules');
  if (rules.length === 0) {
    const detail = 'at least one rules must be specified when the successPolicy is specified';
    errors.push(required(at, detail));
  }
  if (rules.length > RULES_MAX) errors.push(tooMany(at, rules.length, RULES_MAX));
  for (const [i, rule] of rules.entries()) {
    validateSuccessRule(rule, spec.completions ?? 0, at.index(i), errors);
  }
}

function validateSuccessRule(
  { succeededCount: count, succeededIndexes: indexes }: SuccessPolicyRule,
  completions: number,
  path: FieldPath,
  errors: FieldError[],
): void {
  if (count === undefined && indexes === undefined) {
    const detail = 'at least one of succeededCount or succeededIndexes must be specified';
    errors.push(required(path, detail));
  }
  let total = 0;
  if (indexes !== undefined) {
    const at = path.child('succeededIndexes');
    if (indexes.length > SUCCEEDED_INDEXES_MAX_LENGTH) {
      errors.push(tooLong(at, SUCCEEDED_INDEXES_MAX_LENGTH));
    }
    const parsed = parseIndexes(indexes, completions);
    if (parsed.ok) for (const [first, last] of parsed.value) total += last - first + 1;
    else errors.push(invalid(at, indexes, `error parsing succeededIndexes: ${parsed.error}`));
  }
  if (count === undefined) return;
  const at = path.child('succeededCount');
  checkNonNegative(count, at, errors);
  const atMost = (max: number, what: string) => {
    if (count > max) errors.push(invalid(at, count, `must be less than or equal to ${max} (${what})`));
  };
  atMost(completions, 'the number of specified completions');
  if (indexes !== undefined) {
    atMost(total, 'the number of indexes in the specified succeededIndexes field');
  }
}

/** The policies in the API server's inner form, as messages show them. */
export function successPolicyAsGoWrites({ successPolicy }: JobSpec): unknown {
  if (successPolicy === undefined) return null;
  const rules = successPolicy.rules?.map(({ succeededIndexes = null, succeededCount = null }) => ({
    SucceededIndexes: succeededIndexes,
    SucceededCount: succeededCount,
  }));
  return { Rules: rules ?? null };
}

export function podFailurePolicyAsGoWrites({ podFailurePolicy }: JobSpec): unknown {
  if (podFailurePolicy === undefined) return null;
  const rules = podFailurePolicy.rules?.map(({ action, onExitCodes: codes, onPodConditions }) => ({
    Action: action,
    OnExitCodes: codes
      ? { ContainerName: codes.containerName ?? null, Operator: codes.operator, Values: codes.values }
      : null,
    OnPodConditions: onPodConditions?.map(({ type, status }) => ({ Type: type, Status: status })) ?? null,
  }));
  return { Rules: rules ?? null };
}
