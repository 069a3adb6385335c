// What a kubelet says of its own node. It knows the node by its name only, and gives that in place of the uid.
import type { Node } from '../api/node.ts';
import type { Request } from '../component.ts';

export function sayOfNode(node: Node, type: 'Normal' | 'Warning', reason: string, message: string): Request {
  const { apiVersion, kind, metadata } = node;
  const { name } = metadata;
  const regarding = { apiVersion, kind, metadata: { name, uid: name } };
  return { verb: 'event', event: { regarding, type, reason, message, host: name } };
}
