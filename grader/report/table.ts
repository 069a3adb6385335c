// `table`: a class on a terminal, one line a student.

import type { ExerciseGrade } from '../rules/gradebook.ts';
import { summaryLine } from './class.ts';
import type { Format } from './format.ts';
import { gradeNotes } from './grade-notes.ts';
import { addedCounts, countsOf } from './grades.ts';
import { shownLine } from './shown.ts';
import { sentencesOf } from './text.ts';
import { padded, widthOf } from './width.ts';

const nameMax = 40;

export const table: Format = {
  open({ head, locale, nameWidth }) {
    const words = sentencesOf(locale);
    const columns = head.exercises.map(({ id, points }) => ({ id, title: `${id}/${points}` }));
    const width = Math.min(nameMax, Math.max(nameWidth, widthOf(words.table.student)));
    let counts = { students: 0, graded: 0, errors: 0, missing: 0 };
    const notes: string[] = [];
    const piece = (text: string) => [{ path: 'grades.txt', text }];
    const row = (name: string, cells: readonly string[], total: string) => {
      const middle = cells.map((cell, at) => padded(cell, widthOf(columns[at]?.title ?? ''), 'start'));
      return `${[padded(name, width, 'end'), ...middle, padded(total, 7, 'start')].join('  ')}\n`;
    };
    return {
      head: () =>
        piece(
          row(
            words.table.student,
            columns.map(({ title }) => title),
            words.rules.total,
          ),
        ),
      student(student) {
        counts = addedCounts(counts, countsOf(student));
        const byId = new Map(student.grades.map((grade) => [grade.exercise, grade]));
        const marks = new Map<string, string>();
        for (const grade of student.grades) {
          const said = gradeNotes(grade, student, locale);
          const isPlain = !grade.late && !grade.gate && !grade.override;
          if (isPlain) continue;
          notes.push(`${shownLine(student.student)}, ${grade.exercise}: ${said.join('; ')}`);
          marks.set(grade.exercise, `*${notes.length}`);
        }
        const cells = columns.map(({ id }) => `${cellOf(byId.get(id), words.table)}${marks.get(id) ?? ''}`);
        const { percent } = student.total;
        const total = percent === null ? '–' : `${percent.toFixed(1)}%`;
        return piece(row(cut(shownLine(student.student) || words.noStudent, width), cells, total));
      },
      foot: () => {
        const below = notes.map((note, at) => `*${at + 1} ${note}\n`).join('');
        return piece(
          `${below === '' ? '' : `\n${below}`}\n${words.table.legend}\n${summaryLine(counts, locale)}`,
        );
      },
    };
  },
};

function cellOf(
  grade: ExerciseGrade | undefined,
  marks: { readonly error: string; readonly excused: string },
): string {
  if (!grade) return '';
  if (grade.status === 'graded') return String(grade.points);
  if (grade.status === 'missing') return '–';
  return grade.status === 'error' ? marks.error : marks.excused;
}

function cut(name: string, width: number): string {
  if (widthOf(name) <= width) return name;
  let kept = '';
  for (const character of name) {
    if (widthOf(`${kept}${character}…`) > width) break;
    kept += character;
  }
  return `${kept}…`;
}
