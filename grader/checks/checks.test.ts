import { describe, expect, test } from 'vitest';
import { grade } from '../grade.ts';
import { findingSentences, reportLines } from '../report/text.ts';
import { parseSubmission } from '../submission.ts';
import { smallExercise } from '../testdata/small-exercise.ts';

/** What the English report says was seen; `passed` where the check passes. */
function outcomeOf(check: string, script: string): string {
  const exercise = smallExercise([check]);
  const report = grade(exercise, parseSubmission(exercise, 'sh', script));
  expect(report.reason).toBeUndefined();
  const [result] = report.checks;
  if (result?.passed) return 'passed';
  return result?.findings.map((finding) => findingSentences(finding, 'en').seen).join('; ') ?? '';
}

const RUN_C = 'kubectl run c --image=nginx:1.27 --labels=app=web\nkubectl wait --for=condition=Ready pod/c';
const REPLACE_A = 'kubectl delete pod a\nkubectl run a --image=nginx:1.28 --labels=app=web';
const C_EXISTS = 'cel: \'pods.exists(p, p.metadata.name == "c")\'';

describe('objects', () => {
  test.each([
    ['{kind: objects, resource: pods}', '', 'passed'],
    ['{kind: objects, resource: pods, name: z}', '', 'there is no pod "z"'],
    ['{kind: objects, resource: pods, selector: app=web, count: 2}', '', 'passed'],
    [
      '{kind: objects, resource: pods, selector: app=web, count: 2}',
      RUN_C,
      '3 of 3 pods are like that: a, b, c',
    ],
    ['{kind: objects, resource: pods, selector: app in (db), count: none}', '', 'passed'],
    ['{kind: objects, resource: pods, count: none}', '', '2 of 2 pods are like that: a, b'],
    ['{kind: objects, resource: pods, count: {min: 1, max: 2}}', RUN_C, '3 of 3 pods are like that: a, b, c'],
    ['{kind: objects, resource: pods, count: all, match: {status: {phase: Running}}}', '', 'passed'],
    [
      '{kind: objects, resource: pods, count: all, match: {spec: {containers: [{image: "nginx:1.27"}]}}}',
      REPLACE_A,
      'pods/a has spec.containers[0].image: "nginx:1.28" (wanted: "nginx:1.27"); 1 of 2 are as wanted',
    ],
    ['{kind: objects, resource: nodes, count: 3}', '', 'passed'],
    ['{kind: objects, resource: pods, namespace: kube-system}', '', 'there is no pod'],
  ])('%s after %j', (check, script, expected) => expect(outcomeOf(check, script)).toBe(expected));

  test('a warning about what is not well explains it', () => {
    const exercise = smallExercise([
      '{kind: objects, resource: pods, name: d, match: {status: {phase: Running}}}',
    ]);
    const script = 'kubectl run d --image=nginx:nosuchtag\nsettle 1m';
    const report = grade(exercise, parseSubmission(exercise, 'sh', script));
    expect(report.checks[0]?.findings[0]?.event).toMatchObject({
      object: 'Pod/d',
      message: expect.stringMatching(/nosuchtag|ImagePull/),
    });
  });
});

describe('when', () => {
  const ready = (when: string) =>
    `{kind: objects, resource: pods, name: a, match: {status: {conditions: [{type: Ready, status: "True"}]}}, when: ${when}}`;
  test.each([
    [ready('always'), '', 'passed'],
    [ready('always'), REPLACE_A, /^pods\/a has status\.conditions\[Ready\]\.status: "False"/],
    [ready('eventually'), 'kubectl delete pod a', 'passed'],
    ['{kind: objects, resource: pods, name: z, when: eventually}', '', 'there is no pod "z"'],
    ['{kind: objects, resource: pods, name: c, when: never}', '', 'passed'],
    [
      '{kind: objects, resource: pods, name: c, when: never}',
      `${RUN_C}\nkubectl delete pod c`,
      'this did happen, and must not',
    ],
    [`{kind: objects, resource: pods, name: a, when: {always: {from: {${C_EXISTS}}}}}`, RUN_C, 'passed'],
    [
      `{kind: objects, resource: pods, name: a, when: {always: {from: {${C_EXISTS}}}}}`,
      '',
      'the moment to look at never came',
    ],
    [
      `{kind: objects, resource: pods, name: a, when: {always: {to: {${C_EXISTS}}}}}`,
      `${RUN_C}\nkubectl delete pod a`,
      'passed',
    ],
    [
      '{kind: objects, resource: pods, name: c, when: {eventually: {to: 10s}}}',
      `sleep 5\n${RUN_C}`,
      'passed',
    ],
    [
      '{kind: objects, resource: pods, name: c, when: {eventually: {to: 10s}}}',
      `sleep 15\n${RUN_C}`,
      'there is no pod "c"',
    ],
    [
      '{kind: objects, resource: pods, name: c, when: {never: {from: 10s}}}',
      `${RUN_C}\nkubectl delete pod c`,
      'passed',
    ],
    [`{kind: objects, resource: pods, name: z, when: {never: {from: {${C_EXISTS}}}}}`, '', 'passed'],
  ])('%s after %j', (check, script, expected) => expect(outcomeOf(check, script)).toMatch(expected));
});

describe('how close it came', () => {
  const CLOSE = `${RUN_C}\nkubectl delete pod c b`;
  test.each([
    [
      '{kind: objects, resource: pods, count: 5, when: eventually}',
      CLOSE,
      'at the closest, 3 of 3 pods were as wanted',
    ],
    [
      '{kind: objects, resource: pods, count: {min: 4}, match: {metadata: {labels: {app: web}}}, when: {eventually: {}}}',
      CLOSE,
      'at the closest, 3 of 3 pods were as wanted',
    ],
    ['{kind: objects, resource: pods, count: 5, when: eventually}', '', '2 of 2 pods are like that: a, b'],
    [
      '{kind: objects, resource: pods, name: a, match: {status: {phase: Odd}}, when: eventually}',
      '',
      'pods/a has status.phase: "Running" (wanted: "Odd")',
    ],
  ])('%s after %j', (check, script, expected) => expect(outcomeOf(check, script)).toBe(expected));

  test('and when', () => {
    const exercise = smallExercise(['{kind: objects, resource: pods, count: 5, when: eventually}']);
    const script = `sleep 10\n${RUN_C}\nsleep 60\nkubectl delete pod c`;
    const report = grade(exercise, parseSubmission(exercise, 'sh', script));
    const { atMs = 0 } = report.checks[0]?.findings[0] ?? {};
    expect(atMs).toBeGreaterThanOrEqual(10_000);
    expect(atMs).toBeLessThan(12_000);
  });
});

describe('cel', () => {
  test.each([
    ['{kind: cel, expression: "pods.size() == 2"}', '', 'passed'],
    ['{kind: cel, expression: "pods.size() == 2"}', RUN_C, 'there are 3 pods'],
    [
      '{kind: cel, expression: "pods[5].metadata.name == \'x\'"}',
      '',
      'something that it looks at is not there',
    ],
    ['{kind: cel, expression: "pods.size() == before.pods.size()", when: always}', RUN_C, 'there are 3 pods'],
    ['{kind: cel, expression: "[1, 2].size() == pods.size() + 1"}', '', 'the cluster did not look like this'],
    ['{kind: cel, expression: "pods.size() == 3", when: never}', RUN_C, 'this did happen, and must not'],
  ])('%s after %j', (check, script, expected) => expect(outcomeOf(check, script)).toMatch(expected));
});

describe('what is seen where an expression does not hold', () => {
  test.each([
    ['pods.all(p, p.spec.nodeName == "node-9")', /^pods\/a has spec\.nodeName: node-\d$/],
    ['pods.all(p, has(p.metadata.annotations))', 'pods/a has metadata.annotations: nothing'],
    ['pods.all(p, !has(p.status.phase))', 'pods/a has status.phase: Running'],
    ['["a", "z"].all(n, pods.exists(p, p.metadata.name == n))', 'there is no pod "z"'],
    ['jobs.exists(j, j.spec.suspend)', 'there is no job'],
    [
      'pods.exists(p, p.metadata.name == "b" && p.status.phase == "Failed")',
      'pods/b has status.phase: Running',
    ],
    [
      'pods.exists(p, p.status.conditions.exists(c, c.type == "Ready" && c.status == "False") && p.metadata.name == "b")',
      'pods/b has status.conditions[type=Ready].status: True',
    ],
    [
      'pods.all(p, p.status.conditions.exists(c, c.type == "Odd" && c.status == "True"))',
      'pods/a has status.conditions[type=Odd]: nothing',
    ],
    [
      'pods.all(p, p.spec.containers.exists(c, has(c.image) && c.image.endsWith("9")))',
      'pods/a has spec.containers[].image: nginx:1.27',
    ],
    ['pods.exists(p, p.spec.nodeName.startsWith("n-"))', '0 of 2 pods are like that'],
    ['pods.filter(p, p.metadata.name == "a").size() > 1', '1 of 2 pods are like that: a'],
    ['!pods.exists(p, p.metadata.name == "a")', 'there is pods/a'],
    ['pods.all(p, p.metadata.labels["app"] == "x" || p.metadata.name == "a")', 'pods/b has metadata.name: b'],
    ['pods.all(p, "x" in p.metadata.labels)', /^pods\/a has metadata\.labels: \{/],
  ])('%s', (expression, expected) => {
    expect(outcomeOf(`{kind: cel, expression: '${expression}'}`, '')).toMatch(expected);
  });

  test('an object that took the place of another is told from it', () => {
    const check = `{kind: cel, expression: 'before.pods.all(b, pods.exists(p, p.metadata.uid == b.metadata.uid))'}`;
    expect(outcomeOf(check, 'kubectl delete pod a\nkubectl run a --image=nginx:1.25')).toBe(
      'pods/a is not the one that was there at the beginning',
    );
  });

  test('a warning about the object that was seen comes before a later one about another', () => {
    const exercise = smallExercise([
      `{kind: cel, expression: 'pods.exists(p, p.metadata.name == "d" && p.status.phase == "Running")'}`,
    ]);
    const script =
      'kubectl run d --image=nginx:nosuchtag\nsleep 5\nkubectl run e --image=nginx:nosuchtag\nsettle 1m';
    const report = grade(exercise, parseSubmission(exercise, 'sh', script));
    expect(report.checks[0]?.findings[0]?.event?.object).toBe('Pod/d');
  });

  test('a claim that was bound after all explains nothing', () => {
    const exercise = smallExercise(['{kind: cel, expression: "pods.size() == 5"}']);
    const claim =
      '{"spec":{"accessModes":["ReadWriteOnce"],"resources":{"requests":{"storage":"1Gi"}},"storageClassName":"odd"}}';
    const script = [
      `echo '{"apiVersion":"v1","kind":"PersistentVolumeClaim","metadata":{"name":"late"},${claim.slice(1)}' | kubectl create -f -`,
      'sleep 20',
      `echo '{"apiVersion":"v1","kind":"PersistentVolume","metadata":{"name":"odd"},"spec":{"storageClassName":"odd","accessModes":["ReadWriteOnce"],"capacity":{"storage":"1Gi"},"hostPath":{"path":"/tmp/odd"}}}' | kubectl create -f -`,
      'sleep 20',
    ].join('\n');
    const report = grade(exercise, parseSubmission(exercise, 'sh', script));
    expect(report.reason).toBeUndefined();
    expect(report.checks[0]?.findings[0]).toMatchObject({ seen: { id: 'how-many' } });
    expect(report.checks[0]?.findings[0]?.event).toBeUndefined();
  });

  test('what is reported is how it stood at the moment that is told', () => {
    const check = `{kind: cel, expression: 'pods.size() < 3', when: always}`;
    expect(outcomeOf(check, `${RUN_C}\nkubectl run d --image=nginx:1.25`)).toBe('there are 3 pods');
  });
});

describe('what is wanted', () => {
  test.each([
    ['{kind: objects, resource: pods, name: z}', 'at least one pod "z", at the end'],
    [
      '{kind: objects, resource: services, selector: a=b, count: {min: 1}}',
      'at least one service "a=b", at the end',
    ],
    ['{kind: objects, resource: pods, count: {min: 4}}', 'at least 4 pods, at the end'],
    ['{kind: objects, resource: pods, count: {max: 1}, when: always}', 'at most 1 pod, at every moment'],
    ['{kind: objects, resource: pods, count: {min: 3, max: 4}}', '3 to 4 pods, at the end'],
    ['{kind: objects, resource: pods, count: 1}', '1 pod, at the end'],
    ['{kind: objects, resource: pods, count: none}', 'no pods, at the end'],
    ['{kind: cel, expression: "pods.size() == 3"}', 'Wanted.'],
    [
      '{kind: cel, expression: "pods[0].foo == 3", when: {always: {from: {cel: "pods.size() == 9"}}}}',
      'Wanted.',
    ],
  ])('%s', (check, expected) => {
    const exercise = smallExercise([check]);
    const report = grade(exercise, parseSubmission(exercise, 'sh', ''));
    const [finding] = report.checks[0]?.findings ?? [];
    if (!finding) throw new Error('it passed');
    expect(findingSentences(finding, 'en', 'Wanted.').wanted).toBe(expected);
    for (const locale of ['en', 'ko'] as const) {
      const lines = reportLines(report, exercise, locale).join('\n');
      expect(lines).not.toMatch(/size\(|foo|∞/);
      if (locale === 'en') expect(lines).toContain(`: ${expected}`);
    }
  });
});

describe('order', () => {
  const order = (...steps: string[]) =>
    `{kind: order, sequence: [${steps.map((step) => step.replace(/^(\S+) (\S+)$/, '{object: pods/$1, is: $2}')).join(', ')}]}`;
  test.each([
    [order('a deleting', 'a unready', 'a deleted', 'a created', 'a ready'), REPLACE_A, 'passed'],
    [
      order('a created', 'a deleted'),
      REPLACE_A,
      /^pods\/a is gone first; pods\/a is created only at \d+\.\d s$/,
    ],
    [order('a deleted', 'b deleted'), 'kubectl delete pod a', 'it never came to this: pods/b is gone'],
    [
      `{kind: order, within: {from: {${C_EXISTS}}}, sequence: [{object: pods/b, is: deleted}, {object: pods/a, is: deleted}]}`,
      'kubectl delete pod b',
      /^the moment to look at never came/,
    ],
  ])('%s after %j', (check, script, expected) => expect(outcomeOf(check, script)).toMatch(expected));
});

describe('command', () => {
  test.each([
    ['{kind: command, run: kubectl get pods -o name, prints: pod/b}', '', 'passed'],
    [
      '{kind: command, run: kubectl get pods -o name, prints: pod/b}',
      'kubectl delete pod b',
      'it printed pod/a (exit code 0)',
    ],
    ['{kind: command, run: kubectl get pods -o name, lacks: pod/c}', '', 'passed'],
    ['{kind: command, run: kubectl get pod a -o name, lacks: pod/a}', '', 'it printed pod/a (exit code 0)'],
    ['{kind: command, run: kubectl get pod z, exitCode: 1}', '', 'passed'],
    [
      '{kind: command, run: kubectl get pod z}',
      '',
      'it printed Error from server (NotFound): pods "z" not found (exit code 1)',
    ],
  ])('%s after %j', (check, script, expected) => expect(outcomeOf(check, script)).toBe(expected));

  test('is not fooled by what the learner defined', () => {
    const script = 'kubectl() { echo pod/z; }\nalias kubectl=echo\nPATH=/nowhere';
    const check = '{kind: command, run: kubectl get pods -o name, prints: pod/z}';
    expect(outcomeOf(check, script)).toContain('it printed pod/a');
  });
});

describe('experiment', () => {
  const gone = '{kind: objects, resource: pods, name: a, count: none}';
  test.each([
    [`{kind: experiment, do: [kubectl delete pod a], then: [${gone}]}`, '', 'passed'],
    [`{kind: experiment, do: [kubectl delete pod b], then: [${gone}]}`, '', '1 of 1 pods are like that: a'],
    [
      `{kind: experiment, do: [kubectl delete pod a], then: [${gone}]}`,
      'kubectl delete pod a',
      /^it printed Error from server \(NotFound\)/,
    ],
    [
      '{kind: experiment, do: [kubectl delete pod a], then: [{kind: cel, expression: "before.pods.size() == 2", when: never}]}',
      '',
      'this did happen, and must not',
    ],
  ])('%s after %j', (check, script, expected) => expect(outcomeOf(check, script)).toMatch(expected));

  test('leaves the cluster as it was for the other checks', () => {
    const exercise = smallExercise([
      `{kind: experiment, do: [kubectl delete pod a], then: [${gone}]}`,
      '{kind: objects, resource: pods, count: 2}',
      '{kind: command, run: kubectl get pod a}',
    ]);
    const report = grade(exercise, parseSubmission(exercise, 'sh', ''));
    expect(report.checks.map(({ passed }) => passed)).toEqual([true, true, true]);
  });
});
