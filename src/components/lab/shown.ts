/** What the grader says, as the page shows it: sentences in the page's language, no data to look into. */

export interface ReportShown {
  readonly points: number;
  readonly of: number;
  /** Why there is no grade. */
  readonly trouble?: string;
  /** What was refused, where no check could look at anything. */
  readonly refusals: readonly string[];
  readonly checks: readonly CheckShown[];
}

export interface CheckShown {
  readonly id: string;
  readonly passed: boolean;
  /** True where it fails for a refusal, not for anything of its own. */
  readonly isRefused: boolean;
  /** True where nothing may be told of what was wanted and seen. */
  readonly isHidden?: boolean;
  readonly points: number;
  readonly of: number;
  /** The seed on which it failed. */
  readonly seed?: number;
  readonly findings: readonly FindingShown[];
}

export interface FindingShown {
  readonly wanted: string;
  readonly seen: string;
  readonly at?: string;
  /** When it was seen, in ms since the learner (or the experiment) began; absent where it was seen in the end. */
  readonly atMs?: number;
  readonly event?: string;
}

export interface OutcomeRow {
  /** `Pod web-0`. */
  readonly name: string;
  /** How it stood in the end; '' where it was not there. */
  readonly yours: string;
  readonly theirs: string;
}

export interface ComparisonShown {
  readonly rows: readonly OutcomeRow[];
  /** The manifest or the commands that were handed in. */
  readonly text: string;
}

export interface AnswerShown {
  readonly isRight: boolean;
  /** Letters of the right choices, first to last; a number or a text as it should be written. */
  readonly right: readonly string[];
  /** What the simulator printed. */
  readonly printed?: string;
}
