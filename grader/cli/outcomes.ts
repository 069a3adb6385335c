// What the exit code is made from.
import type { StudentGrades } from '../report/grades.ts';
import { countsOf } from '../report/grades.ts';

export class Outcomes {
  errors = 0;
  total = 0;
  #isOurs = false;
  /** The lowest per cent of any report; an error is below every other. */
  #lowest = Number.POSITIVE_INFINITY;

  add(student: StudentGrades): void {
    const { graded, errors } = countsOf(student);
    this.errors += errors;
    this.total += graded + errors;
    if (errors > 0) this.#lowest = Number.NEGATIVE_INFINITY;
    for (const { outcome, points, of, reason } of student.reports) {
      if (reason?.id === 'ours') this.#isOurs = true;
      if (outcome === 'graded') this.#lowest = Math.min(this.#lowest, (points / of) * 100);
    }
  }

  exitCode(failUnder: number | undefined): number {
    if (this.#isOurs) return 3;
    return failUnder !== undefined && this.#lowest < failUnder ? 1 : 0;
  }
}
