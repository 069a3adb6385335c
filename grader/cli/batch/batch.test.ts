import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { hostileTexts } from '../../testdata/hostile-texts.ts';
import type { Course } from '../course.ts';
import { loadParts, readCourse } from '../course.ts';
import { EXERCISES } from '../exercises-folder.ts';
import type { Source } from '../intake/source.ts';
import { engineFingerprint } from './engine.ts';
import { Pool } from './pool.ts';
import { barLine, durationText } from './progress.ts';
import { ResultStore, resultKey } from './result-store.ts';
import type { BatchJob } from './run-batch.ts';
import { runBatch } from './run-batch.ts';

const scratch = mkdtempSync(join(tmpdir(), 'petset-batch-'));
const loaded = loadParts(EXERCISES, undefined, undefined);
const parts = loaded.ok ? loaded.value : { exercises: [] };
const pools: Pool[] = [];
const open = (memoryMb: number, cpuSeconds: number, size = 1) => {
  const pool = new Pool(size, { exercises: parts.exercises }, { memoryMb, cpuSeconds });
  pools.push(pool);
  return pool;
};

afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.close()));
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

test('nothing that is handed in ends a thread, or takes more than it may', { timeout: 400_000 }, async () => {
  const pool = open(768, 120, 2);
  const outcomes = await Promise.all(hostileTexts.map(({ title: _, ...job }) => pool.grade(job)));
  for (const [at, { title }] of hostileTexts.entries()) {
    const outcome = outcomes[at];
    expect(outcome?.is, title).toBe('graded');
    if (outcome?.is !== 'graded') continue;
    const report = JSON.parse(outcome.json) as { outcome: string; points: number; reason?: { id: string } };
    expect(report.reason?.id, title).not.toBe('ours');
    // What counts is what was done: no claim, no name and no kubectl of its own gives points.
    if (
      !/below a good|that forks|prototype|labels|name of|turn text|selector of|every path|log$|__proto__ as|a script that is cut|beyond every|negative|quantities|volume of/.test(
        title,
      )
    ) {
      expect(report.points, title).toBe(0);
    }
  }
});

describe('a thread that', { timeout: 120_000 }, () => {
  const greedy = () => {
    const entry = new URL('./testdata/greedy-thread.ts', import.meta.url);
    const pool = new Pool(1, { exercises: [] }, { memoryMb: 64, cpuSeconds: 1 }, entry);
    pools.push(pool);
    return pool;
  };
  const job = (text: string) => ({ exercise: 'x', form: 'sh' as const, text });

  test.each([
    ['takes too much memory', 'memory', { id: 'out-of-memory', detail: '64 MB' }],
    ['takes too much time', 'time', { id: 'stopped', detail: '1 s' }],
    ['ends', 'end', { id: 'ours', detail: 'its thread ended' }],
    ['throws', 'throw', { id: 'ours', detail: 'oh' }],
  ])('%s is replaced, and the next submission graded', async (_, text, reason) => {
    const pool = greedy();
    const [first, second] = await Promise.all([pool.grade(job(text)), pool.grade(job(''))]);
    expect(first).toEqual({ is: 'broken', reason, isKept: false });
    expect(second).toEqual({ is: 'graded', json: '{}', isKept: true });
  });
});

describe('a batch', { timeout: 120_000 }, () => {
  let course: Course;
  beforeAll(() => {
    course = readCourse({
      rules: loaded.ok ? loaded.value.rules : ({} as never),
      exercises: parts.exercises,
    }).course;
  });

  const source = (text: string | Uint8Array): Source => ({
    path: ['sts-quiz.yaml'],
    shown: 'sts-quiz.yaml',
    read: async () => ({ ok: true, bytes: Buffer.from(text as string) }),
  });
  const job = (text: string | Uint8Array): BatchJob => ({
    student: 'ada',
    exercise: 'sts-quiz',
    prepared: course.prepared.get('sts-quiz') as BatchJob['prepared'],
    source: source(text),
    form: 'yaml',
  });
  const run = (jobs: readonly BatchJob[], folder: string, more = {}) =>
    runBatch(jobs, {
      pool: open(768, 60),
      store: new ResultStore(join(scratch, folder)),
      engine: 'test',
      progress: { start: () => {}, done: () => {}, end: () => {} },
      isFresh: false,
      inHand: 2,
      isStopped: () => false,
      ...more,
    });

  test('keeps every result, and takes up where it stopped', async () => {
    const jobs = ['a', 'b', 'c', 'a'].map((answer) => job(`stuck-update: ${answer}\n`));
    expect(await run(jobs, 'kept')).toMatchObject({ graded: 3, reused: 0 });
    expect(await run(jobs, 'kept')).toMatchObject({ graded: 0, reused: 4 });
    expect(await run(jobs, 'kept', { isFresh: true })).toMatchObject({ graded: 3 });
    expect(await run([...jobs, job('stuck-update: d\n')], 'kept')).toMatchObject({ graded: 1, reused: 4 });
    expect(await run(jobs, 'kept', { engine: 'another' })).toMatchObject({ graded: 3 });
  });

  test('grades again what was cut on disk', async () => {
    await run([job('stuck-update: b\n')], 'cut');
    const folder = join(scratch, 'cut');
    const [file = ''] = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((it) =>
      it.endsWith('.json'),
    );
    const whole = readFileSync(join(folder, file), 'utf8');
    truncateSync(join(folder, file), 100);
    expect(await run([job('stuck-update: b\n')], 'cut')).toMatchObject({ graded: 1, reused: 0 });
    expect(readFileSync(join(folder, file), 'utf8')).toBe(whole);
  });

  test('leaves nothing half written', () => {
    const names = readdirSync(scratch, { recursive: true, encoding: 'utf8' });
    expect(names.filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  test('says of bytes that are no text where they are none', async () => {
    const { finished } = await run([job(Buffer.from([0x61, 0xff]))], 'bytes');
    expect(finished[0]).toMatchObject({
      report: { outcome: 'error', reason: { id: 'not-text', detail: 'byte 2' } },
    });
  });
});

test('a key depends on everything that a report depends on', () => {
  const about = { engine: 'e', exercise: 'x', seeds: [1, 2], form: 'yaml', text: 'a' };
  const keys = [
    about,
    { ...about, engine: 'f' },
    { ...about, exercise: 'y' },
    { ...about, seeds: [1] },
    { ...about, form: 'sh' },
    { ...about, text: 'b' },
  ].map(resultKey);
  expect(new Set(keys).size).toBe(keys.length);
});

test('the engine has one fingerprint', () => {
  expect(engineFingerprint()).toMatch(/^\d+\.\d+\.\d+\+[0-9a-f]{12}$/);
  expect(engineFingerprint()).toBe(engineFingerprint());
});

test.each([
  [{ done: 0, total: 10, rate: 0, secondsLeft: undefined, errors: 0 }, '░░░░░░░░░░░░░░░░░░░░░░░░  0/10  0%'],
  [
    { done: 5, total: 10, rate: 2.5, secondsLeft: 2, errors: 1 },
    '████████████░░░░░░░░░░░░  5/10  50%  2.5/s  2 s left  1 not gradable',
  ],
  [
    { done: 10, total: 10, rate: 2, secondsLeft: 0, errors: 0 },
    '████████████████████████  10/10  100%  2.0/s',
  ],
])('%j is shown as a bar', (tally, line) => expect(barLine(tally)).toBe(line));

test.each([
  [48, '48 s'],
  [180, '3 min'],
  [7500, '2 h 5 min'],
])('%i s are %s', (seconds, text) => expect(durationText(seconds)).toBe(text));
