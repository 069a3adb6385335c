import { describe, expect, test } from 'vitest';
import { Discrimination } from './discrimination.ts';
import { Distribution } from './distribution.ts';
import { Mistakes } from './mistakes.ts';
import { Stuck } from './stuck.ts';

test('a distribution has quarters and tenths', () => {
  const distribution = new Distribution();
  for (const percent of [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 130]) distribution.add(percent);
  expect(distribution.spread()).toMatchObject({ count: 12, quarter: 20, median: 50, threeQuarters: 80 });
  expect(distribution.spread().tenths).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 1, 3]);
  expect(new Distribution().spread()).toMatchObject({ count: 0, median: 0, mean: 0 });
});

describe('discrimination', () => {
  const of = (pairs: readonly (readonly [boolean, number])[]) => {
    const tally = new Discrimination();
    for (const [passed, rest] of pairs) tally.add(passed, rest);
    return tally.value;
  };
  const ten = (passes: (at: number) => boolean) =>
    Array.from({ length: 10 }, (_, at) => [passes(at), at / 9] as const);
  test.each([
    ['the strong pass', (at: number) => at >= 5, 0.87],
    ['the weak pass', (at: number) => at < 5, -0.87],
    ['every other passes', (at: number) => at % 2 === 0, -0.17],
    ['all pass', () => true, undefined],
    ['none passes', () => false, undefined],
  ])('where %s', (_, passes, value) => expect(of(ten(passes))).toBe(value));
  test('needs ten people, and differences among them', () => {
    expect(of(ten((at) => at > 4).slice(1))).toBeUndefined();
    expect(of(ten((at) => at > 4).map(([passed]) => [passed, 0.5]))).toBeUndefined();
  });
});

test('mistakes are counted by what was seen, and a refused manifest once', () => {
  const mistakes = new Mistakes();
  const failed = (found: string) => ({
    wanted: { id: 'right-answer-wanted' as const },
    seen: {
      id: 'field-differs' as const,
      object: 'pods/a',
      path: 'x',
      wanted: 'y',
      found,
      matched: 0,
      of: 1,
    },
  });
  const refused = {
    wanted: failed('').wanted,
    seen: { id: 'refused' as const, command: 'c', text: 'line 7: bad' },
  };
  const report = (findings: readonly (typeof refused | ReturnType<typeof failed>)[]) =>
    ({
      exercise: { id: 'e' },
      checks: findings.map((finding, at) => ({ id: `c${at}`, findings: [finding] })),
    }) as never;
  mistakes.add('ada', report([failed('at 12:01'), failed('other')]));
  mistakes.add('bob', report([failed('at 12:02')]));
  mistakes.add('cem', report([refused, refused]));
  mistakes.add(
    'dan',
    report([{ ...refused, seen: { ...refused.seen, text: 'line 9: bad' } }, failed('at 1:1')]),
  );
  expect(
    mistakes.top(9).map(({ check, count, students }) => `${check} ${count} ${students.join('+')}`),
  ).toEqual(['undefined 2 cem+dan', 'c0 2 ada+bob', 'c1 1 ada', 'c1 1 dan']);
});

test('people are stuck after the commands that they paused at', () => {
  const stuck = new Stuck();
  const trail = (pause: number, exitCode: number) => [
    { atMs: 0, line: 'kubectl get pods', exitCode: 0 },
    { atMs: 1000, line: 'kubectl rollout status sts/web', exitCode },
    { atMs: 1000 + pause, line: 'write web.yaml' },
  ];
  for (let at = 0; at < 60; at++) stuck.add(`s${at}`, trail(100_000 + at * 1000, at % 3 === 0 ? 1 : 0));
  const [first] = stuck.top(5);
  expect(first).toMatchObject({ command: 'kubectl rollout status', students: 60, refused: 20 });
  expect(first?.medianPauseMs).toBeGreaterThan(110_000);
  expect(first?.medianPauseMs).toBeLessThan(150_000);
  expect(stuck.rows()).toHaveLength(40);
  const backwards = new Stuck();
  for (let at = 59; at >= 0; at--) backwards.add(`s${at}`, trail(100_000 + at * 1000, at % 3 === 0 ? 1 : 0));
  expect(backwards.rows()).toEqual(stuck.rows());
  expect(backwards.top(5)).toEqual(stuck.top(5));
});
