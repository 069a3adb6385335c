// The shape of a description of one kind.
import type { KubeObject, View } from '../../sim/index.ts';

/** What a description is made from, beside the object. */
export interface Surroundings extends View {
  readonly showsEvents: boolean;
}

/** The text that `kubectl describe` prints of an object, its newline included. */
export type Describer<T extends KubeObject> = (object: T, view: Surroundings, nowMs: number) => string;
