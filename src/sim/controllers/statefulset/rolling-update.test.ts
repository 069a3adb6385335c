import { describe, expect, test } from 'vitest';
import { ControllerRevisionKind } from '../../api/controller-revision.ts';
import type { Kind } from '../../api/kind.ts';
import { PodKind } from '../../api/pod.ts';
import type { StatefulSet } from '../../api/stateful-set.ts';
import { StatefulSetKind } from '../../api/stateful-set.ts';
import { images, respec, started, status, template } from './testdata/stateful-set.ts';

describe('rolling update', () => {
  test('runs from the highest ordinal down, each pod waited for', () => {
    const cluster = started();
    respec(cluster, { template: template('nginx:1.25') });
    const round = (n: number) => [`~web-${n}`, `-web-${n}`, `+web-${n}`, `!web-${n}`];
    expect(cluster.pods).toEqual([2, 1, 0].flatMap(round));
    expect(images(cluster)).toEqual(['nginx:1.25', 'nginx:1.25', 'nginx:1.25']);
    expect(status(cluster)).toMatchObject({
      currentReplicas: 3,
      currentRevision: 'web-f4b769f5f',
      observedGeneration: 2,
      updateRevision: 'web-f4b769f5f',
      updatedReplicas: 3,
    });
    expect(
      cluster.store.list(ControllerRevisionKind).map(({ metadata, revision }) => [metadata.name, revision]),
    ).toEqual([
      ['web-7b97549f6b', 1],
      ['web-f4b769f5f', 2],
    ]);
  });

  test('the status tells each step once', () => {
    const cluster = started({ replicas: 2 });
    const steps: string[] = [];
    cluster.store.subscribe(({ kind, after }) => {
      if (kind !== (StatefulSetKind as Kind)) return;
      const { replicas, readyReplicas, currentReplicas, updatedReplicas } =
        (after as StatefulSet).status ?? {};
      steps.push([replicas, readyReplicas, currentReplicas ?? 0, updatedReplicas ?? 0].join(' '));
    });
    respec(cluster, { template: template('nginx:1.25') });
    // Replicas, ready, of the current and of the update revision; the first is the change of the template itself.
    expect(steps).toEqual([
      '2 2 2 2',
      '2 2 1 0',
      '1 1 1 0',
      '2 1 1 1',
      '2 2 0 1',
      '1 1 0 1',
      '2 1 0 2',
      '2 2 2 2',
    ]);
  });

  test('the partition keeps the lower ordinals, even when one is deleted', () => {
    const cluster = started({
      replicas: 4,
      updateStrategy: { type: 'RollingUpdate', rollingUpdate: { partition: 2 } },
    });
    respec(cluster, { template: template('nginx:1.25') });
    expect(images(cluster)).toEqual(['nginx:1.24', 'nginx:1.24', 'nginx:1.25', 'nginx:1.25']);
    expect(status(cluster)).toEqual({
      availableReplicas: 4,
      collisionCount: 0,
      currentReplicas: 2,
      currentRevision: 'web-7b97549f6b',
      observedGeneration: 2,
      readyReplicas: 4,
      replicas: 4,
      updateRevision: 'web-f4b769f5f',
      updatedReplicas: 2,
    });
    cluster.delete(PodKind, 'web-0');
    cluster.pass(5000);
    expect(images(cluster)[0]).toBe('nginx:1.24');
    respec(cluster, { updateStrategy: { type: 'RollingUpdate', rollingUpdate: { partition: 0 } } });
    expect(new Set(images(cluster))).toEqual(new Set(['nginx:1.25']));
    expect(status(cluster)).toMatchObject({ currentReplicas: 4, currentRevision: 'web-f4b769f5f' });
  });

  test('OnDelete waits for a hand', () => {
    const cluster = started({ updateStrategy: { type: 'OnDelete' } });
    respec(cluster, { template: template('nginx:1.25') });
    expect(cluster.pods).toEqual([]);
    cluster.delete(PodKind, 'web-1');
    cluster.pass(5000);
    expect(images(cluster)).toEqual(['nginx:1.24', 'nginx:1.25', 'nginx:1.24']);
    expect(status(cluster)).toMatchObject({
      currentReplicas: 2,
      currentRevision: 'web-7b97549f6b',
      updateRevision: 'web-f4b769f5f',
      updatedReplicas: 1,
    });
  });

  test('a broken update stays stuck until the broken pod is deleted by hand', () => {
    const cluster = started();
    respec(cluster, { template: template('broken') });
    expect(images(cluster)).toEqual(['nginx:1.24', 'nginx:1.24', 'broken']);
    respec(cluster, { template: template('nginx:1.25') });
    expect(images(cluster)).toEqual(['nginx:1.24', 'nginx:1.24', 'broken']);
    cluster.delete(PodKind, 'web-2');
    cluster.pass(20_000);
    expect(images(cluster)).toEqual(['nginx:1.25', 'nginx:1.25', 'nginx:1.25']);
  });

  test('going back makes the old revision the newest', () => {
    const cluster = started({ replicas: 1 });
    respec(cluster, { template: template('nginx:1.25') });
    respec(cluster, { template: template('nginx:1.24') });
    expect(cluster.get(ControllerRevisionKind, 'web-7b97549f6b').revision).toBe(3);
    expect(cluster.names(ControllerRevisionKind)).toHaveLength(2);
    expect(status(cluster)).toMatchObject({ currentRevision: 'web-7b97549f6b' });
  });

  test('old revisions go beyond the limit', () => {
    const cluster = started({ replicas: 1, revisionHistoryLimit: 1 });
    for (const image of ['nginx:1.25', 'nginx:1.26', 'nginx:1.27'])
      respec(cluster, { template: template(image) });
    const left = cluster.store.list(ControllerRevisionKind).map(({ revision }) => revision);
    expect(left).toEqual([3, 4]);
  });
});
