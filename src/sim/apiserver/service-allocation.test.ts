import { describe, expect, test } from 'vitest';
import type { Kind } from '../api/kind.ts';
import { NamespaceKind } from '../api/namespace.ts';
import type { Service, ServiceSpec } from '../api/service.ts';
import { ServiceKind } from '../api/service.ts';
import { createRandom } from '../machinery/random.ts';
import type { WriteOptions } from './api-server.ts';
import { ApiServer } from './api-server.ts';
import { Store } from './store.ts';

function server(): ApiServer {
  const store = new Store({ freeze: true });
  const api = new ApiServer({ store, random: createRandom('test'), now: () => 0, objectsMax: 100 });
  api.create(NamespaceKind, { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'default' } });
  return api;
}

const manifest = (spec: object, name = 'web') => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name, namespace: 'default' },
  spec,
});

const port = (more: object = {}) => ({ port: 80, ...more });
const nodePort = (...ports: object[]) => ({ type: 'NodePort', ports });

/** The Service as it was made, or what the server said instead. */
function create(
  api: ApiServer,
  spec: object,
  options: WriteOptions = {},
  name = 'web',
): ServiceSpec | string {
  const answer = api.create(ServiceKind, manifest(spec, name), { fieldValidation: 'Strict', ...options });
  return answer.ok ? answer.object.spec : answer.status.message.replace(/^.*? is invalid: /, '');
}

function update(api: ApiServer, spec: object): ServiceSpec | string {
  const patch = { type: 'merge', body: { spec } } as const;
  const answer = api.patch(ServiceKind as Kind<Service>, 'default', 'web', patch);
  return answer.ok ? answer.object.spec : answer.status.message.replace(/^.*? is invalid: /, '');
}

const isObject = (it: ServiceSpec | string): ServiceSpec => {
  if (typeof it === 'string') throw new Error(it);
  return it;
};

describe('a new Service', () => {
  test('gets an address and ports of its own', () => {
    const api = server();
    const numbers = new Set<number | undefined>();
    for (let i = 0; i < 20; i++) {
      const spec = isObject(
        create(api, nodePort(port({ name: 'a' }), { name: 'b', port: 81 }), {}, `web-${i}`),
      );
      expect(spec.clusterIP).toMatch(/^10\.(9[6-9]|10\d|11[01])\.\d+\.\d+$/);
      expect(spec.clusterIPs).toEqual([spec.clusterIP]);
      for (const it of spec.ports ?? []) numbers.add(it.nodePort);
    }
    expect(numbers.size).toBe(40);
    for (const it of numbers) expect(it).toSatisfy((number: number) => number >= 30_086 && number <= 32_767);
  });

  test('shares a node port between two protocols', () => {
    const udp = { name: 'u', port: 80, protocol: 'UDP' };
    const { ports } = isObject(create(server(), nodePort(port({ name: 't' }), udp)));
    expect(ports?.[0]?.nodePort).toBe(ports?.[1]?.nodePort);
  });

  const out = 'is not in the valid range. The range of valid IPs is 10.96.0.0/12';
  test.each<[spec: object, says: string]>([
    [
      { clusterIP: '10.0.0.1', ports: [port({ port: 0 })] },
      `spec.clusterIPs: Invalid value: ["10.0.0.1"]: failed to allocate IP 10.0.0.1: the provided IP (10.0.0.1) ${out}`,
    ],
    [
      { clusterIP: '10.96.0.99', ports: [port()] },
      'spec.clusterIPs: Invalid value: ["10.96.0.99"]: failed to allocate IP 10.96.0.99: provided IP is already allocated',
    ],
    [
      { clusterIPs: ['10.96.0.7'], ports: [port()] },
      'spec.clusterIPs: Invalid value: ["10.96.0.7"]: must be empty when `clusterIP` is not specified',
    ],
    [
      { clusterIP: '2001:db8::1', ports: [port()] },
      'spec.clusterIPs[0]: Invalid value: ["2001:db8::1"]: IPv6 is not configured on this cluster',
    ],
    [
      { ipFamilyPolicy: 'RequireDualStack', ports: [port()] },
      'spec.ipFamilyPolicy: Invalid value: "RequireDualStack": this cluster is not configured for dual-stack services',
    ],
    [
      { ipFamilies: ['IPv6'], ports: [port()] },
      'spec.ipFamilies[0]: Invalid value: "IPv6": not configured on this cluster',
    ],
    [
      nodePort(port({ nodePort: 80 })),
      'spec.ports[0].nodePort: Invalid value: 80: provided port is not in the valid range. The range of valid ports is 30000-32767',
    ],
    [
      nodePort(port({ nodePort: 30_001 })),
      'spec.ports[0].nodePort: Invalid value: 30001: provided port is already allocated',
    ],
    [
      {
        type: 'LoadBalancer',
        externalTrafficPolicy: 'Local',
        healthCheckNodePort: 30_001,
        ports: [port()],
      },
      'Internal error occurred: failed to allocate requested HealthCheck NodePort 30001: provided port is already allocated',
    ],
  ])('%j is refused', (spec, says) => {
    const api = server();
    isObject(create(api, { ...nodePort(port({ nodePort: 30_001 })), clusterIP: '10.96.0.99' }, {}, 'other'));
    expect(create(api, spec)).toBe(says);
  });

  test('gives nothing out in a dry run, nor looks far', () => {
    const api = server();
    const ports = [port({ name: 'a' }), { name: 'b', port: 81 }];
    expect(create(api, nodePort(...ports), { dryRun: true })).toMatchObject({
      clusterIP: '10.96.0.0',
      ports: [{ nodePort: 32_769 }, { nodePort: 32_770 }],
    });
    expect(create(api, nodePort(port({ nodePort: 80 })), { dryRun: true })).toMatchObject({
      ports: [{ nodePort: 80 }],
    });
  });

  test.each<[spec: object, families: object]>([
    [{ ports: [port()] }, { ipFamilies: ['IPv4'], ipFamilyPolicy: 'SingleStack' }],
    [
      { ports: [port()], ipFamilyPolicy: 'PreferDualStack' },
      { ipFamilies: ['IPv4'], ipFamilyPolicy: 'PreferDualStack' },
    ],
    [
      { clusterIP: 'None', selector: { a: 'b' } },
      { ipFamilies: ['IPv4'], ipFamilyPolicy: 'SingleStack' },
    ],
    [{ clusterIP: 'None' }, { ipFamilies: ['IPv4', 'IPv6'], ipFamilyPolicy: 'RequireDualStack' }],
  ])('%j is of families %j', (spec, families) => {
    expect(create(server(), spec)).toMatchObject(families);
  });

  test('checks the health of nodes, and may do without node ports', () => {
    const local = { type: 'LoadBalancer', externalTrafficPolicy: 'Local', ports: [port()] };
    const spec = isObject(create(server(), { ...local, allocateLoadBalancerNodePorts: false }));
    expect(spec.healthCheckNodePort).toBeGreaterThan(30_000);
    expect(spec.ports?.[0]).not.toHaveProperty('nodePort');
  });
});

describe('a change of type', () => {
  test('from ClusterIP to NodePort and back', () => {
    const api = server();
    const { clusterIP } = isObject(create(api, { ports: [port()] }));
    const open = isObject(update(api, { type: 'NodePort' }));
    expect(open.ports?.[0]?.nodePort).toBeGreaterThan(30_000);
    expect(open).toMatchObject({ clusterIP, externalTrafficPolicy: 'Cluster' });
    const closed = isObject(update(api, { type: 'ClusterIP' }));
    expect(closed.ports?.[0]).not.toHaveProperty('nodePort');
    expect(closed).toMatchObject({ clusterIP, type: 'ClusterIP' });
    expect(closed).not.toHaveProperty('externalTrafficPolicy');
  });

  test('from LoadBalancer to ClusterIP, with fewer ports', () => {
    const api = server();
    const ports = [port({ name: 'a' }), { name: 'b', port: 81 }];
    isObject(create(api, { type: 'LoadBalancer', externalTrafficPolicy: 'Local', ports }));
    const given = isObject(update(api, {}));
    const closed = isObject(update(api, { type: null, ports: given.ports?.slice(0, 1) }));
    expect(closed).toMatchObject({ type: 'ClusterIP', ports: [{ name: 'a' }] });
    for (const field of ['healthCheckNodePort', 'externalTrafficPolicy', 'allocateLoadBalancerNodePorts']) {
      expect(closed).not.toHaveProperty(field);
    }
  });

  test('to ExternalName and back', () => {
    const api = server();
    isObject(create(api, { ports: [port()] }));
    const name = isObject(update(api, { type: 'ExternalName', externalName: 'example.com' }));
    for (const field of ['clusterIP', 'clusterIPs', 'ipFamilies', 'ipFamilyPolicy']) {
      expect(name).not.toHaveProperty(field);
    }
    const back = isObject(update(api, { type: 'ClusterIP', externalName: null }));
    expect(back).toMatchObject({ clusterIP: expect.stringMatching(/^10\./), ipFamilies: ['IPv4'] });
  });

  test('keeps node ports by name', () => {
    const api = server();
    const before = isObject(create(api, nodePort(port({ name: 'http' }))));
    const after = isObject(update(api, { ports: [{ name: 'http', port: 8080 }] }));
    expect(after.ports?.[0]?.nodePort).toBe(before.ports?.[0]?.nodePort);
  });

  const address = 'spec.clusterIPs[0]: Invalid value: ["10.96.0.9"]: may not change once set';
  test.each<[spec: object, says: string]>([
    [{ clusterIP: '10.96.0.9' }, address],
    [{ clusterIP: 'None' }, 'spec.clusterIPs[0]: Invalid value: ["None"]: may not change once set'],
    [
      { clusterIP: '10.96.0.9', ports: [port({ port: 0, targetPort: 1 })] },
      `[${address}, spec.ports[0].port: Invalid value: 0: must be between 1 and 65535, inclusive]`,
    ],
    [{ type: 'ExternalName' }, 'spec.externalName: Required value'],
  ])('to %j is refused', (spec, says) => {
    const api = server();
    isObject(create(api, { ports: [port()] }));
    expect(update(api, spec)).toBe(says);
  });
});
