import { describe, expect, test } from 'vitest';
import type { JobSpec } from '../../api/job.ts';
import { JobKind } from '../../api/job.ts';
import { PodKind } from '../../api/pod.ts';
import { COMPLETION_INDEX } from './predicates.ts';
import type { Ending } from './testdata/ending-pods.ts';
import {
  complete,
  createdAtS,
  fails,
  indexOf,
  podsOf,
  runsOn,
  started,
  statusOf,
  verdict,
} from './testdata/ending-pods.ts';

describe('indexes', () => {
  const indexed = { completionMode: 'Indexed', completions: 4, parallelism: 2 } as const;

  test('each is done once, in order, by a pod that knows its own', () => {
    const cluster = started(indexed);
    cluster.pass(2000);
    const [, second] = podsOf(cluster);
    expect(second?.metadata).toMatchObject({
      name: expect.stringMatching(/^pi-1-[a-z0-9]{5}$/),
      labels: { app: 'pi', 'job-name': 'pi', [COMPLETION_INDEX]: '1' },
      annotations: { [COMPLETION_INDEX]: '1' },
    });
    expect(second?.spec.hostname).toBe('pi-1');
    expect(second?.spec.containers[0]?.env).toEqual([
      {
        name: 'JOB_COMPLETION_INDEX',
        valueFrom: { fieldRef: { apiVersion: 'v1', fieldPath: `metadata.labels['${COMPLETION_INDEX}']` } },
      },
    ]);
    cluster.pass(20_000);
    expect(podsOf(cluster).map(indexOf)).toEqual([0, 1, 2, 3]);
    expect(statusOf(cluster)).toMatchObject({ succeeded: 4, completedIndexes: '0-3' });
    expect(verdict(cluster)).toBe(complete);
  });

  test('grow and shrink with the Job', () => {
    const cluster = started({ ...indexed, parallelism: 4 }, runsOn);
    cluster.pass(2000);
    const resize = (count: number) =>
      cluster.change(JobKind, 'pi', (it) => ({
        ...it,
        spec: { ...it.spec, completions: count, parallelism: count },
      }));
    resize(2);
    cluster.pass(3000);
    expect(podsOf(cluster).map(indexOf)).toEqual([0, 1]);
    resize(3);
    cluster.pass(3000);
    expect(podsOf(cluster).map(indexOf)).toEqual([0, 1, 2]);
  });

  const secondFails: Ending = (pod) => ({ afterS: 1, exitCode: indexOf(pod) === 1 ? 1 : 0 });

  test('may fail by themselves', () => {
    const cluster = started({ ...indexed, backoffLimitPerIndex: 1 }, secondFails);
    cluster.pass(60_000);
    expect(podsOf(cluster).map(indexOf)).toEqual([0, 1, 2, 3, 1]);
    expect(podsOf(cluster).at(-1)?.metadata.annotations).toMatchObject({
      'batch.kubernetes.io/job-index-failure-count': '1',
    });
    expect(statusOf(cluster)).toMatchObject({ completedIndexes: '0,2,3', failedIndexes: '1', failed: 2 });
    expect(verdict(cluster)).toBe('Failed FailedIndexes: Job has failed indexes');
  });

  test('but not too many of them', () => {
    const policy = { backoffLimitPerIndex: 0, maxFailedIndexes: 1 };
    const cluster = started({ ...indexed, ...policy }, fails);
    cluster.pass(60_000);
    expect(statusOf(cluster).failedIndexes).toBe('0,1');
    expect(verdict(cluster)).toBe(
      'Failed MaxFailedIndexesExceeded: Job has exceeded the specified maximal number of failed indexes',
    );
  });

  test.each<[object, string]>([
    [{ succeededIndexes: '0', succeededCount: 1 }, 'Matched rules at index 1'],
    [{ succeededCount: 1 }, 'Matched rules at index 1'],
  ])('some are enough for %j', (rule, message) => {
    const successPolicy = { rules: [{ succeededIndexes: '2-3' }, rule] };
    const firstEnds: Ending = (pod) => (indexOf(pod) === 0 ? { afterS: 2, exitCode: 0 } : undefined);
    const cluster = started({ ...indexed, parallelism: 4, successPolicy }, firstEnds);
    cluster.pass(20_000);
    expect(verdict(cluster)).toBe(`Complete SuccessPolicy: ${message}`);
    expect(statusOf(cluster)).toMatchObject({ succeeded: 1, completedIndexes: '0', terminating: 0 });
    expect(statusOf(cluster).failed).toBeUndefined();
    expect(podsOf(cluster)).toHaveLength(1);
  });
});

describe('the failure policy', () => {
  const policy = (...rules: NonNullable<JobSpec['podFailurePolicy']>['rules']) => ({
    podFailurePolicy: { rules },
  });
  const on = (...values: number[]) => ({ onExitCodes: { operator: 'In' as const, values } });

  test('FailJob ends it at the first such failure', () => {
    const given = policy({ action: 'Ignore', ...on(7) }, { action: 'FailJob', ...on(1, 42) });
    const cluster = started(given, () => ({ afterS: 1, exitCode: 42 }));
    cluster.pass(20_000);
    const [name] = cluster.names(PodKind);
    const why = `Container main for pod default/${name} failed with exit code 42 matching FailJob rule at index 1`;
    expect([statusOf(cluster).failed, verdict(cluster)]).toEqual([1, `Failed PodFailurePolicy: ${why}`]);
  });

  test('Ignore counts nothing, and waits all the same', () => {
    const given = { backoffLimit: 0, ...policy({ action: 'Ignore', ...on(7) }) };
    let failures = 0;
    const cluster = started(given, ({ metadata }) => {
      failures = Math.max(failures, cluster.names(PodKind).indexOf(metadata.name));
      return { afterS: 1, exitCode: cluster.names(PodKind).indexOf(metadata.name) < 2 ? 7 : 0 };
    });
    cluster.pass(60_000);
    expect([podsOf(cluster).length, statusOf(cluster).failed, verdict(cluster)]).toEqual([
      3,
      undefined,
      complete,
    ]);
    const [first = 0, second = 0] = createdAtS(cluster);
    expect(second - first).toBe(11);
  });

  test('FailIndex gives one index up', () => {
    const given = {
      completionMode: 'Indexed',
      completions: 2,
      parallelism: 2,
      backoffLimitPerIndex: 5,
      ...policy({ action: 'FailIndex', ...on(3) }),
    } as const;
    const cluster = started(given, (pod) => ({ afterS: 1, exitCode: indexOf(pod) === 1 ? 3 : 0 }));
    cluster.pass(20_000);
    expect(statusOf(cluster)).toMatchObject({ completedIndexes: '0', failedIndexes: '1', failed: 1 });
  });

  test('a pod’s conditions are looked at too', () => {
    const onPodConditions = [{ type: 'DisruptionTarget', status: 'True' }];
    const cluster = started(policy({ action: 'FailJob', onPodConditions }), runsOn);
    cluster.pass(2000);
    const [name = ''] = cluster.names(PodKind);
    const conditions = [{ type: 'DisruptionTarget', status: 'True' }] as const;
    cluster.change(PodKind, name, (it) => ({
      ...it,
      status: { phase: 'Failed' as const, conditions: [...conditions] },
    }));
    cluster.pass(5000);
    const why = `Pod default/${name} has condition DisruptionTarget matching FailJob rule at index 0`;
    expect(verdict(cluster)).toBe(`Failed PodFailurePolicy: ${why}`);
  });
});
