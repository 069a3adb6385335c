import { describe, expect, test } from 'vitest';
import { celProblem, readCel } from './cel-expression.ts';

const pod = (name: string, restarts: bigint) =>
  new Map<string, unknown>([
    ['metadata', new Map([['name', name]])],
    ['spec', new Map([['n', restarts]])],
  ]);
const pods = [pod('a', 3n), pod('b', 4n)];
const variables = { pods, before: { pods: [] } };

describe('expressions', () => {
  test.each([
    ['pods.size() == 2', true],
    ['pods[0].spec.n + 1 == 4', true],
    ['pods.map(p, p.metadata.name) == ["a", "b"]', true],
    ['pods.size() == before.pods.size()', false],
    ['pods.all(p, p.spec.n in [3, 4])', true],
  ])('%s is %s', (expression, expected) => {
    expect(celProblem(expression)).toBeUndefined();
    expect(readCel(expression).holds(variables)).toEqual({ holds: expected });
  });

  test('say what kept them from telling, and hold not', () => {
    for (const expression of [
      'pods[0].status.phase == "x"',
      'pods[7].spec.n == 1',
      'pods[0].constructor == 1',
    ]) {
      expect(readCel(expression).holds(variables)).toMatchObject({ holds: false, problem: /No such key/ });
    }
  });

  test('name the resources they look at', () => {
    const { resources } = readCel('pods.size() == 0 || before.statefulsets.size() > 0');
    expect([...resources].sort()).toEqual(['pods', 'statefulsets']);
    expect([...readCel('before.pods.exists(p, services.size() == 0)').resources]).toContain('services');
  });

  test.each([
    ['pods.size()', /not true or false/],
    ['nothing == 1', /Unknown variable/],
    ['pods.exists(p,', /Unexpected token/],
    ['"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!".matches("^(a+)+$")', /matches\(\) is not supported/],
    ['pods.exists(a, pods.exists(b, pods.exists(c, true)))', /loops within each other/],
    ['('.repeat(1000), /maxDepth/],
    [`${'!'.repeat(1900)}true`, /maxAstNodes/],
    ['!'.repeat(100_000), /longer than/],
  ])('%.40s is refused', (expression, problem) => {
    expect(celProblem(expression)).toMatch(problem);
    expect(() => readCel(expression)).toThrow(RangeError);
  });
});
