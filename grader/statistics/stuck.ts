// Where people were stuck: long pauses after a command, and commands that were refused.
import type { TrailStep } from '../report/report.ts';

export interface StuckPlace {
  /** The first words of the command: `kubectl rollout status`. */
  readonly command: string;
  /** How many students used it, and how many of them were refused at least once. */
  readonly students: number;
  readonly refused: number;
  /** Half of the pauses after it were longer. */
  readonly medianPauseMs: number;
}

/** What one student did in an exercise, over time. */
export interface TimelineRow {
  readonly student: string;
  readonly marks: readonly { readonly atMs: number; readonly is: 'done' | 'refused' | 'written' }[];
  readonly endMs: number;
}

const commandsMax = 2000;
const rowsMax = 40;
/** Pauses are counted in steps of ten per cent, from 0.1 s to about three hours. */
const pauseStepsMax = 120;

interface Place {
  students: number;
  refused: number;
  /** How many pauses there were of each length. */
  readonly pauses: Map<number, number>;
}

export class Stuck {
  readonly #commands = new Map<string, Place>();
  readonly #rows: { readonly order: number; readonly row: TimelineRow }[] = [];

  add(student: string, trail: readonly TrailStep[]): void {
    const used = new Map<string, boolean>();
    for (const [index, step] of trail.entries()) {
      if (step.line.startsWith('write ')) continue;
      const command = commandOf(step.line);
      const isRefused = step.exitCode !== undefined && step.exitCode !== 0;
      used.set(command, (used.get(command) ?? false) || isRefused);
      const next = trail[index + 1];
      if (step.atMs !== undefined && next?.atMs !== undefined) {
        const length = stepOf(next.atMs - step.atMs);
        const pauses = this.#placeOf(command)?.pauses;
        pauses?.set(length, (pauses.get(length) ?? 0) + 1);
      }
    }
    for (const [command, isRefused] of used) {
      const place = this.#placeOf(command);
      if (!place) continue;
      place.students += 1;
      if (isRefused) place.refused += 1;
    }
    this.#addRow(student, trail);
  }

  /** The places where most time went or most people were refused. */
  top(count: number): readonly StuckPlace[] {
    const places = [...this.#commands].map(([command, { students, refused, pauses }]) => {
      return { command, students, refused, medianPauseMs: medianOf(pauses) };
    });
    const weight = ({ students, refused, medianPauseMs }: StuckPlace) =>
      (students * medianPauseMs) / 30_000 + refused;
    const order = (a: StuckPlace, b: StuckPlace) => weight(b) - weight(a) || (a.command < b.command ? -1 : 1);
    return places
      .filter((place) => weight(place) > 0)
      .sort(order)
      .slice(0, count);
  }

  /** At most forty students, the slowest first; of a larger class a sample that is the same every time. */
  rows(): readonly TimelineRow[] {
    return this.#rows
      .map(({ row }) => row)
      .sort((a, b) => b.endMs - a.endMs || (a.student < b.student ? -1 : 1));
  }

  #placeOf(command: string): Place | undefined {
    const known = this.#commands.get(command);
    if (known || this.#commands.size >= commandsMax) return known;
    const place = { students: 0, refused: 0, pauses: new Map<number, number>() };
    this.#commands.set(command, place);
    return place;
  }

  #addRow(student: string, trail: readonly TrailStep[]): void {
    const marks = trail.flatMap(({ atMs, line, exitCode }) => {
      if (atMs === undefined) return [];
      const is = line.startsWith('write ')
        ? 'written'
        : exitCode !== undefined && exitCode !== 0
          ? 'refused'
          : 'done';
      return [{ atMs, is } as const];
    });
    if (marks.length < 2) return;
    this.#rows.push({ order: orderOf(student), row: { student, marks, endMs: marks.at(-1)?.atMs ?? 0 } });
    if (this.#rows.length <= rowsMax) return;
    this.#rows.sort((a, b) => a.order - b.order || (a.row.student < b.row.student ? -1 : 1));
    this.#rows.pop();
  }
}

/** `kubectl scale statefulset` for `kubectl scale statefulset web --replicas=5`. */
function commandOf(line: string): string {
  const words = line.trim().split(/\s+/);
  const verbs = words
    .slice(0, words[0] === 'kubectl' ? 3 : 1)
    .filter((word, at) => at === 0 || /^[a-z-]+$/.test(word));
  return verbs.join(' ').slice(0, 60);
}

function stepOf(pauseMs: number): number {
  return Math.min(
    pauseStepsMax,
    Math.max(0, Math.round(Math.log(Math.max(pauseMs, 100) / 100) / Math.log(1.1))),
  );
}

function medianOf(pauses: ReadonlyMap<number, number>): number {
  const all = [...pauses.values()].reduce((sum, count) => sum + count, 0);
  let seen = 0;
  for (const [length, count] of [...pauses].sort(([a], [b]) => a - b)) {
    seen += count;
    if (seen * 2 >= all) return Math.round(100 * 1.1 ** length);
  }
  return 0;
}

/** A number that depends on nothing but the name: who is in the sample is not who comes first. */
function orderOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return hash;
}
