// The Job controller.
// Watches: Jobs, pods. Writes: pods, their owners and the finalizer by which they wait to be counted, the status of Jobs.
// Decides: how many pods run and which indexes they get, when a failure is made up for, and when a Job is over and why.
// Departs: pods are always looked up fresh, so there are no expectations to keep. No Workload or PodGroup is made.
import type { Job } from '../../api/job.ts';
import { isJobFinished, JobKind } from '../../api/job.ts';
import type { Kind } from '../../api/kind.ts';
import { isControlledBy, keyOf, splitKey } from '../../api/meta.ts';
import { NamespaceKind } from '../../api/namespace.ts';
import type { Pod } from '../../api/pod.ts';
import { PodKind } from '../../api/pod.ts';
import type { Change } from '../../apiserver/store.ts';
import type { Component, NodeView, Request } from '../../component.ts';
import { compileLabelSelector } from '../../machinery/label-selector.ts';
import { claim } from '../claim-pods.ts';
import { podDoorbell } from '../pod-doorbell.ts';
import type { JobMemory } from './backoff.ts';
import { noMemory } from './backoff.ts';
import { isManagedElsewhere, TRACKING } from './predicates.ts';
import { syncJob } from './sync.ts';

export { jobOrphanPods } from './orphans.ts';

/** What somebody wants of a Job is looked at right away; what becomes of its pods, a second later and all at once. */
const latencyMs = { spec: 30, pods: 1000 } as const;

export const jobController: Component<NodeView> = {
  name: 'job-controller',
  latencyMs: latencyMs.spec,
  doorbells: [{ kind: JobKind as Kind, keys: (change) => (isNewSpec(change) ? [keyOf(change.after)] : []) }],
  reconcile,
};

export const jobPodsController: Component<NodeView> = {
  name: 'job-controller',
  latencyMs: latencyMs.pods,
  doorbells: [
    { kind: JobKind as Kind, keys: (change) => (isNewSpec(change) ? [] : [keyOf(change.after)]) },
    podDoorbell(JobKind, (job) => job.spec.selector),
  ],
  reconcile,
};

function isNewSpec({ type, before, after }: Change): boolean {
  return type !== 'MODIFIED' || before?.metadata.generation !== after.metadata.generation;
}

function reconcile(key: string, view: NodeView, nowMs: number): Request[] {
  const { namespace, name } = splitKey(key);
  const job = view.get(JobKind, namespace, name);
  const selector = compileLabelSelector(job?.spec.selector);
  if (!job || !selector.ok || isManagedElsewhere(job) || isJobFinished(job)) return [];
  const { claimed, requests } = claim(job, PodKind, view.list(PodKind, namespace), (pod) =>
    selector.value.matches(pod.metadata.labels),
  );
  if (requests.length > 0) return requests.map((request) => withTracking(request, job));
  const remembered = view.world?.memory(job.metadata.uid ?? '', 'job') as JobMemory | undefined;
  return syncJob({
    job,
    pods: claimed,
    memory: remembered ?? noMemory,
    isNamespaceTerminating: view.get(NamespaceKind, '', namespace)?.metadata.deletionTimestamp !== undefined,
    nowMs,
  });
}

/** Who is adopted is to be counted, and who is released no longer is. */
function withTracking(request: Request, job: Job): Request {
  if (request.verb !== 'update') return request;
  const pod = request.object as Pod;
  const { finalizers = [], ...metadata } = pod.metadata;
  const others = finalizers.filter((it) => it !== TRACKING);
  const next = isControlledBy(pod, job.metadata.uid) ? [...others, TRACKING] : others;
  return {
    ...request,
    object: {
      ...pod,
      metadata: next.length === 0 ? metadata : { ...metadata, finalizers: next },
    },
  };
}
