import { describe, expect, test } from 'vitest';
import type { Log } from '../../shell/log.ts';
import type { Kept, Work } from './record.ts';
import { besides, holds, seenBy, together, withResults, withWork } from './together.ts';

const log = (...lines: readonly string[]): Log => ({
  seed: 1,
  entries: lines.map((line, index) => ({ atMs: index * 1000, do: 'run', line })),
});
const work = (seen: Work['seen'], ...lines: readonly string[]): Work => ({ log: log(...lines), seen });

describe('nothing is lost of a work for another', () => {
  test.each([
    ['that has seen it', work({ a: 2, b: 1 }, 'x'), work({ a: 2 }, 'y'), true],
    ['that has not', work({ a: 1, b: 1 }, 'x'), work({ a: 2 }, 'y'), false],
    ['that begins with the same', work({ b: 1 }, 'x', 'y'), work({ a: 1 }, 'x'), true],
    ['that is only its beginning', work({ b: 1 }, 'x'), work({ a: 1 }, 'x', 'y'), false],
    [
      'of another seed',
      { ...work({ b: 1 }, 'x'), log: { ...log('x'), seed: 2 } },
      work({ a: 1 }, 'x'),
      false,
    ],
    [
      'without its draft',
      work({ b: 1 }, 'x'),
      { ...work({ a: 1 }, 'x'), drafts: { 'web.yaml': 'new' } },
      false,
    ],
    [
      'that has saved its draft',
      {
        seen: { b: 1 },
        log: { seed: 1, entries: [{ atMs: 0, do: 'write', path: 'web.yaml', text: 'new' }] },
      },
      { seen: { a: 1 }, drafts: { 'web.yaml': 'new' } },
      true,
    ],
  ] as const)('%s', (_, one, other, expected) => {
    expect(holds(one as Work, other as Work)).toBe(expected);
  });
});

test('two pages that write by turns keep both works, each once', () => {
  let kept: Kept = { work: work({ old: 1 }, 'begin') };
  let [a, b]: Work[] = [work({ old: 1 }, 'begin'), work({ old: 1 }, 'begin')];
  for (let turn = 0; turn < 4; turn += 1) {
    a = work(seenBy('a', a?.seen ?? {}), 'begin', 'a', `a${turn}`);
    kept = withWork(kept, a);
    b = work(seenBy('b', b?.seen ?? {}), 'begin', 'b', `b${turn}`);
    kept = withWork(kept, b);
  }
  expect(kept.work).toEqual(b);
  expect(kept.aside).toEqual([a]);
  expect(besides(kept, b as Work)).toEqual([a]);
});

test('a page remembers a bounded number of others', () => {
  let seen: Work['seen'] = {};
  for (let page = 0; page < 100; page += 1) seen = seenBy(`p${page}`, seen);
  expect(Object.keys(seen)).toHaveLength(40);
  expect(seen.p99).toBe(1);
});

describe('what is brought from a file', () => {
  const here: Kept = { work: work({ a: 3 }, 'here') };
  test('takes its place in front, and what was here stays beside it', () => {
    expect(together(here, { work: work({ x: 1 }, 'brought') })).toEqual({
      work: work({ x: 1 }, 'brought'),
      aside: [work({ a: 3 }, 'here')],
    });
  });

  test('changes nothing where it is older, or the same', () => {
    expect(together(here, { work: work({ a: 2 }, 'before') })).toEqual(here);
    expect(together(here, { work: work({ a: 3 }, 'here') })).toEqual(here);
  });

  test('of answers and attempts the later count', () => {
    const now: Kept = {
      submitted: { attempts: 3, report: 'now', hints: {} },
      questions: { q: { turns: 3, misses: 0 }, r: { turns: 1, misses: 1 } },
    };
    const brought: Kept = {
      submitted: { attempts: 1, report: 'old', hints: {} },
      questions: { q: { turns: 1, misses: 1 }, r: { turns: 2, misses: 1 }, s: { turns: 1, misses: 0 } },
    };
    expect(withResults(now, brought)).toEqual({
      submitted: now.submitted,
      questions: { q: now.questions?.q, r: brought.questions?.r, s: brought.questions?.s },
    });
  });
});
