// A class in numbers, a student at a time.
import type { GradesHead, StudentGrades } from '../report/grades.ts';
import { addedCounts, countsOf } from '../report/grades.ts';
import type { Report } from '../report/report.ts';
import { Discrimination } from './discrimination.ts';
import type { Spread } from './distribution.ts';
import { Distribution } from './distribution.ts';
import { Mistakes } from './mistakes.ts';
import { Stuck } from './stuck.ts';

export interface CheckStatistics {
  readonly id: string;
  readonly of: number;
  readonly isHidden: boolean;
  readonly count: number;
  readonly passed: number;
  /** See discrimination.ts. */
  readonly discrimination?: number;
}

export interface ExerciseStatistics {
  readonly id: string;
  readonly graded: number;
  readonly errors: number;
  readonly missing: number;
  readonly spread: Spread;
  readonly checks: readonly CheckStatistics[];
  readonly stuck: Stuck;
}

export class ClassStatistics {
  readonly #exercises: ReadonlyMap<string, ExerciseTally>;
  readonly #totals = new Distribution();
  readonly mistakes = new Mistakes();
  counts = { students: 0, graded: 0, errors: 0, missing: 0 };

  constructor(head: GradesHead) {
    this.#exercises = new Map(head.exercises.map(({ id }) => [id, new ExerciseTally(id)]));
  }

  add(student: StudentGrades): void {
    this.counts = addedCounts(this.counts, countsOf(student));
    if (student.total.percent !== null) this.#totals.add(student.total.percent);
    for (const grade of student.grades) {
      const tally = this.#exercises.get(grade.exercise);
      const report = student.reports[grade.reports[0] ?? -1];
      if (grade.status === 'error') tally?.addError();
      else if (grade.status === 'missing') tally?.addMissing();
      if (!tally || report?.outcome !== 'graded') continue;
      tally.addGraded(student.student, grade.of === 0 ? 0 : (grade.points / grade.of) * 100, report);
      this.mistakes.add(student.student, report);
    }
  }

  get totals(): Spread {
    return this.#totals.spread();
  }

  get exercises(): readonly ExerciseStatistics[] {
    return [...this.#exercises.values()].map((tally) => tally.statistics());
  }
}

class ExerciseTally {
  readonly #id: string;
  readonly #spread = new Distribution();
  readonly #checks = new Map<string, { of: number; isHidden: boolean; tally: Discrimination }>();
  readonly #stuck = new Stuck();
  #errors = 0;
  #missing = 0;

  constructor(id: string) {
    this.#id = id;
  }

  addError(): void {
    this.#errors += 1;
  }

  addMissing(): void {
    this.#missing += 1;
  }

  addGraded(student: string, percent: number, report: Report): void {
    this.#spread.add(percent);
    this.#stuck.add(student, report.trail ?? []);
    for (const { id, of, points, passed, hidden } of report.checks) {
      const known = this.#checks.get(id) ?? { of, isHidden: hidden === true, tally: new Discrimination() };
      this.#checks.set(id, known);
      const others = report.of - of;
      known.tally.add(passed, others === 0 ? 0 : (report.points - points) / others);
    }
  }

  statistics(): ExerciseStatistics {
    const spread = this.#spread.spread();
    return {
      id: this.#id,
      graded: spread.count,
      errors: this.#errors,
      missing: this.#missing,
      spread,
      checks: [...this.#checks].map(([id, { of, isHidden, tally }]) => {
        const { count, passed, value } = tally;
        return { id, of, isHidden, count, passed, ...(value === undefined ? {} : { discrimination: value }) };
      }),
      stuck: this.#stuck,
    };
  }
}
