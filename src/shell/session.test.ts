import { describe, expect, test } from 'vitest';
import { PodKind } from '../sim/index.ts';
import type { Log } from './log.ts';
import { runScript } from './run-script.ts';
import { createSession, replay } from './session.ts';

const web = `apiVersion: apps/v1
kind: StatefulSet
metadata: {name: web}
spec:
  serviceName: nginx
  replicas: 2
  selector: {matchLabels: {app: nginx}}
  template:
    metadata: {labels: {app: nginx}}
    spec:
      terminationGracePeriodSeconds: 5
      containers:
      - {name: nginx, image: 'nginx:1.24'}
`;
const files = new Map([['web.yaml', web]]);

function play(script: string, seed: string | number = 1) {
  return runScript(script, { seed, files, freeze: true });
}

const outcome = (script: string) => {
  const last = play(script).steps.at(-1);
  return { output: last?.output, exitCode: last?.exitCode };
};

describe('a session', () => {
  test('is the replay of its log: the same log gives the same bytes [C4]', () => {
    const log: Log = {
      seed: 7,
      entries: [
        { atMs: 100, do: 'write', path: 'web.yaml', text: web },
        { atMs: 200, do: 'run', line: 'kubectl apply -f web.yaml' },
        { atMs: 5000, do: 'run', line: 'kubectl get pods -w' },
        { atMs: 6000, do: 'interrupt' },
        { atMs: 6500, do: 'run', line: 'kubectl delete pod web-0 --wait=false' },
      ],
      untilMs: 20_000,
    };
    const bytes = (it: Log) => {
      const session = replay(it, { freeze: true });
      const pods = session.cluster.api.list(PodKind);
      return JSON.stringify([session.executions.map(({ output }) => output), pods, session.elapsedMs()]);
    };
    expect(bytes(log)).toBe(bytes(log));
    expect(bytes({ ...log, seed: 8 })).not.toBe(bytes(log));
  });

  test('plays a script to the same bytes twice [C4]', () => {
    const script =
      'kubectl apply -f web.yaml\nawait 2 pods ready\nkubectl delete pod web-1\nawait 2 pods ready';
    expect(play(script).error).toBeUndefined();
    expect(JSON.stringify(play(script))).toBe(JSON.stringify(play(script)));
  });

  test('lets an interrupted watch leave the cluster as it is [W3]', () => {
    const session = createSession({ seed: 1, files });
    const execution = session.perform({ do: 'run', line: 'kubectl get pods -w' });
    session.terminal.advanceTo(session.cluster.startMs + 30_000);
    expect(session.terminal.isBusy()).toBe(true);
    session.perform({ do: 'interrupt' });
    expect(session.terminal.isBusy()).toBe(false);
    expect(execution?.exitCode()).toBe(130);
    expect(session.elapsedMs()).toBe(30_000);
  });

  test('shows what a job in the background prints below the command entered last', () => {
    const run = play('timeout 30 kubectl get pods -w &\nkubectl apply -f web.yaml\nawait 2 pods ready');
    expect(run.steps[0]?.output).not.toContain('web-0');
    expect(run.steps[2]?.output).toMatch(/^web-0 +1\/1 +Running/m);
  });
});

describe('the words of the simulation', () => {
  test.each([
    ['await 0 pods', '', 0],
    ['await pods', 'usage: await N pods [ready|running]\n', 2],
    ['await 3 pods asleep', 'usage: await N pods [ready|running]\n', 2],
    ['await 1 pods ready', 'await: after 10 minutes 0 are ready, not 1\n', 1],
    ['settle', '', 0],
    ['settle soon', 'usage: settle [MAX], with MAX such as 30s or 5m\n', 2],
    ['node node-9 down', 'node: there is no node "node-9"; there are: node-1, node-2, node-3\n', 1],
    ['node node-1 sideways', 'usage: node NAME down|up|off|on|reset|join\n', 2],
    ['crash web-0', 'crash: there is no pod "web-0"\n', 1],
    ['crash', 'usage: crash POD [-c CONTAINER] [--exit-code N], with N from 0 to 255\n', 2],
    [
      'crash web-0 --exit-code 256',
      'usage: crash POD [-c CONTAINER] [--exit-code N], with N from 0 to 255\n',
      2,
    ],
  ])('%s', (line, output, exitCode) => {
    expect(outcome(line)).toEqual({ output, exitCode });
  });

  test('crash ends the main process, and the kubelet starts it again', () => {
    const script = 'kubectl apply -f web.yaml\nawait 2 pods ready\ncrash web-1 --exit-code 3\nsleep 5\n';
    const code =
      '{.status.containerStatuses[0].lastState.terminated.exitCode} {.status.containerStatuses[0].restartCount}';
    expect(outcome(`${script}kubectl get pod web-1 -o jsonpath='${code}'`).output).toBe('3 1');
  });

  test('crash says which containers there are', () => {
    const script = 'kubectl apply -f web.yaml\nawait 2 pods ready\ncrash web-1 -c nosuch';
    expect(outcome(script).output).toBe('crash: pod "web-1" has no container "nosuch", but: nginx\n');
  });

  test('a node whose network is cut turns NotReady within a minute, and back', () => {
    const status = 'kubectl get node node-2 -o jsonpath=\'{.status.conditions[?(@.type=="Ready")].status}\'';
    expect(outcome(`node node-2 down\nsleep 60\n${status}`).output).toBe('Unknown');
    expect(outcome(`node node-2 down\nsleep 60\nnode node-2 up\nsleep 15\n${status}`).output).toBe('True');
  });

  test('settle waits for what is under way', () => {
    const run = play('kubectl apply -f web.yaml\nsettle\nkubectl get statefulset web');
    expect(run.steps.at(-1)?.output).toMatch(/web +2\/2/);
  });
});

test('a command line is not stopped for the endless loop before it', () => {
  const { steps } = play('while true; do :; done\necho on\nfor i in 1 2 3; do echo $i; done');
  expect(steps.map(({ exitCode }) => exitCode)).toEqual([137, 0, 0]);
  expect(steps[1]?.output).toContain('on');
});

test('a script is bounded: one that never ends is stopped with its reason', () => {
  const { steps } = play('while true; do :; done');
  expect(steps[0]?.exitCode).not.toBe(0);
  expect(steps[0]?.output).toMatch(/without any time passing/);
});

test('a script that waits for ever in small steps is stopped too [L6]', () => {
  const { error } = runScript('while true; do sleep 0.001; done', { seed: 1, bounds: { moments: 20_000 } });
  expect(error).toMatch(/did not come to rest within 20000 moments/);
});

test('a syntax error names its place and hides nothing before it', () => {
  const run = play('echo before\nfor x in 1 2; do\n');
  expect(run.steps.map(({ output }) => output)).toEqual(['before\n']);
  expect(run.error).toMatch(/^line \d+, column \d+: /);
});
