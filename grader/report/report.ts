// What a grade says: data alone, the same bytes for the same exercise and submission on every machine.
import { canonicalJson } from '../canonical-json.ts';
import type { Finding } from '../finding.ts';
import type { Unreadable } from '../submission.ts';

export const REPORT_FORMAT = 'petset/report';
export const REPORT_VERSION = 1;
/** Raised whenever the simulator or the grader could answer otherwise. */
export const ENGINE_VERSION = '0.1.0';

export interface Report {
  readonly format: typeof REPORT_FORMAT;
  readonly version: typeof REPORT_VERSION;
  readonly engine: string;
  readonly exercise: { readonly id: string; readonly revision: number; readonly hash: string };
  /** Of what was done and answered. */
  readonly submission: { readonly hash: string };
  readonly seeds: readonly number[];
  /** error: it could not be graded, which is not a zero. */
  readonly outcome: 'graded' | 'error';
  readonly reason?: Reason;
  /** Sum of the checks' points; 0 beside an error. */
  readonly points: number;
  readonly of: number;
  readonly checks: readonly CheckResult[];
  /** The revision that the submission was made for, where it is another one. */
  readonly madeForRevision?: number;
  /** What was done, on the first seed: where time went, and what was refused. */
  readonly trail?: readonly TrailStep[];
}

/** One thing that a learner did. */
export interface TrailStep {
  /** Ms since the start of the cluster; absent from a script, which has no clock. */
  readonly atMs?: number;
  /** A command line, or `write` and the name of the file that was saved. */
  readonly line: string;
  /** Of a command that was replayed and has ended. */
  readonly exitCode?: number;
}

/** Why there is no grade: a word for programs, and what it is about. */
export interface Reason {
  readonly id: Unreadable['id'] | 'over-limits' | 'out-of-time' | 'out-of-memory' | 'stopped' | 'ours';
  readonly detail: string;
}

export interface CheckResult {
  readonly id: string;
  readonly kind: string;
  readonly points: number;
  readonly of: number;
  readonly passed: boolean;
  /** The first seed on which it failed. */
  readonly seed?: number;
  /** What was wrong on that seed; none where it passed. */
  readonly findings: readonly Finding[];
  /** True of a check of which learners are not told what it wanted and saw. */
  readonly hidden?: true;
}

/** The report as one line of canonical JSON. */
export function reportJson(report: Report): string {
  return `${canonicalJson(report)}\n`;
}
