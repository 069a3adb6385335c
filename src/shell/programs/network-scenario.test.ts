// The programs of the network inside the pods of a whole cluster.
import { describe, expect, test } from 'vitest';
import type { Cluster, Kind, KubeObject, Program } from '../../sim/index.ts';
import { createCluster, PodKind, ServiceKind, StatefulSetKind } from '../../sim/index.ts';
import { curl } from './curl.ts';
import { dig } from './dig.ts';
import { nslookup } from './nslookup.ts';
import { sleep } from './sleep.ts';
import { wget } from './wget.ts';

const idle: Program = function* () {
  for (;;) yield {};
};

const programs = new Map<string, Program>([
  ['curl', curl],
  ['dig', dig],
  ['nslookup', nslookup],
  ['sleep', sleep],
  ['wget', wget],
]);

const kinds = [PodKind, ServiceKind, StatefulSetKind] as unknown as Kind[];

function create(cluster: Cluster, kind: string, name: string, spec: unknown): void {
  const found = kinds.find((own) => own.kind === kind) as Kind;
  const apiVersion = found.group ? `${found.group}/${found.version}` : found.version;
  const object = { apiVersion, kind, metadata: { name, namespace: 'default' }, spec } as KubeObject;
  const answer = cluster.api.create(found, object);
  if (!answer.ok) throw new Error(answer.status.message);
}

function startCluster(): Cluster {
  const cluster = createCluster({ seed: 1, programs, shell: idle, freeze: true });
  const template = {
    metadata: { labels: { app: 'nginx' } },
    spec: {
      containers: [{ name: 'nginx', image: 'nginx:1.24', ports: [{ name: 'web', containerPort: 80 }] }],
    },
  };
  const service = { selector: { app: 'nginx' }, ports: [{ name: 'web', port: 80 }] };
  create(cluster, 'Service', 'nginx', { ...service, clusterIP: 'None' });
  create(cluster, 'Service', 'front', {
    ...service,
    ports: [{ name: 'web', port: 8080, targetPort: 'web' }],
  });
  create(cluster, 'StatefulSet', 'web', {
    serviceName: 'nginx',
    replicas: 3,
    selector: { matchLabels: { app: 'nginx' } },
    template,
  });
  create(cluster, 'Pod', 'client', {
    containers: [{ name: 'c', image: 'busybox:1.28', command: ['sleep', '1000000'] }],
  });
  cluster.loop.advanceTo(cluster.loop.nowMs + 20_000);
  return cluster;
}

/** Runs a command in a pod's first container, and time until it ends. */
function exec(cluster: Cluster, podName: string, commandLine: string) {
  const pod = cluster.store.get(PodKind, 'default', podName);
  const running = cluster.world.exec(
    pod?.metadata.uid ?? '',
    pod?.spec.containers[0]?.name ?? '',
    commandLine.split(' '),
  );
  if (running === undefined || 'error' in running)
    throw new Error(running?.error ?? `${podName} does not run`);
  for (let moment = 0; running.exitCode() === undefined; moment++) {
    if (moment > 10_000) throw new Error(`${commandLine} does not end`);
    cluster.world.advance();
    if (running.exitCode() === undefined) cluster.loop.step();
  }
  return { code: running.exitCode(), stdout: running.stdout.text(), stderr: running.stderr.text() };
}

const ipOf = (cluster: Cluster, name: string) => cluster.store.get(PodKind, 'default', name)?.status?.podIP;
const server = 'Server:    10.96.0.10\nAddress 1: 10.96.0.10 kube-dns.kube-system.svc.cluster.local\n\n';

describe('in a cluster', () => {
  const cluster = startCluster();

  test.each(['web-0', 'web-1', 'web-2'])('each pod of a stateful set has its name: %s', (name) => {
    for (const asked of [`${name}.nginx`, `${name}.nginx.default.svc`]) {
      expect(exec(cluster, 'client', `nslookup ${asked}`)).toEqual({
        code: 0,
        stdout: `${server}Name:      ${asked}\nAddress 1: ${ipOf(cluster, name)} ${name}.nginx.default.svc.cluster.local\n`,
        stderr: '',
      });
    }
  });

  test('a name that nobody has', () => {
    expect(exec(cluster, 'client', 'nslookup web-7.nginx')).toEqual({
      code: 1,
      stdout: server,
      stderr: "nslookup: can't resolve 'web-7.nginx'\n",
    });
  });

  test('pages come from a pod by name, and from a Service on its port', () => {
    expect(exec(cluster, 'client', 'wget -qO- web-1.nginx').stdout).toContain('Welcome to nginx!');
    expect(exec(cluster, 'web-0', 'curl -s http://front:8080/').stdout).toContain('Welcome to nginx!');
    expect(exec(cluster, 'web-0', 'curl -s -m 1 -w %{http_code} http://front/')).toMatchObject({
      code: 28,
      stdout: '000',
    });
    expect(exec(cluster, 'web-0', 'curl -sS localhost:81')).toEqual({
      code: 7,
      stdout: '',
      stderr: "curl: (7) Failed to connect to localhost port 81 after 0 ms: Couldn't connect to server\n",
    });
  });

  test('a node that is cut off is out of reach, and reaches nothing', () => {
    const other = startCluster();
    const nodeOf = (name: string) => other.store.get(PodKind, 'default', name)?.spec.nodeName;
    const far = ['web-0', 'web-1', 'web-2'].find((name) => nodeOf(name) !== nodeOf('client')) as string;
    other.world.cut(nodeOf(far) as string);
    expect(exec(other, 'client', `wget -qO- -T 2 ${far}.nginx`)).toMatchObject({
      code: 1,
      stderr: 'wget: download timed out\n',
    });
    expect(exec(other, far, 'curl -sS client')).toMatchObject({ code: 6 });
    other.world.restore(nodeOf(far) as string);
    expect(exec(other, 'client', `wget -qO- -T 2 ${far}.nginx`).code).toBe(0);
  });
});
