// What is wrong with one field, and how Kubernetes words it:
//
//   spec.replicas: Invalid value: -1: must be greater than or equal to 0
//   ^ field        ^ type         ^ bad value                          ^ detail
//
// Source of the wording: API conventions, "Validation", and recorded answers of a 1.36 API server.
import type { FieldPath } from './field-path.ts';
import { goJson, goQuote } from './go-text.ts';

/** The kind of mistake, in the words of a Status' `details.causes[].reason`. */
export type FieldErrorType =
  | 'FieldValueNotFound'
  | 'FieldValueRequired'
  | 'FieldValueDuplicate'
  | 'FieldValueInvalid'
  | 'FieldValueNotSupported'
  | 'FieldValueForbidden'
  | 'FieldValueTooLong'
  | 'FieldValueTooMany'
  | 'FieldValueTypeInvalid'
  | 'InternalError';

export interface FieldError {
  readonly type: FieldErrorType;
  /** The path of the field, written out. */
  readonly field: string;
  /**
   * The value that was refused. Numbers and booleans print bare, strings quoted, undefined as null, all
   * else as JSON in the order of its keys (so pass maps sorted, and structs as Go declares them).
   */
  readonly badValue: unknown;
  /** What is wrong with it; may be empty. */
  readonly detail: string;
}

/** One entry of a Status' `details.causes`. */
export interface StatusCause {
  readonly reason: FieldErrorType;
  readonly message: string;
  readonly field: string;
}

/** Stands for a value too large to be repeated in a message. */
export const OMITTED = Symbol('omitted');

/** No path at all, where a text outside any object is checked: its errors start with `<nil>: `. */
export const NO_PATH = '<nil>';

type Path = FieldPath | string;

/** A value that is malformed or out of bounds. */
export function invalid(path: Path, badValue: unknown, detail: string): FieldError {
  return { type: 'FieldValueInvalid', field: String(path), badValue, detail };
}

/** A value that must be given and is not. */
export function required(path: Path, detail = ''): FieldError {
  return { type: 'FieldValueRequired', field: String(path), badValue: '', detail };
}

/** A value that is none of a fixed set. `supported` prints in the order given: Kubernetes sorts most sets, not all. */
export function notSupported(path: Path, badValue: unknown, supported: readonly string[]): FieldError {
  const detail = supported.length === 0 ? '' : `supported values: ${supported.map(goQuote).join(', ')}`;
  return { type: 'FieldValueNotSupported', field: String(path), badValue, detail };
}

/** A value that must be unique and is not. */
export function duplicate(path: Path, badValue: unknown): FieldError {
  return { type: 'FieldValueDuplicate', field: String(path), badValue, detail: '' };
}

/** A value that refers to something which is not there. */
export function notFound(path: Path, badValue: unknown): FieldError {
  return { type: 'FieldValueNotFound', field: String(path), badValue, detail: '' };
}

/** A value that would be fine elsewhere. */
export function forbidden(path: Path, detail: string): FieldError {
  return { type: 'FieldValueForbidden', field: String(path), badValue: '', detail };
}

/** A text of more than `maxBytes` bytes; it is not repeated in the message. */
export function tooLong(path: Path, maxBytes: number): FieldError {
  const detail = `may not be more than ${maxBytes} ${maxBytes === 1 ? 'byte' : 'bytes'}`;
  return { type: 'FieldValueTooLong', field: String(path), badValue: '<value omitted>', detail };
}

/** A list of more than `max` items. */
export function tooMany(path: Path, actual: number, max: number): FieldError {
  const detail = `must have at most ${max} ${max === 1 ? 'item' : 'items'}`;
  return { type: 'FieldValueTooMany', field: String(path), badValue: actual, detail };
}

/** A value of the wrong type. */
export function typeInvalid(path: Path, badValue: unknown, detail: string): FieldError {
  return { type: 'FieldValueTypeInvalid', field: String(path), badValue, detail };
}

/** A change to a field that stays as it was created; `badValue` is the new value. */
export function immutable(path: Path, badValue: unknown): FieldError {
  return invalid(path, badValue, 'field is immutable');
}

/** A fault of the server, not of the request. */
export function internalError(path: Path, detail: string): FieldError {
  return { type: 'InternalError', field: String(path), badValue: '', detail };
}

const TITLES: Readonly<Record<FieldErrorType, string>> = {
  FieldValueNotFound: 'Not found',
  FieldValueRequired: 'Required value',
  FieldValueDuplicate: 'Duplicate value',
  FieldValueInvalid: 'Invalid value',
  FieldValueNotSupported: 'Unsupported value',
  FieldValueForbidden: 'Forbidden',
  FieldValueTooLong: 'Too long',
  FieldValueTooMany: 'Too many',
  FieldValueTypeInvalid: 'Invalid value',
  InternalError: 'Internal error',
};

const WITHOUT_VALUE: ReadonlySet<FieldErrorType> = new Set([
  'FieldValueRequired',
  'FieldValueForbidden',
  'FieldValueTooLong',
  'InternalError',
]);

/** The message without the path: `Invalid value: -1: must be greater than or equal to 0`. */
export function fieldErrorBody({ type, badValue, detail }: FieldError): string {
  const value = WITHOUT_VALUE.has(type) || badValue === OMITTED ? '' : `: ${renderValue(badValue)}`;
  return `${TITLES[type]}${value}${detail === '' ? '' : `: ${detail}`}`;
}

/** The whole message: `spec.replicas: Invalid value: -1: must be greater than or equal to 0`. */
export function renderFieldError(error: FieldError): string {
  return `${error.field}: ${fieldErrorBody(error)}`;
}

/** Several messages as one: alone as it is, else `[a, b]`, each text once. */
export function renderFieldErrors(errors: readonly FieldError[]): string {
  const messages = [...new Set(errors.map(renderFieldError))];
  return messages.length === 1 ? (messages[0] as string) : `[${messages.join(', ')}]`;
}

/** The `message` of a 422 Status: `ReplicaSet.apps "web" is invalid: …`. `group` is '' for the core group. */
export function invalidMessage(
  group: string,
  kind: string,
  name: string,
  errors: readonly FieldError[],
): string {
  const refused = `${group === '' ? kind : `${kind}.${group}`} ${goQuote(name)} is invalid`;
  return errors.length === 0 ? refused : `${refused}: ${renderFieldErrors(errors)}`;
}

/** The `details.causes` of a 422 Status. */
export function statusCauses(errors: readonly FieldError[]): StatusCause[] {
  return errors.map((error) => ({ reason: error.type, message: fieldErrorBody(error), field: error.field }));
}

/**
 * What kubectl prints for a 422 Status, without a newline at its end: one cause on the same line,
 * several as a list, each text once. What has neither kind nor name is the request itself.
 */
export function describeInvalid(kind: string, name: string, causes: readonly StatusCause[]): string {
  const what = kind === '' && name === '' ? 'request' : `${kind} ${goQuote(name)}`;
  const refused = `The ${what} is invalid`;
  const messages = [...new Set(causes.map(({ field, message }) => `${field}: ${message}`))];
  if (messages.length === 0) return refused;
  if (messages.length === 1) return `${refused}: ${messages[0]}`;
  return `${refused}: \n${messages.map((message) => `* ${message}`).join('\n')}`;
}

function renderValue(value: unknown): string {
  if (typeof value === 'string') return goQuote(value);
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint')
    return String(value);
  return goJson(value);
}
