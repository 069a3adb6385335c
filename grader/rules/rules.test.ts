import { describe, expect, test } from 'vitest';
import type { Report } from '../report/report.ts';
import { smallExercise } from '../testdata/small-exercise.ts';
import type { Attempt } from './gradebook.ts';
import { gradesBy } from './gradebook.ts';
import type { GradingRules } from './grading-rules.ts';
import { gradingRulesSchema, parseSpan } from './grading-rules.ts';
import { hiddenChecksSchema, withHiddenChecks } from './hidden-checks.ts';
import { latenessOf, parseExtension } from './late.ts';
import { readYaml } from './read-yaml.ts';
import { unknownNames, worthsOf } from './worth.ts';

const dayMs = 86_400_000;

describe('what is wrong with grading.yaml is said with its place', () => {
  test.each([
    [
      'late:\n  per-day: ten\n',
      'grading.yaml:2:3: late.per-day: Invalid input: expected number, received string',
    ],
    ['late:\n  perday: 10\n', 'grading.yaml:2:3: late.perday: there is no such setting'],
    ['a: [\n', 'grading.yaml:2:1: it is not YAML: deficient indentation'],
    [
      'exercises:\n  x:\n    due: tomorrow\n',
      'grading.yaml:3:5: exercises.x.due: "tomorrow" is no instant such as 2026-10-02T23:59:00+09:00',
    ],
    [
      'overrides:\n- {student: a, exercise: x, points: 1}\n',
      'grading.yaml:2:3: overrides.0.reason: Invalid input: expected string, received undefined',
    ],
    [
      'overrides:\n- {student: a, exercise: x, reason: r, points: 1, excused: true}\n',
      'grading.yaml:2:3: overrides.0: an override has one of points, excused, passed or extension',
    ],
    [
      'late: {grace: 10 minutes}\n',
      'grading.yaml:1:8: late.grace: "10 minutes" is no time such as 2d, 36h or 90m',
    ],
    ['__proto__: {a: 1}\n', 'grading.yaml:1:1: __proto__: there is no such setting'],
    ['[1, 2]', 'grading.yaml:1:1: Invalid input: expected object, received array'],
  ])('%j', (yaml, problem) => {
    const read = readYaml('grading.yaml', yaml, gradingRulesSchema);
    expect(read.ok ? [] : read.problems).toEqual([problem]);
  });

  test('names that no exercise has', () => {
    const rules = gradingRulesSchema.parse({
      exercises: { small: { gates: ['nothing'], requires: { other: 50 } }, other2: {} },
      overrides: [{ student: 'a', exercise: 'gone', points: 1, reason: 'r' }],
    });
    expect(
      unknownNames(rules, new Map([['small', smallExercise(['{kind: objects, resource: pods}'])]])),
    ).toEqual([
      'exercises.small: it has no check or question nothing',
      'exercises.small.requires.other: it does not count itself',
      'exercises.other2: there is no such exercise',
      'overrides.0: there is no exercise gone',
    ]);
  });
});

test.each([
  ['2d', 2 * dayMs],
  ['36h', 1.5 * dayMs],
  ['1d 12h', 1.5 * dayMs],
  ['90m', 5_400_000],
  ['0', 0],
  ['2 days', undefined],
  ['-1d', undefined],
  ['', undefined],
])('the time %j is %j ms', (text, ms) => expect(parseSpan(text)).toBe(ms));

describe('lateness', () => {
  const rules = gradingRulesSchema.parse({
    late: { grace: '15m', 'per-day': 10, 'at-most': 25, closes: '4d', marked: 15 },
  }).late;
  const due = 1_000_000;
  test.each([
    ['in time', { atMs: due }, [], undefined],
    ['within the grace', { atMs: due + 900_000 }, [], undefined],
    ['a moment after the grace', { atMs: due + 900_001 }, [], { days: 1, percent: 10 }],
    ['a day and the grace', { atMs: due + dayMs + 900_000 }, [], { days: 1, percent: 10 }],
    ['a day and a bit more', { atMs: due + dayMs + 900_001 }, [], { days: 2, percent: 20 }],
    ['at most', { atMs: due + 3 * dayMs }, [], { days: 3, percent: 25 }],
    ['closed', { atMs: due + 5 * dayMs }, [], { days: 5, percent: 100, isClosed: true }],
    ['with an extension', { atMs: due + dayMs }, [{ byMs: dayMs }], undefined],
    ['up to an instant', { atMs: due + dayMs }, [{ untilMs: due + dayMs }], undefined],
    ['marked by the platform', { isMarkedLate: true }, [], { percent: 15 }],
    ['marked, with an extension', { isMarkedLate: true }, [{ byMs: 1 }], undefined],
    ['at an unknown time', {}, [], undefined],
  ] as const)('%s', (_, handedIn, extensions, expected) => {
    expect(latenessOf(rules, due, handedIn, extensions)).toEqual(expected);
  });

  test.each([
    ['2d', { byMs: 2 * dayMs }],
    ['1970-01-02T00:00:00Z', { untilMs: dayMs }],
    ['1970-01-02 09:00:00+09:00', { untilMs: dayMs }],
    ['', null],
    ['-', null],
    ['until Friday', undefined],
  ])('the cell %j', (cell, expected) => expect(parseExtension(cell)).toEqual(expected));
});

const exercise = smallExercise(['{kind: objects, resource: pods}', '{kind: objects, resource: services}']);
const other = { ...exercise, definition: { ...exercise.definition, id: 'other' } };
const exercises = new Map([
  ['small', exercise],
  ['other', other],
]);

function reportOf(passed: readonly string[], id = 'small'): Report {
  const checks = ['check-0', 'check-1'].map((check) => ({
    id: check,
    kind: 'objects',
    points: passed.includes(check) ? 1 : 0,
    of: 1,
    passed: passed.includes(check),
    findings: [],
  }));
  return {
    exercise: { id, revision: 1, hash: '' },
    outcome: 'graded',
    points: passed.length,
    of: 2,
    checks,
  } as unknown as Report;
}

const broken = (id = 'small') => ({ ...reportOf([], id), outcome: 'error' as const });

function graded(yaml: object, reports: readonly Report[], attempts: readonly Partial<Attempt>[] = []) {
  const rules: GradingRules = gradingRulesSchema.parse(yaml);
  const worths = worthsOf(
    rules,
    exercises,
    reports.map((it) => it.exercise.id),
  );
  const whole = reports.map((_, at) => ({ file: 'f', number: at + 1, of: reports.length, ...attempts[at] }));
  return gradesBy(rules, worths, { reports, attempts: whole, overrides: rules.overrides });
}

describe('what counts', () => {
  const due = { due: '1970-01-02T00:00:00Z' };
  test.each([
    ['its own points', {}, [reportOf(['check-0'])], [], { points: 1, of: 2 }],
    [
      'other points',
      { exercises: { small: { points: 30 } } },
      [reportOf(['check-0'])],
      [],
      { points: 15, of: 30 },
    ],
    [
      'other points for a check',
      { exercises: { small: { checks: { 'check-0': { points: 3 } } } } },
      [reportOf(['check-0'])],
      [],
      { points: 3, of: 4 },
    ],
    [
      'a check beyond what can be reached',
      { exercises: { small: { checks: { 'check-1': { 'extra-credit': true } } } } },
      [reportOf(['check-0', 'check-1'])],
      [],
      { points: 2, of: 1 },
    ],
    [
      'lateness',
      { exercises: { small: due }, late: { 'per-day': 25 } },
      [reportOf(['check-0', 'check-1'])],
      [{ atMs: dayMs + 1 }],
      { points: 1.5, earned: 2, late: { days: 1, percent: 25 } },
    ],
    [
      'a gate',
      { exercises: { small: { gates: ['check-1'] } } },
      [reportOf(['check-0'])],
      [],
      { points: 0, earned: 1, gate: { check: 'check-1' } },
    ],
    ['the latest', {}, [reportOf(['check-0', 'check-1']), reportOf([])].slice(1), [], { points: 0 }],
    [
      'the best',
      { attempts: { take: 'best' } },
      [reportOf(['check-0', 'check-1']), reportOf([])],
      [],
      { points: 2, reports: [0] },
    ],
    [
      'the mean',
      { attempts: { take: 'all' } },
      [reportOf(['check-0', 'check-1']), reportOf(['check-0'])],
      [],
      { points: 1.5, reports: [0, 1] },
    ],
    ['an error', {}, [broken()], [], { status: 'error', points: 0 }],
    [
      'an error beside a grade',
      { attempts: { take: 'best' } },
      [reportOf(['check-0']), broken()],
      [],
      { status: 'graded', points: 1, reports: [0] },
    ],
    [
      'points by hand',
      { overrides: [{ student: 'a', exercise: 'small', points: 1.25, reason: 'r' }] },
      [broken()],
      [],
      { status: 'graded', points: 1.25, override: { reason: 'r' } },
    ],
    [
      'a check by hand',
      { overrides: [{ student: 'a', exercise: 'small', passed: ['check-1'], reason: 'r' }] },
      [reportOf(['check-0'])],
      [],
      { points: 2 },
    ],
    [
      'excused',
      { overrides: [{ student: 'a', exercise: 'small', excused: true, reason: 'r' }] },
      [reportOf([])],
      [],
      { status: 'excused', points: 0 },
    ],
  ] as const)('%s', (_, rules, reports, attempts, expected) => {
    expect(graded(rules, reports, attempts).grades[0]).toMatchObject(expected);
  });

  test('an exercise waits for another', () => {
    const rules = { exercises: { small: {}, other: { requires: { small: 60 } } } };
    const half = graded(rules, [reportOf(['check-0']), reportOf(['check-0', 'check-1'], 'other')]);
    expect(half.grades[1]).toMatchObject({ points: 0, earned: 2, gate: { exercise: 'small', percent: 60 } });
    const whole = graded(rules, [reportOf(['check-0', 'check-1']), reportOf(['check-0'], 'other')]);
    expect(whole.grades[1]).toMatchObject({ points: 1 });
    // What could not be graded is nobody's fault.
    expect(graded(rules, [broken(), reportOf(['check-0'], 'other')]).grades[1]).toMatchObject({ points: 1 });
  });

  test('errors are left out of the sum, missing work is not', () => {
    const rules = { exercises: { small: {}, other: {} } };
    expect(graded(rules, [broken(), reportOf(['check-0'], 'other')]).total).toEqual({
      points: 1,
      of: 2,
      percent: 50,
      errors: 1,
    });
    expect(graded(rules, [reportOf(['check-0'], 'other')]).total).toEqual({
      points: 1,
      of: 4,
      percent: 25,
      errors: 0,
    });
    expect(graded({ ...rules, missing: 'nothing' }, [reportOf(['check-0'], 'other')]).total.percent).toBe(50);
  });

  test('extra credit adds to the points and not to what can be reached', () => {
    const rules = { exercises: { small: {}, other: { 'extra-credit': true } } };
    expect(
      graded(rules, [reportOf(['check-0', 'check-1']), reportOf(['check-0'], 'other')]).total,
    ).toMatchObject({ points: 3, of: 2, percent: 150 });
  });
});

describe('hidden checks', () => {
  const yaml =
    'checks:\n- {id: secret, points: 2, kind: objects, resource: services, says: {en: Something else., ko: 다른 것.}}\n';
  test('are checks like others, with words of their own', () => {
    const read = readYaml('hidden.yaml', yaml, hiddenChecksSchema);
    const added = read.ok ? withHiddenChecks(exercise, read.value) : read;
    if (!added.ok) throw new Error(added.problems.join());
    expect(added.value.definition.checks.map(({ id }) => id)).toEqual(['check-0', 'check-1', 'secret']);
    expect(added.value.texts.get('en')?.sections.get('secret')?.wanted).toBe('Something else.');
    expect(added.value.hidden).toEqual(new Set(['secret']));
    expect(added.value.hash).not.toBe(exercise.hash);
  });

  test.each([
    [
      'resource: services',
      'resource: sevices',
      /hidden\.yaml:2:42: checks\.0\.resource: "sevices" is no resource/,
    ],
    ['says: {en: Something else., ko: 다른 것.}', 'hint: {en: x}', /checks\.0\.says/],
  ])('%s → %s is refused', (from, to, problem) => {
    const read = readYaml('hidden.yaml', yaml.replace(from, to), hiddenChecksSchema);
    expect(read.ok ? '' : read.problems.join()).toMatch(problem);
  });

  test('stand beside those of an exam', () => {
    const read = readYaml('hidden.yaml', yaml, hiddenChecksSchema);
    const exam = { ...exercise, hidden: new Set(['check-0']) };
    const added = read.ok ? withHiddenChecks(exam, read.value) : read;
    expect(added.ok && added.value.hidden).toEqual(new Set(['check-0', 'secret']));
  });

  test('may not take the id of another', () => {
    const read = readYaml('hidden.yaml', yaml.replace('id: secret', 'id: check-1'), hiddenChecksSchema);
    expect(read.ok && withHiddenChecks(exercise, read.value)).toEqual({
      ok: false,
      problems: ['"check-1" stands for two'],
    });
  });
});
