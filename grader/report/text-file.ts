// `text`: everything for people, one text a student.
import { studentText, summaryLine } from './class.ts';
import type { Format } from './format.ts';
import { addedCounts, countsOf } from './grades.ts';

const nobody = { students: 0, graded: 0, errors: 0, missing: 0 };

export const text: Format = {
  open({ exercises, locale }) {
    let counts = nobody;
    return {
      student(student, fileName) {
        const before = counts.students === 0 ? '' : '\n';
        counts = addedCounts(counts, countsOf(student));
        return [
          { path: '', text: before },
          { path: `${fileName}.txt`, text: studentText(student, exercises, locale), isWhole: true },
        ];
      },
      foot: () => [{ path: '', text: `\n${summaryLine(counts, locale)}` }],
    };
  },
};
