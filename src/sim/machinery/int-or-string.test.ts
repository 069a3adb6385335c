import { describe, expect, test } from 'vitest';
import { isPercent, resolveFenceposts, scaledInt } from './int-or-string.ts';
import { describeTable } from './testdata/recordings.ts';

interface Table {
  fenceposts: {
    replicas: number;
    maxSurge: string;
    maxUnavailable: string;
    surge: number;
    unavailable: number;
  }[];
  rows: {
    value: string;
    kind: 'int' | 'string';
    replicas: number;
    roundUp_maxSurge: number;
    roundDown_maxUnavailable: number;
    errorUp: string | null;
    errorDown: string | null;
  }[];
}

describeTable<Table>('intstr', ({ fenceposts, rows }) => {
  test.each(rows)('$value ($kind) of $replicas', (row) => {
    const given = row.kind === 'int' ? Number(row.value) : row.value;
    const outcome = (number: number, error: string | null) =>
      error === null ? { ok: true, value: number } : { ok: false, error };
    expect(scaledInt(given, row.replicas, 'up')).toEqual(outcome(row.roundUp_maxSurge, row.errorUp));
    expect(scaledInt(given, row.replicas, 'down')).toEqual(
      outcome(row.roundDown_maxUnavailable, row.errorDown),
    );
  });

  test.each(fenceposts)('surge $maxSurge, unavailable $maxUnavailable of $replicas', (row) => {
    const given = (text: string) => (text.endsWith('%') ? text : Number(text));
    expect(resolveFenceposts(given(row.maxSurge), given(row.maxUnavailable), row.replicas)).toEqual({
      ok: true,
      value: { surge: row.surge, unavailable: row.unavailable },
    });
  });
});

describe('what the table leaves out', () => {
  test('missing bounds leave one pod unavailable', () => {
    expect(resolveFenceposts(undefined, undefined, 3)).toEqual({
      ok: true,
      value: { surge: 0, unavailable: 1 },
    });
  });

  test('a bound that cannot be read', () => {
    expect(resolveFenceposts('x', 1, 3).ok).toBe(false);
    expect(resolveFenceposts(1, 'x', 3).ok).toBe(false);
  });

  test.each([
    ['+25%', { ok: true, value: 1 }],
    [
      '9223372036854775808%',
      {
        ok: false,
        error:
          'invalid value for IntOrString: invalid value "9223372036854775808%": strconv.Atoi: parsing "9223372036854775808": value out of range',
      },
    ],
  ])('%s', (text, outcome) => expect(scaledInt(text, 4, 'up')).toEqual(outcome));

  test('validation is stricter than reading', () => {
    expect(['25%', '0%', '+25%', '25', '2.5%', '%'].map(isPercent)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});
