// A kubelet that starts makes itself known: it registers its node where there is none of its name, and says that the machine was
// started anew where there is.
// Watches: the world for machines that start. Writes: Nodes. Decides: whether this is a start that the cluster does not know of.
import type { Node } from '../api/node.ts';
import { NodeKind } from '../api/node.ts';
import type { Component, NodeView, Request } from '../component.ts';
import { bootIdOf, defaultCapacity, initialNode } from './initial-node.ts';
import { sayOfNode } from './node-events.ts';

/** What is remembered of a node: the start that the cluster knows of. */
const ABOUT = 'registration';

/** Keys are names of nodes. */
export const nodeRegistration: Component<NodeView> = {
  name: 'kubelet',
  latencyMs: 0,
  doorbells: [{ world: true, keys: (change) => (change.what === 'node' ? [change.nodeName] : []) }],
  startKeys: (view) => view.list(NodeKind).map(({ metadata }) => metadata.name),
  reconcile(nodeName, view): Request[] {
    const { world } = view;
    const boots = world.boots(nodeName);
    if (!world.isOn(nodeName) || !world.reachesApi(nodeName, 'heartbeats')) return [];
    const known = world.memory(nodeName, ABOUT);
    if (known === boots) return [];
    const index = world.nodeNumber(nodeName) - 1;
    const node = view.get(NodeKind, '', nodeName);
    const remember: Request = {
      verb: 'world',
      act: { do: 'remember', podUid: nodeName, about: ABOUT, memory: boots },
    };
    if (!node) {
      const object = { ...initialNode(nodeName, index, defaultCapacity) };
      return [
        remember,
        { verb: 'create', kind: NodeKind, object: withBootId(object, bootIdOf(index, boots)) },
      ];
    }
    return known === undefined ? [remember] : [remember, ...rebooted(node, bootIdOf(index, boots))];
  },
};

function rebooted(node: Node, bootId: string): Request[] {
  const { name } = node.metadata;
  return [
    sayOfNode(node, 'Normal', 'Starting', 'Starting kubelet.'),
    { verb: 'updateStatus', kind: NodeKind, object: withBootId(node, bootId), otherwise: () => [] },
    sayOfNode(node, 'Warning', 'Rebooted', `Node ${name} has been rebooted, boot id: ${bootId}`),
  ];
}

function withBootId(node: Node, bootID: string): Node {
  const nodeInfo = { ...node.status?.nodeInfo, bootID };
  return { ...node, status: { ...node.status, nodeInfo } } as Node;
}
