// `csv-wide`: one row a student, one column an exercise, and the sum.
import type { ExerciseGrade } from '../rules/gradebook.ts';
import { csvLine } from './csv.ts';
import type { Format } from './format.ts';
import { keyOf } from './grades.ts';
import { shownLine } from './shown.ts';

export const csvWide: Format = {
  open({ head }) {
    const ids = head.exercises.map(({ id }) => id);
    const piece = (text: string) => [{ path: 'grades-wide.csv', text }];
    return {
      head: () => {
        const titles = head.exercises.map(({ id, points }) => `${id} (${points})`);
        return piece(csvLine(['student', 'key', 'section', ...titles, 'total', 'of', 'percent', 'status']));
      },
      student(student) {
        const byId = new Map(student.grades.map((grade) => [grade.exercise, grade]));
        const { points, of, percent } = student.total;
        return piece(
          csvLine([
            shownLine(student.student),
            keyOf(student),
            student.section ?? '',
            ...ids.map((id) => cellOf(byId.get(id))),
            points,
            of,
            percent ?? '',
            statusOf(student.grades, student.unread !== undefined),
          ]),
        );
      },
    };
  },
};

/** Points, or the word for why there are none. */
function cellOf(grade: ExerciseGrade | undefined): string | number {
  if (!grade) return '';
  return grade.status === 'graded' ? grade.points : grade.status;
}

/** `complete`, or what has to be looked at. */
function statusOf(grades: readonly ExerciseGrade[], hasUnread: boolean): string {
  if (hasUnread || grades.some(({ status }) => status === 'error')) return 'error';
  return grades.some(({ status }) => status === 'missing') ? 'missing' : 'complete';
}
