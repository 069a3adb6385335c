// The grades of one student after the other, from kept reports and the rules.
import type { GradesHead, StudentGrades } from '../report/grades.ts';
import { GRADES_FORMAT, GRADES_VERSION } from '../report/grades.ts';
import type { Report } from '../report/report.ts';
import { ENGINE_VERSION } from '../report/report.ts';
import { shownLine } from '../report/shown.ts';
import { widthOf } from '../report/width.ts';
import { gradesBy } from '../rules/gradebook.ts';
import { rulesFor } from '../rules/grading-rules.ts';
import { worthsOf } from '../rules/worth.ts';
import type { ResultStore } from './batch/result-store.ts';
import type { Finished } from './batch/run-batch.ts';
import type { ClassRoll, ClassStudent } from './class-roll.ts';
import type { Course } from './course.ts';
import type { Pseudonyms } from './pseudonyms.ts';

/** What holds for the class, whatever part of it is graded here. */
export function headOf(
  course: Course,
  { handedIn, roster }: ClassRoll,
  shard: GradesHead['shard'],
): GradesHead {
  const worths = worthsOf(course.rules, course.exercises, handedIn);
  const exercises = [...worths].map(([id, { points }]) => {
    const exercise = course.exercises.get(id);
    const isExtra = rulesFor(course.rules, id)?.['extra-credit'] === true;
    return {
      id,
      revision: exercise?.definition.revision ?? 0,
      hash: exercise?.hash ?? '',
      points,
      ...(isExtra ? { isExtraCredit: true as const } : {}),
    };
  });
  return {
    format: GRADES_FORMAT,
    version: GRADES_VERSION,
    engine: ENGINE_VERSION,
    title: course.rules.title,
    rules: course.rulesHash,
    exercises,
    ...(roster ? { roster } : {}),
    ...(shard ? { shard } : {}),
  };
}

/** `finished` goes with the student's work by index. Throws where a kept result is gone. */
export function studentGrades(
  one: ClassStudent,
  finished: readonly (Finished | undefined)[],
  course: Course,
  head: GradesHead,
  store: ResultStore,
): StudentGrades {
  const reports = finished.map((each) => reportOf(each, store));
  const attempts = one.work.map(({ attempt }) => attempt);
  const worths = worthsOf(
    course.rules,
    course.exercises,
    head.exercises.map(({ id }) => id),
  );
  const { extensions, overrides } = one;
  const { grades, total } = gradesBy(course.rules, worths, { reports, attempts, extensions, overrides });
  return {
    student: one.student,
    ...(one.keys ? { keys: one.keys } : {}),
    ...(one.section === undefined ? {} : { section: one.section }),
    reports,
    attempts,
    missing: grades.filter(({ status }) => status === 'missing').map(({ exercise }) => exercise),
    ...(one.unread.length > 0 ? { unread: one.unread } : {}),
    grades,
    total,
  };
}

/** The width of the longest name, on a terminal. */
export function longestName({ students }: ClassRoll, pseudonyms: Pseudonyms | undefined): number {
  return students.reduce((width, { student }) => {
    return Math.max(width, widthOf(shownLine(pseudonyms ? pseudonyms.nameOf(student) : student)));
  }, 0);
}

function reportOf(finished: Finished | undefined, store: ResultStore): Report {
  const report = finished && ('report' in finished ? finished.report : store.read(finished.key));
  if (!report) throw new Error('a result that was kept is gone: run it again');
  return report;
}
