import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LOCALES } from '../../course/locale.ts';
import { withoutEffect } from '../../sim/index.ts';
import { parseReasons, rowsWithoutEffect } from './without-effect.ts';

test.each(LOCALES)('every reason has its sentence, and no other: %s', (locale) => {
  const path = `content/${locale}/without-effect.yaml`;
  const reasons = parseReasons(path, readFileSync(path, 'utf8'));
  expect(Object.keys(reasons).sort()).toEqual(Object.keys(withoutEffect).sort());
  expect(rowsWithoutEffect(reasons).find(({ kind }) => kind === 'Ingress')?.rows).toHaveLength(1);
});

test('a reason without a sentence is an error', () => {
  expect(() => rowsWithoutEffect({})).toThrow('no sentence says why');
});
