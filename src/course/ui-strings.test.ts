import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LOCALES } from './locale.ts';
import { parseUiStrings, uiStringsSchema } from './ui-strings.ts';

test.each(LOCALES)('%s has every word and no other', (locale) => {
  const path = `content/${locale}/ui.yaml`;
  const strings = parseUiStrings(path, readFileSync(path, 'utf8'));
  expect(Object.keys(strings).sort()).toEqual(Object.keys(uiStringsSchema.shape).sort());
});

test('what is missing is named', () => {
  expect(() => parseUiStrings('content/xx/ui.yaml', '{}')).toThrow('petset.course.lessons');
});
