import { expect, test } from 'vitest';
import { grade } from './grade.ts';
import { parseExercise } from './parse-exercise.ts';
import { parseSubmission } from './submission.ts';

const checks = [
  'service, kind: objects, resource: services, name: web, match: {spec: {clusterIP: None}}',
  'pods, kind: objects, resource: pods, count: 1',
  'running, kind: cel, expression: "pods.size() > 0"',
  'order, kind: order, sequence: [{object: pods/web-0, is: created}, {object: pods/web-0, is: ready}]',
  'print, kind: command, run: kubectl get pods -o name, prints: pod/web-0',
  'try, kind: experiment, do: [kubectl delete pod web-0], then: [{kind: objects, resource: pods}]',
];
const sections = checks.map((check) => `## ${check.split(',')[0]}\n\nWanted.\n\n### hint\n\nLook.\n`);
const parsed = parseExercise(
  new Map([
    [
      'exercise.yaml',
      `id: small\nrevision: 1\nobjectives: [pod.smallest]\nasks: {manifest: web.yaml}\nseeds: [1]\nchecks:\n${checks
        .map((check) => `  - {points: 1, id: ${check}}\n`)
        .join('')}`,
    ],
    ['text/en.md', `# Small\n\nThe brief.\n\n${sections.join('\n')}`],
  ]),
);

const SERVICE = `apiVersion: v1
kind: Service
metadata: {name: web}
spec: {selector: {app: web}, ports: [{port: 80}]}
`;
const REFUSED_POD = `---
apiVersion: v1
kind: Pod
metadata: {name: web-0}
spec: {containers: []}
`;

test.each([
  ['broken YAML', 'a: [', ['refused', 'refused', 'refused', 'refused', 'refused', 'refused']],
  [
    'half of it accepted',
    SERVICE + REFUSED_POD,
    ['field-differs', 'refused', 'refused', 'refused', 'refused', 'refused'],
  ],
  ['a refused pod', REFUSED_POD, ['refused', 'refused', 'refused', 'refused', 'refused', 'refused']],
])('%s: only what was not there to look at shares the refusal', (_, manifest, expected) => {
  if (!parsed.ok) throw new Error(parsed.problems.join('\n'));
  const report = grade(parsed.value, parseSubmission(parsed.value, 'yaml', manifest));
  expect(report.checks.map(({ findings }) => findings[0]?.seen.id)).toEqual(expected);
});
