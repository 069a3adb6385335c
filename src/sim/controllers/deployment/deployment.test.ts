// The Deployment controller with the ReplicaSet controller below it.
import { describe, expect, test } from 'vitest';
import type { Deployment, DeploymentSpec } from '../../api/deployment.ts';
import { DeploymentKind } from '../../api/deployment.ts';
import type { Kind } from '../../api/kind.ts';
import { isControlledBy } from '../../api/meta.ts';
import { PodKind } from '../../api/pod.ts';
import type { ReplicaSet } from '../../api/replica-set.ts';
import { ReplicaSetKind } from '../../api/replica-set.ts';
import { refusal } from '../../apiserver/status.ts';
import { TestCluster, toyKubelet } from '../../testing/test-cluster.ts';
import { podTemplateHash } from '../pod-template-hash.ts';
import { replicaSetController } from '../replicaset/index.ts';
import { deploymentController } from './index.ts';
import { deploymentOf, templateOf } from './testdata/deployment.ts';

const REVISION = 'deployment.kubernetes.io/revision';

function started(spec: Partial<DeploymentSpec> = {}): TestCluster {
  const cluster = new TestCluster(replicaSetController, deploymentController, toyKubelet);
  cluster.create(DeploymentKind, deploymentOf(spec, { annotations: { note: 'a' } }));
  cluster.pass(5000);
  return cluster;
}

function respec(cluster: TestCluster, spec: Partial<DeploymentSpec>): void {
  cluster.change(DeploymentKind, 'web', (it) => ({ ...it, spec: { ...it.spec, ...spec } }));
}

function setNames(cluster: TestCluster): string[] {
  return cluster.names(ReplicaSetKind as Kind);
}

function nameFor(version: string): string {
  const { spec } = deploymentOf({ template: templateOf(version) });
  return `web-${podTemplateHash(spec.template, undefined)}`;
}

function setFor(cluster: TestCluster, version: string): ReplicaSet {
  return cluster.get(ReplicaSetKind, nameFor(version));
}

/** What the Deployment said, ReplicaSets by their versions. */
function said(cluster: TestCluster): string[] {
  return cluster.events('web').map((line) => {
    const short = line.replace(/^x\d+ \w+ ScalingReplicaSet: Scaled (up|down) replica set /, '$1 ');
    return ['v1', 'v2', 'v3'].reduce((text, version) => text.replace(nameFor(version), version), short);
  });
}

const progress = ({ status }: Deployment) => status?.conditions?.find(({ type }) => type === 'Progressing');

describe('a rollout', () => {
  test('makes a ReplicaSet, and says so', () => {
    const cluster = started({ replicas: 3 });
    expect(said(cluster)).toEqual(['up v1 from 0 to 3']);
    const set = setFor(cluster, 'v1');
    const deployment = cluster.get(DeploymentKind, 'web');
    const hash = set.metadata.name.slice('web-'.length);
    expect(set.metadata.labels).toEqual({ app: 'web', 'pod-template-hash': hash });
    expect(set.spec.selector).toEqual({ matchLabels: { app: 'web', 'pod-template-hash': hash } });
    expect(isControlledBy(set, deployment.metadata.uid)).toBe(true);
    expect(set.metadata.annotations).toEqual({
      note: 'a',
      [REVISION]: '1',
      'deployment.kubernetes.io/desired-replicas': '3',
      'deployment.kubernetes.io/max-replicas': '4',
    });
    expect(deployment.metadata.annotations).toEqual({ note: 'a', [REVISION]: '1' });
    expect(deployment.metadata.generation).toBe(1);
    expect(deployment.status).toMatchObject({
      observedGeneration: 1,
      replicas: 3,
      updatedReplicas: 3,
      readyReplicas: 3,
      availableReplicas: 3,
      terminatingReplicas: 0,
      conditions: [
        { type: 'Available', status: 'True', reason: 'MinimumReplicasAvailable' },
        {
          type: 'Progressing',
          reason: 'NewReplicaSetAvailable',
          message: `ReplicaSet "${set.metadata.name}" has successfully progressed.`,
        },
      ],
    });
    expect(deployment.status).not.toHaveProperty('unavailableReplicas');
  });

  test('replaces pods within its bounds', () => {
    const rollingUpdate = { maxSurge: 1, maxUnavailable: 0 };
    const cluster = started({ replicas: 2, strategy: { type: 'RollingUpdate', rollingUpdate } });
    respec(cluster, { template: templateOf('v2') });
    cluster.pass(20_000);
    expect(said(cluster)).toEqual([
      'up v1 from 0 to 2',
      'up v2 from 0 to 1',
      'down v1 from 2 to 1',
      'up v2 from 1 to 2',
      'down v1 from 1 to 0',
    ]);
  });

  test('a ReplicaSet that comes back keeps the numbers that it had', () => {
    const cluster = started();
    for (const version of ['v2', 'v1']) {
      respec(cluster, { template: templateOf(version) });
      cluster.pass(20_000);
    }
    expect(setNames(cluster)).toHaveLength(2);
    expect(setFor(cluster, 'v1').metadata.annotations).toMatchObject({
      [REVISION]: '3',
      'deployment.kubernetes.io/revision-history': '1',
    });
    expect(cluster.get(DeploymentKind, 'web').metadata.annotations?.[REVISION]).toBe('3');
  });

  test('only so many old revisions are kept', () => {
    const cluster = started({ revisionHistoryLimit: 1 });
    for (const version of ['v2', 'v3']) {
      respec(cluster, { template: templateOf(version) });
      cluster.pass(20_000);
    }
    expect(setNames(cluster)).toEqual([nameFor('v2'), nameFor('v3')].sort());
  });

  test('Recreate leaves no moment with pods of both', () => {
    const cluster = started({ replicas: 2, strategy: { type: 'Recreate' } });
    respec(cluster, { template: templateOf('v2') });
    cluster.pass(20_000);
    expect(said(cluster)).toEqual(['up v1 from 0 to 2', 'down v1 from 2 to 0', 'up v2 from 0 to 2']);
  });

  test('minReadySeconds hold every step up', () => {
    const cluster = started({ replicas: 1, minReadySeconds: 30 });
    cluster.pass(20_000);
    expect(cluster.get(DeploymentKind, 'web').status).toMatchObject({
      readyReplicas: 1,
      unavailableReplicas: 1,
    });
    cluster.pass(10_000);
    expect(cluster.get(DeploymentKind, 'web').status).toMatchObject({ availableReplicas: 1 });
  });

  test('a pause, and a change meanwhile', () => {
    const cluster = started({ replicas: 2 });
    respec(cluster, { paused: true, template: templateOf('v2') });
    cluster.pass(5000);
    expect(setNames(cluster)).toEqual([nameFor('v1')]);
    expect(progress(cluster.get(DeploymentKind, 'web'))?.reason).toBe('DeploymentPaused');
    respec(cluster, { paused: false });
    cluster.pass(20_000);
    expect(setFor(cluster, 'v2').status?.availableReplicas).toBe(2);
  });
});

describe('what others do', () => {
  test('a ReplicaSet without an owner is adopted, and one that is deleted is made again', () => {
    const cluster = started({ replicas: 2 });
    const { uid } = setFor(cluster, 'v1').metadata;
    cluster.change(ReplicaSetKind, nameFor('v1'), (set) => {
      const { ownerReferences: _, ...metadata } = set.metadata;
      return { ...set, metadata };
    });
    cluster.pass(5000);
    expect(isControlledBy(setFor(cluster, 'v1'), cluster.get(DeploymentKind, 'web').metadata.uid)).toBe(true);
    cluster.delete(ReplicaSetKind as Kind, nameFor('v1'));
    cluster.pass(5000);
    expect(setFor(cluster, 'v1').metadata.uid).not.toBe(uid);
  });

  test('a name that another ReplicaSet has is counted and passed over', () => {
    const cluster = new TestCluster(replicaSetController, deploymentController, toyKubelet);
    const { spec } = deploymentOf({ template: templateOf('v2') });
    cluster.create(ReplicaSetKind, {
      apiVersion: 'apps/v1',
      kind: 'ReplicaSet',
      metadata: { name: nameFor('v1'), namespace: 'default', labels: { app: 'other' } },
      spec: { replicas: 0, selector: { matchLabels: { app: 'web' } }, template: spec.template },
    } as ReplicaSet);
    cluster.create(DeploymentKind, deploymentOf());
    cluster.pass(5000);
    expect(cluster.get(DeploymentKind, 'web').status).toMatchObject({
      collisionCount: 1,
      availableReplicas: 1,
    });
    expect(setNames(cluster)).toHaveLength(2);
  });

  test('a ReplicaSet that is refused is said, and tried again', () => {
    const cluster = new TestCluster(replicaSetController, deploymentController, toyKubelet);
    let refusals = 2;
    cluster.refuse = (verb, object) =>
      verb === 'create' && object.kind === 'ReplicaSet' && refusals-- > 0
        ? refusal('Forbidden', 'exceeded quota')
        : undefined;
    cluster.create(DeploymentKind, deploymentOf());
    cluster.pass(2);
    cluster.pass(3);
    const message = `Failed to create new replica set "${nameFor('v1')}": exceeded quota`;
    expect(progress(cluster.get(DeploymentKind, 'web'))).toMatchObject({
      status: 'False',
      reason: 'ReplicaSetCreateError',
      message,
    });
    cluster.pass(5000);
    expect(cluster.events('web')[0]).toBe(`x2 Warning ReplicaSetCreateError: ${message}`);
    expect(cluster.store.list(PodKind)).toHaveLength(1);
  });

  test('annotations of the Deployment reach the ReplicaSet, and are a new generation', () => {
    const cluster = started();
    cluster.change(DeploymentKind, 'web', (it) => ({
      ...it,
      metadata: { ...it.metadata, annotations: { ...it.metadata.annotations, why: 'b' } },
    }));
    cluster.pass(5000);
    expect(setFor(cluster, 'v1').metadata.annotations).toMatchObject({ why: 'b', [REVISION]: '1' });
    const { metadata, status } = cluster.get(DeploymentKind, 'web');
    expect([metadata.generation, status?.observedGeneration]).toEqual([2, 2]);
  });
});
