import { describe, expect, test } from 'vitest';
import { ConfigMapKind } from '../api/config-map.ts';
import { NodeKind } from '../api/node.ts';
import type { Container, Pod } from '../api/pod.ts';
import type { EnvVar } from '../api/pod-spec.ts';
import { SecretKind } from '../api/secret.ts';
import { ServiceKind } from '../api/service.ts';
import { Store } from '../apiserver/store.ts';
import { expand } from '../machinery/expansion.ts';
import { resolveEnv, withExpandedCommand } from './env.ts';
import { initialNode } from './initial-node.ts';

const store = new Store({ freeze: true });
const put = (kind: Parameters<Store['put']>[0], object: object) => store.put(kind, object as never, 0);
put(NodeKind, initialNode('node-1', 0, { cpu: '4', memory: '8Gi', pods: '110' }));
put(ConfigMapKind, {
  kind: 'ConfigMap',
  metadata: { name: 'app', namespace: 'default' },
  data: { MODE: 'dev', 'log-level': 'info' },
});
put(SecretKind, {
  kind: 'Secret',
  metadata: { name: 'creds', namespace: 'default' },
  data: { user: 'w6RkbWlu', password: '' },
});
const service = (namespace: string, name: string, clusterIP: string, ports: object[]) =>
  put(ServiceKind, { kind: 'Service', metadata: { name, namespace }, spec: { clusterIP, ports } });
service('default', 'kubernetes', '10.96.0.1', [{ name: 'https', port: 443, protocol: 'TCP' }]);
service('default', 'my-web', '10.104.251.39', [{ port: 80, protocol: 'TCP' }]);
service('default', 'headless', 'None', [{ port: 80 }]);

const pod: Pod = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'p', namespace: 'default', uid: 'u', labels: { app: 'x', constructor: 'y' } },
  spec: { containers: [], enableServiceLinks: false },
};
const context = { pod, nodeName: 'node-1', hostIp: '192.168.49.11', podIp: '10.244.1.5' };
const master = [
  'KUBERNETES_PORT=tcp://10.96.0.1:443',
  'KUBERNETES_PORT_443_TCP=tcp://10.96.0.1:443',
  'KUBERNETES_PORT_443_TCP_ADDR=10.96.0.1',
  'KUBERNETES_PORT_443_TCP_PORT=443',
  'KUBERNETES_PORT_443_TCP_PROTO=tcp',
  'KUBERNETES_SERVICE_HOST=10.96.0.1',
  'KUBERNETES_SERVICE_PORT=443',
  'KUBERNETES_SERVICE_PORT_HTTPS=443',
];

function resolve(container: Partial<Container>, ofPod: Pod = pod): string[] | string {
  const env = resolveEnv(store, { ...context, pod: ofPod }, { name: 'c', ...container });
  return env.ok ? env.value.map(([name, value]) => `${name}=${value}`) : env.error;
}

describe('variables', () => {
  test('of the Services', () => {
    expect(resolve({})).toEqual(master);
    expect(resolve({}, { ...pod, spec: { containers: [] } })).toEqual([
      ...master,
      'MY_WEB_PORT=tcp://10.104.251.39:80',
      'MY_WEB_PORT_80_TCP=tcp://10.104.251.39:80',
      'MY_WEB_PORT_80_TCP_ADDR=10.104.251.39',
      'MY_WEB_PORT_80_TCP_PORT=80',
      'MY_WEB_PORT_80_TCP_PROTO=tcp',
      'MY_WEB_SERVICE_HOST=10.104.251.39',
      'MY_WEB_SERVICE_PORT=80',
    ]);
  });

  const fieldRef = (fieldPath: string): EnvVar => ({ name: 'X', valueFrom: { fieldRef: { fieldPath } } });
  const keyRef = (key: string, optional = false): EnvVar => ({
    name: 'X',
    valueFrom: { configMapKeyRef: { name: 'app', key, optional } },
  });
  const secretRef = (key: string, optional = false): EnvVar => ({
    name: 'X',
    valueFrom: { secretKeyRef: { name: 'creds', key, optional } },
  });
  const resource = (what: string, divisor?: string): EnvVar => ({
    name: 'X',
    valueFrom: { resourceFieldRef: { resource: what, ...(divisor ? { divisor } : {}) } },
  });
  test.each<[EnvVar, string | undefined]>([
    [{ name: 'X', value: 'a' }, 'a'],
    [{ name: 'X' }, ''],
    [fieldRef('metadata.name'), 'p'],
    [fieldRef('status.podIP'), '10.244.1.5'],
    [fieldRef('spec.nodeName'), 'node-1'],
    [fieldRef("metadata.labels['app']"), 'x'],
    [fieldRef("metadata.labels['constructor']"), 'y'],
    [fieldRef("metadata.annotations['toString']"), ''],
    [keyRef('MODE'), 'dev'],
    [keyRef('nosuch', true), undefined],
    [secretRef('user'), 'ädmin'],
    [secretRef('nosuch', true), undefined],
    [resource('limits.memory', '1Mi'), '8192'],
    [resource('requests.cpu', '1m'), '250'],
    [resource('requests.cpu'), '1'],
    [resource('requests.memory'), '0'],
  ])('%j', (variable, value) => {
    const resources = { requests: { cpu: '250m' } };
    const expected = value === undefined ? [] : [`X=${value}`];
    expect(resolve({ env: [variable], resources })).toEqual([...expected, ...master]);
  });

  test('in order, later ones seeing earlier ones, and all hiding those of Services', () => {
    const env = [
      { name: 'A', value: '1' },
      { name: 'B', value: '$(A)-$(MODE)-$(KUBERNETES_SERVICE_PORT)-$(NONE)-$$(A)' },
      { name: 'KUBERNETES_PORT', value: 'mine' },
    ];
    const envFrom = [{ configMapRef: { name: 'app' } }];
    expect(resolve({ env, envFrom })).toEqual([
      'MODE=dev',
      'log-level=info',
      'A=1',
      'B=1-dev-443-$(NONE)-$(A)',
      'KUBERNETES_PORT=mine',
      ...master.slice(1),
    ]);
  });

  test('from a whole Secret', () => {
    const envFrom = [{ prefix: 'DB_', secretRef: { name: 'creds' } }];
    expect(resolve({ envFrom })).toEqual(['DB_password=', 'DB_user=ädmin', ...master]);
  });

  test.each<[Partial<Container>, string]>([
    [{ envFrom: [{ configMapRef: { name: 'none' } }] }, 'configmap "none" not found'],
    [{ envFrom: [{ secretRef: { name: 'none' } }] }, 'secret "none" not found'],
    [{ env: [secretRef('nosuch')] }, "couldn't find key nosuch in Secret default/creds"],
    [{ env: [keyRef('nosuch')] }, "couldn't find key nosuch in ConfigMap default/app"],
    [{ env: [keyRef('__proto__')] }, "couldn't find key __proto__ in ConfigMap default/app"],
  ])('that cannot be had: %j', (container, error) => {
    expect(resolve(container)).toBe(error);
  });
});

test.each([
  ['$(A)', '1'],
  ['$$(A)', '$(A)'],
  ['$$$(A)', '$1'],
  ['$(B)', '$(B)'],
  ['$A', '$A'],
  ['$(A', '$(A'],
  ['$', '$'],
])('expands %s to %s', (text, expanded) => {
  expect(expand(text, (name) => (name === 'A' ? '1' : undefined))).toBe(expanded);
});

test('values that double do not grow for ever', () => {
  const env = Array.from({ length: 60 }, (_, i) => ({ name: `A${i}`, value: `x$(A${i - 1})$(A${i - 1})` }));
  const many = resolveEnv(store, context, { name: 'c', image: 'i', env });
  expect(many).toEqual({ ok: false, error: 'argument list too long' });
});

test('a command sees the environment', () => {
  const container = { name: 'c', command: ['echo', '$(A)'], args: ['$(NONE)'] };
  expect(withExpandedCommand(container, [['A', '1']])).toMatchObject({
    command: ['echo', '1'],
    args: ['$(NONE)'],
  });
});
