// The class as it came in: who is in it, which files stand for which exercise, and which of them are graded.

import { toGrade } from '../intake/attempts.ts';
import type { KeyKind } from '../intake/claim.ts';
import { folded } from '../intake/claim.ts';
import { exerciseNamed, exerciseSaid } from '../intake/file-names.ts';
import { Directory } from '../intake/match-people.ts';
import type { RollStudent } from '../intake/roll.ts';
import { callRoll, keysOf } from '../intake/roll.ts';
import type { Person, Roster } from '../intake/roster.ts';
import type { Handed } from '../intake/sort-out.ts';
import type { RosterNotes, UnreadFile } from '../report/grades.ts';
import type { Attempt } from '../rules/gradebook.ts';
import type { Override } from '../rules/grading-rules.ts';
import { rulesFor } from '../rules/grading-rules.ts';
import type { Extension } from '../rules/late.ts';
import { parseExtension } from '../rules/late.ts';
import type { BatchJob } from './batch/run-batch.ts';
import type { Course } from './course.ts';
import type { Gathered } from './intake/gather.ts';
import type { Source } from './intake/source.ts';
import { formNamed } from './intake/source.ts';
import { textOf } from './intake/text-of.ts';

export interface ClassStudent {
  readonly student: string;
  readonly keys?: Partial<Readonly<Record<KeyKind, string>>>;
  readonly section?: string;
  /** By exercise, then in the order in which they came. */
  readonly work: readonly { readonly job: BatchJob; readonly attempt: Attempt }[];
  readonly unread: readonly UnreadFile[];
  readonly extensions: ReadonlyMap<string, readonly Extension[]>;
  readonly overrides: readonly Override[];
}

export interface ClassRoll {
  readonly students: readonly ClassStudent[];
  /** Exercises that somebody handed in. */
  readonly handedIn: ReadonlySet<string>;
  readonly roster?: RosterNotes;
  readonly warnings: readonly string[];
}

/** Sorts what was gathered by person and exercise. */
export async function classRoll(
  gathered: Gathered,
  course: Course,
  roster: Roster | undefined,
): Promise<ClassRoll> {
  const directory = new Directory(roster?.people ?? []);
  const roll = callRoll(gathered.handed, gathered.folders, roster && { roster, directory });
  const warnings = [...gathered.warnings];
  const students: ClassStudent[] = [];
  for (const one of roll.students) students.push(await classStudent(one, course, warnings));
  const taken = new Set<Override>(students.flatMap(({ overrides }) => overrides));
  for (const override of course.rules.overrides) {
    if (!taken.has(override)) warnings.push(`the override for ${override.student} fits nobody`);
  }
  const handedIn = new Set(students.flatMap(({ work }) => work.map(({ job }) => job.exercise)));
  const missing = roll.students.filter(({ person, handed }) => person && handed.length === 0);
  return {
    students,
    handedIn,
    warnings,
    ...(roster
      ? {
          roster: {
            unmatched: roll.unmatched,
            ambiguous: roll.ambiguous,
            missing: missing.map(({ student }) => student),
          },
        }
      : {}),
  };
}

interface Found {
  readonly one: Handed<Source>;
  readonly exercise: string;
  readonly copy: number;
  readonly source: string;
  readonly atMs: number | undefined;
}

async function classStudent(
  { student, person, handed }: RollStudent<Source>,
  course: Course,
  warnings: string[],
): Promise<ClassStudent> {
  const found = new Map<string, Found[]>();
  const unread: UnreadFile[] = [];
  for (const one of handed) {
    const named = await exerciseOf(one, course);
    if (named) {
      const { late } = rulesFor(course.rules, named.exercise) ?? {};
      const usesFileTimes = (late ?? course.rules.late)['file-times'];
      const atMs = one.atMs ?? (usesFileTimes ? one.entry.changedAtMs : undefined);
      const list = found.get(named.exercise) ?? [];
      list.push({ one, ...named, source: one.entry.shown, atMs });
      found.set(named.exercise, list);
      continue;
    }
    const { refusal, shown } = one.entry;
    // Nobody hands in a README: only what could be a submission is missed.
    if (formNamed(one.file) === undefined && refusal === undefined && handed.length > 1) {
      warnings.push(`${shown} was passed over: it does not end in .yaml, .yml, .sh or .json`);
      continue;
    }
    const id = refusal ?? (formNamed(one.file) === undefined ? 'unknown-ending' : 'no-exercise');
    unread.push({ file: one.file, reason: { id, detail: one.file } });
    warnings.push(`${shown} is named after no exercise: ${[...course.exercises.keys()].join(', ')}`);
  }
  return {
    student,
    work: [...found]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([exercise, list]) => workOn(student, exercise, list, course)),
    unread,
    ...(person ? aboutPerson(person) : {}),
    extensions: person ? extensionsOf(person, course, warnings) : new Map(),
    overrides: course.rules.overrides.filter((it) => isFor(it.student, student, person)),
  };
}

function workOn(
  student: string,
  exercise: string,
  list: readonly Found[],
  course: Course,
): ClassStudent['work'] {
  const prepared = course.prepared.get(exercise);
  if (!prepared) return [];
  const rules = rulesFor(course.rules, exercise)?.attempts ?? course.rules.attempts;
  return toGrade(list, rules).map(({ attempt: { one, atMs }, number }) => ({
    job: { student, exercise, prepared, source: one.entry, form: formOf(one) },
    attempt: {
      file: one.file,
      number,
      of: list.length,
      ...(atMs === undefined ? {} : { atMs }),
      ...(one.isMarkedLate ? { isMarkedLate: true as const } : {}),
    },
  }));
}

function formOf({ entry, file }: Handed<Source>): BatchJob['form'] {
  return entry.refusal ?? formNamed(file) ?? 'unknown-ending';
}

async function exerciseOf(
  { entry, file }: Handed<Source>,
  { exercises }: Course,
): Promise<{ readonly exercise: string; readonly copy: number } | undefined> {
  const named = exerciseNamed(file, (slug) => exercises.has(slug));
  if (named || entry.refusal !== undefined || formNamed(file) !== 'json') return named;
  // A renamed export still says what it is of.
  const read = await entry.read();
  const decoded = read.ok ? textOf(read.bytes) : undefined;
  const said = decoded?.ok ? exerciseSaid(decoded.text) : undefined;
  return said !== undefined && exercises.has(said) ? { exercise: said, copy: 0 } : undefined;
}

function aboutPerson(person: Person): Pick<ClassStudent, 'keys' | 'section'> {
  return { keys: keysOf(person), ...(person.section === undefined ? {} : { section: person.section }) };
}

function isFor(wanted: string, student: string, person: Person | undefined): boolean {
  const names = [student, person?.name ?? '', ...(person?.keys.values() ?? [])];
  return names.some((name) => name !== '' && folded(name) === folded(wanted));
}

/** The cells of the extension columns: one for everything, and one for each exercise. */
function extensionsOf(
  person: Person,
  { rules, exercises }: Course,
  warnings: string[],
): ReadonlyMap<string, readonly Extension[]> {
  const extensions = new Map<string, readonly Extension[]>();
  for (const exercise of ['', ...exercises.keys()]) {
    const { extension: column } = rulesFor(rules, exercise)?.late ?? rules.late;
    const cell = person.cells.get(folded(`${column} ${exercise}`));
    const parsed = cell === undefined ? null : parseExtension(cell);
    if (parsed === undefined) {
      warnings.push(
        `roster, line ${person.line}: "${cell}" is no extension such as 2d or 2026-10-04T23:59:00+09:00`,
      );
    } else if (parsed) extensions.set(exercise, [parsed]);
  }
  return extensions;
}
