import { expect, test } from 'vitest';
import type { Status } from '../sim/index.ts';
import { problemsText } from './problems.ts';

const status = (reason: Status['reason'], message: string, more: Partial<Status> = {}): Status => ({
  kind: 'Status',
  apiVersion: 'v1',
  status: 'Failure',
  code: 400,
  reason,
  message,
  ...more,
});

const notFound = status('NotFound', 'pods "a" not found');
const invalid = (count: number) =>
  status('Invalid', 'Pod "a" is invalid: everything', {
    details: {
      name: 'a',
      kind: 'Pod',
      causes: Array.from({ length: count }, (_, i) => ({
        reason: 'FieldValueInvalid',
        field: `spec.f${i}`,
        message: 'Invalid value: 1: no',
      })),
    },
  });

test.each([
  ['nothing', [], ''],
  ['a refusal', [{ status: notFound }], 'Error from server (NotFound): pods "a" not found'],
  [
    'a refusal with what was being done',
    [{ status: notFound, doing: 'error when creating "x.yaml"' }],
    'Error from server (NotFound): error when creating "x.yaml": pods "a" not found',
  ],
  ['kubectl’s own words', [{ text: 'no' }], 'error: no'],
  ['several: kubectl’s own lose their prefix', [{ text: 'a' }, { text: 'b' }], 'a\nb'],
  [
    'one invalid field',
    [{ status: invalid(1), doing: 'error when creating "x.yaml"' }],
    'The Pod "a" is invalid: spec.f0: Invalid value: 1: no',
  ],
  [
    'several invalid fields',
    [{ status: invalid(2) }],
    'The Pod "a" is invalid: \n* spec.f0: Invalid value: 1: no\n* spec.f1: Invalid value: 1: no',
  ],
  [
    'an invalid object among other problems',
    [{ status: invalid(1), doing: 'error when creating "x.yaml"' }, { status: notFound }],
    'Error from server (Invalid): error when creating "x.yaml": Pod "a" is invalid: everything\nError from server (NotFound): pods "a" not found',
  ],
])('%s', (_, problems, text) => {
  expect(problemsText(problems)).toBe(text);
});
