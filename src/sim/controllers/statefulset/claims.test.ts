import { describe, expect, test } from 'vitest';
import type { PersistentVolumeClaim } from '../../api/persistent-volume-claim.ts';
import { PersistentVolumeClaimKind } from '../../api/persistent-volume-claim.ts';
import { PodKind } from '../../api/pod.ts';
import type { StatefulSetSpec } from '../../api/stateful-set.ts';
import { StatefulSetKind } from '../../api/stateful-set.ts';
import { refusal } from '../../apiserver/status.ts';
import { TestCluster, toyKubelet } from '../../testing/test-cluster.ts';
import { statefulSetController } from './index.ts';
import { respec, started, statefulSet, volumeClaimTemplates } from './testdata/stateful-set.ts';

/** Takes the finalizer off a claim, as is done once no pod uses it. */
function letGo(cluster: TestCluster, name: string): void {
  cluster.change<PersistentVolumeClaim>(PersistentVolumeClaimKind, name, (claim) => ({
    ...claim,
    metadata: { ...claim.metadata, finalizers: [] },
  }));
}

describe('claims', () => {
  test('are created before their pod and kept', () => {
    const cluster = started({ replicas: 1, volumeClaimTemplates });
    expect(cluster.events('web')).toEqual([
      'x1 Normal SuccessfulCreate: Create Claim www-web-0 Pod web-0 in StatefulSet web success',
      'x1 Normal SuccessfulCreate: Create Pod web-0 in StatefulSet web successful',
    ]);
    expect(cluster.get(PodKind, 'web-0').spec.volumes).toContainEqual({
      name: 'www',
      persistentVolumeClaim: { claimName: 'www-web-0' },
    });
    const claim = cluster.get(PersistentVolumeClaimKind, 'www-web-0');
    expect(claim.metadata).toMatchObject({ labels: { app: 'nginx' } });
    expect(claim.metadata.ownerReferences).toBeUndefined();
    respec(cluster, { replicas: 0 });
    expect(cluster.names(PodKind)).toEqual([]);
    respec(cluster, { replicas: 1 });
    expect(cluster.names(PersistentVolumeClaimKind)).toEqual(['www-web-0']);
  });

  test('a claim that is being deleted keeps its pod waiting', () => {
    const cluster = started({ replicas: 2, volumeClaimTemplates });
    cluster.delete(PersistentVolumeClaimKind, 'www-web-1');
    cluster.delete(PodKind, 'web-1');
    cluster.pass(640);
    expect(cluster.events('web').at(-1)).toMatch(
      /^x[34] Warning FailedCreate: Create Pod web-1 in StatefulSet web failed error: pvc www-web-1 is being deleted$/,
    );
    letGo(cluster, 'www-web-1');
    cluster.pass(5000);
    expect(cluster.names(PersistentVolumeClaimKind)).toEqual(['www-web-0', 'www-web-1']);
    expect(cluster.names(PodKind)).toEqual(['web-0', 'web-1']);
  });

  test('a refused claim is said to be the reason', () => {
    const cluster = new TestCluster(statefulSetController, toyKubelet);
    cluster.refuse = (_, object) =>
      object.kind === 'PersistentVolumeClaim' ? refusal('Forbidden', 'no more storage') : undefined;
    cluster.create(StatefulSetKind, statefulSet({ volumeClaimTemplates }));
    cluster.pass(100);
    const about = 'Pod web-0 in StatefulSet web';
    expect(cluster.events('web').map((it) => it.slice(it.indexOf(' ') + 1))).toEqual([
      `Warning FailedCreate: Create Claim www-web-0 for ${about} failed error: no more storage`,
      `Warning FailedCreate: Create ${about} failed error: failed to create PVC www-web-0: no more storage`,
    ]);
  });

  type Policy = StatefulSetSpec['persistentVolumeClaimRetentionPolicy'];
  const cases: [string, Policy, string[], string[]][] = [
    ['Retain, Retain', { whenDeleted: 'Retain', whenScaled: 'Retain' }, [], []],
    [
      'whenDeleted: Delete',
      { whenDeleted: 'Delete', whenScaled: 'Retain' },
      ['StatefulSet'],
      ['StatefulSet'],
    ],
    ['whenScaled: Delete', { whenDeleted: 'Retain', whenScaled: 'Delete' }, [], ['Pod']],
    ['both Delete', { whenDeleted: 'Delete', whenScaled: 'Delete' }, ['StatefulSet'], ['Pod']],
  ];
  test.each(cases)('retention policy %s: who owns the claims', (_, policy, kept, scaledAway) => {
    const cluster = started({
      replicas: 2,
      volumeClaimTemplates,
      persistentVolumeClaimRetentionPolicy: policy,
    });
    respec(cluster, { replicas: 1 });
    const owners = (name: string) =>
      (cluster.get(PersistentVolumeClaimKind, name).metadata.ownerReferences ?? []).map(({ kind }) => kind);
    expect(owners('www-web-0')).toEqual(kept);
    expect(owners('www-web-1')).toEqual(scaledAway);
  });

  test('a pod waits while the claim of its predecessor is still to go', () => {
    const persistentVolumeClaimRetentionPolicy = { whenDeleted: 'Retain', whenScaled: 'Delete' } as const;
    const cluster = started({ replicas: 2, volumeClaimTemplates, persistentVolumeClaimRetentionPolicy });
    respec(cluster, { replicas: 1 });
    respec(cluster, { replicas: 2 });
    expect(cluster.names(PodKind)).toEqual(['web-0']);
    cluster.delete(PersistentVolumeClaimKind, 'www-web-1');
    letGo(cluster, 'www-web-1');
    cluster.pass(5000);
    expect(cluster.names(PodKind)).toEqual(['web-0', 'web-1']);
  });
});
