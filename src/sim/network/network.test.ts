import { describe, expect, test } from 'vitest';
import type { Endpoint, EndpointSlice } from '../api/endpoint-slice.ts';
import { EndpointSliceKind } from '../api/endpoint-slice.ts';
import { NamespaceKind } from '../api/namespace.ts';
import type { Node } from '../api/node.ts';
import { NodeKind } from '../api/node.ts';
import type { Pod } from '../api/pod.ts';
import { PodKind } from '../api/pod.ts';
import type { Service, ServiceSpec } from '../api/service.ts';
import { ServiceKind } from '../api/service.ts';
import { Store } from '../apiserver/store.ts';
import { createRandom } from '../machinery/random.ts';
import { createNetwork } from './create-network.ts';
import type { HttpOutcome } from './network.ts';
import { propagation } from './service-map.ts';

const service = (name: string, spec: Partial<ServiceSpec>, namespace = 'default'): Service => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name, namespace, uid: name },
  spec: { ports: [{ name: 'web', port: 80, protocol: 'TCP' }], ...spec },
});

const endpoint = (ip: string, extra: Partial<Endpoint> = {}): Endpoint => ({
  addresses: [ip],
  conditions: { ready: true, serving: true, terminating: false },
  nodeName: 'node-1',
  ...extra,
});
const notReady = { conditions: { ready: false, serving: false, terminating: false } };
const leaving = { conditions: { ready: false, serving: true, terminating: true } };

const slice = (serviceName: string, endpoints: Endpoint[], port = 80): EndpointSlice => ({
  apiVersion: 'discovery.k8s.io/v1',
  kind: 'EndpointSlice',
  metadata: {
    name: `${serviceName}-abcde`,
    namespace: 'default',
    labels: { 'kubernetes.io/service-name': serviceName },
  },
  addressType: 'IPv4',
  endpoints,
  ports: [{ name: 'web', port, protocol: 'TCP' }],
});

const pod = (spec: Partial<Pod['spec']> = {}): Pod => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'client', namespace: 'default' },
  spec: { containers: [], ...spec },
});

function createFixture() {
  const store = new Store({ freeze: true });
  const clock = { nowMs: 1_000_000 };
  const cut = new Set<string>();
  const sent: string[] = [];
  const network = createNetwork({
    view: store,
    random: createRandom('test'),
    now: () => clock.nowMs,
    world: () => ({
      isConnected: (nodeName: string) => !cut.has(nodeName),
      request: (ip, port, request, from): HttpOutcome => {
        sent.push(`${request.clientIp}@${from} -> ${ip}:${port}`);
        return { outcome: 'response', response: { status: 200, headers: new Map(), body: ip } };
      },
      connect: (ip) =>
        ip === '10.244.9.9' ? 'unreachable' : ip.startsWith('192.168.49.') ? 'refused' : 'open',
    }),
  });
  const put = (object: Service | EndpointSlice) =>
    store.put(object.kind === 'Service' ? ServiceKind : EndpointSliceKind, object, clock.nowMs);
  store.put(NamespaceKind, { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'default' } }, 0);
  put(service('nginx', { clusterIP: 'None' }));
  put(
    slice('nginx', [
      endpoint('10.244.1.5', { hostname: 'web-0' }),
      endpoint('10.244.2.5', { hostname: 'web-1' }),
      endpoint('10.244.3.5', { hostname: 'web-2', ...notReady }),
    ]),
  );
  for (const name of ['node-1', 'node-2']) {
    const address = `192.168.49.1${name.slice(-1)}`;
    const status = { addresses: [{ type: 'InternalIP', address }] };
    const node: Node = { apiVersion: 'v1', kind: 'Node', metadata: { name }, spec: {}, status };
    store.put(NodeKind, node, 0);
  }
  put(service('front', { clusterIP: '10.96.7.7' }));
  put(slice('front', [endpoint('10.244.1.8'), endpoint('10.244.2.8', { nodeName: 'node-2' })], 8080));
  put(service('empty', { clusterIP: 'None' }));
  put(service('lone', { clusterIP: '10.96.7.8' }));
  put(service('outside', { type: 'ExternalName', externalName: 'example.com' }));
  for (const [name, alias] of Object.entries({
    door: 'front',
    gate: 'door',
    side: 'nginx',
    nowhere: 'nobody',
    circle: 'circle',
  })) {
    put(service(name, { type: 'ExternalName', externalName: `${alias}.default.svc.cluster.local` }));
  }
  put(service('kubernetes', { clusterIP: '10.96.0.1', ports: [{ name: 'https', port: 443 }] }));
  put(service('kube-dns', { clusterIP: '10.96.0.10' }, 'kube-system'));
  clock.nowMs += 1000;
  const stack = network.stackFor({ ip: '10.244.1.9', nodeName: 'node-1', pod: pod() });
  return { store, clock, cut, sent, network, put, stack };
}

const svc = 'default.svc.cluster.local';

describe('cluster DNS', () => {
  const { stack } = createFixture();
  const table: readonly [
    name: string,
    type: 'A' | 'SRV' | 'PTR' | 'CNAME',
    code: string,
    answers: string[],
  ][] = [
    [`front.${svc}`, 'A', 'NOERROR', ['10.96.7.7']],
    [`FRONT.${svc}.`, 'A', 'NOERROR', ['10.96.7.7']],
    [`nginx.${svc}`, 'A', 'NOERROR', ['10.244.1.5', '10.244.2.5']],
    [`web-0.nginx.${svc}`, 'A', 'NOERROR', ['10.244.1.5']],
    [`web-2.nginx.${svc}`, 'A', 'NXDOMAIN', []],
    [`10-244-1-8.front.${svc}`, 'A', 'NOERROR', ['10.244.1.8']],
    [`web-0.nginx.${svc}`, 'SRV', 'NOERROR', [`0 100 80 web-0.nginx.${svc}.`]],
    [
      `_web._tcp.nginx.${svc}`,
      'SRV',
      'NOERROR',
      [`0 50 80 web-0.nginx.${svc}.`, `0 50 80 web-1.nginx.${svc}.`],
    ],
    [`_web._tcp.front.${svc}`, 'SRV', 'NOERROR', [`0 100 80 front.${svc}.`]],
    [`_web._udp.front.${svc}`, 'SRV', 'NXDOMAIN', []],
    [`web._tcp.front.${svc}`, 'SRV', 'NXDOMAIN', []],
    [`front.${svc}`, 'PTR', 'NOERROR', []],
    [`empty.${svc}`, 'A', 'NXDOMAIN', []],
    [`nobody.${svc}`, 'A', 'NXDOMAIN', []],
    [svc, 'A', 'NOERROR', []],
    ['other.svc.cluster.local', 'A', 'NXDOMAIN', []],
    ['front', 'A', 'NXDOMAIN', []],
    ['example.com', 'A', 'NXDOMAIN', []],
    [`a..${svc}`, 'A', 'NXDOMAIN', []],
    ['10-1-2-3.default.pod.cluster.local', 'A', 'NOERROR', ['10.1.2.3']],
    ['10-1-2-300.default.pod.cluster.local', 'A', 'NXDOMAIN', []],
    ['5.1.244.10.in-addr.arpa', 'PTR', 'NOERROR', [`web-0.nginx.${svc}.`]],
    ['10.0.96.10.in-addr.arpa', 'PTR', 'NOERROR', ['kube-dns.kube-system.svc.cluster.local.']],
    ['9.9.9.9.in-addr.arpa', 'PTR', 'NXDOMAIN', []],
    [`outside.${svc}`, 'A', 'NOERROR', ['example.com.']],
    [`door.${svc}`, 'A', 'NOERROR', ['10.96.7.7', `front.${svc}.`]],
    [`door.${svc}`, 'CNAME', 'NOERROR', [`front.${svc}.`]],
    [`gate.${svc}`, 'A', 'NOERROR', ['10.96.7.7', `door.${svc}.`, `front.${svc}.`]],
    [`nowhere.${svc}`, 'A', 'NOERROR', []],
    [`circle.${svc}`, 'A', 'NOERROR', []],
    [`__proto__.${svc}`, 'A', 'NXDOMAIN', []],
  ];
  test.each(table)('%s %s', (name, type, code, answers) => {
    const answer = stack.query(name, type);
    expect(answer.code).toBe(code);
    expect(answer.answers.map(({ data }) => data).sort()).toEqual(answers);
  });

  test('gives the addresses of the servers along', () => {
    const { additional } = stack.query(`_web._tcp.nginx.${svc}`, 'SRV');
    expect(additional.map(({ name, data }) => `${name} ${data}`)).toEqual([
      `web-0.nginx.${svc} 10.244.1.5`,
      `web-1.nginx.${svc} 10.244.2.5`,
    ]);
  });

  test('an endpoint of two Services is called by its hostname first', () => {
    const { put, clock, stack: other } = createFixture();
    put(slice('front', [endpoint('10.244.1.5')], 8080));
    clock.nowMs += 1000;
    expect(other.query('5.1.244.10.in-addr.arpa', 'PTR').answers.map(({ data }) => data)).toEqual([
      `web-0.nginx.${svc}.`,
      `10-244-1-5.front.${svc}.`,
    ]);
  });

  test.each([
    ['a name', 'nginx'],
    ['another name for it', 'side'],
  ])('answers in turning order, asked for %s', (_, name) => {
    const firsts = Array.from(
      { length: 20 },
      () => stack.query(`${name}.${svc}`, 'A').answers.find(({ type }) => type === 'A')?.data,
    );
    expect(new Set(firsts)).toEqual(new Set(['10.244.1.5', '10.244.2.5']));
  });

  test('learns of a change a little later', () => {
    const { put, clock, stack: other } = createFixture();
    put(service('new', { clusterIP: '10.96.8.8' }));
    expect(other.query(`new.${svc}`, 'A').code).toBe('NXDOMAIN');
    clock.nowMs += propagation.dnsMs;
    expect(other.query(`new.${svc}`, 'A').code).toBe('NOERROR');
  });

  test('does not answer a node that is cut off', () => {
    const { cut, stack: other } = createFixture();
    cut.add('node-1');
    expect(other.query(`front.${svc}`, 'A').code).toBe('timeout');
  });
});

describe('names on a machine', () => {
  const { network } = createFixture();
  const resolve = (spec: Partial<Pod['spec']>, name: string) =>
    network.stackFor({ ip: '10.244.1.9', nodeName: 'node-1', pod: pod(spec) }).resolve(name);
  const table: readonly [what: string, Partial<Pod['spec']>, name: string, expected: string[]][] = [
    ['an address', {}, '1.2.3.4', ['1.2.3.4']],
    ['a Service of the namespace', {}, 'front', ['10.96.7.7']],
    ['with the namespace', {}, 'front.default', ['10.96.7.7']],
    ['with svc', {}, 'web-0.nginx.default.svc', ['10.244.1.5']],
    ['in full', {}, `front.${svc}.`, ['10.96.7.7']],
    ['of another namespace', {}, 'kube-dns.kube-system', ['10.96.0.10']],
    ['nobody', {}, 'nobody', []],
    ['itself', {}, 'client', ['10.244.1.9']],
    ['localhost', {}, 'localhost', ['127.0.0.1']],
    ['by its hostname', { hostname: 'me', subdomain: 'nginx' }, `me.nginx.${svc}`, ['10.244.1.9']],
    ['an alias', { hostAliases: [{ ip: '1.1.1.1', hostnames: ['db.local'] }] }, 'db.local', ['1.1.1.1']],
    ['without cluster DNS', { dnsPolicy: 'Default' }, 'front', []],
    [
      'with search domains of its own',
      { dnsConfig: { searches: ['nginx.default.svc.cluster.local'] } },
      'web-1',
      ['10.244.2.5'],
    ],
  ];
  test.each(table)('%s', (_, spec, name, expected) => {
    expect(resolve(spec, name)).toEqual(expected);
  });

  test('resolv.conf in a pod and at the learner’s', () => {
    expect(network.stackFor({ ip: '', nodeName: 'node-1', pod: pod() }).resolvConf).toEqual({
      nameserver: '10.96.0.10',
      search: ['default.svc.cluster.local', 'svc.cluster.local', 'cluster.local'],
      ndots: 5,
    });
    expect(network.learnerStack().resolve('front')).toEqual([]);
    expect(network.learnerStack().connect('10.96.7.7', 80)).toBe('timeout');
  });
});

describe('a request', () => {
  const get = { method: 'GET', target: '/', headers: new Map<string, string>(), body: '' };

  test('to a Service goes to its endpoints, on their port', () => {
    const { stack, sent } = createFixture();
    for (let i = 0; i < 20; i++) stack.request('10.96.7.7', 80, get);
    expect(new Set(sent)).toEqual(
      new Set(['10.244.1.9@node-1 -> 10.244.1.8:8080', '10.244.1.9@node-1 -> 10.244.2.8:8080']),
    );
  });

  test('with session affinity always goes to the same', () => {
    const { stack, sent, put, clock } = createFixture();
    put(service('front', { clusterIP: '10.96.7.7', sessionAffinity: 'ClientIP' }));
    clock.nowMs += 1000;
    for (let i = 0; i < 20; i++) stack.request('10.96.7.7', 80, get);
    expect(new Set(sent).size).toBe(1);
  });

  const table: readonly [what: string, ip: string, port: number, expected: string][] = [
    ['a Service without endpoints', '10.96.7.8', 80, 'refused'],
    ['a port that the Service has not', '10.96.7.7', 81, 'timeout'],
    ['the API server', '10.96.0.1', 443, 'response'],
    ['a pod', '10.244.1.8', 80, 'response'],
    ['itself', '127.0.0.1', 80, 'response'],
  ];
  test.each(table)('to %s', (_, ip, port, expected) => {
    expect(createFixture().stack.request(ip, port, get).outcome).toBe(expected);
  });

  test('goes to endpoints on their way out where there are no others', () => {
    const { stack, sent, put, clock } = createFixture();
    put(slice('front', [endpoint('10.244.1.8', notReady), endpoint('10.244.2.8', leaving)]));
    clock.nowMs += 1000;
    for (let i = 0; i < 5; i++) stack.request('10.96.7.7', 80, get);
    expect(new Set(sent)).toEqual(new Set(['10.244.1.9@node-1 -> 10.244.2.8:80']));
  });

  test('still goes to an endpoint that has just left', () => {
    const { stack, put, clock } = createFixture();
    put({ ...slice('front', []), endpoints: null, ports: null });
    expect(stack.request('10.96.7.7', 80, get).outcome).toBe('response');
    clock.nowMs += propagation.proxyMs;
    expect(stack.request('10.96.7.7', 80, get).outcome).toBe('refused');
  });
});

describe('a node’s own address', () => {
  const get = { method: 'GET', target: '/', headers: new Map<string, string>(), body: '' };
  const NODE_1 = '192.168.49.11';
  const NODE_2 = '192.168.49.12';
  const withNodePort = (spec: Partial<ServiceSpec> = {}) => {
    const fixture = createFixture();
    const ports = [{ name: 'web', port: 80, nodePort: 30080, protocol: 'TCP' }];
    fixture.put(service('open', { type: 'NodePort', clusterIP: '10.96.7.9', ports, ...spec }));
    fixture.put(slice('open', [endpoint('10.244.1.8')], 8080));
    fixture.clock.nowMs += 1000;
    return { ...fixture, learner: fixture.network.learnerStack() };
  };

  test('leads the learner to a Service, through any node', () => {
    const { learner, sent } = withNodePort();
    for (const ip of [NODE_1, NODE_2])
      expect(learner.request(ip, 30080, get)).toMatchObject({ outcome: 'response' });
    expect(sent).toEqual([`${NODE_1}@node-1 -> 10.244.1.8:8080`, `${NODE_2}@node-2 -> 10.244.1.8:8080`]);
  });

  test('leads a pod there too', () => {
    const { stack, sent } = withNodePort();
    stack.request(NODE_2, 30080, get);
    expect(sent).toEqual(['10.244.1.9@node-1 -> 10.244.1.8:8080']);
  });

  test('of a node without an endpoint leads nowhere where traffic is to stay local', () => {
    const { learner } = withNodePort({ externalTrafficPolicy: 'Local' });
    expect([NODE_1, NODE_2].map((ip) => learner.connect(ip, 30080))).toEqual(['open', 'timeout']);
  });

  test('leads to the pod that has the host port', () => {
    const { learner, sent, store } = withNodePort();
    const containers = [{ name: 'a', image: 'nginx', ports: [{ containerPort: 80, hostPort: 8080 }] }];
    const running = pod({ containers, nodeName: 'node-1' });
    const served: Pod = { ...running, status: { phase: 'Running', podIP: '10.244.1.3' } };
    store.put(PodKind, served, 0);
    expect([NODE_1, NODE_2].map((ip) => learner.connect(ip, 8080))).toEqual(['open', 'refused']);
    learner.request(NODE_1, 8080, get);
    expect(sent).toEqual([`${NODE_1}@node-1 -> 10.244.1.3:80`]);
  });

  test('refuses other ports, and answers nothing while the node is cut off', () => {
    const { learner, cut } = withNodePort();
    expect(learner.connect(NODE_1, 30081)).toBe('refused');
    cut.add('node-1');
    expect(learner.connect(NODE_1, 30080)).toBe('timeout');
  });
});
