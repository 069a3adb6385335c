import { expect, test } from 'vitest';
import { carryOver } from './carry-over.ts';

const shown = 'kind: Service\nversion: 48\nselector:\n  tier: frontend\ntype: ClusterIP\n';
const saved = shown.replace('frontend', 'front');

test('the same text is saved as it is', () => {
  expect(carryOver(saved, shown, shown)).toBe(saved);
});

test('a change is made in the text of the other seed', () => {
  const here = shown.replace('48', '52');
  expect(carryOver(saved, shown, here)).toBe(here.replace('frontend', 'front'));
  const longer = `${here}status: {}\n`;
  expect(carryOver(saved, shown, longer)).toBe(longer.replace('frontend', 'front'));
});

test('where both differ, what was saved stands', () => {
  expect(carryOver(saved, shown, shown.replace('frontend', 'back'))).toBe(saved);
});

test('long texts are not compared', () => {
  const long = 'a\n'.repeat(100_000);
  expect(carryOver(`${long}b`, long, `c${long}`)).toBe(`${long}b`);
});
