import { describe, expect, test } from 'vitest';
import { ConfigMapKind } from '../api/config-map.ts';
import { PersistentVolumeKind } from '../api/persistent-volume.ts';
import { PersistentVolumeClaimKind } from '../api/persistent-volume-claim.ts';
import type { Pod } from '../api/pod.ts';
import type { Volume } from '../api/pod-spec.ts';
import { SecretKind } from '../api/secret.ts';
import { Store } from '../apiserver/store.ts';
import { mountProblem, mountsOf } from './mounts.ts';

const store = new Store({ freeze: true });
const put = (kind: Parameters<Store['put']>[0], object: object) => store.put(kind, object as never, 0);
const claim = (name: string, phase: string, volumeName: string) =>
  put(PersistentVolumeClaimKind, {
    kind: 'PersistentVolumeClaim',
    metadata: { name, namespace: 'default' },
    spec: { volumeName },
    status: { phase },
  });
claim('data', 'Bound', 'pv-1');
claim('hand', 'Bound', 'pv-2');
claim('waits', 'Pending', '');
claim('shared', 'Bound', 'pv-3');
put(PersistentVolumeKind, {
  metadata: { name: 'pv-3', uid: 'u3' },
  spec: { gcePersistentDisk: { pdName: 'a', fsType: 'nfs4' } },
});
put(PersistentVolumeKind, {
  metadata: { name: 'pv-1', uid: 'u1', annotations: { 'pv.kubernetes.io/provisioned-by': 'x' } },
  spec: { hostPath: { path: '/tmp/pv-1' } },
});
put(PersistentVolumeKind, {
  metadata: { name: 'pv-2', uid: 'u2' },
  spec: { hostPath: { path: '/mnt/data' } },
});
put(ConfigMapKind, { metadata: { name: 'app', namespace: 'default' }, data: { b: '2', a: '1' } });
put(SecretKind, { metadata: { name: 'creds', namespace: 'default' }, data: { user: 'YWRtaW4=' } });

function contextWith(volume: Volume) {
  const pod: Pod = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'p', namespace: 'default', uid: 'u', labels: { app: 'x' } },
    spec: { containers: [], volumes: [volume] },
  };
  return { pod, nodeName: 'node-1', hostIp: undefined, podIp: undefined };
}

const files = (...list: [string, string][]) => ({ type: 'files', name: 'v', files: list });

describe('a volume', () => {
  test.each<[Volume, unknown, boolean]>([
    [{ name: 'v', emptyDir: {} }, { type: 'empty-dir', name: 'v' }, false],
    [{ name: 'v', hostPath: { path: '/x' } }, { type: 'host-path', path: '/x' }, false],
    [{ name: 'v', persistentVolumeClaim: { claimName: 'data' } }, { type: 'disk', id: 'pv:pv-1' }, false],
    [
      { name: 'v', persistentVolumeClaim: { claimName: 'hand' } },
      { type: 'host-path', path: '/mnt/data' },
      false,
    ],
    [
      { name: 'v', persistentVolumeClaim: { claimName: 'data', readOnly: true } },
      { type: 'disk', id: 'pv:pv-1' },
      true,
    ],
    [{ name: 'v', configMap: { name: 'app' } }, files(['a', '1'], ['b', '2']), true],
    [
      { name: 'v', configMap: { name: 'app', items: [{ key: 'a', path: 'x/y' }] } },
      files(['x/y', '1']),
      true,
    ],
    [{ name: 'v', configMap: { name: 'none', optional: true } }, files(), true],
    [{ name: 'v', secret: { secretName: 'creds' } }, files(['user', 'admin']), true],
    [
      { name: 'v', secret: { secretName: 'creds', items: [{ key: 'user', path: 'name' }] } },
      files(['name', 'admin']),
      true,
    ],
    [{ name: 'v', projected: { sources: [{ secret: { name: 'creds' } }] } }, files(['user', 'admin']), true],
    [{ name: 'v', secret: { secretName: 'none', optional: true } }, files(), true],
    [
      { name: 'v', downwardAPI: { items: [{ path: 'labels', fieldRef: { fieldPath: 'metadata.labels' } }] } },
      files(['labels', 'app="x"']),
      true,
    ],
    [
      {
        name: 'v',
        projected: {
          sources: [
            { serviceAccountToken: { path: 'token' } },
            { configMap: { name: 'kube-root-ca.crt', items: [{ key: 'ca.crt', path: 'ca.crt' }] } },
            {
              downwardAPI: { items: [{ path: 'namespace', fieldRef: { fieldPath: 'metadata.namespace' } }] },
            },
          ],
        },
      },
      files(['token', 'default.default.u'], ['ca.crt', ''], ['namespace', 'default']),
      true,
    ],
  ])('%j', (volume, source, isReadOnly) => {
    const context = contextWith(volume);
    expect(mountProblem(store, context)).toBeUndefined();
    const container = { name: 'c', volumeMounts: [{ name: 'v', mountPath: '/data' }] };
    expect(mountsOf(store, context, container, [])).toEqual([{ path: '/data', isReadOnly, source }]);
  });

  const unable = (why: string) =>
    `Unable to attach or mount volumes: unmounted volumes=[v], unattached volumes=[], failed to process volumes=[v]: ${why}`;
  test.each<[Volume, string]>([
    [
      { name: 'v', persistentVolumeClaim: { claimName: 'waits' } },
      unable('error processing PVC default/waits: PVC is not bound'),
    ],
    [
      { name: 'v', persistentVolumeClaim: { claimName: 'none' } },
      unable(
        'error processing PVC default/none: failed to fetch PVC from API server: persistentvolumeclaims "none" not found',
      ),
    ],
    [
      { name: 'v', configMap: { name: 'none' } },
      'MountVolume.SetUp failed for volume "v" : configmap "none" not found',
    ],
    [
      { name: 'v', persistentVolumeClaim: { claimName: 'shared' } },
      'MountVolume.MountDevice failed for volume "pv-3" : rpc error: code = Internal desc = format of disk failed: type:("nfs4") errcode:(exec: "mkfs.nfs4": executable file not found in $PATH) output:()',
    ],
    [
      { name: 'v', secret: { secretName: 's' } },
      'MountVolume.SetUp failed for volume "v" : secret "s" not found',
    ],
    [
      { name: 'v', secret: { secretName: 'creds', items: [{ key: 'c', path: 'c' }] } },
      'MountVolume.SetUp failed for volume "v" : references non-existent secret key: c',
    ],
    [
      { name: 'v', configMap: { name: 'app', items: [{ key: 'c', path: 'c' }] } },
      'MountVolume.SetUp failed for volume "v" : configmap references non-existent config key: c',
    ],
  ])('that cannot be mounted: %j', (volume, message) => {
    expect(mountProblem(store, contextWith(volume))?.message).toBe(message);
  });

  test('mounted below a path that the environment names', () => {
    const context = contextWith({ name: 'v', emptyDir: {} });
    const volumeMounts = [{ name: 'v', mountPath: '/data', subPathExpr: '$(POD)/logs', readOnly: true }];
    expect(mountsOf(store, context, { name: 'c', volumeMounts }, [['POD', 'p']])).toEqual([
      { path: '/data', subPath: 'p/logs', isReadOnly: true, source: { type: 'empty-dir', name: 'v' } },
    ]);
  });
});
