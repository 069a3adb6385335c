// The controller of ttlSecondsAfterFinished.
// Watches: Jobs. Writes: deletes Jobs.
// Decides: when a Job that is over has been kept for long enough.
import type { Job, JobCondition } from '../../api/job.ts';
import { isJobFinished, JobKind } from '../../api/job.ts';
import type { Kind } from '../../api/kind.ts';
import { keyOf, splitKey } from '../../api/meta.ts';
import type { Change } from '../../apiserver/store.ts';
import type { Component } from '../../component.ts';
import { parseRfc3339 } from '../../machinery/time.ts';

/** From a change to the look at it. */
const latencyMs = 5;

export const ttlAfterFinishedController: Component = {
  name: 'ttl-after-finished-controller',
  latencyMs,
  doorbells: [{ kind: JobKind as Kind, keys: keysOf }],
  reconcile(key, view, nowMs) {
    const { namespace, name } = splitKey(key);
    const job = view.get(JobKind, namespace, name);
    const expiresMs = job && expiryOf(job);
    if (!job || expiresMs === undefined) return [];
    if (expiresMs > nowMs) return [{ verb: 'wake', afterMs: expiresMs - nowMs, periodic: true }];
    const { uid = '' } = job.metadata;
    const options = { propagationPolicy: 'Foreground', preconditions: { uid } } as const;
    return [{ verb: 'delete', kind: JobKind as Kind, namespace, name, options }];
  },
};

function keysOf({ type, after }: Change): string[] {
  return type !== 'DELETED' && expiryOf(after as Job) !== undefined ? [keyOf(after)] : [];
}

/** When a Job is to go, in ms; undefined for one that is not over, or stays. */
function expiryOf(job: Job): number | undefined {
  const { ttlSecondsAfterFinished: seconds } = job.spec;
  if (seconds === undefined || job.metadata.deletionTimestamp !== undefined || !isJobFinished(job)) {
    return undefined;
  }
  const isEnd = ({ type, status }: JobCondition) =>
    (type === 'Complete' || type === 'Failed') && status === 'True';
  const finishedMs = parseRfc3339(job.status?.conditions?.find(isEnd)?.lastTransitionTime ?? '');
  return finishedMs === undefined ? undefined : finishedMs + seconds * 1000;
}
