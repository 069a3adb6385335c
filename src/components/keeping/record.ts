/** What the browser keeps of one exercise, quiz or lab. */
import type { Log } from '../../shell/log.ts';
import type { Attempt } from '../quiz/progress.ts';

export interface Kept {
  readonly work?: Work;
  /** What other pages made of the same thing at the same time: none of it is lost, and any of it can be gone on with. */
  readonly aside?: readonly Work[];
  readonly submitted?: Submitted;
  /** By question. */
  readonly questions?: Readonly<Record<string, QuestionKept>>;
}

/** A cluster and the files that were being written. */
export interface Work {
  /** What was done to the cluster. */
  readonly log?: Log;
  /** Files as they stand in the editor, by path. */
  readonly drafts?: Readonly<Record<string, string>>;
  /**
   * Which pages had a part in it, by their signs, and how many times each had written. Work that has seen all that another
   * has seen takes its place; else both are kept.
   */
  readonly seen: Readonly<Record<string, number>>;
}

/** What came of submitting. */
export interface Submitted {
  readonly attempts: number;
  /** The last report, as canonical JSON. */
  readonly report: string;
  /** By check, how many of its hints are open: one more each time that it failed. */
  readonly hints: Readonly<Record<string, number>>;
}

export interface QuestionKept {
  /** How many times it was answered, in the quiz and in reviews. */
  readonly turns: number;
  /** How many of these answers were wrong. */
  readonly misses: number;
  /** True where it was missed, and then answered rightly when a review asked again. */
  readonly isMended?: boolean;
  /** The answer that counts; absent where it is asked anew. */
  readonly attempt?: Attempt;
}

/** Whether a review should ask it again. */
export function isMissed({ misses, isMended }: QuestionKept): boolean {
  return misses > 0 && isMended !== true;
}
