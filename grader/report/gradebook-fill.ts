// Fills in a gradebook that an instructor exported: rows are found by people's keys, columns by exercises; nothing else is touched.

import type { Claim, KeyKind } from '../intake/claim.ts';
import { Directory } from '../intake/match-people.ts';
import type { Person, Roster } from '../intake/roster.ts';
import type { Table } from './csv.ts';
import type { StudentGrades } from './grades.ts';
import { shownLine } from './shown.ts';

/** Cells to be written, by row and column of the table. */
export class Filling {
  readonly #table: Table;
  readonly #directory: Directory;
  readonly #cells = new Map<number, Map<number, string>>();
  readonly #warnings: string[] = [];

  constructor(table: Table, roster: Roster) {
    this.#table = table;
    this.#directory = new Directory(roster.people);
  }

  /** The row of a student (from 0), or undefined, with a warning. */
  rowOf(student: StudentGrades): number | undefined {
    const match = this.#directory.match(claimOf(student));
    if (match.is === 'one') return lineIndex(match.person);
    const name = shownLine(student.student);
    this.warn(
      match.is === 'none'
        ? `${name} is not in the gradebook`
        : `${name} fits ${match.people.length} rows of the gradebook: nothing was filled in`,
    );
    return undefined;
  }

  put(row: number, column: number, text: string): void {
    const cells = this.#cells.get(row) ?? new Map<number, string>();
    cells.set(column, text);
    this.#cells.set(row, cells);
  }

  warn(warning: string): void {
    this.#warnings.push(warning);
  }

  get warnings(): readonly string[] {
    return this.#warnings;
  }

  /** The table with what was put into it. */
  filled(): Table {
    const rows = this.#table.rows.map((row, at) => {
      const cells = this.#cells.get(at);
      if (!cells) return row;
      return Array.from({ length: Math.max(row.length, ...cells.keys()) }, (_, column) => {
        return cells.get(column) ?? row[column] ?? '';
      });
    });
    return { ...this.#table, rows };
  }
}

/** The columns of exercises: by their id within the heading, or by their title. */
export function exerciseColumns(
  heads: readonly string[],
  titles: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, number> {
  const columns = new Map<string, number>();
  for (const [exercise, names] of titles) {
    const wanted = [exercise, ...names].map(plain);
    const at = heads.findIndex((head) => wanted.includes(plain(bareTitle(head))));
    if (at >= 0) columns.set(exercise, at);
  }
  return columns;
}

/** `Name each pod (4711)` and `Assignment: Name each pod (Real)` without what the platform added. */
function bareTitle(head: string): string {
  return head.replace(/\s*\([^()]*\)\s*$/, '').replace(/^[^:]{1,30}:\s*/, '');
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Rows of a table are counted from 1, and the first holds the headings. */
function lineIndex({ line }: Person): number {
  return line - 1;
}

function claimOf({ student, keys = {} }: StudentGrades): Claim {
  const known = Object.entries(keys).map(([kind, value]) => ({ kind: kind as KeyKind, value }));
  return { label: student, keys: known.length > 0 ? known : [{ kind: 'any', value: student }] };
}
