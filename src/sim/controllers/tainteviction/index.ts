// The taint eviction controller.
// Watches: pods, the taints of nodes. Writes: deletes pods. Decides: which pods a NoExecute taint drives away, and when.
import type { Kind } from '../../api/kind.ts';
import { keyOf, splitKey } from '../../api/meta.ts';
import type { Node, Taint } from '../../api/node.ts';
import { NodeKind } from '../../api/node.ts';
import type { Pod } from '../../api/pod.ts';
import { PodKind } from '../../api/pod.ts';
import type { Change } from '../../apiserver/store.ts';
import type { Component, Request, View } from '../../component.ts';
import { isEqual } from '../../machinery/equality.ts';
import { isTerminating } from '../pod-facts.ts';
import { cancelRequests, reconcileEviction } from './reconcile.ts';
import { tolerance } from './tolerations.ts';

/** From a change to the look at it. */
const latencyMs = 10;
const CANCEL = 'cancel';

/**
 * Keys are a pod's, after the time in ms at which its node became intolerable: that is when the time it may still stay
 * begins. After `cancel` it is a pod that was to go and may stay.
 */
export const taintEvictionController: Component = {
  name: 'taint-eviction-controller',
  latencyMs,
  doorbells: [
    { kind: PodKind as Kind, keys: podKeys },
    { kind: NodeKind as Kind, keys: nodeKeys },
  ],
  reconcile(key, view, nowMs): Request[] {
    const space = key.indexOf(' ');
    const { namespace, name } = splitKey(key.slice(space + 1));
    const pod = view.get(PodKind, namespace, name);
    if (!pod) return [];
    const taints = taintsOf(view.get(NodeKind, '', pod.spec.nodeName ?? ''));
    if (key.startsWith(CANCEL)) return taints.length > 0 || isTerminating(pod) ? [] : cancelRequests(pod);
    return reconcileEviction({ pod, taints, sinceMs: Number(key.slice(0, space)), nowMs });
  },
};

function podKeys({ type, before, after, atMs }: Change, view: View): string[] {
  const pod = after as Pod;
  const { nodeName } = pod.spec;
  if (type === 'DELETED' || !nodeName) return [];
  const wasThere = (before as Pod | undefined)?.spec.nodeName === nodeName;
  if (wasThere && isEqual((before as Pod).spec.tolerations, pod.spec.tolerations)) return [];
  return taintsOf(view.get(NodeKind, '', nodeName)).length === 0 ? [] : [`${atMs} ${keyOf(pod)}`];
}

function nodeKeys({ type, before, after, atMs }: Change, view: View): string[] {
  if (type === 'DELETED') return [];
  const [had, has] = [taintsOf(before as Node | undefined), taintsOf(after as Node)];
  if (isEqual(had, has)) return [];
  const pods = view.onNode(PodKind, after.metadata.name);
  if (has.length > 0) return pods.map((pod) => `${atMs} ${keyOf(pod)}`);
  const wereToGo = pods.filter((pod) => Number.isFinite(tolerance(had, pod.spec.tolerations)));
  return wereToGo.map((pod) => `${CANCEL} ${keyOf(pod)}`);
}

function taintsOf(node: Node | undefined): Taint[] {
  return (node?.spec.taints ?? []).filter(({ effect }) => effect === 'NoExecute');
}
