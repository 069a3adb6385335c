import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as q from './quantity.ts';
import { describeTable } from './testdata/recordings.ts';

interface Table {
  arithmetic: { a: string; b: string; cmp: number; sum: string; difference: string }[];
  rows: Row[];
}

interface Row {
  in: string;
  error: string | null;
  canonical?: string;
  format?: string;
  value?: string;
  milliValue?: string;
  sign?: number;
  asDec?: string;
}

describeTable<Table>('quantities', ({ arithmetic, rows }) => {
  test.each(rows.map((row) => [row.in, row] as const))('%j', (text, { in: _, error, ...expected }) => {
    const parsed = q.parseQuantity(text);
    if (error !== null) {
      expect(parsed).toEqual({ ok: false, error });
      return;
    }
    if (!parsed.ok) throw new Error(parsed.error);
    const amount = parsed.value;
    expect({
      canonical: q.formatQuantity(amount),
      format: amount.format,
      value: String(q.scaledValue(amount, 0)),
      milliValue: String(q.scaledValue(amount, -3)),
      sign: q.compareQuantities(amount, q.ZERO_QUANTITY),
      asDec: q.formatExactly(amount),
    }).toEqual(expected);
  });

  test.each(arithmetic)('$a and $b', ({ a, b, cmp, sum, difference }) => {
    const [left, right] = [q.quantity(a), q.quantity(b)];
    expect(q.formatQuantity(q.addQuantities(left, right))).toBe(sum);
    expect(q.formatQuantity(q.subtractQuantities(left, right))).toBe(difference);
    expect(Math.sign(q.compareQuantities(left, right))).toBe(cmp);
  });
});

describe('what the table leaves out', () => {
  test.each([
    ['8Mi', '8Mi'],
    ['+12Mi', '+12Mi'],
    ['16384Ki', '16Mi'],
    ['1.500k', '1.500k'],
    ['-1.5Gi', '-1536Mi'],
    ['Gi', '0'],
    ['123456Gi', '123456Gi'],
    ['0.0005Ki', '512m'],
    ['1000E', '1e21'],
    ['-0.0000000001', '-1n'],
    ['1e-900', '1e-9'],
  ])('%s prints as %s', (text, canonical) => expect(q.formatQuantity(q.quantity(text))).toBe(canonical));

  test.each(['1e1001', '1e-99999999999', `1${'0'.repeat(1000)}`])('%.20s is refused', (text) => {
    expect(q.parseQuantity(text).ok).toBe(false);
  });

  test('values round away from zero', () => {
    expect(['1500m', '-1500m', '1u', '2Ki'].map((text) => q.quantityValue(q.quantity(text)))).toEqual([
      2, -2, 1, 2048,
    ]);
    expect(['1', '250m', '1u'].map((text) => q.quantityMilliValue(q.quantity(text)))).toEqual([1000, 250, 1]);
  });

  test('quantity refuses what is none', () => expect(() => q.quantity('1 Gi')).toThrow('1 Gi'));

  test('zero is neither negative nor positive', () => {
    const nothing = q.subtractQuantities(q.quantity('1'), q.quantity('1000m'));
    expect([q.isZero(nothing), q.isNegative(nothing), q.formatQuantity(nothing)]).toEqual([true, false, '0']);
    expect(Object.is(q.quantity('-0').mantissa, 0)).toBe(true);
  });
});

describe('for any two quantities', () => {
  const anyQuantity = fc
    .tuple(
      fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }),
      fc.constantFrom('n', 'm', '', 'k', 'Mi', 'Gi', 'E', 'e3'),
    )
    .map(([mantissa, suffix]) => q.quantity(`${mantissa}${suffix}`));

  test('the canonical text reads back as the same amount', () => {
    fc.assert(
      fc.property(anyQuantity, (a) => {
        const { text: _, ...calculated } = a;
        expect(q.compareQuantities(q.quantity(q.formatQuantity(calculated)), a)).toBe(0);
      }),
    );
  });

  test('what is added can be taken away again', () => {
    fc.assert(
      fc.property(anyQuantity, anyQuantity, (a, b) => {
        const sum = q.addQuantities(a, b);
        expect(q.compareQuantities(q.subtractQuantities(sum, b), a)).toBe(0);
        expect(q.compareQuantities(sum, q.addQuantities(b, a))).toBe(0);
        expect(Math.sign(q.compareQuantities(sum, a))).toBe(q.compareQuantities(b, q.ZERO_QUANTITY));
      }),
    );
  });
});
