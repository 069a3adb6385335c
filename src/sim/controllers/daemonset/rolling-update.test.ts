import { describe, expect, test } from 'vitest';
import { ControllerRevisionKind } from '../../api/controller-revision.ts';
import type { DaemonSet } from '../../api/daemon-set.ts';
import { DaemonSetKind } from '../../api/daemon-set.ts';
import type { Kind } from '../../api/kind.ts';
import { PodKind } from '../../api/pod.ts';
import type { TestCluster } from '../../testing/test-cluster.ts';
import {
  addNode,
  label,
  podOn,
  respec,
  rolling,
  started,
  status,
  template,
  where,
} from './testdata/daemon-set.ts';

const all = (image: string) => ['node-1', 'node-2', 'node-3'].map((node) => `${node} ${image}`);
const steps = (cluster: TestCluster) => cluster.pods.map((it) => it[0]).join('');

/** The most nodes that were without an available pod at once. */
function mostUnavailable(cluster: TestCluster, act: () => void): number {
  let most = 0;
  cluster.store.subscribe(({ kind, after }) => {
    if (kind === (DaemonSetKind as Kind))
      most = Math.max(most, (after as DaemonSet).status?.numberUnavailable ?? 0);
  });
  act();
  return most;
}

describe('rolling update', () => {
  test('node after node, the old pod first', () => {
    const cluster = started();
    expect(mostUnavailable(cluster, () => respec(cluster, { template: template('nginx:1.25') }))).toBe(1);
    expect(steps(cluster)).toBe('~-+!~-+!~-+!');
    expect(where(cluster)).toEqual(all('nginx:1.25'));
    expect(status(cluster)).toMatchObject({ updatedNumberScheduled: 3, observedGeneration: 2 });
  });

  test.each([
    [2, 2],
    ['40%', 2],
    ['100%', 3],
  ])('maxUnavailable %s takes %i at once', (maxUnavailable, most) => {
    const cluster = started(rolling(maxUnavailable));
    expect(mostUnavailable(cluster, () => respec(cluster, { template: template('nginx:1.25') }))).toBe(most);
    expect(where(cluster)).toEqual(all('nginx:1.25'));
  });

  test('with a surge the new pod comes first', () => {
    const cluster = started(rolling(0, 1));
    expect(mostUnavailable(cluster, () => respec(cluster, { template: template('nginx:1.25') }))).toBe(0);
    expect(steps(cluster)).toBe('+!~+-!~+-!~-');
    expect(where(cluster)).toEqual(all('nginx:1.25'));
  });

  test('with a surge a deleted pod is replaced at once', () => {
    const cluster = started(rolling(0, 1));
    cluster.delete(PodKind, podOn(cluster, 'node-1'));
    cluster.pass(3000);
    expect(steps(cluster)).toBe('~+-!');
  });

  test('a broken template stops at the first node, and a good one mends it', () => {
    const cluster = started();
    respec(cluster, { template: template('broken') });
    expect(where(cluster)).toEqual(['node-1 broken', 'node-2 nginx:1.24', 'node-3 nginx:1.24']);
    respec(cluster, { template: template('nginx:1.25') });
    expect(where(cluster)).toEqual(all('nginx:1.25'));
  });

  test('a broken template with a surge leaves every old pod', () => {
    const cluster = started(rolling(0, 1));
    respec(cluster, { template: template('broken') });
    expect(where(cluster)).toEqual(['node-1 broken', ...all('nginx:1.24')].sort());
    expect(status(cluster)).toMatchObject({ numberAvailable: 3, numberReady: 3 });
    respec(cluster, { template: template('nginx:1.25') });
    expect(where(cluster)).toEqual(all('nginx:1.25'));
  });

  test('with a surge, a pod that has to move is kept until there is one elsewhere', () => {
    const selecting = (value: string, image: string) => template(image, { nodeSelector: { zone: value } });
    const cluster = started({ ...rolling(0, 1), template: selecting('a', 'nginx:1.24') });
    label(cluster, 'node-1', { zone: 'a' });
    label(cluster, 'node-2', { zone: 'b' });
    expect(where(cluster)).toEqual(['node-1 nginx:1.24']);
    respec(cluster, { template: selecting('b', 'nginx:1.25') });
    expect(where(cluster)).toEqual(['node-2 nginx:1.25']);
  });

  test('minReadySeconds holds up the next node', () => {
    const cluster = started({ minReadySeconds: 15 });
    cluster.pass(20_000);
    respec(cluster, { template: template('nginx:1.25') });
    expect(where(cluster).filter((it) => it.endsWith('1.25'))).toHaveLength(2);
    cluster.pass(60_000);
    expect(where(cluster)).toEqual(all('nginx:1.25'));
  });

  test('OnDelete waits for a hand; a new node gets a new pod', () => {
    const cluster = started({ updateStrategy: { type: 'OnDelete' } });
    respec(cluster, { template: template('nginx:1.25') });
    expect(where(cluster)).toEqual(all('nginx:1.24'));
    cluster.delete(PodKind, podOn(cluster, 'node-2'));
    addNode(cluster, 'node-4');
    cluster.pass(3000);
    expect(where(cluster)).toEqual([
      'node-1 nginx:1.24',
      'node-2 nginx:1.25',
      'node-3 nginx:1.24',
      'node-4 nginx:1.25',
    ]);
    expect(status(cluster)).toMatchObject({ updatedNumberScheduled: 2, numberReady: 4 });
  });
});

describe('history', () => {
  const revisions = (cluster: TestCluster) =>
    cluster.store.list(ControllerRevisionKind).map(({ revision }) => revision);

  test('going back makes the old revision the newest', () => {
    const cluster = started();
    const [first = ''] = cluster.names(ControllerRevisionKind);
    respec(cluster, { template: template('nginx:1.25') });
    respec(cluster, { template: template('nginx:1.24') });
    expect(cluster.get(ControllerRevisionKind, first).revision).toBe(3);
    expect(revisions(cluster).sort()).toEqual([2, 3]);
    expect(where(cluster)).toEqual(all('nginx:1.24'));
  });

  test('the oldest go beyond the limit', () => {
    const cluster = started({ revisionHistoryLimit: 1 });
    for (const image of ['nginx:1.25', 'nginx:1.26', 'nginx:1.27'])
      respec(cluster, { template: template(image) });
    expect(revisions(cluster)).toEqual([3, 4]);
  });

  test('but not while there are pods of them', () => {
    const cluster = started({ revisionHistoryLimit: 0, updateStrategy: { type: 'OnDelete' } });
    respec(cluster, { template: template('nginx:1.25') });
    respec(cluster, { template: template('nginx:1.26') });
    expect(revisions(cluster)).toEqual([1, 3]);
  });

  test('a revision deleted by hand comes back', () => {
    const cluster = started();
    const [first = ''] = cluster.names(ControllerRevisionKind);
    cluster.delete(ControllerRevisionKind as Kind, first);
    cluster.pass(1000);
    expect(cluster.names(ControllerRevisionKind)).toEqual([first]);
    expect(cluster.pods).toEqual([]);
  });
});
