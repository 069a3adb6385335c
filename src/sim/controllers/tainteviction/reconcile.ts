// The decision about one pod on a node with NoExecute taints.
import type { Taint } from '../../api/node.ts';
import type { Pod } from '../../api/pod.ts';
import { PodKind } from '../../api/pod.ts';
import type { Request } from '../../component.ts';
import { formatRfc3339, parseRfc3339 } from '../../machinery/time.ts';
import { withPodCondition } from '../pod-facts.ts';
import { tolerance } from './tolerations.ts';

export interface EvictionInput {
  readonly pod: Pod;
  /** The NoExecute taints of its node. */
  readonly taints: readonly Taint[];
  /** When the time that the pod may still stay began. */
  readonly sinceMs: number;
  readonly nowMs: number;
}

export function reconcileEviction({ pod, taints, sinceMs, nowMs }: EvictionInput): Request[] {
  // Taints of an earlier time are gone: what has come since then rang by itself.
  const current = taints.filter(({ timeAdded }) => (parseRfc3339(timeAdded ?? '') ?? sinceMs) <= sinceMs);
  const seconds = tolerance(current, pod.spec.tolerations);
  if (current.length === 0 || seconds === Number.POSITIVE_INFINITY) return [];
  const dueMs = sinceMs + seconds * 1000;
  return dueMs > nowMs ? [{ verb: 'wake', afterMs: dueMs - nowMs }] : evictionRequests(pod, nowMs);
}

/** Says that a pod that was to go may stay. */
export function cancelRequests(pod: Pod): Request[] {
  return [event(pod, `Cancelling deletion of Pod ${pod.metadata.namespace}/${pod.metadata.name}`)];
}

function evictionRequests(pod: Pod, nowMs: number): Request[] {
  const { namespace = '', name, uid } = pod.metadata;
  const condition = {
    type: 'DisruptionTarget',
    status: 'True',
    reason: 'DeletionByTaintManager',
    message: 'Taint manager: deleting due to NoExecute taint',
  } as const;
  const options = uid === undefined ? {} : { options: { preconditions: { uid } } };
  return [
    event(pod, `Marking for deletion Pod ${namespace}/${name}`),
    {
      verb: 'updateStatus',
      kind: PodKind,
      object: withPodCondition(pod, condition, formatRfc3339(nowMs)),
    },
    { verb: 'delete', kind: PodKind, namespace, name, ...options },
  ];
}

/** About the pod by its name alone: `kubectl describe`, which asks for the events of a uid, does not find it. */
function event({ apiVersion, kind, metadata: { namespace = '', name } }: Pod, message: string): Request {
  const regarding = { apiVersion, kind, metadata: { namespace, name } };
  return { verb: 'event', event: { regarding, type: 'Normal', reason: 'TaintManagerEviction', message } };
}
