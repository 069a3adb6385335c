import { describe, expect, test } from 'vitest';
import type { Job, JobSpec } from '../../api/job.ts';
import { JobKind } from '../../api/job.ts';
import type { Kind } from '../../api/kind.ts';
import type { KubeObject } from '../../api/meta.ts';
import { keyOf } from '../../api/meta.ts';
import type { Pod } from '../../api/pod.ts';
import { PodKind } from '../../api/pod.ts';
import { refusal } from '../../apiserver/status.ts';
import type { Component, Request } from '../../component.ts';
import { formatRfc3339, parseRfc3339 } from '../../machinery/time.ts';
import { readyConditions, somePod, TestCluster } from '../../testing/test-cluster.ts';
import { jobController, jobOrphanPods, jobPodsController } from './index.ts';
import { COMPLETION_INDEX, TRACKING } from './predicates.ts';

/** How a pod ends: after how many seconds, and with which code. Undefined: it runs on. */
type Ending = (pod: Pod) => { afterS: number; exitCode: number } | undefined;

/** A node whose pods end as they are told. */
function endingKubelet(endingOf: Ending): Component {
  return {
    name: 'ending-kubelet',
    latencyMs: 200,
    doorbells: [{ kind: PodKind as Kind, keys: (change) => [keyOf(change.after)] }],
    reconcile(key, view, nowMs) {
      const [namespace = '', name = ''] = key.split('/');
      const pod = view.get(PodKind, namespace, name);
      const phase = pod?.status?.phase;
      if (!pod) return [];
      const ended = phase === 'Failed' || phase === 'Succeeded';
      if (pod.metadata.deletionTimestamp) {
        const options = { gracePeriodSeconds: 0 };
        const gone: Request = { verb: 'delete', kind: PodKind, namespace, name, options };
        return pod.metadata.deletionGracePeriodSeconds === 0 && ended
          ? []
          : [...(ended ? [] : [exited(pod, 143, nowMs)]), gone];
      }
      if (ended) return [];
      if (phase === 'Running') return run(pod, endingOf(pod), nowMs);
      return [bound(pod, nowMs)];
    },
  };
}

function bound(pod: Pod, nowMs: number): Request {
  const { namespace = '', name, uid = '' } = pod.metadata;
  const conditions = readyConditions(true, nowMs);
  const status = { phase: 'Running', startTime: formatRfc3339(nowMs), conditions } as const;
  const runs = (object: KubeObject): Request[] => [
    { verb: 'updateStatus', kind: PodKind, object: { ...object, status } as Pod },
  ];
  // biome-ignore lint/suspicious/noThenProperty: what follows the answer is part of a request
  return { verb: 'bind', namespace, name, uid, nodeName: 'node-1', then: runs };
}

function run(pod: Pod, ending: ReturnType<Ending>, nowMs: number): Request[] {
  if (!ending) return [];
  const endMs = (parseRfc3339(pod.status?.startTime ?? '') ?? 0) + ending.afterS * 1000;
  return endMs > nowMs ? [{ verb: 'wake', afterMs: endMs - nowMs }] : [exited(pod, ending.exitCode, nowMs)];
}

function exited(pod: Pod, exitCode: number, nowMs: number): Request {
  const terminated = { exitCode, finishedAt: formatRfc3339(nowMs) };
  const container = { name: 'main', ready: false, restartCount: 0, image: '', imageID: '' };
  const status = {
    phase: exitCode === 0 ? 'Succeeded' : 'Failed',
    conditions: readyConditions(false, nowMs),
    containerStatuses: [{ ...container, state: { terminated } }],
  };
  return { verb: 'updateStatus', kind: PodKind, object: { ...pod, status } as Pod };
}

type Given = Partial<JobSpec> & { restartPolicy?: 'Never' | 'OnFailure' };

function job({ restartPolicy = 'Never', ...spec }: Given = {}): Job {
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name: 'pi' },
    spec: {
      template: {
        metadata: { labels: { app: 'pi' } },
        spec: { restartPolicy, containers: [{ name: 'main', image: 'busybox' }] },
      },
      ...spec,
    },
  };
}

function started(given: Given, endingOf: Ending = () => ({ afterS: 3, exitCode: 0 })): TestCluster {
  const components = [jobController, jobPodsController, jobOrphanPods] as Component[];
  const cluster = new TestCluster(...components, endingKubelet(endingOf));
  cluster.create(JobKind, job(given));
  return cluster;
}

const statusOf = (cluster: TestCluster) => cluster.get(JobKind, 'pi').status ?? {};
const indexOf = (pod: Pod) => Number(pod.metadata.annotations?.[COMPLETION_INDEX]);
const podsOf = (cluster: TestCluster) => cluster.store.list(PodKind);
const createdAtS = (cluster: TestCluster) =>
  podsOf(cluster).map(({ metadata }) => (parseRfc3339(metadata.creationTimestamp ?? '') ?? 0) / 1000);

/** The last condition that holds: `Complete CompletionsReached: …`. */
function verdict(cluster: TestCluster): string | undefined {
  const held = statusOf(cluster).conditions?.filter(({ status }) => status === 'True') ?? [];
  const last = held.at(-1);
  return last && `${last.type} ${last.reason}: ${last.message}`;
}

const complete = 'Complete CompletionsReached: Reached expected number of succeeded pods';
const tooOften = 'Failed BackoffLimitExceeded: Job has reached the specified backoff limit';
const fails: Ending = () => ({ afterS: 1, exitCode: 1 });
const runsOn: Ending = () => undefined;

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
