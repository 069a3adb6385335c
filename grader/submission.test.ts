import { describe, expect, test } from 'vitest';
import type { SubmissionForm } from './submission.ts';
import { parseSubmission } from './submission.ts';
import { smallExercise } from './testdata/small-exercise.ts';

const exercise = smallExercise(['{kind: objects, resource: pods}']);
const good = {
  format: 'petset/submission',
  version: 1,
  exercise: 'small',
  revision: 1,
  log: { seed: 1, entries: [{ do: 'run', atMs: 5, line: 'kubectl get pods' }] },
  answers: { q: 'a', r: ['b'], s: 3 },
};

function whyOf(form: SubmissionForm, text: string): string {
  const read = parseSubmission(exercise, form, text);
  return read.ok ? 'ok' : `${read.why.id}: ${read.why.detail}`;
}

describe('what the page exports', () => {
  test('is read without what it claims of itself', () => {
    const text = JSON.stringify({ ...good, points: 100, report: { points: 100 } });
    const read = parseSubmission(exercise, 'json', text);
    if (!read.ok) throw new Error(read.why.id);
    expect(read.value.log).toEqual({ seed: '1', entries: good.log.entries });
    expect(read.value.answers.get('r')).toEqual(['b']);
    expect(JSON.stringify(read.value)).not.toContain('100');
  });

  test('keys such as __proto__ are keys', () => {
    const text = JSON.stringify(good).replace('"q":', '"__proto__":').replace('"s":', '"constructor":');
    const read = parseSubmission(exercise, 'json', text);
    if (!read.ok) throw new Error(read.why.id);
    expect(read.value.answers.get('toString')).toBeUndefined();
    expect(read.value.answers.get('constructor')).toBe(3);
    expect(({} as Record<string, unknown>).q).toBeUndefined();
  });

  test.each([
    ['cut off', JSON.stringify(good).slice(0, 80), /^not-json/],
    ['empty', '', /^not-json/],
    ['null', 'null', /^not-a-submission/],
    ['of another format', JSON.stringify({ ...good, format: 'x' }), /^not-a-submission: format/],
    ['of a later version', JSON.stringify({ ...good, version: 2 }), /^wrong-version: 2/],
    ['to another exercise', JSON.stringify({ ...good, exercise: 'other' }), /^wrong-exercise: other/],
    [
      'with an unknown deed',
      JSON.stringify({ ...good, log: { entries: [{ do: 'win' }] } }),
      /^not-a-submission: log\.entries\.0/,
    ],
    ['with a path upwards', entry({ do: 'write', path: '../etc/passwd', text: '' }), /^not-a-submission/],
    ['with an absolute path', entry({ do: 'write', path: '/etc/passwd', text: '' }), /^not-a-submission/],
    ['with time that is none', entry({ do: 'run', line: 'x', atMs: -1 }), /^not-a-submission/],
    ['with too much time', entry({ do: 'run', line: 'x', atMs: 1e15 }), /^not-a-submission/],
    [
      'with time that runs back',
      log([
        { do: 'interrupt', atMs: 9 },
        { do: 'interrupt', atMs: 3 },
      ]),
      /order of their times/,
    ],
    [
      'with too many deeds',
      log(Array.from({ length: 6000 }, () => ({ do: 'interrupt' }))),
      /^not-a-submission/,
    ],
    ['of ten megabytes', JSON.stringify({ ...good, junk: 'x'.repeat(10_000_000) }), /^too-large/],
    ['of many brackets', '['.repeat(1_000_000), /^not-json/],
    ['of many subshells', entry({ do: 'run', line: '('.repeat(300) }), /^too-deep: 300 levels/],
  ])('%s is refused', (_, text, why) => expect(whyOf('json', text)).toMatch(why));
});

function log(entries: readonly unknown[]): string {
  return JSON.stringify({ ...good, log: { entries } });
}

function entry(one: unknown): string {
  return log([one]);
}

describe('scripts and manifests', () => {
  test('a script is its commands, one after the other', () => {
    const read = parseSubmission(exercise, 'sh', '# first\nsleep 1\nfor i in 1 2; do\n  echo $i\ndone\n');
    const lines = read.ok ? read.value.log.entries.map((it) => (it.do === 'run' ? it.line : '')) : [];
    expect(lines).toEqual(['sleep 1', 'for i in 1 2; do\n  echo $i\ndone']);
  });

  test('what cannot be read of a script goes to the shell as it stands', () => {
    const read = parseSubmission(exercise, 'sh', "sleep 1\necho 'no end\n");
    const lines = read.ok ? read.value.log.entries.map((it) => (it.do === 'run' ? it.line : '')) : [];
    expect(lines[0]).toBe('sleep 1');
    expect(lines[1]).toContain("echo 'no end");
  });

  test.each([
    ['yaml', 'a: 1', /^not-asked-for: yaml/],
    ['sh', 'x'.repeat(600_000), /^too-large/],
    ['sh', 'echo $('.repeat(201), /^too-deep: 201 levels/],
    ['sh', 'if true; then '.repeat(201), /^too-deep: 201 levels/],
    ['sh', 'for i in $(seq 1 9); do echo $i; done\n'.repeat(300), /^ok/],
  ] as const)('%s that is not asked for, or too large, is refused', (form, text, why) => {
    expect(whyOf(form, text)).toMatch(why);
  });
});
