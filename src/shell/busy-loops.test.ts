// What programs in containers compute, and that they can do so for ever.
import { describe, expect, test } from 'vitest';
import { PodKind } from '../sim/index.ts';
import type { Session } from './session.ts';
import { createSession } from './session.ts';

function sessionAfter(...commands: readonly string[]): Session {
  const session = createSession({ seed: 1, freeze: true });
  for (const line of commands) session.perform({ do: 'run', line });
  session.terminal.finish();
  return session;
}

/** What the only container of a pod computes, in thousandths of a core. */
function cpuMillis({ cluster }: Session, pod: string): number | undefined {
  const uid = cluster.view.get(PodKind, 'default', pod)?.metadata.uid ?? '';
  return cluster.world.usage(uid, pod)?.cpuMillis;
}

function printed(session: Session, line: string): string {
  const execution = session.perform({ do: 'run', line });
  session.terminal.finish();
  return execution?.output.map(({ text }) => text).join('') ?? '';
}

describe('a full core is taken by', () => {
  test.each([
    'while true; do :; done',
    'i=0; while true; do i=$((i+1)); done',
    'while true; do ls > /dev/null; done',
    'yes > /dev/null',
    'dd if=/dev/zero of=/dev/null',
    'cat /dev/zero > /dev/null',
    'sort < /dev/urandom',
    'until [ -f /tmp/stop ]; do :; done',
    'yes > /dev/null & sleep 3600',
  ])('%s', (command) => {
    const session = sessionAfter(
      `kubectl run hog --image=busybox:1.36 -- sh -c '${command}'`,
      'await 1 pods ready',
      'sleep 20',
    );
    expect(cpuMillis(session, 'hog')).toBeGreaterThan(990);
    // Where it starts programs, these come on top.
    expect(cpuMillis(session, 'hog')).toBeLessThan(1100);
  });
});

describe('next to nothing is taken by', () => {
  test.each(['sleep 3600', 'while true; do date; sleep 1; done'])('%s', (command) => {
    const session = sessionAfter(
      `kubectl run idle --image=busybox:1.36 -- sh -c '${command}'`,
      'await 1 pods ready',
      'sleep 20',
    );
    expect(cpuMillis(session, 'idle')).toBeLessThan(3);
  });
});

test('a loop that waits for a file sees it', () => {
  const session = sessionAfter(
    "kubectl run poll --image=busybox:1.36 --restart=Never -- sh -c 'until [ -f /tmp/stop ]; do :; done; echo seen'",
    'await 1 pods ready',
    'sleep 30',
    'kubectl exec poll -- touch /tmp/stop',
    'sleep 3',
  );
  expect(printed(session, 'kubectl logs poll')).toBe('seen\n');
});

test('a trap ends a busy loop at once', () => {
  const session = sessionAfter(
    `kubectl run poll --image=busybox:1.36 --restart=Never -- sh -c 'trap "echo bye; exit 3" TERM; while true; do :; done'`,
    'await 1 pods ready',
    'sleep 30',
    'kubectl exec poll -- kill 1',
    'sleep 2',
  );
  expect(printed(session, 'kubectl logs poll')).toBe('bye\n');
});

test('a loop on the learner’s own machine is ended', () => {
  const session = sessionAfter('true');
  expect(printed(session, 'while true; do :; done')).toContain('an endless loop needs a sleep in it');
});

test('the load generator of the documentation keeps a server busy up to its limit', () => {
  const session = sessionAfter(
    'kubectl create deployment php-apache --image=registry.k8s.io/hpa-example --port=80',
    'kubectl set resources deployment php-apache --limits=cpu=500m --requests=cpu=200m',
    'kubectl expose deployment php-apache',
    'kubectl rollout status deployment php-apache',
    'kubectl run load-generator --image=busybox:1.28 -- /bin/sh -c "while sleep 0.01; do wget -q -O- http://php-apache; done"',
    'sleep 60',
  );
  const { world } = session.cluster;
  const server = session.cluster.view
    .list(PodKind)
    .find(({ metadata }) => metadata.name.startsWith('php-apache') && !metadata.deletionTimestamp);
  expect(world.usage(server?.metadata.uid ?? '', 'hpa-example')?.cpuMillis).toBe(500);
  expect(printed(session, 'kubectl exec load-generator -- wget -q -O- http://php-apache')).toBe('OK!');
});

describe('dd, head and yes', () => {
  test.each([
    ['dd if=/dev/zero bs=4 count=3 2>/dev/null | wc -c', '12\n'],
    [
      'dd if=/dev/zero of=f bs=1K count=3; wc -c < f',
      /^3\+0 records in\n3\+0 records out\n3072 bytes \(3\.0KB\) copied, .*\n3072\n$/,
    ],
    ['printf abcdef > f; dd if=f bs=2 count=1 skip=1 status=none', 'cd'],
    ['dd if=nosuch', 'dd: nosuch: No such file or directory\n'],
    ['dd bs=x < /dev/null', "dd: invalid number: 'x'\n"],
    ['dd bogus', "dd: unrecognized operand 'bogus'\n"],
    ['head -c 16 /dev/urandom | wc -c', '16\n'],
    ['head -c 3 /dev/zero | tr "\\\\0" x', 'xxx'],
    ['printf abc | head -c 2', 'ab'],
    ['yes | head -2', 'y\ny\n'],
    ['yes no more | head -1', 'no more\n'],
  ])('%s', (command, output) => {
    expect(printed(sessionAfter(), command)).toEqual(
      typeof output === 'string' ? output : expect.stringMatching(output),
    );
  });
});
