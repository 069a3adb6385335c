// What every format of a class is: parts of files, a student at a time, so that no class is too large.
import type { Locale } from '../locale.ts';
import type { Exercise } from '../parse-exercise.ts';
import type { Table } from './csv.ts';
import type { GradesHead, StudentGrades } from './grades.ts';

/** What a format is made from beside the students. */
export interface FormatContext {
  readonly head: GradesHead;
  readonly exercises: ReadonlyMap<string, Exercise>;
  readonly locale: Locale;
  /** How wide the longest name is, in columns of a terminal. */
  readonly nameWidth: number;
  /** The gradebook that the instructor exported, to be filled in. */
  readonly gradebook?: Table;
  /** What a platform tells its graders through the environment: CLASSROOM, COMMIT_URL … */
  readonly platform?: Readonly<Record<string, string | undefined>>;
}

/** A piece of a file of `--out`; the pieces of one file follow each other. */
export interface Piece {
  /** Relative to the folder; '' for what only standard output gets. */
  readonly path: string;
  readonly text: string;
  /** True where this is the whole file. */
  readonly isWhole?: true;
}

export interface Format {
  open(context: FormatContext): FormatRun;
}

export interface FormatRun {
  head?(): readonly Piece[];
  student(student: StudentGrades, fileName: string): readonly Piece[];
  foot?(): readonly Piece[];
  /** What has to be said beside it, once it is done. */
  warnings?(): readonly string[];
}
