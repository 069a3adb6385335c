// `moodle`: the instructor's own file, filled in. Either an assignment's offline grading worksheet (its headings are translated, so
// its columns are found by what stands in them), or the gradebook's own export, which Moodle imports again.
import { columnsOf, readRoster } from '../intake/roster.ts';
import { pointsOf, titlesOf } from './canvas.ts';
import { checkSummary } from './check-summary.ts';
import { csvText } from './csv.ts';
import type { Format, FormatContext } from './format.ts';
import { gradeNotes } from './grade-notes.ts';
import { exerciseColumns, Filling } from './gradebook-fill.ts';
import type { StudentGrades } from './grades.ts';

const participant = /^\D{0,40}\s?\d+$/;
const gradeHeads = ['grade', '성적', '점수', 'bewertung', 'note', 'calificación', '評点', '成绩'];
const feedbackHeads = ['feedback comments', '피드백 의견', '피드백', 'comentarios de retroalimentación'];

export const moodle: Format = {
  open(context) {
    const { gradebook = { rows: [], delimiter: ',', lineEnd: '\n' } } = context;
    const [heads = [], first = []] = gradebook.rows;
    const isWorksheet = participant.test(first[0] ?? '') && !columnsOf(heads).has('canvas');
    const named = isWorksheet ? ['Identifier', ...heads.slice(1)] : heads;
    const filling = new Filling(gradebook, readRoster([named, ...gradebook.rows.slice(1)]));
    const put = isWorksheet ? worksheet(context, heads, filling) : book(context, heads, filling);
    return {
      student(student) {
        if (student.reports.length === 0) return [];
        const row = filling.rowOf(student);
        if (row !== undefined) put(student, row);
        return [];
      },
      foot: () => [{ path: 'moodle.csv', text: csvText(filling.filled()) }],
      warnings: () => filling.warnings,
    };
  },
};

type Put = (student: StudentGrades, row: number) => void;

/** One assignment: its grade is the exercise's where only one counts, else the sum. */
function worksheet(context: FormatContext, heads: readonly string[], filling: Filling): Put {
  const lower = heads.map((head) => head.toLowerCase().trim());
  const known = lower.findIndex((head) => gradeHeads.includes(head));
  // Identifier, name, ID number, email, status, grade, … : the grade stands left of the highest grade.
  const highest = lower.findIndex((head) => /max|최대|최고|höchst|máxim/.test(head));
  const column = known >= 0 ? known : highest - 1;
  const feedback = lower.findIndex((head) => feedbackHeads.includes(head));
  if (column < 0) filling.warn('the worksheet has no column for the grade');
  const { exercises } = context.head;
  return (student, row) => {
    const [only] = student.grades;
    const isOne = exercises.length === 1 && only !== undefined;
    const points = isOne ? only.points : student.total.points;
    const isGraded = isOne ? only.status === 'graded' : student.total.errors === 0;
    if (column >= 0 && isGraded) filling.put(row, column, String(points));
    if (feedback >= 0) filling.put(row, feedback, feedbackOf(student, context));
  };
}

/** The gradebook's own export: a column an exercise. Moodle refuses the whole file for one grade above the maximum. */
function book(context: FormatContext, heads: readonly string[], filling: Filling): Put {
  const columns = exerciseColumns(heads, titlesOf(context));
  for (const { id } of context.head.exercises) {
    if (!columns.has(id)) filling.warn(`the gradebook has no column for ${id}`);
  }
  return (student, row) => {
    for (const { exercise, status, points } of student.grades) {
      const column = columns.get(exercise);
      if (column === undefined || status !== 'graded') continue;
      filling.put(row, column, String(Math.min(points, pointsOf(context, exercise))));
    }
  };
}

function feedbackOf(student: StudentGrades, { exercises, locale }: FormatContext): string {
  return student.grades
    .flatMap((grade) => {
      const report = student.reports[grade.reports[0] ?? -1];
      const exercise = exercises.get(grade.exercise);
      if (!report || !exercise) return [];
      return [...gradeNotes(grade, student, locale), ...checkSummary(report, exercise, locale)];
    })
    .join('\n');
}
