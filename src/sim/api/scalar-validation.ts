// Checks of single values that many kinds share. Each adds what it finds to a list of errors.
import type { FieldError } from '../machinery/field-error.ts';
import { invalid, notSupported, required } from '../machinery/field-error.ts';
import type { FieldPath } from '../machinery/field-path.ts';
import type { Validator } from '../machinery/names.ts';
import { portName, portNumber } from '../machinery/names.ts';

/** A text that must follow a rule. */
export function checkText(text: string, rule: Validator, path: FieldPath, errors: FieldError[]): void {
  for (const message of rule(text)) errors.push(invalid(path, text, message));
}

/** A text, or a list, that must be given. */
export function checkNeeded(value: unknown, path: FieldPath, errors: FieldError[]): void {
  if (!value) errors.push(required(path));
}

/** A number that, if it is given, must not be negative. */
export function checkNonNegative(value: number | undefined, path: FieldPath, errors: FieldError[]): void {
  if (value !== undefined && value < 0) {
    errors.push(invalid(path, value, 'must be greater than or equal to 0'));
  }
}

/** A value out of a fixed set; `required` where it is missing. */
export function checkOneOf(
  value: string | undefined,
  supported: readonly string[],
  path: FieldPath,
  errors: FieldError[],
): void {
  if (!value) errors.push(required(path));
  else if (!supported.includes(value)) errors.push(notSupported(path, value, supported));
}

/** A port by number, or by the name that a container gave it. */
export function checkPort(port: number | string, path: FieldPath, errors: FieldError[]): void {
  const messages = typeof port === 'number' ? portNumber(port) : portName(port);
  for (const message of messages) errors.push(invalid(path, port, message));
}

export function inclusiveRange(low: number, high: number): string {
  return `must be between ${low} and ${high}, inclusive`;
}
