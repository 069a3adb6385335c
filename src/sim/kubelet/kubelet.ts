// Runs the pods that are bound to its node. One component stands for the kubelets of all nodes.
// Watches: pods, and the world for what happens on the nodes. Writes: the status of pods, their last deletion, events;
// asks the world for sandboxes, images and containers. Decides: when containers start, restart and stop.
// Departs: no resync once a minute; labels and annotations that change later do not reach the pod; no eviction under pressure, no static pods, no
// collection of dead containers. While its network is cut a kubelet says nothing.
import { NodeKind } from '../api/node.ts';
import type { Pod } from '../api/pod.ts';
import { PodKind } from '../api/pod.ts';
import type { Change } from '../apiserver/store.ts';
import type { Component, NodeView, Request, View } from '../component.ts';
import { formatRfc3339 } from '../machinery/time.ts';
import type { WorldChange } from '../world/world.ts';
import { rejectionOf } from './admission.ts';
import type { Reason } from './memory.ts';
import { freshMemory, recall } from './memory.ts';
import { generateStatus, isTerminal } from './status.ts';
import { nextLookMs, work } from './sync-pod.ts';
import type { Turn } from './turn.ts';
import { remember, say, sightingsOf, writeStatus } from './turn.ts';

/** The checks that are not the prober's. */
const hookPurposes = new Set(['postStart', 'preStop']);

/** Keys are `node/uid`: a pod that replaces another of its name is another pod. */
export const kubelet: Component<NodeView> = {
  name: 'kubelet',
  latencyMs: 10,
  doorbells: [
    { kind: PodKind, keys: keysOfPod },
    { world: true, keys: keysOfWorld },
  ],
  reconcile,
};

function reconcile(key: string, view: NodeView, nowMs: number): Request[] {
  const slash = key.indexOf('/');
  const [nodeName, podUid] = [key.slice(0, slash), key.slice(slash + 1)];
  if (!view.world.isOn(nodeName)) return [];
  const before = recall(view.world, podUid);
  const isConnected = view.world.reachesApi(nodeName, 'pods');
  const pod = isConnected ? podOf(view, nodeName, podUid, before?.pod) : before?.pod;
  if (!pod)
    return isConnected && (before || view.world.podsOn(nodeName).includes(podUid)) ? removal(podUid) : [];
  // A pod that is over before it was seen here ran elsewhere; one bound to a node that never joined runs nowhere.
  const node = view.get(NodeKind, '', nodeName);
  if (!before && (isTerminal(pod.status?.phase) || !node)) return [];
  const memory = { ...(before ?? freshMemory(pod, nowMs)), pod };
  const turn: Turn = {
    view,
    nodeName,
    nowMs,
    podUid,
    pod,
    isConnected,
    memory,
    status: pod.status ?? {},
    requests: [],
  };
  const rejection = before || !node ? undefined : rejectionOf(view, node, pod);
  if (rejection) reject(turn, rejection);
  else work(turn);
  if (!isConnected) remember(turn, { isCutOff: true });
  else if (turn.memory.isCutOff) reportAgain(turn);
  const atMs = nextLookMs(turn);
  return [
    { verb: 'world', act: { do: 'remember', podUid, memory: turn.memory } },
    ...turn.requests,
    ...(atMs === undefined ? [] : [{ verb: 'wake', afterMs: atMs - nowMs } as const]),
  ];
}

/** The pod is over before it began. */
function reject(turn: Turn, { reason, message }: Reason): void {
  say(turn, 'Warning', reason, message);
  const failure = { reason, message: `Pod was rejected: ${message}` };
  remember(turn, { stage: 'terminated', failure });
  const { startTime = formatRfc3339(turn.nowMs) } = turn.status;
  const { generation } = turn.pod.metadata;
  writeStatus(turn, {
    ...turn.status,
    ...failure,
    ...(generation === undefined ? {} : { observedGeneration: generation }),
    phase: 'Failed',
    startTime,
  });
}

/** After a cut the API server may show what others guessed meanwhile. */
function reportAgain(turn: Turn): void {
  remember(turn, { isCutOff: false });
  writeStatus(turn, generateStatus(turn, sightingsOf(turn)).status);
}

function removal(podUid: string): Request[] {
  return [{ verb: 'world', act: { do: 'remove-pod', podUid } }];
}

function podOf(view: View, nodeName: string, podUid: string, known: Pod | undefined): Pod | undefined {
  if (known === undefined)
    return view.onNode(PodKind, nodeName).find(({ metadata }) => metadata.uid === podUid);
  const pod = view.get(PodKind, known.metadata.namespace ?? '', known.metadata.name);
  return pod?.metadata.uid === podUid ? pod : undefined;
}

/** The kubelet's own reports ring nothing. */
function keysOfPod({ type, before, after }: Change): readonly string[] {
  const pod = after as Pod;
  if (!pod.spec.nodeName || !pod.metadata.uid) return [];
  if (type === 'MODIFIED' && before && isOnlyReport(before as Pod, pod)) return [];
  return [`${pod.spec.nodeName}/${pod.metadata.uid}`];
}

function isOnlyReport(before: Pod, after: Pod): boolean {
  const [old, now] = [before.metadata, after.metadata];
  return (
    before.spec.nodeName === after.spec.nodeName &&
    old.generation === now.generation &&
    old.deletionTimestamp === now.deletionTimestamp &&
    old.deletionGracePeriodSeconds === now.deletionGracePeriodSeconds
  );
}

function keysOfWorld(change: WorldChange, view: View): readonly string[] {
  const { nodeName } = change;
  if (change.what === 'check' && !hookPurposes.has(change.purpose)) return [];
  if (change.what !== 'node') return [`${nodeName}/${change.podUid}`];
  const pods = view.onNode(PodKind, nodeName).map(({ metadata }) => metadata.uid ?? '');
  const left = (view as NodeView).world.podsOn(nodeName);
  return [...new Set([...pods, ...left])].map((uid) => `${nodeName}/${uid}`);
}
