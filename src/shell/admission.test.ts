// Pods that name their node themselves: the scheduler is not asked, and the kubelet takes them or does not.
import { expect, test } from 'vitest';
import { createSession } from './session.ts';

const specs: Readonly<Record<string, string>> = {
  big: 'nodeName: node-1, containers: [{name: c, image: "nginx:1.24", resources: {requests: {cpu: 10}}}]',
  picky: 'nodeName: node-1, nodeSelector: {disk: ssd}, containers: [{name: c, image: "nginx:1.24"}]',
  port1:
    'nodeName: node-1, containers: [{name: c, image: "nginx:1.24", ports: [{containerPort: 80, hostPort: 80}]}]',
  port2:
    'nodeName: node-1, containers: [{name: c, image: "nginx:1.24", ports: [{containerPort: 81, hostPort: 80}]}]',
  half1:
    'nodeName: node-2, containers: [{name: c, image: "nginx:1.24", resources: {requests: {memory: 5Gi}}}]',
  half2:
    'nodeName: node-2, containers: [{name: c, image: "nginx:1.24", resources: {requests: {memory: 5Gi}}}]',
  shy: 'nodeName: node-3, containers: [{name: c, image: "nginx:1.24"}]',
  brave: 'nodeName: node-3, tolerations: [{operator: Exists}], containers: [{name: c, image: "nginx:1.24"}]',
};

function start() {
  const pods = Object.entries(specs).map(
    ([name, spec]) => `---\napiVersion: v1\nkind: Pod\nmetadata: {name: ${name}}\nspec: {${spec}}\n`,
  );
  const deployment = `
apiVersion: apps/v1
kind: Deployment
metadata: {name: storm}
spec:
  replicas: 3
  selector: {matchLabels: {app: storm}}
  template:
    metadata: {labels: {app: storm}}
    spec: {${specs.big}}
`;
  const files = new Map([
    ['pods.yaml', pods.join('')],
    ['storm.yaml', deployment],
  ]);
  const session = createSession({ seed: 1, files, freeze: true });
  return (line: string) => {
    const execution = session.perform({ do: 'run', line });
    session.terminal.finish();
    return (execution?.output ?? []).map(({ text }) => text).join('');
  };
}

test('one that does not fit is over at once, and says why', () => {
  const run = start();
  run('kubectl taint node node-3 only=brave:NoExecute; kubectl apply -f pods.yaml; sleep 5');
  const rows = run(
    `kubectl get pods -o jsonpath='{range .items[*]}{.metadata.name}: {.status.phase} {.status.message}{"\\n"}{end}'`,
  );
  const rejected = 'Failed Pod was rejected:';
  const shortOf = `${rejected} Node didn't have enough resource:`;
  expect(rows.replace(/ \n/g, '\n')).toBe(
    [
      `big: ${shortOf} cpu, requested: 10000, used: 0, capacity: 4000`,
      'brave: Running',
      'half1: Running',
      `half2: ${shortOf} memory, requested: 5368709120, used: 5368709120, capacity: 8589934592`,
      `picky: ${rejected} Predicate NodeAffinity failed: node(s) didn't match Pod's node affinity/selector`,
      'port1: Running',
      `port2: ${rejected} Predicate NodePorts failed: node(s) didn't have free ports for the requested pod ports`,
      // The taint takes away what the kubelet does not even begin.
      '',
    ].join('\n'),
  );
  expect(run('kubectl get pod half2 --no-headers')).toMatch(/^half2 +0\/1 +OutOfmemory +0 /);
  expect(run('kubectl get events --field-selector involvedObject.name=half2')).toMatch(
    /Warning +OutOfmemory +pod\/half2 +Node didn't have enough resource: memory, requested/,
  );
  expect(run('kubectl delete pod half2 big; kubectl get pods | grep -c -e half2 -e big')).toMatch(/\n0\n$/);
});

test('a set whose pods are all turned away makes new ones no faster than its client may', () => {
  const run = start();
  run('kubectl apply -f storm.yaml; sleep 30');
  const count = Number(run('kubectl get pods --no-headers | grep -c OutOfcpu'));
  expect(count).toBeGreaterThan(500);
  expect(count).toBeLessThan(700);
});
