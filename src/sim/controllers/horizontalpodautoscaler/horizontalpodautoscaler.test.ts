import { describe, expect, test } from 'vitest';
import type { HorizontalPodAutoscaler } from '../../api/horizontal-pod-autoscaler.ts';
import { HorizontalPodAutoscalerKind } from '../../api/horizontal-pod-autoscaler.ts';
import type { ReplicaSet } from '../../api/replica-set.ts';
import { ReplicaSetKind } from '../../api/replica-set.ts';
import { TestCluster } from '../../testing/test-cluster.ts';
import { horizontalPodAutoscaler } from './index.ts';

const labels = { app: 'web' };

function replicaSet(replicas: number): ReplicaSet {
  const template = { metadata: { labels }, spec: { containers: [{ name: 'main', image: 'nginx:1.24' }] } };
  return {
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: { name: 'web' },
    spec: { replicas, selector: { matchLabels: labels }, template },
  };
}

function autoscaler(kind = 'ReplicaSet'): HorizontalPodAutoscaler {
  return {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name: 'web' },
    spec: { minReplicas: 2, maxReplicas: 4, scaleTargetRef: { apiVersion: 'apps/v1', kind, name: 'web' } },
  };
}

/** The replicas afterwards, the conditions and the events of the first looks. */
function afterSeconds(seconds: number, replicas?: number, kind?: string) {
  const cluster = new TestCluster(horizontalPodAutoscaler);
  if (replicas !== undefined) cluster.create(ReplicaSetKind, replicaSet(replicas));
  cluster.create(HorizontalPodAutoscalerKind, autoscaler(kind));
  cluster.pass(seconds * 1000);
  const { status } = cluster.get(HorizontalPodAutoscalerKind, 'web');
  const conditions = status?.conditions?.map((it) => `${it.type} ${it.status} ${it.reason}`) ?? [];
  const scaled = replicas === undefined ? undefined : cluster.get(ReplicaSetKind, 'web').spec.replicas;
  return { scaled, conditions, events: cluster.events('web'), status };
}

describe('replicas beyond the bounds', () => {
  test.each<[number, number, string]>([
    [1, 2, 'New size: 2; reason: Current number of replicas below Spec.MinReplicas'],
    [9, 4, 'New size: 4; reason: Current number of replicas above Spec.MaxReplicas'],
  ])('%i become %i after a while', (before, scaled, said) => {
    expect(afterSeconds(14, before).scaled).toBe(before);
    const { status, ...rest } = afterSeconds(16, before);
    expect(rest).toEqual({
      scaled,
      conditions: ['AbleToScale True SucceededRescale'],
      events: [`x1 Normal SuccessfulRescale: ${said}`],
    });
    expect(status).toMatchObject({ currentReplicas: before, desiredReplicas: scaled, currentMetrics: null });
  });

  test('but none stay none', () => {
    expect(afterSeconds(16, 0)).toMatchObject({
      scaled: 0,
      conditions: ['AbleToScale True SucceededGetScale', 'ScalingActive False ScalingDisabled'],
      events: [],
    });
  });
});

test('without anything that measures, it says so', () => {
  const { status, events, conditions } = afterSeconds(31, 3);
  const why =
    'failed to get cpu utilization: unable to get metrics for resource cpu: unable to fetch metrics from resource metrics API: the server could not find the requested resource (get pods.metrics.k8s.io)';
  expect(conditions).toEqual([
    'AbleToScale True SucceededGetScale',
    'ScalingActive False FailedGetResourceMetric',
  ]);
  expect(status?.conditions?.[1]?.message).toBe(`the HPA was unable to compute the replica count: ${why}`);
  expect(status?.currentMetrics).toEqual([{ type: '' }]);
  expect(events).toEqual([
    `x2 Warning FailedGetResourceMetric: ${why}`,
    `x2 Warning FailedComputeMetricsReplicas: invalid metrics (1 invalid out of 1), first error is: failed to get cpu resource metric value: ${why}`,
  ]);
});

test.each<[string, string]>([
  ['ReplicaSet', 'replicasets.apps "web" not found'],
  ['ControllerRevision', 'the server could not find the requested resource'],
  ['Replicaset', 'no matches for kind "Replicaset" in group "apps"'],
])('a target of kind %s that is not there', (kind, error) => {
  const { conditions, events } = afterSeconds(16, undefined, kind);
  expect(conditions).toEqual(['AbleToScale False FailedGetScale']);
  expect(events).toEqual([`x1 Warning FailedGetScale: ${error}`]);
});
