// The commonest mistakes: failed checks that were seen to fail in the same way.
import type { Finding } from '../finding.ts';
import type { Report } from '../report/report.ts';

export interface Mistake {
  readonly exercise: string;
  /** Absent where the whole manifest was refused, which says nothing about one check. */
  readonly check?: string;
  readonly count: number;
  /** The first of them, as it was found. */
  readonly finding: Finding;
  /** A few of those who made it. */
  readonly students: readonly string[];
}

const kindsMax = 5000;
const examplesMax = 3;

export class Mistakes {
  readonly #kinds = new Map<string, { -readonly [Key in keyof Mistake]: Mistake[Key] }>();

  /** Takes what failed in one report. */
  add(student: string, { exercise, checks }: Report): void {
    const refused = checks.flatMap(({ findings }) => findings).find(({ seen }) => seen.id === 'refused');
    if (refused) this.#count(student, { exercise: exercise.id, finding: refused });
    for (const { id, findings } of checks) {
      const [finding] = findings;
      if (finding && finding.seen.id !== 'refused')
        this.#count(student, { exercise: exercise.id, check: id, finding });
    }
  }

  /** Most common first. */
  top(count: number): readonly Mistake[] {
    const order = (a: Mistake, b: Mistake) =>
      b.count - a.count || compare(a.exercise, b.exercise) || compare(a.check ?? '', b.check ?? '');
    return [...this.#kinds.values()].sort(order).slice(0, count);
  }

  #count(student: string, about: Pick<Mistake, 'exercise' | 'check' | 'finding'>): void {
    const key = `${about.exercise}\u0000${about.check ?? ''}\u0000${signatureOf(about.finding)}`;
    const known = this.#kinds.get(key);
    if (known) {
      known.count += 1;
      if (known.students.length < examplesMax) known.students = [...known.students, student];
    } else if (this.#kinds.size < kindsMax) {
      this.#kinds.set(key, { ...about, count: 1, students: [student] });
    }
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What two findings have in common that are of one mistake: not names, times and line numbers. */
function signatureOf({ seen }: Finding): string {
  switch (seen.id) {
    case 'field-differs':
    case 'field-is':
      return `${seen.id} ${seen.path} ${withoutNumbers(seen.found)}`;
    case 'refused':
      return `${seen.id} ${withoutNumbers(seen.text)}`;
    case 'printed':
      return `${seen.id} ${seen.exitCode} ${withoutNumbers(seen.text)}`;
    case 'answered':
      return `${seen.id} ${seen.answer.slice(0, 200)}`;
    case 'number-matched':
    case 'closest':
      return `${seen.id} ${seen.matched} ${seen.of}`;
    default:
      return seen.id;
  }
}

function withoutNumbers(text: string): string {
  return (text.split('\n')[0] ?? '').replace(/\d+/g, '#').slice(0, 200);
}
