import { describe, expect, test } from 'vitest';
import type { JobSpec } from '../../api/job.ts';
import { JobKind } from '../../api/job.ts';
import { PodKind } from '../../api/pod.ts';
import { refusal } from '../../apiserver/status.ts';
import type { Component } from '../../component.ts';
import { somePod, TestCluster } from '../../testing/test-cluster.ts';
import { jobController, jobPodsController } from './index.ts';
import { TRACKING } from './predicates.ts';
import {
  complete,
  createdAtS,
  fails,
  job,
  podsOf,
  runsOn,
  started,
  statusOf,
  tooOften,
  verdict,
} from './testdata/ending-pods.ts';

describe('completions', () => {
  test('one pod, and all that is said of it', () => {
    const cluster = started({});
    cluster.pass(900);
    expect(statusOf(cluster)).toMatchObject({ active: 1, ready: 0, terminating: 0 });
    const [pod] = podsOf(cluster);
    expect(pod?.metadata.finalizers).toEqual([TRACKING]);
    cluster.pass(10_000);
    const { conditions, startTime, completionTime, ...counts } = statusOf(cluster);
    expect(counts).toEqual({ succeeded: 1, ready: 0, terminating: 0, uncountedTerminatedPods: {} });
    expect(conditions?.map(({ type }) => type)).toEqual(['SuccessCriteriaMet', 'Complete']);
    expect([startTime, completionTime].every((time) => time !== undefined)).toBe(true);
    expect(verdict(cluster)).toBe(complete);
    expect(podsOf(cluster)[0]?.metadata.finalizers).toBeUndefined();
    expect(cluster.events('pi')).toEqual([
      `x1 Normal SuccessfulCreate: Created pod: ${pod?.metadata.name}`,
      'x1 Normal Completed: Job completed',
    ]);
  });

  test('never more at a time than the parallelism, nor than are still wanted', () => {
    const cluster = started({ completions: 5, parallelism: 2 });
    const active: number[] = [];
    for (let s = 0; s < 30; s++) {
      cluster.pass(1000);
      active.push(statusOf(cluster).active ?? 0);
    }
    expect(Math.max(...active)).toBe(2);
    expect(podsOf(cluster)).toHaveLength(5);
    expect([statusOf(cluster).succeeded, verdict(cluster)]).toEqual([5, complete]);
  });

  test('without completions, one success is enough, and the others are waited for', () => {
    let first: string | undefined;
    const cluster = started({ parallelism: 3 }, ({ metadata }) => {
      first ??= metadata.name;
      return { afterS: metadata.name === first ? 2 : 8, exitCode: 0 };
    });
    cluster.pass(6000);
    expect([podsOf(cluster).length, statusOf(cluster).active, verdict(cluster)]).toEqual([3, 2, undefined]);
    cluster.pass(10_000);
    expect([podsOf(cluster).length, statusOf(cluster).succeeded, verdict(cluster)]).toEqual([3, 3, complete]);
  });

  test('a smaller parallelism stops pods, and counts none of them', () => {
    const cluster = started({ completions: 4, parallelism: 4 }, runsOn);
    cluster.pass(3000);
    cluster.change(JobKind, 'pi', (it) => ({ ...it, spec: { ...it.spec, parallelism: 1 } }));
    cluster.pass(5000);
    expect(podsOf(cluster)).toHaveLength(1);
    expect(statusOf(cluster)).toMatchObject({ active: 1, ready: 1, terminating: 0 });
    expect(statusOf(cluster).failed).toBeUndefined();
  });
});

describe('failures', () => {
  test('are made up for later each time, until there are too many', () => {
    const cluster = started({ backoffLimit: 3 }, fails);
    cluster.pass(200_000);
    const [first = 0, ...more] = createdAtS(cluster);
    expect(more.map((atS) => atS - first)).toEqual([11, 32, 73]);
    expect([statusOf(cluster).failed, verdict(cluster)]).toEqual([4, tooOften]);
    expect(cluster.events('pi').at(-1)).toBe(
      'x1 Warning BackoffLimitExceeded: Job has reached the specified backoff limit',
    );
  });

  test('a success starts the wait anew', () => {
    const outcomes = [1, 1, 0, 1, 0];
    const seen: string[] = [];
    const cluster = started({ completions: 2 }, ({ metadata }) => {
      if (!seen.includes(metadata.name)) seen.push(metadata.name);
      return { afterS: 1, exitCode: outcomes[seen.indexOf(metadata.name)] ?? 0 };
    });
    cluster.pass(200_000);
    const times = createdAtS(cluster);
    expect(times.slice(1).map((atS, i) => atS - (times[i] ?? 0))).toEqual([11, 21, 2, 11]);
    expect([statusOf(cluster).failed, verdict(cluster)]).toEqual([3, complete]);
  });

  test('what still runs is stopped when there have been too many', () => {
    const cluster = started({ backoffLimit: 0, parallelism: 3, completions: 3 }, ({ metadata }) =>
      metadata.name === podsOf(cluster)[0]?.metadata.name ? { afterS: 1, exitCode: 1 } : undefined,
    );
    cluster.pass(20_000);
    expect([statusOf(cluster).failed, verdict(cluster)]).toEqual([3, tooOften]);
    expect(statusOf(cluster).active).toBeUndefined();
    expect(podsOf(cluster)).toHaveLength(1);
  });

  test('restarts in place count where pods restart', () => {
    const cluster = started({ restartPolicy: 'OnFailure', backoffLimit: 2 }, runsOn);
    cluster.pass(2000);
    const [name = ''] = cluster.names(PodKind);
    const container = { name: 'main', ready: true, restartCount: 2, image: '', imageID: '' };
    cluster.change(PodKind, name, (it) => ({
      ...it,
      status: { ...it.status, containerStatuses: [container] },
    }));
    cluster.pass(5000);
    expect(verdict(cluster)).toBe(tooOften);
  });

  test.each<[JobSpec['podReplacementPolicy'], number, number | undefined]>([
    // Counted as failed when it is deleted, and made up for after the wait.
    ['TerminatingOrFailed', 10, 1],
    ['Failed', 10, 1],
  ])('a deleted pod, with %s', (podReplacementPolicy, afterS, failed) => {
    const cluster = started(podReplacementPolicy ? { podReplacementPolicy } : {}, runsOn);
    cluster.pass(2500);
    const [name = ''] = cluster.names(PodKind);
    const deletedS = Math.floor(cluster.nowMs / 1000);
    cluster.delete(PodKind, name);
    cluster.pass(5000);
    expect([cluster.names(PodKind), statusOf(cluster).failed]).toEqual([[], failed]);
    cluster.pass(10_000);
    expect(createdAtS(cluster)).toEqual([deletedS + afterS]);
  });

  test('a refused pod is tried again, later each time', () => {
    const components = [jobController, jobPodsController] as Component[];
    const cluster = new TestCluster(...components);
    cluster.refuse = (verb, object) =>
      verb === 'create' && object.kind === 'Pod' ? refusal('Forbidden', 'no') : undefined;
    cluster.create(JobKind, job({}));
    cluster.pass(20_000);
    // At 0, 1, 3, 7 and 15 seconds, and once because the status changed.
    expect(cluster.events('pi')).toEqual(['x6 Warning FailedCreate: Error creating: no']);
    expect(statusOf(cluster)).toMatchObject({ ready: 0, terminating: 0 });
    cluster.refuse = () => undefined;
    cluster.pass(20_000);
    expect(podsOf(cluster)).toHaveLength(1);
  });
});

describe('the deadline', () => {
  test('ends a Job that takes too long', () => {
    const cluster = started({ activeDeadlineSeconds: 5 }, runsOn);
    cluster.pass(4900);
    expect(verdict(cluster)).toBeUndefined();
    cluster.pass(3000);
    expect(verdict(cluster)).toBe('Failed DeadlineExceeded: Job was active longer than specified deadline');
    expect([podsOf(cluster).length, statusOf(cluster).failed]).toEqual([0, 1]);
  });
});

describe('suspension', () => {
  const suspend = (cluster: TestCluster, isOn: boolean) =>
    cluster.change(JobKind, 'pi', (it) => ({ ...it, spec: { ...it.spec, suspend: isOn } }));

  test('stops the pods and the clock, and counts nothing', () => {
    const cluster = started({ suspend: true, activeDeadlineSeconds: 30 });
    cluster.pass(2000);
    expect([podsOf(cluster), statusOf(cluster).startTime, verdict(cluster)]).toEqual([
      [],
      undefined,
      'Suspended JobSuspended: Job suspended',
    ]);
    suspend(cluster, false);
    cluster.pass(2000);
    expect([podsOf(cluster).length, verdict(cluster)]).toEqual([1, undefined]);
    suspend(cluster, true);
    cluster.pass(60_000);
    expect([podsOf(cluster), statusOf(cluster).startTime]).toEqual([[], undefined]);
    suspend(cluster, false);
    cluster.pass(10_000);
    expect([statusOf(cluster).failed, verdict(cluster)]).toEqual([undefined, complete]);
    expect(statusOf(cluster).conditions?.map(({ type, status }) => `${type} ${status}`)).toEqual([
      'Suspended False',
      'SuccessCriteriaMet True',
      'Complete True',
    ]);
    const said = cluster.events('pi').map((it) => it.replace(/pi-.*/, 'POD'));
    expect(said).toEqual([
      'x2 Normal Suspended: Job suspended',
      'x1 Normal SuccessfulCreate: Created pod: POD',
      'x2 Normal Resumed: Job resumed',
      'x1 Normal SuccessfulDelete: Deleted pod: POD',
      'x1 Normal SuccessfulCreate: Created pod: POD',
      'x1 Normal Completed: Job completed',
    ]);
  });
});

describe('ownership', () => {
  test('pods of a Job that is gone are let go', () => {
    const cluster = started({}, runsOn);
    cluster.pass(2000);
    cluster.delete(JobKind, 'pi');
    cluster.pass(1000);
    expect(podsOf(cluster).map(({ metadata }) => metadata.finalizers)).toEqual([undefined]);
  });

  test('a pod that the selector finds is adopted and counted', () => {
    const cluster = new TestCluster(...([jobController, jobPodsController] as Component[]));
    cluster.create(PodKind, somePod({ name: 'solo', labels: { app: 'pi' } }));
    cluster.create(JobKind, job({ manualSelector: true, selector: { matchLabels: { app: 'pi' } } }));
    cluster.pass(3000);
    expect(cluster.names(PodKind)).toEqual(['solo']);
    expect(cluster.get(PodKind, 'solo').metadata.finalizers).toEqual([TRACKING]);
    expect(statusOf(cluster).active).toBe(1);
  });

  test('a Job that another controller manages is left alone', () => {
    const cluster = started({ managedBy: 'acme.io/queue' });
    cluster.pass(5000);
    expect([podsOf(cluster), statusOf(cluster)]).toEqual([[], {}]);
  });
});
