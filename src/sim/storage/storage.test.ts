import { describe, expect, test } from 'vitest';
import type { Kind } from '../api/kind.ts';
import type { KubeObject } from '../api/meta.ts';
import { keyOf } from '../api/meta.ts';
import type { PersistentVolume } from '../api/persistent-volume.ts';
import { PersistentVolumeKind } from '../api/persistent-volume.ts';
import type { PersistentVolumeClaim } from '../api/persistent-volume-claim.ts';
import { PersistentVolumeClaimKind } from '../api/persistent-volume-claim.ts';
import { PodKind } from '../api/pod.ts';
import { StorageClassKind } from '../api/storage-class.ts';
import type { Change } from '../apiserver/store.ts';
import { Store } from '../apiserver/store.ts';
import type { Component, Request } from '../component.ts';
import { binder } from './binder.ts';
import { claimProtection, volumeProtection } from './protection.ts';
import { provisioner } from './provisioner.ts';

const NOW_MS = 1_700_000_000_000;

/** The storage components over a store: every change rings, and every key is looked at until all is quiet. */
function createStorage() {
  const store = new Store({ freeze: true });
  const events: string[] = [];
  const queue: [Component, string][] = [];
  const components = [binder, provisioner, claimProtection, volumeProtection];
  const ring = (component: Component, keys: readonly string[]) => {
    for (const key of keys) {
      if (!queue.some(([other, waiting]) => other === component && waiting === key))
        queue.push([component, key]);
    }
  };
  store.subscribe((change: Change) => {
    for (const component of components) {
      for (const bell of component.doorbells) {
        if ('kind' in bell && bell.kind === change.kind) ring(component, bell.keys(change, store));
      }
    }
  });
  const make = (requests: readonly Request[]): void => {
    for (const request of requests) {
      if (request.verb === 'event') {
        const { regarding, type, reason, message } = request.event;
        events.push(`${regarding.metadata.name} ${type} ${reason}: ${message}`);
      } else if (request.verb === 'create' || request.verb === 'update' || request.verb === 'updateStatus') {
        const answer = write(request.kind, request.object);
        make(request.then?.(answer) ?? []);
      } else if (request.verb === 'delete') {
        remove(request.kind, request.namespace, request.name);
      }
    }
  };
  const write = (kind: Kind, object: KubeObject): KubeObject => {
    const { metadata } = object;
    if (metadata.deletionTimestamp && !metadata.finalizers?.length) {
      store.remove(kind, object, NOW_MS);
      return object;
    }
    return store.put(kind, { ...object, metadata: { uid: `uid-${metadata.name}`, ...metadata } }, NOW_MS);
  };
  const remove = (kind: Kind, namespace: string, name: string) => {
    const object = store.get(kind, namespace, name);
    if (!object) return;
    if (!object.metadata.finalizers?.length) return store.remove(kind, object, NOW_MS);
    write(kind, { ...object, metadata: { ...object.metadata, deletionTimestamp: '2026-01-01T00:00:00Z' } });
  };
  const settle = () => {
    for (let looks = 0; queue.length > 0; looks++) {
      if (looks > 200) throw new Error(`no rest: ${queue.map(([, key]) => key).join(' ')}`);
      const [component, key] = queue.shift() as [Component, string];
      make(component.reconcile(key, store, NOW_MS));
    }
  };
  return {
    store,
    events,
    add(...objects: KubeObject[]) {
      for (const object of objects) {
        const kinds: Kind[] = [
          PersistentVolumeKind,
          PersistentVolumeClaimKind,
          StorageClassKind,
          PodKind,
        ] as Kind[];
        write(kinds.find(({ kind }) => kind === object.kind) as Kind, object);
        settle();
      }
    },
    remove(kind: Kind, namespace: string, name: string) {
      remove(kind, namespace, name);
      settle();
    },
    update(kind: Kind, object: KubeObject) {
      write(kind, object);
      settle();
    },
    claim: (name: string) => store.get(PersistentVolumeClaimKind, 'default', name),
    volume: (name: string) => store.get(PersistentVolumeKind, '', name),
    /** `name phase claim` of every volume and `name phase volume` of every claim. */
    lines: () => [
      ...store
        .list(PersistentVolumeKind)
        .map((v) => [v.metadata.name, v.status?.phase, v.spec.claimRef?.name].filter(Boolean).join(' ')),
      ...store
        .list(PersistentVolumeClaimKind)
        .map((c) => [c.metadata.name, c.status?.phase, c.spec.volumeName].filter(Boolean).join(' ')),
    ],
  };
}

function volume(name: string, spec: Partial<PersistentVolume['spec']> = {}, labels = {}): PersistentVolume {
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    metadata: { name, labels, finalizers: ['kubernetes.io/pv-protection'] },
    spec: {
      capacity: { storage: '1Gi' },
      accessModes: ['ReadWriteOnce'],
      storageClassName: 'manual',
      persistentVolumeReclaimPolicy: 'Retain',
      volumeMode: 'Filesystem',
      hostPath: { path: `/tmp/${name}`, type: '' },
      ...spec,
    },
    status: { phase: 'Pending' },
  };
}

function claim(
  name: string,
  storage = '1Gi',
  spec: Partial<PersistentVolumeClaim['spec']> = {},
): PersistentVolumeClaim {
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name, namespace: 'default', finalizers: ['kubernetes.io/pvc-protection'] },
    spec: {
      accessModes: ['ReadWriteOnce'],
      resources: { requests: { storage } },
      storageClassName: 'manual',
      volumeMode: 'Filesystem',
      ...spec,
    },
    status: { phase: 'Pending' },
  };
}

const storageClass = (name: string, extra: object = {}) => ({
  apiVersion: 'storage.k8s.io/v1',
  kind: 'StorageClass',
  metadata: { name },
  provisioner: 'k8s.io/minikube-hostpath',
  reclaimPolicy: 'Delete',
  volumeBindingMode: 'Immediate',
  ...extra,
});

const pod = (name: string, claimName: string, nodeName?: string) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name, namespace: 'default' },
  spec: {
    containers: [],
    volumes: [{ name: 'd', persistentVolumeClaim: { claimName } }],
    ...(nodeName ? { nodeName } : {}),
  },
});

describe('which volume a claim gets', () => {
  const table: readonly [what: string, readonly KubeObject[], expected: string | undefined][] = [
    [
      'the smallest that is large enough',
      [
        volume('s'),
        volume('l', { capacity: { storage: '10Gi' } }),
        volume('m', { capacity: { storage: '5Gi' } }),
        claim('c', '3Gi'),
      ],
      'm',
    ],
    ['none that is too small', [volume('s'), claim('c', '50Gi')], undefined],
    ['none of another class', [volume('v', { storageClassName: 'other' }), claim('c')], undefined],
    [
      'none without the access mode',
      [volume('v'), claim('c', '1Gi', { accessModes: ['ReadWriteMany'] })],
      undefined,
    ],
    [
      'one with more access modes than asked, last',
      [
        volume('w', { accessModes: ['ReadWriteOnce', 'ReadWriteMany'] }),
        volume('v', { capacity: { storage: '9Gi' } }),
        claim('c'),
      ],
      'v',
    ],
    ['none of another mode', [volume('v', { volumeMode: 'Block' }), claim('c')], undefined],
    [
      'the one with the labels',
      [
        volume('a'),
        volume('b', {}, { size: 'big' }),
        claim('c', '1Gi', { selector: { matchLabels: { size: 'big' } } }),
      ],
      'b',
    ],
    [
      'the one that names it',
      [
        volume('a'),
        volume('b', { capacity: { storage: '9Gi' }, claimRef: { namespace: 'default', name: 'c' } }),
        claim('c'),
      ],
      'b',
    ],
    [
      'the one it names',
      [volume('a'), volume('b', { capacity: { storage: '9Gi' } }), claim('c', '1Gi', { volumeName: 'b' })],
      'b',
    ],
    ['a volume that comes later', [claim('c'), volume('v')], 'v'],
    [
      'a volume without a class',
      [volume('v', { storageClassName: '' }), claim('c', '1Gi', { storageClassName: '' })],
      'v',
    ],
  ];
  test.each(table)('%s', (_, objects, expected) => {
    const storage = createStorage();
    storage.add(...objects);
    const { spec, status } = storage.claim('c') as PersistentVolumeClaim;
    expect(status?.phase).toBe(expected === undefined ? 'Pending' : 'Bound');
    if (expected === undefined) expect(spec.volumeName).toBeUndefined();
    else {
      expect(spec.volumeName).toBe(expected);
      expect(storage.volume(expected)?.status?.phase).toBe('Bound');
    }
  });
});

test('a bound pair, field by field', () => {
  const storage = createStorage();
  storage.add(volume('v', { capacity: { storage: '5Gi' } }), claim('c', '3Gi'));
  expect(storage.claim('c')).toMatchObject({
    metadata: {
      annotations: {
        'pv.kubernetes.io/bind-completed': 'yes',
        'pv.kubernetes.io/bound-by-controller': 'yes',
      },
    },
    spec: { volumeName: 'v' },
    status: { phase: 'Bound', accessModes: ['ReadWriteOnce'], capacity: { storage: '5Gi' } },
  });
  expect(storage.volume('v')).toMatchObject({
    metadata: { annotations: { 'pv.kubernetes.io/bound-by-controller': 'yes' } },
    spec: {
      claimRef: {
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        namespace: 'default',
        name: 'c',
        uid: 'uid-c',
      },
    },
    status: { phase: 'Bound', lastPhaseTransitionTime: '2023-11-14T22:13:20Z' },
  });
});

test('a bound pair that the user pointed at each other has fewer annotations', () => {
  const storage = createStorage();
  storage.add(
    volume('v', { claimRef: { namespace: 'default', name: 'c' } }),
    claim('c', '1Gi', { volumeName: 'v' }),
  );
  expect(storage.volume('v')?.metadata.annotations).toBeUndefined();
  expect(storage.claim('c')?.metadata.annotations).toEqual({ 'pv.kubernetes.io/bind-completed': 'yes' });
});

describe('why a claim waits', () => {
  const table: readonly [what: string, readonly KubeObject[], expected: string][] = [
    [
      'no class',
      [claim('c', '1Gi', { storageClassName: '' })],
      'c Normal FailedBinding: no persistent volumes available for this claim and no storage class is set',
    ],
    [
      'an unknown class',
      [claim('c', '1Gi', { storageClassName: 'gold' })],
      'c Warning ProvisioningFailed: storageclass.storage.k8s.io "gold" not found',
    ],
    [
      'a class that waits for a pod',
      [storageClass('manual', { volumeBindingMode: 'WaitForFirstConsumer' }), claim('c')],
      'c Normal WaitForFirstConsumer: waiting for first consumer to be created before binding',
    ],
    [
      'a pod without a node',
      [pod('p', 'c'), storageClass('manual', { volumeBindingMode: 'WaitForFirstConsumer' }), claim('c')],
      'c Normal WaitForPodScheduled: waiting for pod p to be scheduled',
    ],
    [
      'a class nobody provisions',
      [storageClass('manual', { provisioner: 'kubernetes.io/no-provisioner' }), claim('c')],
      'c Warning ProvisioningFailed: no volume plugin matched name: kubernetes.io/no-provisioner',
    ],
    [
      'a volume too small for it',
      [volume('v'), claim('c', '2Gi', { volumeName: 'v' })],
      'c Warning VolumeMismatch: Cannot bind to requested volume "v": requested PV is too small',
    ],
    [
      'a volume of another class',
      [volume('v', { storageClassName: 'x' }), claim('c', '1Gi', { volumeName: 'v' })],
      'c Warning VolumeMismatch: Cannot bind to requested volume "v": storageClassName does not match',
    ],
    [
      'a volume that another has',
      [volume('v'), claim('a'), claim('c', '1Gi', { volumeName: 'v' })],
      'c Warning FailedBinding: volume "v" already bound to a different claim.',
    ],
  ];
  test.each(table)('%s', (_, objects, expected) => {
    const storage = createStorage();
    storage.add(...objects);
    expect(storage.claim('c')?.status?.phase).toBe('Pending');
    expect(storage.events).toEqual([expected]);
  });
});

describe('the provisioner', () => {
  const standard = claim('c', '1Gi', { storageClassName: 'standard' });

  test('makes the volume that a claim asks for', () => {
    const storage = createStorage();
    storage.add(storageClass('standard'), standard);
    expect(storage.lines()).toEqual(['pvc-uid-c Bound c', 'c Bound pvc-uid-c']);
    expect(storage.claim('c')?.metadata.annotations).toEqual({
      'pv.kubernetes.io/bind-completed': 'yes',
      'pv.kubernetes.io/bound-by-controller': 'yes',
      'volume.beta.kubernetes.io/storage-provisioner': 'k8s.io/minikube-hostpath',
      'volume.kubernetes.io/storage-provisioner': 'k8s.io/minikube-hostpath',
    });
    expect(storage.volume('pvc-uid-c')).toMatchObject({
      metadata: {
        annotations: {
          hostPathProvisionerIdentity: '0f0f0f0f-0000-4000-8000-000000000001',
          'pv.kubernetes.io/provisioned-by': 'k8s.io/minikube-hostpath',
        },
      },
      spec: {
        accessModes: ['ReadWriteOnce'],
        capacity: { storage: '1Gi' },
        hostPath: { path: '/tmp/hostpath-provisioner/default/c', type: '' },
        persistentVolumeReclaimPolicy: 'Delete',
        storageClassName: 'standard',
        volumeMode: 'Filesystem',
      },
    });
    expect([...new Set(storage.events)]).toEqual([
      "c Normal ExternalProvisioning: Waiting for a volume to be created either by the external provisioner 'k8s.io/minikube-hostpath' or manually by the system administrator. If volume creation is delayed, please verify that the provisioner is running and correctly registered.",
      'c Normal Provisioning: External provisioner is provisioning volume for claim "default/c"',
      'c Normal ProvisioningSucceeded: Successfully provisioned volume pvc-uid-c',
    ]);
  });

  test('leaves the claims of other provisioners alone', () => {
    const storage = createStorage();
    storage.add(storageClass('standard', { provisioner: 'ebs.csi.aws.com' }), standard);
    expect(storage.lines()).toEqual(['c Pending']);
  });

  test('waits for the node of a claim that waits for a pod', () => {
    const storage = createStorage();
    storage.add(storageClass('standard', { volumeBindingMode: 'WaitForFirstConsumer' }), standard);
    expect(storage.lines()).toEqual(['c Pending']);
    const waiting = storage.claim('c') as PersistentVolumeClaim;
    const annotations = { 'volume.kubernetes.io/selected-node': 'node-2' };
    storage.update(PersistentVolumeClaimKind as Kind, {
      ...waiting,
      metadata: { ...waiting.metadata, annotations },
    });
    expect(storage.lines()).toEqual(['pvc-uid-c Bound c', 'c Bound pvc-uid-c']);
  });

  test('takes its volume away when the claim goes, unless it is to be kept', () => {
    for (const [reclaimPolicy, left] of [
      ['Delete', []],
      ['Retain', ['pvc-uid-c Released c']],
    ] as const) {
      const storage = createStorage();
      storage.add(storageClass('standard', { reclaimPolicy }), standard);
      storage.remove(PersistentVolumeClaimKind as Kind, 'default', 'c');
      expect(storage.lines()).toEqual(left);
    }
  });
});

describe('a volume whose claim is gone', () => {
  const table: readonly [
    what: string,
    Partial<PersistentVolume['spec']>,
    left: string[],
    events: string[],
  ][] = [
    ['is kept', { persistentVolumeReclaimPolicy: 'Retain' }, ['v Released c'], []],
    ['is deleted', { persistentVolumeReclaimPolicy: 'Delete' }, [], []],
    [
      'is deleted only under /tmp',
      { persistentVolumeReclaimPolicy: 'Delete', hostPath: { path: '/data' } },
      ['v Failed c'],
      ['v Warning VolumeFailedDelete: host_path deleter only supports /tmp/.+ but received provided /data'],
    ],
  ];
  test.each(table)('%s', (_, spec, left, events) => {
    const storage = createStorage();
    storage.add(volume('v', spec), claim('c'));
    storage.remove(PersistentVolumeClaimKind as Kind, 'default', 'c');
    expect(storage.lines()).toEqual(left);
    expect(storage.events).toEqual(events);
  });

  test('is not given to the next claim, until it is set free by hand', () => {
    const storage = createStorage();
    storage.add(volume('v'), claim('c'));
    storage.remove(PersistentVolumeClaimKind as Kind, 'default', 'c');
    storage.add(claim('d'));
    expect(storage.lines()).toEqual(['v Released c', 'd Pending']);
    const released = storage.volume('v') as PersistentVolume;
    const { claimRef: _, ...spec } = released.spec;
    storage.update(PersistentVolumeKind as Kind, { ...released, spec } as PersistentVolume);
    expect(storage.lines()).toEqual(['v Bound d', 'd Bound v']);
  });
});

test('a claim whose volume is gone is lost', () => {
  const storage = createStorage();
  storage.add(volume('v'), claim('c'));
  const last = storage.volume('v') as PersistentVolume;
  storage.store.remove(PersistentVolumeKind, last, NOW_MS);
  storage.add(storageClass('any'));
  expect(storage.claim('c')?.status).toEqual({ phase: 'Lost' });
  expect(storage.events).toEqual([
    'c Warning ClaimLost: Bound claim has lost its PersistentVolume. Data on the volume is lost!',
  ]);
});

describe('what is in use stays Terminating', () => {
  test('a claim, until its pod is gone', () => {
    const storage = createStorage();
    storage.add(volume('v'), claim('c'), pod('p', 'c', 'node-1'), pod('waiting', 'c'));
    storage.remove(PersistentVolumeClaimKind as Kind, 'default', 'c');
    expect(storage.claim('c')?.metadata.deletionTimestamp).toBeDefined();
    expect(storage.volume('v')?.status?.phase).toBe('Bound');
    storage.remove(PodKind as Kind, 'default', 'p');
    expect(storage.lines()).toEqual(['v Released c']);
  });

  test('a volume, until its claim is gone', () => {
    const storage = createStorage();
    storage.add(volume('v'), claim('c'));
    storage.remove(PersistentVolumeKind as Kind, '', 'v');
    expect(storage.lines()).toEqual(['v Bound c', 'c Bound v']);
    storage.remove(PersistentVolumeClaimKind as Kind, 'default', 'c');
    expect(storage.lines()).toEqual([]);
  });
});

test('keys tell claims from volumes', () => {
  expect([keyOf(claim('c')), keyOf(volume('v'))]).toEqual(['default/c', 'v']);
});
