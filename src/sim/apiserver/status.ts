// The API server's answers when it refuses: Kubernetes Status objects.
import type { Kind } from '../api/kind.ts';
import { resourceName } from '../api/kind.ts';
import type { FieldError, StatusCause } from '../machinery/field-error.ts';
import { invalidMessage, statusCauses } from '../machinery/field-error.ts';

export interface Status {
  readonly kind: 'Status';
  readonly apiVersion: 'v1';
  readonly status: 'Failure';
  readonly message: string;
  readonly reason: StatusReason;
  readonly code: number;
  readonly details?: {
    readonly name?: string;
    readonly group?: string;
    readonly kind?: string;
    readonly causes?: readonly StatusCause[];
  };
}

export type StatusReason =
  | 'BadRequest'
  | 'Forbidden'
  | 'NotFound'
  | 'AlreadyExists'
  | 'Conflict'
  | 'Invalid'
  | 'TooManyRequests'
  | 'MethodNotAllowed'
  | 'InternalError'
  | 'ServiceUnavailable'
  | 'Timeout'
  | 'RequestEntityTooLarge'
  | 'UnsupportedMediaType'
  | 'Expired'
  /** A failure that has no name: the server says what its storage said. */
  | '';

const codes: Readonly<Record<StatusReason, number>> = {
  BadRequest: 400,
  Forbidden: 403,
  NotFound: 404,
  MethodNotAllowed: 405,
  AlreadyExists: 409,
  Conflict: 409,
  Expired: 410,
  RequestEntityTooLarge: 413,
  UnsupportedMediaType: 415,
  Invalid: 422,
  TooManyRequests: 429,
  InternalError: 500,
  ServiceUnavailable: 503,
  Timeout: 504,
  '': 500,
};

/** A refusal in the API server's shape. `kind` fills in `details` where the refusal is about one object. */
export function refusal(reason: StatusReason, message: string, kind?: Kind, name?: string): Status {
  const details = kind && {
    ...(name === undefined ? {} : { name }),
    ...(kind.group ? { group: kind.group } : {}),
    kind: kind.plural,
  };
  return {
    kind: 'Status',
    apiVersion: 'v1',
    status: 'Failure',
    message,
    reason,
    code: codes[reason],
    ...(details ? { details } : {}),
  };
}

export function notFound(kind: Kind, name: string): Status {
  return refusal('NotFound', `${resourceName(kind)} "${name}" not found`, kind, name);
}

export function alreadyExists(kind: Kind, name: string): Status {
  return refusal('AlreadyExists', `${resourceName(kind)} "${name}" already exists`, kind, name);
}

/** The write was made against an older version than the stored one. */
export function conflict(kind: Kind, name: string): Status {
  const why = 'the object has been modified; please apply your changes to the latest version and try again';
  return refusal(
    'Conflict',
    `Operation cannot be fulfilled on ${resourceName(kind)} "${name}": ${why}`,
    kind,
    name,
  );
}

export function badRequest(message: string): Status {
  return refusal('BadRequest', message);
}

export function forbidden(kind: Kind, name: string, why: string): Status {
  return refusal('Forbidden', `${resourceName(kind)} "${name}" is forbidden: ${why}`, kind, name);
}

/** Validation failed: every error of the object at once. */
export function invalid(kind: Kind, name: string, errors: readonly FieldError[]): Status {
  const status = refusal('Invalid', invalidMessage(kind.group, kind.kind, name, errors), kind, name);
  return { ...status, details: { ...status.details, kind: kind.kind, causes: statusCauses(errors) } };
}

/** What was sent makes no object, so that none can be named. */
export function invalidRequest(errors: readonly FieldError[]): Status {
  const status = refusal('Invalid', invalidMessage('', '', '', errors));
  return { ...status, details: { causes: statusCauses(errors) } };
}
