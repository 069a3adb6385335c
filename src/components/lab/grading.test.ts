import { describe, expect, test } from 'vitest';
import { gradeInPage } from './grading.ts';

const exerciseYaml = `
id: small
revision: 1
objectives: [pod.smallest]
asks: {manifest: web.yaml}
seeds: [1]
checks:
  - {id: there, points: 1, kind: objects, resource: pods, name: secret-name}
`;
const text = '# Small\n\nThe brief.\n\n## there\n\nA pod.\n';
const manifest = `
apiVersion: v1
kind: Pod
metadata: {name: web}
spec: {containers: [{name: web, image: 'nginx:1.28'}]}
`;
const submission = JSON.stringify({
  format: 'petset/submission',
  version: 1,
  exercise: 'small',
  revision: 1,
  log: { version: 1, seed: '1', entries: [{ do: 'write', path: 'web.yaml', text: manifest, atMs: 0 }] },
});

function reportOf(yaml: string, words: string) {
  const { shown } = gradeInPage({
    do: 'grade',
    id: 1,
    exercise: [
      ['exercise.yaml', yaml],
      ['text/en.md', words],
    ],
    submission,
    locale: 'en',
  });
  return shown;
}

describe('what the page is told of a failed check', () => {
  test('is what was wanted and seen', () => {
    const [check] = reportOf(exerciseYaml, `${text}\n### hint\n\nLook.\n`).checks;
    expect(check).toMatchObject({ passed: false });
    expect(JSON.stringify(check?.findings)).toContain('secret-name');
  });

  test('in an exam is nothing but that it failed', () => {
    const [check] = reportOf(`${exerciseYaml}exam: true\n`, text).checks;
    expect(check).toMatchObject({ passed: false, isHidden: true, findings: [] });
  });
});
