// The grades of a class as data: what `petset grade --format json` prints, and what every other format is made from.
import { canonicalJson } from '../canonical-json.ts';
import type { KeyKind } from '../intake/claim.ts';
import type { Attempt, ExerciseGrade, Total } from '../rules/gradebook.ts';
import type { Reason, Report } from './report.ts';
import { shownJson } from './shown.ts';

export const GRADES_FORMAT = 'petset/grades';
export const GRADES_VERSION = 1;

/** What holds for the whole class. */
export interface GradesHead {
  readonly format: typeof GRADES_FORMAT;
  readonly version: typeof GRADES_VERSION;
  readonly engine: string;
  /** What stands at the top of pages. */
  readonly title: string;
  /** Of grading.yaml, hidden checks included. */
  readonly rules: string;
  /** The exercises that count, in order. */
  readonly exercises: readonly ExerciseHead[];
  /** What has to be looked at by hand: people who fit nobody, several people, or were not found. */
  readonly roster?: RosterNotes;
  /** Of a part of the class. */
  readonly shard?: { readonly index: number; readonly of: number };
}

export interface ExerciseHead {
  readonly id: string;
  readonly revision: number;
  readonly hash: string;
  readonly points: number;
  readonly isExtraCredit?: true;
}

export interface RosterNotes {
  /** Names of submissions that fit nobody of the roster. */
  readonly unmatched: readonly string[];
  /** Names of submissions that fit several people. */
  readonly ambiguous: readonly { readonly name: string; readonly people: readonly string[] }[];
  /** People who handed in nothing. */
  readonly missing: readonly string[];
}

export interface Grades extends GradesHead {
  readonly students: readonly StudentGrades[];
}

export interface StudentGrades {
  /** Unique in a class. */
  readonly student: string;
  /** What the roster knows them by. */
  readonly keys?: Partial<Readonly<Record<KeyKind, string>>>;
  readonly section?: string;
  /** Of every submission that was graded: by exercise, then in the order in which they came. */
  readonly reports: readonly Report[];
  /** How each of them came in. */
  readonly attempts: readonly Attempt[];
  /** Exercises that count and were not handed in. */
  readonly missing: readonly string[];
  /** Files that stand for no exercise, and why; absent where there are none. */
  readonly unread?: readonly UnreadFile[];
  /** What counts, by exercise. */
  readonly grades: readonly ExerciseGrade[];
  readonly total: Total;
}

export interface UnreadFile {
  readonly file: string;
  readonly reason: Reason;
}

/** The JSON of a class in parts, so that a large one need not be held: one line a student. */
export const gradesJson = {
  head: (head: GradesHead): string => {
    const [before = ''] = parts(head);
    return `${before}[\n`;
  },
  student: (student: StudentGrades, isFirst: boolean): string =>
    `${isFirst ? '' : ',\n'}${shownJson(canonicalJson(student))}`,
  foot: (head: GradesHead): string => {
    const [, after = ''] = parts(head);
    return `\n]${after}\n`;
  },
};

/** The whole of it. */
export function gradesText({ students, ...head }: Grades): string {
  const lines = students.map((student, index) => gradesJson.student(student, index === 0));
  return `${gradesJson.head(head)}${lines.join('')}${gradesJson.foot(head)}`;
}

/** What stands before and after the students in canonical JSON. */
function parts(head: GradesHead): string[] {
  const mark = '"students":[]';
  const text = shownJson(canonicalJson({ ...head, students: [] }));
  const at = text.lastIndexOf(mark);
  return [text.slice(0, at + mark.length - 2), text.slice(at + mark.length)];
}

/** The keys that a student may have, the surest first. */
const keyOrder: readonly KeyKind[] = ['number', 'sis', 'canvas', 'login', 'email', 'github', 'participant'];

/** What tells a student from others of the same name; '' where the roster knows nothing. */
export function keyOf({ keys = {} }: StudentGrades): string {
  const kind = keyOrder.find((each) => keys[each] !== undefined);
  return kind === undefined ? '' : (keys[kind] ?? '');
}

/** How many could be graded, could not be, and were not handed in. */
export interface Counts {
  readonly students: number;
  readonly graded: number;
  readonly errors: number;
  readonly missing: number;
}

export function countsOf(student: StudentGrades): Counts {
  const errors = student.reports.filter(({ outcome }) => outcome === 'error').length;
  return {
    students: 1,
    graded: student.reports.length - errors,
    errors: errors + (student.unread?.length ?? 0),
    missing: student.missing.length,
  };
}

export function addedCounts(a: Counts, b: Counts): Counts {
  return {
    students: a.students + b.students,
    graded: a.graded + b.graded,
    errors: a.errors + b.errors,
    missing: a.missing + b.missing,
  };
}
