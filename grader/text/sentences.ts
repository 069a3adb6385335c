// What the sentences of each language are made from.
import type { Message } from '../finding.ts';
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
  readonly summary: (students: number, graded: number, errors: number, missing: number) => string;
}

/** 12345 ms as 12.3 s. */
export function secondsOf(atMs: number): string {
  return `${(Math.round(atMs / 100) / 10).toFixed(1)}`;
}
