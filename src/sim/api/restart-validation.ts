// Validation of a container's own restart policy, and of the rules that look at its exit code.
// Source: API reference of Container; wording of the 1.36 API server.
import type { FieldError } from '../machinery/field-error.ts';
import { forbidden, notSupported, required, tooMany } from '../machinery/field-error.ts';
import type { FieldPath } from '../machinery/field-path.ts';
import type { Container, RestartRule } from './pod-spec.ts';

const POLICIES = ['Always', 'Never', 'OnFailure'];
const ACTIONS = ['Restart'];
const OPERATORS = ['In', 'NotIn'];
const MAX_RULES = 20;
const MAX_VALUES = 255;

export function validateRestart(
  { restartPolicy, restartPolicyRules: rules = [] }: Container,
  path: FieldPath,
  errors: FieldError[],
): void {
  const at = path.child('restartPolicyRules');
  if (restartPolicy === undefined && rules.length > 0) errors.push(needPolicy(path));
  if (restartPolicy !== undefined && !POLICIES.includes(restartPolicy)) {
    errors.push(notSupported(path.child('restartPolicy'), restartPolicy, POLICIES));
  }
  if (rules.length > MAX_RULES) errors.push(tooMany(at, rules.length, MAX_RULES));
  for (const [i, rule] of rules.entries()) validateRule(rule, at.index(i), errors);
}

/** A sidecar restarts always, so it has no rules. */
export function validateInitRestart(container: Container, path: FieldPath, errors: FieldError[]): void {
  const { restartPolicy, restartPolicyRules: rules = [] } = container;
  if (restartPolicy === undefined) {
    if (rules.length > 0) errors.push(needPolicy(path));
  } else if (restartPolicy !== 'Always') validateRestart(container, path, errors);
  else if (rules.length > 0) {
    const detail = 'restartPolicyRules are not allowed for init containers with restart policy Always';
    errors.push(forbidden(path.child('restartPolicyRules'), detail));
  }
}

function needPolicy(path: FieldPath): FieldError {
  const detail = 'must specify restartPolicy when restart rules are used';
  return required(path.child('restartPolicy'), detail);
}

function validateRule({ action = '', exitCodes }: RestartRule, path: FieldPath, errors: FieldError[]): void {
  if (!ACTIONS.includes(action)) errors.push(notSupported(path.child('action'), action, ACTIONS));
  const at = path.child('exitCodes');
  if (exitCodes === undefined) {
    errors.push(required(at, 'must be specified'));
    return;
  }
  const { operator = '', values = [] } = exitCodes;
  if (!OPERATORS.includes(operator)) errors.push(notSupported(at.child('operator'), operator, OPERATORS));
  if (values.length > MAX_VALUES) errors.push(tooMany(at.child('values'), values.length, MAX_VALUES));
}
