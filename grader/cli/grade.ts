// `petset grade PATH…`: grades submissions and prints what came of it.
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { grade } from '../grade.ts';
import type { Locale } from '../locale.ts';
import { isLocale, LOCALES } from '../locale.ts';
import type { Exercise } from '../parse-exercise.ts';
import type { Grades } from '../report/class.ts';
import { gradesJson, gradesOf, gradesText, studentText } from '../report/class.ts';
import type { Reason, Report } from '../report/report.ts';
import { fileNameOf, shownLine } from '../report/shown.ts';
import type { Read, Submission, SubmissionForm } from '../submission.ts';
import { parseSubmission, SUBMISSION_CHARS_MAX } from '../submission.ts';
import { fileProblem, flagProblem, wrongUsage } from './complain.ts';
import type { Found, FoundSubmission } from './find-submissions.ts';
import { findSubmissions } from './find-submissions.ts';
import { EXERCISES, loadExercise, slugsIn } from './load-exercise.ts';
import { makeOutFolder } from './out-folder.ts';

export const usage = `Usage: petset grade PATH… [--format text|json] [--out DIR] [--fail-under P] [--locale en|ko] [--seed N…] [--exercises DIR]

Grades submissions. PATH is a file <exercise>.yaml (or .yml), <exercise>.sh or <exercise>.json (what the page exports), a
student's folder of such files, or a folder of students' folders. Links are not followed; what cannot be read is reported as
not graded.

  --format F       text (default) or json: one object with every report
  --out DIR        also write grades.json, and one .txt a student, into DIR (made if absent)
  --fail-under P   exit with 1 if somebody has less than P per cent in a report, or one could not be graded
  --locale L       en (default) or ko
  --seed N         grade on this seed instead of the exercise's own; may be given several times
  --exercises DIR  where the exercises are

Exit codes: 0 graded, 1 below --fail-under, 2 wrong usage, 3 something of ours broke.
`;

interface Call {
  readonly paths: readonly string[];
  readonly help: boolean;
  readonly format: 'text' | 'json';
  readonly out?: string;
  readonly failUnder?: number;
  readonly locale: Locale;
  readonly seeds?: readonly number[];
  readonly exercises: string;
}

/** Runs the command with the words after `grade`; returns the exit code. */
export function gradeCommand(words: readonly string[]): number {
  const call = readCall(words);
  if (typeof call === 'string') return wrongUsage(call);
  if (call.help) {
    process.stdout.write(usage);
    return 0;
  }
  let found: Found;
  try {
    found = findSubmissions(call.paths);
  } catch (error) {
    return wrongUsage(fileProblem((error as NodeJS.ErrnoException).path ?? '', error));
  }
  const exercises = readExercises(call.exercises);
  if (exercises.size === 0) return 3;
  const outProblem = call.out === undefined ? undefined : makeOutFolder(call.out);
  if (outProblem !== undefined) return wrongUsage(outProblem);
  const warnings = [...found.warnings];
  const graded: { student: string; report: Report }[] = [];
  const unread: { student: string; file: string; reason: Reason }[] = [];
  for (const submission of found.submissions) {
    const { student, file, form } = submission;
    const exercise = exerciseOf(submission, exercises);
    if (exercise) {
      const options = call.seeds ? { seeds: call.seeds } : {};
      graded.push({ student, report: grade(exercise, readSubmission(submission, exercise), options) });
      continue;
    }
    unread.push({ student, file, reason: { id: isForm(form) ? 'no-exercise' : form, detail: file } });
    warnings.push(`${submission.path} is named after no exercise: ${[...exercises.keys()].join(', ')}`);
  }
  for (const warning of warnings) process.stderr.write(`petset: ${shownLine(warning)}\n`);
  if (graded.length === 0) return wrongUsage('there is nothing to grade');
  const grades = gradesOf(found.students, graded, unread);
  process.stdout.write(
    call.format === 'json' ? gradesJson(grades) : gradesText(grades, exercises, call.locale),
  );
  if (call.out !== undefined) writeGrades(call.out, grades, exercises, call.locale);
  const reports = graded.map(({ report }) => report);
  const errors = unread.length + reports.filter(({ outcome }) => outcome === 'error').length;
  if (errors > 0) {
    const of = unread.length + reports.length;
    process.stderr.write(`petset: ${errors} of ${of} could not be graded, which is not a zero\n`);
  }
  return exitCodeFor(reports, unread.length > 0, call.failUnder);
}

function exitCodeFor(reports: readonly Report[], hasUnread: boolean, failUnder: number | undefined): number {
  if (reports.some(({ reason }) => reason?.id === 'ours')) return 3;
  if (failUnder === undefined) return 0;
  const isBelow = ({ outcome, points, of }: Report) => outcome === 'error' || (points / of) * 100 < failUnder;
  return hasUnread || reports.some(isBelow) ? 1 : 0;
}

/** Every exercise that can be read; the others are named on stderr and do not stop the rest. */
function readExercises(folder: string): ReadonlyMap<string, Exercise> {
  const exercises = new Map<string, Exercise>();
  try {
    for (const slug of slugsIn(folder)) {
      const parsed = loadExercise(folder, slug);
      if (parsed.ok) exercises.set(slug, parsed.value);
      else process.stderr.write(`petset: ${shownLine(`exercise ${slug}: ${parsed.problems[0]}`)}\n`);
    }
  } catch (error) {
    process.stderr.write(`petset: --exercises ${shownLine(fileProblem(folder, error))}\n`);
    return exercises;
  }
  if (exercises.size === 0) process.stderr.write(`petset: there are no exercises in ${shownLine(folder)}\n`);
  return exercises;
}

/** By what stands before the first dot: `name-each-pod (1).json` is the browser's second copy, `….yaml.txt` an editor's. */
function exerciseOf(
  { file }: FoundSubmission,
  exercises: ReadonlyMap<string, Exercise>,
): Exercise | undefined {
  const [name = ''] = file.split('.');
  return exercises.get(name) ?? exercises.get(name.replace(/ ?\(\d+\)$/, ''));
}

function isForm(form: FoundSubmission['form']): form is SubmissionForm {
  return form === 'yaml' || form === 'sh' || form === 'json';
}

function readSubmission({ path, file, form }: FoundSubmission, exercise: Exercise): Read<Submission> {
  if (!isForm(form)) return { ok: false, why: { id: form, detail: file } };
  try {
    // A character takes up to four bytes: what is larger than that need not be read to be refused.
    const { size } = statSync(path);
    if (size > SUBMISSION_CHARS_MAX * 4)
      return { ok: false, why: { id: 'too-large', detail: `${size} bytes` } };
    return parseSubmission(exercise, form, readFileSync(path, 'utf8'));
  } catch {
    return { ok: false, why: { id: 'not-readable', detail: file } };
  }
}

function writeGrades(
  folder: string,
  grades: Grades,
  exercises: ReadonlyMap<string, Exercise>,
  locale: Locale,
): void {
  writeFileSync(join(folder, 'grades.json'), gradesJson(grades));
  const taken = new Set<string>();
  for (const student of grades.students) {
    const name = fileNameOf(student.student);
    let file = name;
    // Two names may be written alike, and some disks do not tell capitals apart.
    for (let copy = 2; taken.has(file.toLowerCase()); copy++) file = `${name} (${copy})`;
    taken.add(file.toLowerCase());
    writeFileSync(join(folder, `${file}.txt`), studentText(student, exercises, locale));
  }
}

function readCall(words: readonly string[]): Call | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h', default: false },
        format: { type: 'string', default: 'text' },
        out: { type: 'string' },
        'fail-under': { type: 'string' },
        locale: { type: 'string', default: 'en' },
        seed: { type: 'string', multiple: true },
        exercises: { type: 'string', default: EXERCISES },
      },
    });
    const { help, format, out, locale, exercises } = values;
    if (!help && positionals.length === 0) return 'grade takes at least one PATH';
    if (format !== 'text' && format !== 'json') return `--format takes text or json, not ${format}`;
    if (!isLocale(locale)) return `--locale takes ${LOCALES.join(' or ')}, not ${locale}`;
    const failUnder = values['fail-under'] === undefined ? undefined : Number(values['fail-under']);
    if (failUnder !== undefined && !(failUnder >= 0 && failUnder <= 100))
      return '--fail-under takes 0 to 100';
    const seeds = values.seed?.map(Number);
    if (seeds?.some((seed) => !Number.isSafeInteger(seed) || seed < 0)) return '--seed takes a whole number';
    return {
      paths: positionals,
      help,
      format,
      locale,
      exercises,
      ...(out === undefined ? {} : { out }),
      ...(failUnder === undefined ? {} : { failUnder }),
      ...(seeds === undefined ? {} : { seeds }),
    };
  } catch (error) {
    return flagProblem(error);
  }
}
