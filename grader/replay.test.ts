import { expect, test } from 'vitest';
import { readReplayLink, replayLink } from './replay-link.ts';
import { replaySteps } from './replay-steps.ts';
import { parseSubmission } from './submission.ts';
import { smallExercise } from './testdata/small-exercise.ts';

const exercise = smallExercise(['{kind: objects, resource: pods}']);

test('a submission is shown step by step', () => {
  const read = parseSubmission(exercise, 'sh', 'kubectl delete pod a\nkubectl get nothing\n');
  if (!read.ok) throw new Error(read.why.id);
  const steps = [...replaySteps(exercise, read.value, 1)];
  expect(steps.map(({ number, of, did, exitCode }) => [number, of, did, exitCode])).toEqual([
    [1, 2, 'kubectl delete pod a', 0],
    [2, 2, 'kubectl get nothing', 1],
  ]);
  expect(steps[0]?.output).toContain('pod "a" deleted');
  expect(steps[1]?.pods.map(({ name, status }) => `${name} ${status}`)).toEqual(['b Running']);
});

const entries = [
  { do: 'run' as const, atMs: 5, line: "echo '파드' && kubectl get pods" },
  { do: 'write' as const, atMs: 9, path: 'web.yaml', text: 'kind: Pod\n'.repeat(500) },
];

test('a link holds what was done, and is short', () => {
  const link = replayLink('https://example.org/en/lesson/#top', { exercise: 'small', seed: '1', entries });
  expect(link).toMatch(/^https:\/\/example\.org\/en\/lesson\/#replay=1\.[\w-]+$/);
  expect(link.length).toBeLessThan(400);
  expect(readReplayLink(new URL(link).hash)).toEqual({ exercise: 'small', seed: '1', entries });
});

test.each([1, 2, 3, 4, 5])('a text of %i characters comes back whole', (length) => {
  const link = { exercise: 'x'.repeat(length), entries: [] };
  expect(readReplayLink(replayLink('/', link).slice(1))).toEqual(link);
});

test.each([
  '',
  '#replay=1.',
  '#replay=1.AAAA',
  '#replay=2.AAAA',
  '#replay=1.%%%',
  `#replay=1.${'A'.repeat(5_000_000)}`,
])('%#: what is no such link is none', (hash) => {
  expect(readReplayLink(hash)).toBeUndefined();
});

test('a link that expands without end is none', () => {
  const large = { exercise: 'x'.repeat(4_100_000), entries: [] };
  expect(readReplayLink(replayLink('/', large).slice(1))).toBeUndefined();
});
