// What the sentences of each language are made from.
import { findKind } from '../../src/sim/index.ts';
import type { Message } from '../finding.ts';
import type { Cause } from '../report/diff.ts';
import type { Reason } from '../report/report.ts';

/** The sentences of one language. Texts from outside come in already made safe. */
export interface Sentences {
  readonly messages: {
    readonly [Id in Message['id']]: (message: Extract<Message, { readonly id: Id }>) => string;
  };
  readonly reasons: { readonly [Id in Reason['id']]: (detail: string) => string };
  readonly wanted: string;
  readonly seen: string;
  readonly hint: string;
  readonly event: string;
  readonly why: string;
  readonly passed: string;
  readonly failed: string;
  readonly notGraded: string;
  readonly missing: string;
  readonly noStudent: string;
  readonly notTranslated: string;
  readonly otherRevision: (made: number, now: number) => string;
  readonly at: (seconds: string, seed: number) => string;
  /** What the rules of grading.yaml made of a grade. */
  readonly rules: {
    readonly late: (days: number | undefined, percent: number) => string;
    readonly closed: (days: number) => string;
    readonly checkGate: (check: string) => string;
    readonly exerciseGate: (exercise: string, percent: number) => string;
    readonly earned: (points: number) => string;
    readonly override: (reason: string) => string;
    readonly extraCredit: string;
    readonly attempt: (number: number, of: number, counted: number) => string;
    readonly handedIn: (at: string) => string;
    readonly open: (errors: number) => string;
    readonly excused: string;
    readonly total: string;
    readonly hidden: string;
  };
  readonly table: {
    readonly student: string;
    readonly error: string;
    readonly excused: string;
    readonly legend: string;
  };
  readonly diff: {
    readonly nowPasses: (check: string) => string;
    readonly nowFails: (check: string) => string;
    readonly because: string;
    readonly causes: Readonly<Record<Cause, string>>;
    readonly came: string;
    readonly gone: string;
    readonly summary: (changed: number, same: number) => string;
  };
  readonly summary: (students: number, graded: number, errors: number, missing: number) => string;
}

/** 12345 ms as 12.3 s. */
export function secondsOf(atMs: number): string {
  return `${(Math.round(atMs / 100) / 10).toFixed(1)}`;
}

/** `pod` for `pods`; the word itself where it is no resource of ours. */
export function singularOf(resource: string): string {
  return findKind(resource)?.singular ?? resource;
}

/** The count of an `objects` check, as it is written in a message: 3, 1+ (at least), 0–3 (at most), 1–3. */
export function rangeOf(count: string): { readonly min: number; readonly max?: number } | undefined {
  const [, min = '', dash, max = ''] = /^(\d+)(?:([+–])(\d*))?$/.exec(count) ?? [];
  if (min === '') return undefined;
  if (dash === '+') return { min: Number(min) };
  return { min: Number(min), max: Number(dash === undefined ? min : max) };
}
