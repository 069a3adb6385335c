// What an invariant is shown after every moment, and what it answers.
import type { Pod } from '../../api/pod.ts';
import type { Change } from '../../apiserver/store.ts';
import type { NodeView } from '../../component.ts';

/** A write, with the component that made it; undefined: somebody outside, such as kubectl. */
export interface Write extends Change {
  readonly by: string | undefined;
}

export interface Moment {
  readonly nowMs: number;
  /** Everything as it is at the end of the moment. */
  readonly view: NodeView;
  /** What was written since the end of the moment before, in order: what came from outside first. */
  readonly writes: readonly Write[];
  /** Whether anything happened in the world since then. */
  readonly hasWorldChanged: boolean;
  /** True at the first moment that finds the cluster settled after something was written. */
  readonly isAtRest: boolean;
  /** Every pod there has been, as it was last seen, by uid. */
  readonly pods: ReadonlyMap<string, Pod>;
  /** The uids of pods that were taken away without waiting for their node. */
  readonly forced: ReadonlySet<string>;
}

/** What holds at the end of every moment. The answer is what is wrong, one sentence each; nothing where all is well. */
export interface Invariant {
  readonly name: string;
  broken(moment: Moment): readonly string[];
}
