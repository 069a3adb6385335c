// For tests: Jobs on a node whose pods end as they are told.
import type { Job, JobSpec } from '../../../api/job.ts';
import { JobKind } from '../../../api/job.ts';
import type { Kind } from '../../../api/kind.ts';
import type { KubeObject } from '../../../api/meta.ts';
import { keyOf } from '../../../api/meta.ts';
import type { Pod } from '../../../api/pod.ts';
import { PodKind } from '../../../api/pod.ts';
import type { Component, Request } from '../../../component.ts';
import { formatRfc3339, parseRfc3339 } from '../../../machinery/time.ts';
import { readyConditions, TestCluster } from '../../../testing/test-cluster.ts';
import { jobController, jobOrphanPods, jobPodsController } from '../index.ts';
import { COMPLETION_INDEX } from '../predicates.ts';

/** How a pod ends: after how many seconds, and with which code. Undefined: it runs on. */
export type Ending = (pod: Pod) => { afterS: number; exitCode: number } | undefined;

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

export type Given = Partial<JobSpec> & { restartPolicy?: 'Never' | 'OnFailure' };

export function job({ restartPolicy = 'Never', ...spec }: Given = {}): Job {
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

export function started(given: Given, endingOf: Ending = () => ({ afterS: 3, exitCode: 0 })): TestCluster {
  const components = [jobController, jobPodsController, jobOrphanPods] as Component[];
  const cluster = new TestCluster(...components, endingKubelet(endingOf));
  cluster.create(JobKind, job(given));
  return cluster;
}

export const statusOf = (cluster: TestCluster) => cluster.get(JobKind, 'pi').status ?? {};
export const indexOf = (pod: Pod) => Number(pod.metadata.annotations?.[COMPLETION_INDEX]);
export const podsOf = (cluster: TestCluster) => cluster.store.list(PodKind);
export const createdAtS = (cluster: TestCluster) =>
  podsOf(cluster).map(({ metadata }) => (parseRfc3339(metadata.creationTimestamp ?? '') ?? 0) / 1000);

/** The last condition that holds: `Complete CompletionsReached: …`. */
export function verdict(cluster: TestCluster): string | undefined {
  const held = statusOf(cluster).conditions?.filter(({ status }) => status === 'True') ?? [];
  const last = held.at(-1);
  return last && `${last.type} ${last.reason}: ${last.message}`;
}

export const complete = 'Complete CompletionsReached: Reached expected number of succeeded pods';
export const tooOften = 'Failed BackoffLimitExceeded: Job has reached the specified backoff limit';
export const fails: Ending = () => ({ afterS: 1, exitCode: 1 });
export const runsOn: Ending = () => undefined;

