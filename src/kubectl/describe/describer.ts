// The shape of a description of one kind.
import type { KubeObject, View } from '../../sim/index.ts';

/** The text that `kubectl describe` prints of an object, its newline included. */
export type Describer<T extends KubeObject> = (object: T, view: View, nowMs: number) => string;
