// What `kubectl rollout` can do with one kind of workload. One file a kind; each takes its name from that.
import type { Kind, KubeObject, PodTemplateSpec } from '../../../sim/index.ts';
import type { Context } from '../../command.ts';

export interface RolloutStrategy {
  /**
   * How far the rollout is. Throws `CommandError` where it cannot be told or has failed, or where `revision`, the one asked
   * for, is not the one that is rolled out; 0 asks for none.
   */
  status(object: KubeObject, revision: number): RolloutState;
  /** The revisions there are, oldest first. */
  history(context: Context, object: KubeObject): readonly Revision[];
  /** Brings the template back to a revision. */
  undo(context: Context, kind: Kind, object: KubeObject, revision: Revision): UndoOutcome;
  /** Which revision the template is now; undefined if none is known. */
  isCurrent(object: KubeObject, revision: Revision): boolean;
  /** What is said where there is none to go back to, if it is not what most kinds say. */
  noEarlierRevision?(object: KubeObject): string;
  /** Pausing, where the kind can be paused. */
  readonly pause?: {
    isPaused(object: KubeObject): boolean;
  };
}

export interface RolloutState {
  /** One line, with its newline. */
  readonly text: string;
  readonly isDone: boolean;
}

export interface Revision {
  readonly number: number;
  readonly changeCause: string | undefined;
  /** The pod template of that time. */
  readonly template: PodTemplateSpec;
  /** The object that keeps it. */
  readonly object: KubeObject;
}

export type UndoOutcome = ReturnType<Context['cluster']['api']['patch']>;
