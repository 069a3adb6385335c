// `json`: the grades as they are; everything else can be made from it.
import type { Format } from './format.ts';
import { gradesJson } from './grades.ts';

export const GRADES_FILE = 'grades.json';

export const json: Format = {
  open({ head }) {
    let isFirst = true;
    const piece = (text: string) => [{ path: GRADES_FILE, text }];
    return {
      head: () => piece(gradesJson.head(head)),
      student(student) {
        const text = gradesJson.student(student, isFirst);
        isFirst = false;
        return piece(text);
      },
      foot: () => piece(gradesJson.foot(head)),
    };
  },
};
