// `canvas`: the instructor's own gradebook export, with the points filled in. Columns are never invented: Canvas would take an
// unknown title for a new assignment.
import { readRoster } from '../intake/roster.ts';
import { textOf } from '../parse-exercise.ts';
import { csvText } from './csv.ts';
import type { Format, FormatContext } from './format.ts';
import { exerciseColumns, Filling } from './gradebook-fill.ts';

export const canvas: Format = {
  open(context) {
    const { head, gradebook = { rows: [], delimiter: ',', lineEnd: '\n' } } = context;
    const [heads = []] = gradebook.rows;
    const filling = new Filling(gradebook, readRoster(gradebook.rows));
    const columns = exerciseColumns(heads, titlesOf(context));
    for (const { id } of head.exercises) {
      if (!columns.has(id)) filling.warn(`the gradebook has no column for ${id}: make the assignment first`);
    }
    for (const [id, column] of columns)
      warnOfPoints(filling, gradebook.rows, column, pointsOf(context, id), id);
    return {
      student(student) {
        if (student.reports.length === 0) return [];
        const row = filling.rowOf(student);
        if (row === undefined) return [];
        for (const { exercise, status, points } of student.grades) {
          const column = columns.get(exercise);
          if (column === undefined) continue;
          // Neither an error nor a missing file is a zero to Canvas: what stands there stays.
          if (status === 'graded') filling.put(row, column, String(points));
          if (status === 'excused') filling.put(row, column, 'EX');
        }
        return [];
      },
      foot: () => [{ path: 'canvas.csv', text: csvText(filling.filled()) }],
      warnings: () => filling.warnings,
    };
  },
};

/** What each exercise may be called in a gradebook: its titles in all languages. */
export function titlesOf({ head, exercises }: FormatContext): ReadonlyMap<string, readonly string[]> {
  return new Map(
    head.exercises.map(({ id }) => {
      const exercise = exercises.get(id);
      const titles = exercise
        ? [...exercise.texts.keys()].map((locale) => textOf(exercise, locale).text.title)
        : [];
      return [id, titles];
    }),
  );
}

export function pointsOf({ head }: FormatContext, exercise: string): number {
  return head.exercises.find(({ id }) => id === exercise)?.points ?? 0;
}

/** Canvas's second row says what each assignment is worth there. */
function warnOfPoints(
  filling: Filling,
  rows: readonly (readonly string[])[],
  column: number,
  points: number,
  exercise: string,
): void {
  const row = rows.slice(1, 4).find(([first = '']) => /^\s*points possible$/i.test(first));
  const possible = Number((row?.[column] ?? '').replace(',', '.'));
  if (row?.[column] && possible !== points) {
    filling.warn(`${exercise} is worth ${points} points here and ${row[column]} in the gradebook`);
  }
}
