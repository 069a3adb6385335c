// `html`: a page for each student, and one for the class. Each is whole in itself.
import { ClassStatistics } from '../statistics/class-statistics.ts';
import type { Format } from './format.ts';
import { classPage, STUDENT_PAGES, studentRow } from './html/class-page.ts';
import { studentPage } from './html/student-page.ts';

export const html: Format = {
  open(context) {
    const statistics = new ClassStatistics(context.head);
    const rows: string[] = [];
    const fileNames = new Map<string, string>();
    return {
      student(student, fileName) {
        statistics.add(student);
        rows.push(studentRow(student, fileName, context));
        fileNames.set(student.student, fileName);
        const text = studentPage(student, context);
        return [{ path: `${STUDENT_PAGES}/${fileName}.html`, text, isWhole: true }];
      },
      foot: () => [
        { path: 'index.html', text: classPage(statistics, rows, fileNames, context), isWhole: true },
      ],
    };
  },
};
