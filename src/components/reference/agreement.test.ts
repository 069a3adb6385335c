import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseAgreement } from './agreement.ts';

const path = 'content/agreement.yaml';
const text = readFileSync(path, 'utf8');

test('the figures are there', () => {
  expect(parseAgreement(path, text).kubernetes).toMatch(/^1\.36\./);
});

test('no more can agree than there are', () => {
  expect(() => parseAgreement(path, text.replace(/agree: \d+/, 'agree: 1000'))).toThrow(
    /agreement\.yaml: .*more agree than there are/s,
  );
});
