// The scheduler: gives every pod without a node the node that suits it best.
//
// Watches Pods, Nodes, PersistentVolumeClaims, PersistentVolumes and StorageClasses. Writes the binding of a pod, its
// PodScheduled condition where no node would do, the pods that must leave for one that matters more, and, for claims that waited for a pod, the node they belong to. The rules
// are in plugins/, their order and weights in profile.ts.
//
// Departs: a pod that found no node is tried again as soon as something changes that may help it, without a back-off of its
// own (a scheduler that is otherwise idle does not wait for the back-off either). All nodes are looked at, however many
// there are.
import type { Condition } from '../api/meta.ts';
import { keyOf, splitKey } from '../api/meta.ts';
import type { Node } from '../api/node.ts';
import { NodeKind } from '../api/node.ts';
import { PersistentVolumeKind } from '../api/persistent-volume.ts';
import { PersistentVolumeClaimKind } from '../api/persistent-volume-claim.ts';
import type { Pod } from '../api/pod.ts';
import { PodKind } from '../api/pod.ts';
import { StorageClassKind } from '../api/storage-class.ts';
import type { Component, Request, View } from '../component.ts';
import { formatRfc3339 } from '../machinery/time.ts';
import { findNode } from './attempt.ts';
import type { Diagnosis } from './fit-error.ts';
import { fitErrorMessage } from './fit-error.ts';
import { helpedByClaim, helpedByClass, helpedByNode, helpedByPod, helpedByVolume } from './hints.ts';
import { hasEnded } from './load.ts';
import { settleVolumes } from './plugins/volume-binding.ts';
import { evictions, preempt } from './preemption/preempt.ts';

/** How long the scheduler takes to come to a pod. */
const LATENCY_MS = 5;
/** How often it looks whether the claims of a pod whose node is chosen are bound at last. */
const VOLUME_POLL_MS = 1_000;
/** A pod that nothing has helped is tried again after this long all the same. */
const FLUSH_MS = 300_000;

const DEFAULT_SCHEDULER = 'default-scheduler';

export const scheduler: Component = {
  name: DEFAULT_SCHEDULER,
  latencyMs: LATENCY_MS,
  doorbells: [
    { kind: PodKind, keys: helpedByPod },
    { kind: NodeKind, keys: helpedByNode },
    { kind: PersistentVolumeClaimKind, keys: helpedByClaim },
    { kind: PersistentVolumeKind, keys: helpedByVolume },
    { kind: StorageClassKind, keys: helpedByClass },
  ],
  startKeys: (view) => view.onNode(PodKind, '').map(keyOf),
  reconcile(key, view, nowMs) {
    const { namespace, name } = splitKey(key);
    const pod = view.get(PodKind, namespace, name);
    if (!pod || !isWaiting(pod)) return [];
    const outcome = findNode(pod, view);
    if ('node' in outcome) return place(pod, outcome.node, view);
    return unschedulable(pod, outcome.diagnosis, view, nowMs);
  },
};

/** Whether a pod is this scheduler's to place, now. */
export function isWaiting(pod: Pod): boolean {
  return (
    !pod.spec.nodeName &&
    !pod.metadata.deletionTimestamp &&
    !hasEnded(pod) &&
    !pod.spec.schedulingGates?.length &&
    (pod.spec.schedulerName ?? DEFAULT_SCHEDULER) === DEFAULT_SCHEDULER
  );
}

function place(pod: Pod, node: Node, view: View): Request[] {
  const settling = settleVolumes(pod, node, view);
  if (settling) {
    const { requests, isForOthers } = settling;
    return [...requests, { verb: 'wake', afterMs: VOLUME_POLL_MS, periodic: isForOthers }];
  }
  const { namespace = '', name, uid = '' } = pod.metadata;
  const nodeName = node.metadata.name;
  const message = `Successfully assigned ${namespace}/${name} to ${nodeName}`;
  return [
    {
      verb: 'bind',
      namespace,
      name,
      uid,
      nodeName,
      // biome-ignore lint/suspicious/noThenProperty: what follows the answer is part of a request
      then: () => [
        { verb: 'event', event: { regarding: pod, type: 'Normal', reason: 'Scheduled', message } },
      ],
    },
  ];
}

/** Says so; and where pods of lower priority can make room, they leave and the pod waits for the node. */
function unschedulable(pod: Pod, diagnosis: Diagnosis, view: View, nowMs: number): Request[] {
  const preemption = preempt(pod, view, diagnosis);
  const victims = 'victims' in preemption ? preemption.victims : undefined;
  const message = fitErrorMessage(diagnosis, 'message' in preemption ? preemption.message : undefined);
  const requests: Request[] = [
    ...(victims ? evictions(pod, victims, view, nowMs) : []),
    { verb: 'event', event: { regarding: pod, type: 'Warning', reason: 'FailedScheduling', message } },
  ];
  const known = pod.status?.conditions?.find(({ type }) => type === 'PodScheduled');
  const nominated = victims?.state.name ?? pod.status?.nominatedNodeName;
  const isNews = nominated !== pod.status?.nominatedNodeName || known?.message !== message;
  if (known?.status !== 'False' || known.reason !== 'Unschedulable' || isNews) {
    const object = withCondition(nominatedTo(pod, nominated), known, message, nowMs);
    requests.push({ verb: 'updateStatus', kind: PodKind, object });
  }
  requests.push({ verb: 'wake', afterMs: FLUSH_MS, periodic: true });
  return requests;
}

function nominatedTo(pod: Pod, nodeName: string | undefined): Pod {
  return nodeName === undefined ? pod : { ...pod, status: { ...pod.status, nominatedNodeName: nodeName } };
}

function withCondition(pod: Pod, known: Condition | undefined, message: string, nowMs: number): Pod {
  const condition = {
    type: 'PodScheduled',
    status: 'False' as const,
    lastProbeTime: null,
    lastTransitionTime:
      known?.status === 'False' && known.lastTransitionTime ? known.lastTransitionTime : formatRfc3339(nowMs),
    reason: 'Unschedulable',
    message,
    ...(pod.metadata.generation === undefined ? {} : { observedGeneration: pod.metadata.generation }),
  };
  const others = (pod.status?.conditions ?? []).filter(({ type }) => type !== 'PodScheduled');
  return { ...pod, status: { ...pod.status, conditions: [...others, condition] } };
}
