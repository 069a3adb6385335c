/** What the timeline tells, as it happens: plain data from the worker, each with its virtual time. */
import type { Tone } from '../frame.ts';

export type Happening = PodMoment | PodGone | SetMoment | Mark;

/** A pod is in another state than before. */
export interface PodMoment {
  readonly is: 'pod';
  readonly atMs: number;
  readonly uid: string;
  readonly namespace: string;
  readonly name: string;
  /** Who manages it in the end: `Deployment/default/web`; '' for nobody. */
  readonly group: string;
  /** The version of the template it was made from: a hash; '' where its kind has none. */
  readonly version: string;
  readonly status: string;
  readonly tone: Tone;
  readonly isReady: boolean;
}

export interface PodGone {
  readonly is: 'gone';
  readonly atMs: number;
  readonly uid: string;
}

/** A workload has come further, or wants something else. */
export interface SetMoment {
  readonly is: 'set';
  readonly atMs: number;
  readonly group: string;
  readonly wanted: number;
  readonly ready: number;
  readonly updated: number;
  /** True while pods of an older template are replaced. */
  readonly isRollout: boolean;
}

/** `command`, `save`, `stop`: the learner's. `event` is a Normal Event, `warning` any other, `probe` one of a failed probe. */
export type MarkKind = 'command' | 'save' | 'stop' | 'restart' | 'probe' | 'warning' | 'event' | 'node';

export interface Mark {
  readonly is: 'mark';
  readonly atMs: number;
  readonly what: MarkKind;
  /** A pod's uid, a group, or '' for the whole cluster. */
  readonly about: string;
  readonly text: string;
}
