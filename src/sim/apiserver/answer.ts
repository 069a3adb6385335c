// What a verb of the API server returns: the object, or a Status that says why not. Refusals are values, never thrown.
import type { KubeObject } from '../api/meta.ts';
import type { Status } from './status.ts';

export type Answer<T extends KubeObject = KubeObject> = Accepted<T> | Refused;

export interface Accepted<T extends KubeObject = KubeObject> {
  readonly ok: true;
  readonly code: 200 | 201;
  readonly object: T;
  /** Sentences the server sends beside the answer, which kubectl prints as `Warning: …`. */
  readonly warnings: readonly string[];
}

export interface Refused {
  readonly ok: false;
  readonly status: Status;
  readonly warnings: readonly string[];
}

export function accepted<T extends KubeObject>(
  object: T,
  code: 200 | 201,
  warnings: readonly string[] = [],
): Accepted<T> {
  return { ok: true, code, object, warnings };
}

export function refused(status: Status, warnings: readonly string[] = []): Refused {
  return { ok: false, status, warnings };
}
