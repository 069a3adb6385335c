// The API server over HTTP, with pods behind its proxy.
import { beforeAll, describe, expect, test } from 'vitest';
import type { HttpRequest, HttpResponse } from '../sim/index.ts';
import type { Session } from './session.ts';
import { createSession } from './session.ts';

const manifest = `
apiVersion: apps/v1
kind: StatefulSet
metadata: {name: kubia}
spec:
  serviceName: kubia
  replicas: 2
  selector: {matchLabels: {app: kubia}}
  template:
    metadata: {labels: {app: kubia}}
    spec:
      nodeSelector: {kubernetes.io/hostname: node-1}
      containers:
      - name: kubia
        image: luksa/kubia
        ports: [{name: http, containerPort: 8080}]
---
apiVersion: v1
kind: Service
metadata: {name: kubia-public}
spec:
  selector: {app: kubia}
  ports: [{port: 80, targetPort: 8080}]
---
apiVersion: v1
kind: Service
metadata: {name: named}
spec:
  selector: {app: kubia}
  ports: [{name: http, port: 80, targetPort: 8080}]
---
apiVersion: v1
kind: Pod
metadata: {name: mute}
spec:
  containers: [{name: main, image: 'busybox:1.36', command: [sleep, '10000'], ports: [{containerPort: 80}]}]
---
apiVersion: v1
kind: Pod
metadata: {name: far, labels: {app: far}}
spec:
  nodeName: node-3
  containers: [{name: web, image: 'nginx:1.24'}]
`;

let session: Session;

function run(line: string): void {
  session.perform({ do: 'run', line });
  session.terminal.finish();
}

beforeAll(() => {
  session = createSession({ seed: 1, files: new Map([['all.yaml', manifest]]), freeze: true });
  run('kubectl apply -f all.yaml');
  run('await 4 pods ready; sleep 1');
  run('node node-3 down');
});

interface Call extends Partial<Omit<HttpRequest, 'headers'>> {
  readonly headers?: Readonly<Record<string, string>>;
}

function call(target: string, { method = 'GET', headers = {}, body = '' }: Call = {}): HttpResponse {
  const entries = new Map(Object.entries(headers));
  return session.cluster.serve({ method, target, headers: entries, body, clientIp: '127.0.0.1' });
}

const json = (target: string, options?: Call) => JSON.parse(call(target, options).body);
const base = '/api/v1/namespaces/default';
const brief = (target: string, options?: Call) => {
  const { status, body } = call(target, options);
  return `${status} ${body.startsWith('{') ? (JSON.parse(body).message ?? JSON.parse(body).kind) : body}`;
};

describe('the proxy', () => {
  test.each([
    ['pods/kubia-0/proxy/', "200 You've hit kubia-0\n"],
    ['pods/kubia-0:8080/proxy/', "200 You've hit kubia-0\n"],
    ['pods/http:kubia-0:8080/proxy/x', "200 You've hit kubia-0\n"],
    ['pods/nosuch/proxy/', '404 pods "nosuch" not found'],
    ['pods/a:b:c:d/proxy/', '400 invalid pod request "a:b:c:d"'],
    ['services/kubia-public:81/proxy/', '503 no service port 81 found for service "kubia-public"'],
    ['services/named/proxy/', '503 no endpoints available for service "named"'],
    ['services/nosuch/proxy/', '404 services "nosuch" not found'],
    ['services/kubernetes:https/proxy/', '503 no endpoints available for service "kubernetes"'],
  ])('%s', (path, answer) => {
    expect(brief(`${base}/${path}`)).toBe(answer);
  });

  test('of a Service takes some pod of it, by its port or the name of its port', () => {
    for (const name of ['kubia-public', 'kubia-public:80', 'named:80', 'named:http']) {
      const hits = new Set(
        Array.from({ length: 30 }, () => call(`${base}/services/${name}/proxy/`).body.split('\n')[0]),
      );
      expect([...hits].sort()).toEqual(["You've hit kubia-0", "You've hit kubia-1"]);
    }
  });

  test('leads to the slash that a page at the root needs', () => {
    const { status, headers } = call(`${base}/pods/kubia-0/proxy?a=b`);
    expect(status).toBe(301);
    expect(headers.get('Location')).toBe(`${base}/pods/kubia-0/proxy/?a=b`);
  });

  test('says in the words of the network why nobody answered', () => {
    const status = json(`${base}/pods/mute/proxy/`);
    expect(status).toMatchObject({ reason: 'ServiceUnavailable', code: 503 });
    expect(status.message).toMatch(
      /^error trying to reach service: dial tcp 10\.244\.\d+\.\d+:80: connect: connection refused$/,
    );
    const cut = call(`${base}/pods/far/proxy/`);
    expect(JSON.parse(cut.body).message).toMatch(/: dial tcp 10\.244\.3\.\d+:80: i\/o timeout$/);
    expect(cut.delayMs).toBe(30_000);
  });
});

describe('objects', () => {
  test('are read one by one', () => {
    expect(Object.keys(json(`${base}/pods/kubia-0`)).slice(0, 3)).toEqual(['kind', 'apiVersion', 'metadata']);
    expect(json(`${base}/pods/nosuch`)).toEqual({
      kind: 'Status',
      apiVersion: 'v1',
      metadata: {},
      status: 'Failure',
      message: 'pods "nosuch" not found',
      reason: 'NotFound',
      details: { name: 'nosuch', kind: 'pods' },
      code: 404,
    });
  });

  test('are listed as selectors say', () => {
    const names = (query: string) =>
      json(`${base}/pods?${query}`).items.map((it: { metadata: { name: string } }) => it.metadata.name);
    expect(names('labelSelector=app%3Dkubia')).toEqual(['kubia-0', 'kubia-1']);
    expect(names('fieldSelector=metadata.name%3Dmute')).toEqual(['mute']);
    expect(brief(`${base}/pods?fieldSelector=spec.x%3D1`)).toBe('400 field label not supported: spec.x');
    expect(json('/apis/apps/v1/statefulsets')).toMatchObject({
      kind: 'StatefulSetList',
      apiVersion: 'apps/v1',
    });
  });

  test('are made, changed and deleted', () => {
    const body = JSON.stringify({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'c' },
      data: { a: '1' },
    });
    const headers = { 'Content-Type': 'application/json' };
    const maps = `${base}/configmaps`;
    expect(call(maps, { method: 'POST', headers, body }).status).toBe(201);
    expect(brief(maps, { method: 'POST', headers, body })).toBe('409 configmaps "c" already exists');
    const merge = { 'content-type': 'application/merge-patch+json' };
    const patched = json(`${maps}/c`, { method: 'PATCH', headers: merge, body: '{"data":{"b":"2"}}' });
    expect(patched.data).toEqual({ a: '1', b: '2' });
    expect(json(`${maps}/c`, { method: 'PUT', headers, body }).data).toEqual({ a: '1' });
    expect(json(`${maps}/c`, { method: 'DELETE' })).toMatchObject({ kind: 'Status', status: 'Success' });
    expect(brief(`${maps}/c`)).toBe('404 configmaps "c" not found');
  });

  test('have a scale', () => {
    const path = '/apis/apps/v1/namespaces/default/statefulsets/kubia/scale';
    expect(json(path)).toMatchObject({
      kind: 'Scale',
      spec: { replicas: 2 },
      status: { selector: 'app=kubia' },
    });
    const body = '{"kind":"Scale","apiVersion":"autoscaling/v1","spec":{"replicas":-1}}';
    expect(brief(path, { method: 'PUT', body })).toBe(
      '422 Scale.autoscaling "kubia" is invalid: spec.replicas: Invalid value: -1: must be greater than or equal to 0',
    );
  });

  test('are refused with the reason', () => {
    const odd = { 'Content-Type': 'application/x-www-form-urlencoded' };
    const send = (body: string, headers = {}) => brief(`${base}/pods`, { method: 'POST', headers, body });
    expect(send('{}', odd)).toMatch(/^415 the body of the request was in an unknown format/);
    expect(send('{')).toMatch(/^400 /);
    expect(send('[]')).toBe('400 the object provided is unrecognized: it is no object');
    expect(send('{"kind":"Pod","apiVersion":"v1","metadata":{"name":"p","namespace":"other"}}')).toBe(
      '400 the namespace of the provided object does not match the namespace sent on the request',
    );
    expect(brief(`${base}/pods`, { method: 'PUT' })).toBe(
      '405 the server does not allow this method on the requested resource',
    );
    expect(brief(`${base}/pods?watch=1`)).toBe(
      '400 petset does not simulate watches over HTTP; use kubectl get -w',
    );
    expect(brief(`${base}/pods/mute/log`)).toBe(
      '400 petset does not simulate pods/log over HTTP; use kubectl logs',
    );
    expect(brief('/nosuch')).toBe('404 404 page not found\n');
    expect(brief(`${base}/pods?a=%`)).toBe('400 the URL cannot be read');
  });
});

describe('what the server says of itself', () => {
  test.each([
    ['/version', 'gitVersion', 'v1.36.2'],
    ['/api', 'versions', ['v1']],
    ['/apis/apps', 'preferredVersion', { groupVersion: 'apps/v1', version: 'v1' }],
    ['/apis/batch/v1', 'groupVersion', 'batch/v1'],
  ])('%s', (path, key, value) => {
    expect(json(path)[key]).toEqual(value);
  });

  test('people get it in lines, programs in one', () => {
    const curl = { headers: { 'User-Agent': 'curl/8.5.0' } };
    expect(call('/api', curl).body).toBe('{\n  "kind": "APIVersions",\n  "versions": [\n    "v1"\n  ]\n}');
    expect(call('/api').body).toBe('{"kind":"APIVersions","versions":["v1"]}\n');
    expect(call('/api?pretty').body).toContain('\n  "kind"');
    expect(call('/healthz').body).toBe('ok');
  });
});
