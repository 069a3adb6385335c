// The pod garbage collector.
// Watches: nodes that go away or are declared out of service, pods on nodes that are not there.
// Writes: the phase of pods that nobody runs any longer, and deletes them at once.
// Departs: it removes no pods because there are too many that have ended (12500 by default).
import type { Kind } from '../../api/kind.ts';
import { keyOf, splitKey } from '../../api/meta.ts';
import type { Node } from '../../api/node.ts';
import { NodeKind } from '../../api/node.ts';
import type { Pod } from '../../api/pod.ts';
import { PodKind } from '../../api/pod.ts';
import type { Change } from '../../apiserver/store.ts';
import type { Component, View } from '../../component.ts';
import { isTerminating } from '../pod-facts.ts';
import { collectPod } from './reconcile.ts';

/** The controller comes round every 20 s: on average it finds something after half of that. */
const roundMs = 10_000;
/**
 * Once it finds a node gone it waits for 40 s more, so that it acts on the third round after that: between 60 and 80 s in
 * all.
 */
const goneMs = 60_000 + roundMs;

const OUT_OF_SERVICE = 'node.kubernetes.io/out-of-service';

/** Pods on a node that is no longer there. */
export const podGarbageCollector = collector(goneMs, isOnMissingNode);

/** Pods on their way out on a node that will not come back. */
export const outOfServiceCollector = collector(roundMs, isLeftOutOfService);

/** Takes away the pods that are abandoned in one way. Keys are those of pods. */
function collector(latencyMs: number, isAbandoned: (pod: Pod, view: View) => boolean): Component {
  return {
    name: 'pod-garbage-collector-controller',
    latencyMs,
    doorbells: [
      { kind: NodeKind as Kind, keys: nodeKeys },
      { kind: PodKind as Kind, keys: (change, view) => podKeys(change, view, isAbandoned) },
    ],
    startKeys: (view) =>
      view
        .list(PodKind)
        .filter((pod) => isAbandoned(pod, view))
        .map(keyOf),
    reconcile(key, view, nowMs) {
      const { namespace, name } = splitKey(key);
      const pod = view.get(PodKind, namespace, name);
      if (!pod || !isAbandoned(pod, view)) return [];
      return collectPod(pod, view.get(NodeKind, '', pod.spec.nodeName ?? '') === undefined, nowMs);
    },
  };
}

function nodeKeys({ type, before, after }: Change, view: View): string[] {
  const isOut = (node: unknown) => node !== undefined && isOutOfService(node as Node);
  if (type !== 'DELETED' && (isOut(before) || !isOut(after))) return [];
  return view.onNode(PodKind, after.metadata.name).map(keyOf);
}

function podKeys(
  { type, before, after }: Change,
  view: View,
  isAbandoned: (pod: Pod, view: View) => boolean,
): string[] {
  if (type === 'DELETED') return [];
  const [was, is] = [before as Pod | undefined, after as Pod];
  const isNews = was?.spec.nodeName !== is.spec.nodeName || isTerminating(is) !== (was && isTerminating(was));
  return isNews && isAbandoned(is, view) ? [keyOf(is)] : [];
}

function isOnMissingNode({ spec }: Pod, view: View): boolean {
  return spec.nodeName ? view.get(NodeKind, '', spec.nodeName) === undefined : false;
}

function isLeftOutOfService(pod: Pod, view: View): boolean {
  const node = pod.spec.nodeName ? view.get(NodeKind, '', pod.spec.nodeName) : undefined;
  return node !== undefined && isTerminating(pod) && isOutOfService(node);
}

function isOutOfService(node: Node): boolean {
  const isReady = node.status?.conditions?.some(({ type, status }) => type === 'Ready' && status === 'True');
  return !isReady && (node.spec.taints ?? []).some(({ key }) => key === OUT_OF_SERVICE);
}
