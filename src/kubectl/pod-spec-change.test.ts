import { expect, test } from 'vitest';
import { isSelected } from './pod-spec-change.ts';

test.each([
  ['web', 'web', true],
  ['web', 'we', false],
  ['web', '*', true],
  ['web', 'w*', true],
  ['web', '*b', true],
  ['web', '*e', false],
  ['web', 'w*b', true],
  ['web', 'x*', false],
  // As loose, and as strict, as in Kubernetes.
  ['web', 'b*', true],
  ['nginx', '*i*x', false],
])('the container %s and --containers=%s', (name, pattern, selected) => {
  expect(isSelected(name, pattern)).toBe(selected);
});
