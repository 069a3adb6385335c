import { readFileSync } from 'node:fs';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { parseExercise } from '../../../grader/parse-exercise.ts';
import { parseSubmission } from '../../../grader/submission.ts';
import type { Kept } from './record.ts';
import { packed, unpacked } from './work-archive.ts';
import type { About } from './work-file.ts';
import { FaultyFile, NotOurs, readWork, writeWork } from './work-file.ts';

const ABOUT: About = { kind: 'exercise', id: 'name-each-pod', revision: 3 };
const KEPT: Kept = {
  work: {
    log: { seed: 1, entries: [{ atMs: 5, do: 'run', line: 'ls' }], untilMs: 900 },
    drafts: { 'web.yaml': 'kind: [' },
    seen: { p: 4 },
  },
  aside: [{ log: { seed: 1, entries: [{ atMs: 7, do: 'interrupt' }] }, seen: { q: 1 } }],
  submitted: { attempts: 2, report: '{}', hints: { names: 2 } },
  questions: { q: { turns: 2, misses: 1, attempt: { given: ['a'], tries: 2, isRight: true, right: ['a'] } } },
};

describe('the file of an exercise', () => {
  test('holds what was done and answered where the grader reads it', () => {
    expect(JSON.parse(writeWork(ABOUT, KEPT))).toMatchObject({
      format: 'petset/submission',
      version: 1,
      exercise: 'name-each-pod',
      revision: 3,
      log: { seed: 1, entries: KEPT.work?.log?.entries },
      answers: { q: ['a'] },
    });
  });

  test('is read by the grader', () => {
    const files = new Map(
      ['exercise.yaml', 'text/en.md'].map((path) => [
        path,
        readFileSync(`exercises/name-each-pod/${path}`, 'utf8'),
      ]),
    );
    const exercise = parseExercise(files);
    if (!exercise.ok) throw new Error(exercise.problems.join());
    expect(parseSubmission(exercise.value, 'json', writeWork(ABOUT, KEPT))).toMatchObject({
      ok: true,
      value: { revision: 3, log: { seed: '1', entries: KEPT.work?.log?.entries } },
    });
  });

  test('is read as it was written', () => {
    expect(readWork(writeWork(ABOUT, KEPT), 'a.json')).toEqual({ about: ABOUT, kept: KEPT });
    const lab: About = { kind: 'lab', id: 'how-it-ended', revision: 1 };
    expect(readWork(writeWork(lab, KEPT), 'a.json').about).toEqual(lab);
  });

  test('that something else has written is taken, too', () => {
    const { aside: _, submitted: __, questions: ___, ...rest } = KEPT;
    const { kept: ____, ...bare } = JSON.parse(writeWork(ABOUT, rest)) as { readonly kept?: unknown };
    const { kept } = readWork(JSON.stringify(bare), 'a.json');
    expect(kept.work?.log?.entries).toEqual(KEPT.work?.log?.entries);
    expect(Object.values(kept.work?.seen ?? {})).toEqual([1]);
  });

  test('stays within what the grader reads, whatever other pages did', () => {
    const big = {
      log: { seed: 1, entries: [{ do: 'run', line: 'x'.repeat(900_000) }] },
      seen: { z: 1 },
    } as const;
    expect(writeWork(ABOUT, { ...KEPT, aside: [big, big, big] }).length).toBeLessThan(100_000);
  });
});

describe('what is refused, and where', () => {
  const text = writeWork(ABOUT, KEPT);
  test.each([
    ['no JSON', 'kind: Pod', 'f.json:1:1'],
    ['half of one', text.slice(0, 200), /f\.json:\d+:\d+$/],
    ['another version', text.replace('"version": 1', '"version": 2'), 'f.json:3:13 version'],
    ['an entry of no known kind', text.replace('"run"', '"erase"'), /f\.json:11:\d+ log\.entries\[0\]\.do/],
    ['a path that leads out', text.replace('web.yaml', '../../etc'), /drafts/],
    ['attempts without end', text.replace('"attempts": 2', '"attempts": 1e999'), /kept\.submitted\.attempts/],
    ['a name of no exercise', text.replace('name-each-pod', '../x'), /f\.json:4:\d+ exercise/],
  ])('%s', (_, broken, place) => {
    const read = (): unknown => readWork(broken, 'f.json');
    expect(read).toThrow(FaultyFile);
    expect(read).toThrow(place);
  });

  test.each(['{}', '{"format": "<b>"}'])('%s is none of ours', (broken) => {
    expect(() => readWork(broken, 'f.json')).toThrow(NotOurs);
  });
});

describe('everything in one file', () => {
  const old = { about: { ...ABOUT, revision: 2 }, kept: KEPT };
  const lab = { about: { kind: 'lab', id: 'how-it-ended', revision: 1 }, kept: KEPT } as const;
  const all = [{ about: ABOUT, kept: KEPT }, old, lab];

  test('holds a file for each exercise, and what the grader has no use for where it does not look', () => {
    const files = unzipSync(packed(all));
    expect(Object.keys(files)).toEqual([
      'name-each-pod.json',
      '.petset/name-each-pod@2.json',
      '.petset/lab-how-it-ended.json',
    ]);
  });

  test('is read as it was written, and the same work gives the same bytes', () => {
    expect(unpacked('x.zip', packed(all))).toEqual(all);
    expect(packed(all)).toEqual(packed(all));
  });

  test.each([
    ['nothing', zipSync({})],
    ['half a zip', packed(all).slice(0, 100)],
    [
      'too many files',
      zipSync(Object.fromEntries(Array.from({ length: 2001 }, (_, i) => [`${i}.json`, strToU8('{}')]))),
    ],
    ['more than may be', zipSync({ 'a.json': new Uint8Array(9_000_000) })],
  ])('%s is refused', (_, bytes) => {
    expect(() => unpacked('x.zip', bytes)).toThrow(NotOurs);
  });

  test('one faulty file, and nothing of it is taken', () => {
    const bytes = zipSync({
      'good.json': strToU8(writeWork(ABOUT, KEPT)),
      'bad.json': strToU8('{"format": '),
    });
    expect(() => unpacked('x.zip', bytes)).toThrow('bad.json:1:12');
  });
});
