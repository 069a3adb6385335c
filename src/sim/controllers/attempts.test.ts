import { describe, expect, test } from 'vitest';
import type { Request } from '../component.ts';
import type { Attempt } from './attempts.ts';
import { allAtOnce, inGrowingBatches } from './attempts.ts';

/** Attempts of which some fail, and what is noted of them. */
function attempts(outcomes: string): { made: string[]; list: Attempt[] } {
  const made: string[] = [];
  const list = [...outcomes].map(
    (outcome, i): Attempt =>
      (next) => {
        made.push(`${i}`);
        return next(outcome === 'x' ? `failure ${i}` : undefined);
      },
  );
  return { made, list };
}

const end = (error?: string): Request[] => [{ verb: 'fail', message: error ?? 'all went well' }];

describe('in growing batches', () => {
  test.each([
    ['', '', 'all went well'],
    ['...', '012', 'all went well'],
    ['x...', '0', 'failure 0'],
    // 0 | 1 2 | 3 4 5 6 | …
    ['.x......', '012', 'failure 1'],
    ['....xx..', '0123456', 'failure 4'],
    ['.......x.......', '01234567891011121314', 'failure 7'],
  ])('%s', (outcomes, tried, message) => {
    const { made, list } = attempts(outcomes);
    expect(inGrowingBatches(list, end)).toEqual([{ verb: 'fail', message }]);
    expect(made.join('')).toBe(tried);
  });
});

test('all at once tries all', () => {
  const { made, list } = attempts('x.x.');
  expect(allAtOnce(list, end)).toEqual([{ verb: 'fail', message: 'failure 0' }]);
  expect(made).toEqual(['0', '1', '2', '3']);
});
