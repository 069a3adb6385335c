// Pods that wait to be counted for a Job which is finished, or gone, or no longer theirs: nobody will count them, so they are
// let go.

import type { Job } from '../../api/job.ts';
import { isJobFinished, JobKind } from '../../api/job.ts';
import type { Kind } from '../../api/kind.ts';
import { apiVersionOf } from '../../api/kind.ts';
import { controllerOf, keyOf, splitKey } from '../../api/meta.ts';
import type { Pod } from '../../api/pod.ts';
import { PodKind } from '../../api/pod.ts';
import type { Change } from '../../apiserver/store.ts';
import type { Component, View } from '../../component.ts';
import { isManagedElsewhere, isTracked } from './predicates.ts';
import { releases } from './writes.ts';

/** Keys are those of pods. */
export const jobOrphanPods: Component = {
  name: 'job-controller',
  latencyMs: 5,
  doorbells: [
    {
      kind: PodKind as Kind,
      keys: ({ type, after }) => (type === 'DELETED' ? [] : trackedKeys([after as Pod])),
    },
    { kind: JobKind as Kind, keys: keysOfEnded },
  ],
  reconcile(key, view) {
    const { namespace, name } = splitKey(key);
    const pod = view.get(PodKind, namespace, name);
    return pod && isAbandoned(pod, view) ? releases([pod]) : [];
  },
};

function keysOfEnded({ type, after }: Change, view: View): string[] {
  const job = after as Job;
  if (type !== 'DELETED' && !isJobFinished(job)) return [];
  return trackedKeys(view.ownedBy(PodKind, job.metadata.uid ?? ''));
}

function trackedKeys(pods: readonly Pod[]): string[] {
  return pods.filter(isTracked).map(keyOf);
}

function isAbandoned(pod: Pod, view: View): boolean {
  if (!isTracked(pod)) return false;
  const owner = controllerOf(pod);
  if (!owner) return true;
  if (owner.kind !== JobKind.kind || owner.apiVersion !== apiVersionOf(JobKind as Kind)) return false;
  const job = view.get(JobKind, pod.metadata.namespace ?? '', owner.name);
  if (job?.metadata.uid !== owner.uid) return true;
  return isJobFinished(job) && !isManagedElsewhere(job);
}
