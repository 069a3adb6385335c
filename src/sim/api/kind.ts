// What the API server and kubectl need to know of a kind. One value of this type a kind, in api/<kind>.ts;
// adding a kind is that file and one line in api/index.ts.
import type { FieldError } from '../machinery/field-error.ts';
import type { KubeObject } from './meta.ts';

export interface Kind<T extends KubeObject = KubeObject> {
  /** API group: '' for core. */
  readonly group: string;
  readonly version: string;
  /** CamelCase, e.g. StatefulSet. */
  readonly kind: string;
  /** Lower-case plural, e.g. statefulsets: the word in URLs and in messages. */
  readonly plural: string;
  readonly singular: string;
  readonly shortNames?: readonly string[];
  /** `kubectl get all` lists the kinds of category `all`. */
  readonly categories?: readonly string[];
  readonly namespaced: boolean;
  /** The name of its type in the field tables, e.g. io.k8s.api.apps.v1.StatefulSet. */
  readonly schema: string;
  /** What the API server says, as a warning, to whoever still reads or writes a kind that is on its way out. */
  readonly deprecated?: string;
  /** True where status is written through its own subresource and ignored elsewhere. */
  readonly hasStatus?: boolean;
  /** True where metadata.generation counts the changes of spec. */
  readonly hasGeneration?: boolean;
  /**
   * True where annotations are handed on, as by Deployments to their ReplicaSets: a change of them is a new generation, and
   * a write of the status, which is the controller's, may change them too.
   */
  readonly handsOnAnnotations?: boolean;
  /** The scale subresource, where there is one. */
  readonly scale?: Scale<T>;

  /** Fills in what the manifest left out. Mutates a draft that nobody else holds. */
  defaults?(draft: T): void;
  /** What is wrong with it, every error at once, in the API server's order. */
  validate?(object: T): FieldError[];
  /** What is wrong with the change from `old` to `next` (immutable fields). `validate` ran on `next` too. */
  validateUpdate?(next: T, old: T): FieldError[];
  /** True where the API server lists what is wrong with the change before what is wrong with the object. */
  readonly checksChangeFirst?: boolean;
  /** Last touches on create that are not defaults: status reset, generated fields. Mutates the draft. */
  prepareForCreate?(draft: T): void;
  /** What is filled in only when a new object is read back from the store, so that no dry run shows it. Mutates the draft. */
  fillInStored?(draft: T): void;
  /** Last touches on update, before validation: status restored, dropped fields. Mutates the draft. */
  prepareForUpdate?(draft: T, old: T): void;
  /**
   * How long an object may take to go, in seconds; 0 deletes at once. Only pods differ from 0.
   * `requested` is what the client asked for, if anything.
   */
  gracePeriodSeconds?(object: T, requested: number | undefined): number;
  /** Why an object may never be deleted, if so: `this namespace may not be deleted`. */
  whyImmortal?(object: T): string | undefined;
  /** True while something beyond metadata.finalizers keeps a deleted object: what a namespace holds. */
  isHeld?(object: T): boolean;
  /** The object as it is marked when its deletion begins but cannot end yet. */
  markDeleted?(object: T): T;
  /** Sentences that the API server sends beside a successful answer (`Warning: …`). `old`: what an update changed. */
  warnings?(object: T, old?: T): string[];
  /** The columns of the server-side table. `wide` ones print with `-o wide` only. */
  readonly columns: readonly Column<T>[];
}

export interface Scale<T> {
  get(object: T): { spec: number; status: number; selector: string };
  /** A copy with another replica count. */
  set(object: T, replicas: number): T;
}

export interface Column<T> {
  /** In capitals, as printed: 'READY'. */
  readonly name: string;
  readonly wide?: boolean;
  /** `nowMs`: the virtual time at which the table is made (ages). */
  cell(object: T, nowMs: number): string;
}

/** `apps/v1`, or `v1` for the core group. */
export function apiVersionOf(kind: Kind): string {
  return kind.group ? `${kind.group}/${kind.version}` : kind.version;
}

/** `statefulsets.apps`, or `pods`: how errors and `created` messages name a resource. */
export function resourceName(kind: Kind): string {
  return kind.group ? `${kind.plural}.${kind.group}` : kind.plural;
}
