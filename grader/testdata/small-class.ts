// A class of four in which everything happens that a format has to show: points, an error, nothing handed in, lateness, an override, a
// hidden check, and names that spreadsheets, terminals and browsers would rather obey.
import type { Exercise } from '../parse-exercise.ts';
import type { FormatContext, Piece } from '../report/format.ts';
import type { Format } from '../report/format.ts';
import type { Grades, GradesHead, StudentGrades } from '../report/grades.ts';
import { GRADES_FORMAT, GRADES_VERSION } from '../report/grades.ts';
import type { CheckResult, Report } from '../report/report.ts';
import { REPORT_FORMAT, REPORT_VERSION } from '../report/report.ts';
import { fileNameOf } from '../report/shown.ts';
import type { Attempt } from '../rules/gradebook.ts';
import { gradesBy } from '../rules/gradebook.ts';
import type { GradingRules } from '../rules/grading-rules.ts';
import { gradingRulesSchema } from '../rules/grading-rules.ts';
import { worthsOf } from '../rules/worth.ts';
import { smallExercise } from './small-exercise.ts';

const base = smallExercise(['{kind: objects, resource: pods}', '{kind: command, run: kubectl get pods}']);
export const exercise: Exercise = { ...base, hash: 'sha256:0123', hidden: new Set(['check-1']) };
export const exercises: ReadonlyMap<string, Exercise> = new Map([['small', exercise]]);

export const rules: GradingRules = gradingRulesSchema.parse({
  title: 'A <small> class',
  exercises: { small: { points: 10, due: '2026-10-02T12:00:00Z' } },
  late: { 'per-day': 10 },
  overrides: [{ student: 'Dan', exercise: 'small', points: 7, reason: 'was ill & excused' }],
});

export const head: GradesHead = {
  format: GRADES_FORMAT,
  version: GRADES_VERSION,
  engine: '0.0.0',
  title: rules.title,
  rules: 'sha256:4567',
  exercises: [{ id: 'small', revision: 1, hash: exercise.hash, points: 10 }],
  roster: { unmatched: ['somebody'], ambiguous: [], missing: ['김철수'] },
};

const passed = (id: string): CheckResult => ({ id, kind: 'objects', points: 1, of: 1, passed: true, findings: [] });
const failed: CheckResult = {
  id: 'check-0',
  kind: 'objects',
  points: 0,
  of: 1,
  passed: false,
  seed: 2,
  findings: [
    {
      wanted: { id: 'objects-wanted', resource: 'pods', which: 'app=web', count: '2', fields: '', when: 'end' },
      seen: { id: 'field-differs', object: 'pods/a', path: 'spec.nodeName', wanted: 'x', found: '=1+1 <b>\u001b[2J', matched: 1, of: 2 },
      atMs: 12_345,
      event: { reason: 'FailedScheduling', message: '0/3 nodes "are" available', object: 'Pod/a' },
    },
  ],
};
const hidden: CheckResult = {
  id: 'check-1',
  kind: 'command',
  points: 0,
  of: 1,
  passed: false,
  hidden: true,
  findings: [{ wanted: { id: 'prints-wanted', command: 'kubectl get pods', text: 'SECRET' }, seen: { id: 'printed', text: 'SECRET', exitCode: 0 } }],
};

function report(checks: readonly CheckResult[], more: Partial<Report> = {}): Report {
  return {
    format: REPORT_FORMAT,
    version: REPORT_VERSION,
    engine: '0.0.0',
    exercise: { id: 'small', revision: 1, hash: exercise.hash },
    submission: { hash: 'sha256:89ab' },
    seeds: [1, 2],
    of: 2,
    outcome: 'graded',
    points: checks.reduce((sum, { points }) => sum + points, 0),
    checks,
    ...more,
  };
}

const trail = [
  { atMs: 1000, line: 'kubectl get pods', exitCode: 0 },
  { atMs: 241_000, line: 'kubectl get pod/x', exitCode: 1 },
  { atMs: 250_000, line: 'write web.yaml' },
];
const dueMs = Date.UTC(2026, 9, 2, 12);

export function student(
  name: string,
  reports: readonly Report[],
  attempts: readonly Attempt[],
  keys: StudentGrades['keys'] = {},
): StudentGrades {
  const worths = worthsOf(rules, exercises, ['small']);
  const overrides = rules.overrides.filter((it) => it.student === name);
  const { grades, total } = gradesBy(rules, worths, { reports, attempts, overrides });
  const missing = grades.filter(({ status }) => status === 'missing').map((it) => it.exercise);
  return { student: name, keys, reports, attempts, missing, grades, total };
}

const one = (more: Partial<Attempt> = {}): Attempt => ({ file: 'small.sh', number: 1, of: 1, ...more });

export const students: readonly StudentGrades[] = [
  student('=HYPERLINK("x")', [report([failed, hidden], { trail })], [one()], { number: '101', email: 'h@x.org', canvas: '9101' }),
  student('Ada\n<b>', [report([passed('check-0'), passed('check-1')])], [one({ number: 2, of: 2, atMs: dueMs + 3_600_000 })], { number: '102', canvas: '9102' }),
  student('Dan', [report([], { outcome: 'error', points: 0, reason: { id: 'too-large', detail: '9 bytes' } })], [one()], { number: '103', canvas: '9103' }),
  student('Eve\u202e', [report([], { outcome: 'error', points: 0, reason: { id: 'over-limits', detail: '<script>' } })], [one()], { number: '104', canvas: '9104' }),
  student('김철수', [], [], { number: '105', canvas: '9105' }),
];

export const grades: Grades = { ...head, students };

/** Everything that a format makes of the class, by file. */
export function written(format: Format, more: Partial<FormatContext> = {}): ReadonlyMap<string, string> {
  const run = format.open({ head, exercises, locale: 'en', nameWidth: 16, ...more });
  const files = new Map<string, string>();
  const add = (pieces: readonly Piece[] = []) => {
    for (const { path, text } of pieces) files.set(path, (files.get(path) ?? '') + text);
  };
  add(run.head?.());
  for (const each of students) add(run.student(each, fileNameOf(each.student)));
  add(run.foot?.());
  return files;
}
