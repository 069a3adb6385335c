/** The sentences of an answer, in each language the course has. */
import type { Locale } from '../../../../grader/locale.ts';
import type { Denial } from './denial.ts';
import { en } from './en.ts';
import type { About, What } from './fact.ts';
import { ko } from './ko.ts';
import type { Now } from './now.ts';

export interface Sentences {
  what(what: What, about: About): string;
  now(now: Now, about: About, clock: (ms: number) => string): string;
  /** What an Event means, and what comes next; undefined of one that speaks for itself. */
  event(reason: string, message: string): readonly string[];
  /** Why a request was refused. */
  denied(denial: Denial, clock: (ms: number) => string): string;
}

const SENTENCES: Readonly<Record<Locale, Sentences>> = { en, ko };

export function sentencesIn(locale: Locale): Sentences {
  return SENTENCES[locale];
}
