// Machines that stop, start anew and join, as a whole cluster lives through it.
import { describe, expect, test } from 'vitest';
import { NodeKind, PodKind } from '../sim/index.ts';
import type { Session } from './session.ts';
import { createSession } from './session.ts';

const manifest = `
apiVersion: v1
kind: Pod
metadata: {name: pet}
spec:
  nodeName: node-2
  volumes: [{name: d, emptyDir: {}}]
  initContainers:
  - {name: a, image: 'busybox:1.36', command: [sh, -c, 'echo a >> /d/log'], volumeMounts: [{name: d, mountPath: /d}]}
  - {name: b, image: 'busybox:1.36', command: [sh, -c, 'echo b >> /d/log'], volumeMounts: [{name: d, mountPath: /d}]}
  containers: [{name: c, image: 'nginx:1.24', volumeMounts: [{name: d, mountPath: /d}]}]
---
apiVersion: v1
kind: Pod
metadata: {name: once}
spec:
  nodeName: node-2
  restartPolicy: Never
  containers: [{name: c, image: 'busybox:1.36', command: [sleep, '10000']}]
---
apiVersion: apps/v1
kind: DaemonSet
metadata: {name: agent}
spec:
  selector: {matchLabels: {app: agent}}
  template:
    metadata: {labels: {app: agent}}
    spec: {containers: [{name: c, image: 'nginx:1.24'}]}
`;

function start(): { session: Session; run(line: string): string } {
  const session = createSession({ seed: 1, files: new Map([['all.yaml', manifest]]), freeze: true });
  const run = (line: string) => {
    const execution = session.perform({ do: 'run', line });
    session.terminal.finish();
    return execution?.output.map(({ text }) => text).join('') ?? '';
  };
  run('kubectl apply -f all.yaml; sleep 10');
  return { session, run };
}

const pod = ({ cluster }: Session, name: string) => cluster.view.get(PodKind, 'default', name);
const ready = ({ cluster }: Session, name: string) =>
  cluster.view.get(NodeKind, '', name)?.status?.conditions?.find(({ type }) => type === 'Ready')?.status;

describe('a node that is reset', () => {
  test('starts its pods anew, in new sandboxes, with what they had written; what is not to restart has failed', () => {
    const { session, run } = start();
    const ip = pod(session, 'pet')?.status?.podIP;
    run('node node-2 reset; sleep 20');
    expect(ready(session, 'node-2')).toBe('True');
    expect(run('kubectl get pods pet once')).toMatch(/pet +1\/1 +Running +0 .*\n.*once +1\/1 +Running +0 /);
    run('sleep 20');
    const pet = pod(session, 'pet');
    expect(run('kubectl exec pet -c c -- cat /d/log')).toBe('a\nb\na\nb\n');
    expect(pet?.status?.podIP).not.toBe(ip);
    expect(pet?.status?.containerStatuses?.[0]).toMatchObject({
      restartCount: 1,
      lastState: { terminated: { exitCode: 255, reason: 'Unknown' } },
    });
    expect(pod(session, 'once')?.status).toMatchObject({ phase: 'Failed' });
    expect(run('kubectl get pod once')).toMatch(/once +0\/1 +Unknown +0 /);
    expect(run('kubectl get events --field-selector involvedObject.name=pet')).toContain(
      'Pod sandbox changed, it will be killed and re-created.',
    );
    expect(run('kubectl describe node node-2')).toMatch(
      /Warning +Rebooted .*kubelet +Node node-2 has been rebooted/,
    );
  });

  test('takes the pods with it that were deleted meanwhile', () => {
    const { session, run } = start();
    run(
      'node node-2 off; kubectl delete pod pet --force --grace-period=0; kubectl delete pod once --wait=false',
    );
    run('sleep 40');
    expect(pod(session, 'once')).toBeDefined();
    run('node node-2 on; sleep 40');
    expect(pod(session, 'once')).toBeUndefined();
    expect(session.cluster.view.world.podsOn('node-2')).toHaveLength(1);
  });
});

describe('a node without power', () => {
  test('is lost, and Ready again some time after it is switched on', () => {
    const { session, run } = start();
    run('node node-3 off; node node-3 up; sleep 60');
    expect(ready(session, 'node-3')).toBe('Unknown');
    run('node node-3 on; sleep 25');
    expect(ready(session, 'node-3')).toBe('Unknown');
    run('sleep 10');
    expect(ready(session, 'node-3')).toBe('True');
    expect(run('kubectl describe node node-3')).toMatch(
      /Normal +NodeReady .*kubelet +Node node-3 status is now: NodeReady/,
    );
  });
});

test('the taints of a node are described by effect and key', () => {
  const { run } = start();
  run('kubectl taint node node-3 b:NoSchedule a=1:NoSchedule z:NoExecute');
  expect(run("kubectl describe node node-3 | grep -A2 ^Taints: | awk '{print $NF}'")).toBe(
    'z:NoExecute\na=1:NoSchedule\nb:NoSchedule\n',
  );
});

describe('a node that joins', () => {
  test('gets what every node has, and its share of what comes', () => {
    const { session, run } = start();
    run('node node-4 join; sleep 3');
    expect(ready(session, 'node-4')).toBe('True');
    expect(run('kubectl get ds agent')).toMatch(/agent +4 +4 +4 +4 +4 /);
    expect(run('kubectl get pods -l app=agent -o wide')).toContain('10.244.4.2');
  });

  test('a node that was taken out of the cluster comes back when it is started anew, not when its cable is', () => {
    const { session, run } = start();
    run('kubectl delete node node-3; node node-3 down; sleep 5; node node-3 up; sleep 20');
    expect(ready(session, 'node-3')).toBeUndefined();
    run('node node-3 reset; sleep 35');
    expect(ready(session, 'node-3')).toBe('True');
  });
});

test.each([
  ['node', 'usage: node NAME down|up|off|on|reset|join\n'],
  ['node node-1 explode', 'usage: node NAME down|up|off|on|reset|join\n'],
  ['node node-9 down', 'node: there is no node "node-9"; there are: node-1, node-2, node-3\n'],
  ['node node-1 join', 'node: there is a node "node-1" already\n'],
  ['node Node_4 join', 'node: "Node_4" is no name for a node\n'],
])('%s', (line, output) => {
  expect(start().run(line)).toBe(output);
});
