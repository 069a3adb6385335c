// How a pod that nobody runs any longer is taken away.
import type { Pod } from '../../api/pod.ts';
import { PodKind } from '../../api/pod.ts';
import type { Request } from '../../component.ts';
import { formatRfc3339 } from '../../machinery/time.ts';
import { isFinished, withPodCondition } from '../pod-facts.ts';

const nodeGone = {
  type: 'DisruptionTarget',
  status: 'True',
  reason: 'DeletionByPodGC',
  message: 'PodGC: node no longer exists',
} as const;

export function collectPod(pod: Pod, isNodeGone: boolean, nowMs: number): Request[] {
  const { namespace = '', name } = pod.metadata;
  const ended = isNodeGone ? withPodCondition(pod, nodeGone, formatRfc3339(nowMs)) : pod;
  const object: Pod = { ...ended, status: { ...ended.status, phase: 'Failed' } };
  return [
    ...(isFinished(pod) ? [] : [{ verb: 'updateStatus', kind: PodKind, object } as const]),
    { verb: 'delete', kind: PodKind, namespace, name, options: { gracePeriodSeconds: 0 } },
  ];
}
