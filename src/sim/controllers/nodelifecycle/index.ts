// The node lifecycle controller.
// Watches: nodes, and on its rounds their Leases. Writes: the conditions and taints of nodes, the readiness of their pods.
// Decides: which node is lost, and what that means for the pods on it.
import type { Kind } from '../../api/kind.ts';
import { LeaseKind } from '../../api/lease.ts';
import type { Node } from '../../api/node.ts';
import { NodeKind } from '../../api/node.ts';
import { PodKind } from '../../api/pod.ts';
import type { Change } from '../../apiserver/store.ts';
import type { Component, Request, View } from '../../component.ts';
import { heartbeatMs, readyStatus } from './heartbeat.ts';
import { reconcileNode } from './reconcile.ts';

/** From a change to the look at it. */
const latencyMs = 10;
/** The controller goes round all nodes this often. */
const monitorMs = 5000;
/** A node that has not been heard of for so long has missed a renewal: from then on its loss is something to wait for. */
const overdueMs = 15_000;
const LEASE_NAMESPACE = 'kube-node-lease';
const REGISTERED = 'registered:';

/** Keys are names of nodes, and `registered:` with the name of a node that has just joined. */
export const nodeLifecycleController: Component = {
  name: 'node-controller',
  latencyMs,
  doorbells: [{ kind: NodeKind as Kind, keys: keysOf }],
  startKeys: nodeNames,
  reconcile(key, view, nowMs) {
    if (key.startsWith(REGISTERED)) return registered(view.get(NodeKind, '', key.slice(REGISTERED.length)));
    const node = view.get(NodeKind, '', key);
    if (!node) return [];
    const heardAtMs = heartbeatMs(node, view.get(LeaseKind, LEASE_NAMESPACE, key));
    const requests = reconcileNode({
      node,
      nodes: view.list(NodeKind),
      pods: () => view.onNode(PodKind, key),
      silentMs: nowMs - heardAtMs,
      nowMs,
    });
    const isLost = readyStatus(node) === 'Unknown';
    const isAwaited = nowMs - heardAtMs > overdueMs && !isLost;
    return [...requests, { verb: 'wake', afterMs: monitorMs, periodic: !isAwaited }];
  },
};

function keysOf({ type, before, after }: Change, view: View): string[] {
  const { name } = after.metadata;
  if (type === 'ADDED') return [name, REGISTERED + name];
  const hasTurned = type === 'DELETED' || readyStatus(before as Node) !== readyStatus(after as Node);
  // How many nodes are lost matters to all of them.
  return hasTurned ? nodeNames(view) : [name];
}

function nodeNames(view: View): string[] {
  return view.list(NodeKind).map(({ metadata }) => metadata.name);
}

function registered(node: Node | undefined): Request[] {
  if (!node) return [];
  const message = `Node ${node.metadata.name} event: Registered Node ${node.metadata.name} in Controller`;
  return [{ verb: 'event', event: { regarding: node, type: 'Normal', reason: 'RegisteredNode', message } }];
}
