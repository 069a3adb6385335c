// The words of the pages for students and for the class.
import type { Locale } from '../locale.ts';
import { pagesEn } from './pages-en.ts';
import { pagesKo } from './pages-ko.ts';

export interface PageWords {
  readonly reportOf: (student: string) => string;
  readonly classReport: string;
  readonly total: string;
  readonly points: (points: number, of: number) => string;
  readonly passedOf: (passed: number, of: number) => string;
  readonly passed: string;
  readonly failed: string;
  readonly notGraded: string;
  readonly notZero: string;
  readonly missing: string;
  readonly missingLong: string;
  readonly excused: string;
  readonly extraCredit: string;
  readonly hidden: string;
  readonly hiddenLong: string;
  readonly nextStep: string;
  readonly wanted: string;
  readonly seen: string;
  readonly event: string;
  readonly why: string;
  readonly moreHints: string;
  readonly refusedOnce: string;
  readonly whatWasDone: string;
  readonly saved: (file: string) => string;
  readonly exitCode: (code: number) => string;
  readonly madeFrom: (engine: string) => string;
  readonly revision: (revision: number) => string;
  readonly unread: string;
  // The class.
  readonly students: string;
  readonly graded: string;
  readonly errors: string;
  readonly notHandedIn: string;
  readonly median: string;
  readonly mean: string;
  readonly middleHalf: (from: number, to: number) => string;
  readonly distribution: string;
  readonly distributionOf: (count: number) => string;
  readonly studentsFrom: (count: number, from: number, to: number) => string;
  readonly checks: string;
  readonly checksLong: string;
  readonly check: string;
  readonly passRate: string;
  readonly discrimination: string;
  readonly discriminationWord: (value: number) => string;
  readonly tooFew: string;
  readonly mistakes: string;
  readonly mistakesLong: string;
  readonly refusedWhole: string;
  readonly noMistakes: string;
  readonly madeBy: (count: number) => string;
  readonly forExample: string;
  readonly stuck: string;
  readonly stuckLong: string;
  readonly command: string;
  readonly usedBy: string;
  readonly refusedFor: string;
  readonly pauseAfter: string;
  readonly timelineOf: (exercise: string, count: number) => string;
  readonly done: string;
  readonly refused: string;
  readonly written: string;
  readonly pause: string;
  readonly byStudent: string;
  readonly section: string;
  readonly lookAt: string;
  readonly unmatched: string;
  readonly ambiguous: string;
  readonly absent: string;
  readonly backToClass: string;
}

const languages: Readonly<Record<Locale, PageWords>> = { en: pagesEn, ko: pagesKo };

export function pageWordsOf(locale: Locale): PageWords {
  return languages[locale];
}
