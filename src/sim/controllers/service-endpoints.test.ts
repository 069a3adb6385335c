import { describe, expect, test } from 'vitest';
import type { EndpointSlice } from '../api/endpoint-slice.ts';
import { EndpointSliceKind } from '../api/endpoint-slice.ts';
import type { Endpoints } from '../api/endpoints.ts';
import { EndpointsKind } from '../api/endpoints.ts';
import type { KubeObject } from '../api/meta.ts';
import type { Pod } from '../api/pod.ts';
import { PodKind } from '../api/pod.ts';
import type { Service, ServiceSpec } from '../api/service.ts';
import { ServiceKind } from '../api/service.ts';
import type { Change } from '../apiserver/store.ts';
import { Store } from '../apiserver/store.ts';
import type { Component } from '../component.ts';
import { endpointsController } from './endpoints/index.ts';
import { endpointSliceController } from './endpointslice/index.ts';
import { triggerTime } from './service-endpoints.ts';

function service(spec: Partial<ServiceSpec> = {}, labels?: Record<string, string>): Service {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      name: 'web',
      namespace: 'default',
      uid: 'svc',
      creationTimestamp: '2026-01-01T00:00:00Z',
      ...(labels ? { labels } : {}),
    },
    spec: {
      selector: { app: 'web' },
      ports: [{ name: 'web', port: 80, protocol: 'TCP', targetPort: 80 }],
      ...spec,
    },
  };
}

interface PodOptions {
  readonly isReady?: boolean;
  readonly isGoing?: boolean;
  readonly phase?: 'Running' | 'Succeeded' | 'Failed';
  readonly labels?: Record<string, string>;
  readonly spec?: Partial<Pod['spec']>;
  readonly ip?: string | undefined;
}

function pod(number: number, options: PodOptions = {}): Pod {
  const { isReady = true, isGoing = false, phase = 'Running', labels = { app: 'web' }, spec = {} } = options;
  const podIP = 'ip' in options ? options.ip : `10.244.${number}.5`;
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: `web-${number}`,
      namespace: 'default',
      uid: `uid-${number}`,
      labels,
      ...(isGoing ? { deletionTimestamp: '2026-01-01T00:00:09Z' } : {}),
    },
    spec: {
      nodeName: `node-${number}`,
      containers: [{ name: 'a', ports: [{ name: 'http', containerPort: 8080 }] }],
      ...spec,
    },
    status: {
      phase,
      ...(podIP === undefined ? {} : { podIP }),
      conditions: [
        {
          type: 'Ready',
          status: isReady ? 'True' : 'False',
          lastTransitionTime: `2026-01-01T00:00:0${number}Z`,
        },
      ],
    },
  };
}

function storeOf(...objects: readonly KubeObject[]): Store {
  const store = new Store({ freeze: true });
  for (const object of objects) store.put(object.kind === 'Pod' ? PodKind : ServiceKind, object, 0);
  return store;
}

/** Looks until nothing is left to write. */
function settle(component: Component, store: Store): void {
  for (let look = 0; look < 3; look++) {
    for (const request of component.reconcile('default/web', store, 0)) {
      if (request.verb === 'create' || request.verb === 'update') {
        const { metadata } = request.object;
        const name = metadata.name || `${metadata.generateName}x${store.resourceVersion}`;
        store.put(request.kind, { ...request.object, metadata: { ...metadata, name } }, 0);
      } else if (request.verb === 'delete') {
        store.remove(request.kind, store.get(request.kind, request.namespace, request.name) as KubeObject, 0);
      }
    }
  }
  expect(component.reconcile('default/web', store, 0)).toEqual([]);
}

const endpointsIn = (store: Store) => {
  settle(endpointsController, store);
  return store.get(EndpointsKind, 'default', 'web') as Endpoints;
};
const slicesIn = (store: Store) => {
  settle(endpointSliceController, store);
  return store.list(EndpointSliceKind, 'default') as EndpointSlice[];
};

describe('Endpoints', () => {
  const shown = ({ subsets = [] }: Endpoints) =>
    subsets.map(({ addresses = [], notReadyAddresses = [], ports = [] }) =>
      [
        addresses.map(({ ip }) => ip).join(','),
        notReadyAddresses.map(({ ip }) => `-${ip}`).join(','),
        ports.map(({ name, port }) => (name ? `${name}:${port}` : `${port}`)).join(','),
      ].join(' | '),
    );
  const twoPorts: Partial<ServiceSpec> = {
    ports: [
      { name: 'b', port: 81 },
      { name: 'a', port: 80, targetPort: 'http' },
    ],
  };
  const table: readonly [what: string, readonly KubeObject[], string[]][] = [
    [
      'sorted by address',
      [service(), pod(3), pod(1), pod(2)],
      ['10.244.1.5,10.244.2.5,10.244.3.5 |  | web:80'],
    ],
    ['without pods', [service()], []],
    [
      'a pod that is not ready',
      [service(), pod(1), pod(2, { isReady: false })],
      ['10.244.1.5 | -10.244.2.5 | web:80'],
    ],
    [
      'all of them if asked to publish',
      [service({ publishNotReadyAddresses: true }), pod(1, { isReady: false })],
      ['10.244.1.5 |  | web:80'],
    ],
    ['no pod on its way out', [service(), pod(1, { isGoing: true })], []],
    ['no pod that has ended', [service(), pod(1, { phase: 'Succeeded' }), pod(2, { phase: 'Failed' })], []],
    ['no pod without an address', [service(), pod(1, { ip: undefined })], []],
    ['no pod of others', [service(), pod(1, { labels: { app: 'db' } })], []],
    [
      'a named target port',
      [service({ ports: [{ port: 80, targetPort: 'http' }] }), pod(1)],
      ['10.244.1.5 |  | 8080'],
    ],
    ['no pod that lacks the port', [service({ ports: [{ port: 80, targetPort: 'grpc' }] }), pod(1)], []],
    ['several ports by name', [service(twoPorts), pod(1)], ['10.244.1.5 |  | a:8080,b:81']],
    ['without ports if headless', [service({ clusterIP: 'None', ports: [] }), pod(1)], ['10.244.1.5 |  | ']],
  ];
  test.each(table)('%s', (_, objects, expected) => {
    expect(shown(endpointsIn(storeOf(...objects)))).toEqual(expected);
  });

  test('of a headless service, field by field', () => {
    const named = { spec: { hostname: 'web-1', subdomain: 'web', nodeName: 'node-1', containers: [] } };
    expect(endpointsIn(storeOf(service({ clusterIP: 'None' }, { tier: 'front' }), pod(1, named)))).toEqual({
      apiVersion: 'v1',
      kind: 'Endpoints',
      metadata: {
        name: 'web',
        namespace: 'default',
        resourceVersion: '3',
        annotations: { 'endpoints.kubernetes.io/last-change-trigger-time': '2026-01-01T00:00:00Z' },
        labels: {
          tier: 'front',
          'endpoints.kubernetes.io/managed-by': 'endpoint-controller',
          'service.kubernetes.io/headless': '',
        },
      },
      subsets: [
        {
          addresses: [
            {
              hostname: 'web-1',
              ip: '10.244.1.5',
              nodeName: 'node-1',
              targetRef: { kind: 'Pod', name: 'web-1', namespace: 'default', uid: 'uid-1' },
            },
          ],
          ports: [{ name: 'web', port: 80, protocol: 'TCP' }],
        },
      ],
    });
  });

  test('go with their Service, but not those made by hand', () => {
    const store = storeOf(service());
    endpointsIn(store);
    store.remove(ServiceKind, service(), 0);
    expect(endpointsController.reconcile('default/web', store, 0)).toMatchObject([
      { verb: 'delete', name: 'web' },
    ]);
    store.put(
      EndpointsKind,
      { apiVersion: 'v1', kind: 'Endpoints', metadata: { name: 'web', namespace: 'default' } },
      0,
    );
    expect(endpointsController.reconcile('default/web', store, 0)).toEqual([]);
  });

  test('of a Service without a selector are left alone', () => {
    const { selector: _, ...spec } = service().spec;
    const store = storeOf({ ...service(), spec } as Service);
    expect(endpointsController.reconcile('default/web', store, 0)).toEqual([]);
    expect(endpointSliceController.reconcile('default/web', store, 0)).toEqual([]);
  });
});

describe('EndpointSlices', () => {
  test('of a Service without pods: one, of nothing', () => {
    expect(slicesIn(storeOf(service()))).toEqual([
      {
        addressType: 'IPv4',
        apiVersion: 'discovery.k8s.io/v1',
        kind: 'EndpointSlice',
        metadata: {
          name: 'web-x1',
          annotations: { 'endpoints.kubernetes.io/last-change-trigger-time': '2026-01-01T00:00:00Z' },
          generateName: 'web-',
          namespace: 'default',
          resourceVersion: '2',
          labels: {
            'endpointslice.kubernetes.io/managed-by': 'endpointslice-controller.k8s.io',
            'kubernetes.io/service-name': 'web',
          },
          ownerReferences: [
            {
              apiVersion: 'v1',
              kind: 'Service',
              name: 'web',
              uid: 'svc',
              controller: true,
              blockOwnerDeletion: true,
            },
          ],
        },
        endpoints: null,
        ports: null,
      },
    ]);
  });

  const table: readonly [
    what: string,
    Partial<ServiceSpec>,
    PodOptions,
    ready: boolean,
    serving: boolean,
    terminating: boolean,
  ][] = [
    ['a ready pod', {}, {}, true, true, false],
    ['a pod that is not ready', {}, { isReady: false }, false, false, false],
    ['a ready pod on its way out', {}, { isGoing: true }, false, true, true],
    [
      'a pod that is shown all the same',
      { publishNotReadyAddresses: true },
      { isReady: false },
      true,
      false,
      false,
    ],
  ];
  test.each(table)('%s', (_, spec, options, ready, serving, terminating) => {
    const [slice] = slicesIn(storeOf(service(spec), pod(1, options)));
    expect(slice?.endpoints?.map(({ conditions }) => conditions)).toEqual([{ ready, serving, terminating }]);
    expect(slice?.ports).toEqual([{ name: 'web', port: 80, protocol: 'TCP' }]);
  });

  test('keep their name and order while pods come and go', () => {
    const store = storeOf(service());
    const [empty] = slicesIn(store);
    for (const number of [1, 2, 3]) store.put(PodKind, pod(number), 0);
    const [full] = slicesIn(store);
    expect(full?.metadata.name).toBe(empty?.metadata.name);
    store.remove(PodKind, pod(2), 0);
    expect(slicesIn(store)[0]?.endpoints?.map(({ nodeName }) => nodeName)).toEqual(['node-1', 'node-3']);
    for (const number of [1, 3]) store.remove(PodKind, pod(number), 0);
    expect(slicesIn(store)).toMatchObject([
      { metadata: { name: empty?.metadata.name }, endpoints: null, ports: null },
    ]);
  });

  test('hold a hundred endpoints each', () => {
    const store = storeOf(service());
    for (let number = 1; number <= 150; number++) store.put(PodKind, pod(number), 0);
    expect(slicesIn(store).map(({ endpoints }) => endpoints?.length)).toEqual([100, 50]);
  });

  test('have one set of ports each', () => {
    const other = pod(2, {
      spec: { nodeName: 'n', containers: [{ name: 'a', ports: [{ name: 'http', containerPort: 9090 }] }] },
    });
    const store = storeOf(service({ ports: [{ port: 80, targetPort: 'http' }] }), pod(1), other);
    expect(slicesIn(store).map(({ ports }) => ports?.map(({ name, port }) => [name, port]))).toEqual([
      [['', 8080]],
      [['', 9090]],
    ]);
  });
});

test('a pod rings for the Services that select it, or did', () => {
  const store = storeOf(service(), {
    ...service({ selector: { app: 'db' } }),
    metadata: { name: 'db', namespace: 'default' },
  } as Service);
  const keys = (before: Pod | undefined, after: Pod, type = 'MODIFIED') => {
    const change = {
      type,
      kind: PodKind,
      before,
      after,
      resourceVersion: 1,
      atMs: 0,
    } as unknown as Change;
    return endpointsController.doorbells.flatMap((bell) => {
      if ('world' in bell || (bell.kind as unknown) !== PodKind) return [];
      return bell.keys(change, store);
    });
  };
  expect(keys(undefined, pod(1))).toEqual(['default/web']);
  expect(keys(pod(1), pod(1))).toEqual([]);
  expect(keys(pod(1), pod(1), 'DELETED')).toEqual(['default/web']);
  expect(keys(pod(1), pod(1, { isReady: false }))).toEqual(['default/web']);
  expect(keys(pod(1), pod(1, { labels: { app: 'db' } }))).toEqual(['default/web', 'default/db']);
});

describe('the change of readiness that endpoints tell of', () => {
  const [one, two] = [pod(1), pod(2)];
  const seen = (...entries: readonly (readonly [string, boolean])[]) => new Map(entries);

  test.each([
    ['that of the Service, at first', [one], undefined, '2026-01-01T00:00:00Z'],
    ['the first of those that are news', [one, two], seen(), '2026-01-01T00:00:01Z'],
    ['one that became ready', [one, two], seen(['uid-1', true], ['uid-2', false]), '2026-01-01T00:00:02Z'],
    [
      'one that is ready no more',
      [pod(1, { isReady: false })],
      seen(['uid-1', true]),
      '2026-01-01T00:00:01Z',
    ],
    ['none, where a pod went', [one], seen(['uid-1', true], ['uid-2', true]), undefined],
    [
      'none, where a pod became ready in the second in which it started',
      [{ ...one, status: { ...one.status, startTime: '2026-01-01T00:00:01Z' } }],
      seen(['uid-1', false]),
      undefined,
    ],
  ] as const)('is %s', (_, pods, shown, expected) => {
    expect(triggerTime(service(), pods as readonly Pod[], shown)).toBe(expected);
  });
});
