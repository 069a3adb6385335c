import { expect, test } from 'vitest';
import type { ExperimentCheck } from '../check-definition.ts';
import { grade } from '../grade.ts';
import { parseSubmission } from '../submission.ts';
import { smallExercise } from '../testdata/small-exercise.ts';
import { sharingPlays } from './experiment.ts';

/** `look-x`: looks, after the deed x; `run-x`: runs a command to look. */
function experiment(name: string): ExperimentCheck & { readonly id: string } {
  const [how, deed] = name.split('-');
  const look = how === 'run' ? 'kind: command, run: date' : 'kind: objects, resource: pods';
  const exercise = smallExercise([`{kind: experiment, do: [${deed}], then: [{${look}}]}`]);
  return { ...(exercise.definition.checks[0] as ExperimentCheck), id: name };
}

test.each([
  ['look-a look-b', 'look-a | look-b'],
  ['look-a look-a look-b', 'look-a look-a | look-b'],
  ['look-a run-a', 'look-a run-a'],
  ['run-a look-a', 'look-a run-a'],
  ['run-a run-a', 'run-a | run-a'],
  ['run-a look-b run-a look-a', 'look-a run-a | run-a | look-b'],
])('experiments %s play as %s', (names, groups) => {
  const shared = sharingPlays(names.split(' ').map(experiment));
  expect(shared.map((group) => group.map(({ id }) => id).join(' ')).join(' | ')).toBe(groups);
});

test('experiments that share a play find what each of them finds alone', () => {
  const checks = [
    '{kind: experiment, do: [kubectl delete pod a], then: [{kind: command, run: kubectl get pod a}]}',
    '{kind: experiment, do: [kubectl delete pod a], then: [{kind: objects, resource: pods, count: 2}]}',
    '{kind: experiment, do: [kubectl delete pod a], then: [{kind: command, run: kubectl delete pod b, prints: c}]}',
    '{kind: experiment, do: [kubectl delete pod a], then: [{kind: objects, resource: pods, name: b}]}',
    '{kind: experiment, do: [kubectl delete pod z], then: [{kind: objects, resource: pods, name: b}]}',
  ];
  const findings = (texts: string[]) => {
    const exercise = smallExercise(texts);
    return grade(exercise, parseSubmission(exercise, 'sh', 'settle')).checks.map((check) => check.findings);
  };
  expect(findings(checks)).toEqual(checks.map((check) => findings([check])[0]));
});
