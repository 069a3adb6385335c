// Pods on the network of their nodes: whose address they have, and who gets a port.
import { expect, test } from 'vitest';
import { createSession } from './session.ts';

const manifest = `
apiVersion: apps/v1
kind: DaemonSet
metadata: {name: agent}
spec:
  selector: {matchLabels: {app: agent}}
  template:
    metadata: {labels: {app: agent}}
    spec:
      hostNetwork: true
      containers: [{name: c, image: 'nginx:1.24', ports: [{containerPort: 80}]}]
---
apiVersion: v1
kind: Service
metadata: {name: agent}
spec: {selector: {app: agent}, ports: [{port: 8080, targetPort: 80}]}
---
apiVersion: v1
kind: Pod
metadata: {name: tool}
spec:
  nodeName: node-1
  hostNetwork: true
  hostAliases: [{ip: 10.1.2.3, hostnames: [db]}]
  containers: [{name: c, image: 'busybox:1.36', command: [sleep, '1000000']}]
---
apiVersion: v1
kind: Pod
metadata: {name: own}
spec:
  nodeName: node-1
  containers: [{name: c, image: 'busybox:1.36', command: [sleep, '1000000']}]
`;

const late = `
apiVersion: v1
kind: Pod
metadata: {name: late}
spec:
  nodeName: node-1
  hostNetwork: true
  containers: [{name: c, image: 'nginx:1.24'}]
`;

function start() {
  const files = new Map([
    ['all.yaml', manifest],
    ['late.yaml', late],
  ]);
  const session = createSession({ seed: 1, files, freeze: true });
  const run = (line: string) => {
    const execution = session.perform({ do: 'run', line });
    session.terminal.finish();
    return (execution?.output ?? []).map(({ text }) => text).join('');
  };
  run('kubectl apply -f all.yaml; sleep 20');
  return run;
}

const get = (url: string) => `wget -qO- -T 2 ${url} | grep -c title`;

test('they have the address of the node, its name, and its ports', () => {
  const run = start();
  const ips = run(`kubectl get pods -l app=agent -o jsonpath='{.items[*].status.podIP}'`).split(' ');
  expect(ips.sort()).toEqual(['192.168.49.11', '192.168.49.12', '192.168.49.13']);
  expect(run(`kubectl get pod own -o jsonpath='{.status.podIP}'`)).toMatch(/^10\.244\.1\./);
  expect(run('kubectl exec tool -- hostname')).toBe('node-1\n');
  expect(run('kubectl exec tool -- cat /etc/hosts')).toMatch(
    /^# Kubernetes-managed hosts file \(host network\)\.[\s\S]*192\.168\.49\.11\tnode-1\n\n# Entries added by HostAliases\.\n10\.1\.2\.3\tdb\n$/,
  );
  for (const from of ['tool', 'own']) {
    expect(run(`kubectl exec ${from} -- sh -c '${get('http://192.168.49.12')}'`)).toBe('1\n');
    expect(run(`kubectl exec ${from} -- sh -c '${get('http://192.168.49.11:81')}'`)).toMatch(
      /can't connect to remote host \(192\.168\.49\.11\): Connection refused/,
    );
  }
  expect(run(`kubectl exec tool -- sh -c '${get('http://localhost')}'`)).toBe('1\n');
  expect(run(`kubectl exec own -- sh -c '${get('http://localhost')}'`)).toMatch(/Connection refused/);
  expect(run(`kubectl exec own -- sh -c '${get('http://agent:8080')}'`)).toBe('1\n');
  expect(run('curl -s http://192.168.49.13 | grep -c title')).toBe('1\n');
});

test('a port is there once: the second of two that want it cannot have it', () => {
  const run = start();
  run('kubectl apply -f late.yaml; sleep 10');
  expect(run('kubectl logs late --previous')).toMatch(
    /bind\(\) to 0\.0\.0\.0:80 failed \(98: Address already in use\)/,
  );
  expect(run('kubectl get pod late --no-headers')).toMatch(/^late +0\/1 +(CrashLoopBackOff|Error) /);
  run('kubectl delete ds agent; sleep 320');
  expect(run('kubectl get pod late --no-headers')).toMatch(/^late +1\/1 +Running /);
});
