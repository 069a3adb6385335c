// The kubelet's heartbeat: a Lease for each node, renewed every 10 s while the node reaches the API server.
// Watches: nodes. Writes: Leases in kube-node-lease. Decides: when the next renewal is due.
import type { Kind } from '../../api/kind.ts';
import type { Lease } from '../../api/lease.ts';
import { LeaseKind } from '../../api/lease.ts';
import type { Node } from '../../api/node.ts';
import { NodeKind } from '../../api/node.ts';
import type { Component, NodeView, Request } from '../../component.ts';
import { formatRfc3339Micro } from '../../machinery/time.ts';

const renewMs = 10_000;
const leaseDurationSeconds = 40;
export const LEASE_NAMESPACE = 'kube-node-lease';

/** Keys are names of nodes. */
export const nodeLease: Component<NodeView> = {
  name: 'kubelet',
  latencyMs: 0,
  doorbells: [
    {
      kind: NodeKind as Kind,
      keys: ({ type, after }) => (type === 'ADDED' ? [after.metadata.name] : []),
    },
    { world: true, keys: (change) => (change.what === 'node' ? [change.nodeName] : []) },
  ],
  startKeys: (view) => view.list(NodeKind).map(({ metadata }) => metadata.name),
  reconcile(nodeName, view, nowMs): Request[] {
    const node = view.get(NodeKind, '', nodeName);
    if (!node) return [];
    const again: Request = { verb: 'wake', afterMs: renewMs, periodic: true };
    if (!view.world.reachesApi(nodeName, 'heartbeats')) return [again];
    return [renewal(node, view.get(LeaseKind, LEASE_NAMESPACE, nodeName), nowMs), again];
  },
};

function renewal(node: Node, lease: Lease | undefined, nowMs: number): Request {
  const { name, uid = '' } = node.metadata;
  const spec = { holderIdentity: name, leaseDurationSeconds, renewTime: formatRfc3339Micro(nowMs) };
  // A renewal that is refused waits for the next one.
  const otherwise = () => [];
  if (lease) {
    const object: Lease = { ...lease, spec: { ...lease.spec, ...spec } };
    return { verb: 'update', kind: LeaseKind, object, otherwise };
  }
  const object: Lease = {
    apiVersion: 'coordination.k8s.io/v1',
    kind: 'Lease',
    metadata: {
      name,
      namespace: LEASE_NAMESPACE,
      ownerReferences: [{ apiVersion: 'v1', kind: 'Node', name, uid }],
    },
    spec,
  };
  return { verb: 'create', kind: LeaseKind, object, otherwise };
}
