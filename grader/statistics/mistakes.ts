// The commonest mistakes: failed checks that were seen to fail in the same way.
import type { Finding } from '../finding.ts';

export interface Mistake {
  readonly exercise: string;
  readonly check: string;
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

  add(student: string, exercise: string, check: string, finding: Finding): void {
    const key = `${exercise}\u0000${check}\u0000${signatureOf(finding)}`;
    const known = this.#kinds.get(key);
    if (known) {
      known.count += 1;
      if (known.students.length < examplesMax) known.students = [...known.students, student];
    } else if (this.#kinds.size < kindsMax) {
      this.#kinds.set(key, { exercise, check, count: 1, finding, students: [student] });
    }
  }

  /** Most common first. */
  top(count: number): readonly Mistake[] {
    const order = (a: Mistake, b: Mistake) =>
      b.count - a.count || compare(a.exercise, b.exercise) || compare(a.check, b.check);
    return [...this.#kinds.values()].sort(order).slice(0, count);
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What two findings have in common that are of one mistake: not names, times and line numbers. */
function signatureOf({ seen }: Finding): string {
  switch (seen.id) {
    case 'field-differs':
      return `${seen.id} ${seen.path} ${seen.found}`;
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
