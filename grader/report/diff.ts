// Two gradings of a class side by side: whose grade moved, by which check, and why.
import type { Locale } from '../locale.ts';
import type { ExerciseGrade } from '../rules/gradebook.ts';
import { statusText } from './grade-notes.ts';
import type { Grades, StudentGrades } from './grades.ts';
import type { Report } from './report.ts';
import { shownLine } from './shown.ts';
import { sentencesOf } from './text.ts';

/** What differs between two gradings of the same work; `rules` covers lateness, gates and overrides too. */
export type Cause =
  | 'submission'
  | 'exercise'
  | 'hidden-or-exercise'
  | 'seeds'
  | 'engine'
  | 'rules'
  | 'unknown';

export interface GradeChange {
  readonly student: string;
  readonly exercise: string;
  /** Undefined where there was no such grade. */
  readonly before?: ExerciseGrade;
  readonly after?: ExerciseGrade;
  /** Checks that one grading passed and the other did not. */
  readonly checks: readonly { readonly id: string; readonly passed: boolean }[];
  readonly causes: readonly Cause[];
}

export interface GradesDiff {
  readonly changes: readonly GradeChange[];
  /** Students that only one of the two knows. */
  readonly gone: readonly string[];
  readonly came: readonly string[];
  /** How many grades are the same. */
  readonly same: number;
}

export function diffGrades(before: Grades, after: Grades): GradesDiff {
  const old = new Map(before.students.map((student) => [student.student, student]));
  const changes: GradeChange[] = [];
  let same = 0;
  for (const student of after.students) {
    const was = old.get(student.student);
    if (!was) continue;
    for (const exercise of exercisesOf(was, student)) {
      const change = changeOf(exercise, { grades: before, student: was }, { grades: after, student });
      if (change) changes.push(change);
      else same += 1;
    }
  }
  const now = new Set(after.students.map(({ student }) => student));
  return {
    changes,
    gone: [...old.keys()].filter((name) => !now.has(name)),
    came: [...now].filter((name) => !old.has(name)),
    same,
  };
}

interface Side {
  readonly grades: Grades;
  readonly student: StudentGrades;
}

function exercisesOf(a: StudentGrades, b: StudentGrades): string[] {
  return [...new Set([...a.grades, ...b.grades].map(({ exercise }) => exercise))];
}

function changeOf(exercise: string, old: Side, now: Side): GradeChange | undefined {
  const before = old.student.grades.find((it) => it.exercise === exercise);
  const after = now.student.grades.find((it) => it.exercise === exercise);
  const was = reportOf(old.student, before);
  const is = reportOf(now.student, after);
  const checks = (is?.checks ?? []).flatMap(({ id, passed }) => {
    const other = was?.checks.find((it) => it.id === id);
    return other?.passed === passed ? [] : [{ id, passed }];
  });
  const isSame =
    before?.points === after?.points && before?.status === after?.status && before?.of === after?.of;
  if (isSame && (checks.length === 0 || !was)) return undefined;
  return {
    student: now.student.student,
    exercise,
    ...(before ? { before } : {}),
    ...(after ? { after } : {}),
    checks: was ? checks : [],
    causes: causesOf(old.grades, now.grades, was, is),
  };
}

function reportOf(student: StudentGrades, grade: ExerciseGrade | undefined): Report | undefined {
  return student.reports[grade?.reports[0] ?? -1];
}

function causesOf(before: Grades, after: Grades, was: Report | undefined, is: Report | undefined): Cause[] {
  const causes: Cause[] = [];
  if (was?.submission.hash !== is?.submission.hash) causes.push('submission');
  if (was && is) {
    if (was.exercise.revision !== is.exercise.revision) causes.push('exercise');
    else if (was.exercise.hash !== is.exercise.hash) causes.push('hidden-or-exercise');
    if (was.seeds.join() !== is.seeds.join()) causes.push('seeds');
    if (was.engine !== is.engine) causes.push('engine');
  }
  if (before.rules !== after.rules) causes.push('rules');
  return causes.length > 0 ? causes : ['unknown'];
}

/** For people: one line a grade, with its checks and causes below. */
export function diffText({ changes, gone, came, same }: GradesDiff, locale: Locale): string {
  const { diff: words } = sentencesOf(locale);
  const lines = changes.flatMap(({ student, exercise, before, after, checks, causes }) => {
    const [from, to] = [before, after].map((grade) => (grade ? statusText(grade, locale) : '–'));
    return [
      `${shownLine(student)}  ${exercise}: ${from} → ${to}`,
      ...checks.map(
        ({ id, passed }) => `    ${passed ? `+ ${words.nowPasses(id)}` : `- ${words.nowFails(id)}`}`,
      ),
      `    ${words.because}: ${causes.map((cause) => words.causes[cause]).join('; ')}`,
    ];
  });
  if (came.length > 0) lines.push(`${words.came}: ${came.map(shownLine).join(', ')}`);
  if (gone.length > 0) lines.push(`${words.gone}: ${gone.map(shownLine).join(', ')}`);
  return `${[...lines, words.summary(changes.length, same)].join('\n')}\n`;
}
