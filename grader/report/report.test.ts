import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { en } from '../text/en.ts';
import { ko } from '../text/ko.ts';
import { ENGINE_VERSION } from './report.ts';

test('the engine is of the version of the package', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  expect(ENGINE_VERSION).toBe(version);
});

test('both languages say the same things', () => {
  expect(Object.keys(ko.messages)).toEqual(Object.keys(en.messages));
  expect(Object.keys(ko.reasons)).toEqual(Object.keys(en.reasons));
  for (const sentence of Object.values(ko.reasons)) expect(sentence('x')).toMatch(/[가-힣]/);
});
