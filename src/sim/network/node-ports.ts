// The doors that nodes open on their own addresses: the node ports of Services, and the host ports of pods.
// Source: "Service: type NodePort" in the Kubernetes documentation.
import type { Node } from '../api/node.ts';
import { NodeKind } from '../api/node.ts';
import type { Pod } from '../api/pod.ts';
import { PodKind } from '../api/pod.ts';
import type { Service, ServicePort } from '../api/service.ts';
import type { View } from '../component.ts';
import type { ServiceSnapshot } from './service-map.ts';

export interface NodeAddress {
  readonly nodeName: string;
  readonly ip: string;
}

/** The node that has this address; undefined if none has. */
export function nodeAt(ip: string, view: View): NodeAddress | undefined {
  const node = view.list(NodeKind).find((one) => addressOf(one) === ip);
  return node && { nodeName: node.metadata.name, ip };
}

export function addressOf({ status }: Node): string | undefined {
  return status?.addresses?.find(({ type }) => type === 'InternalIP')?.address;
}

/** The Service that has every node listen on this port, and which of its ports that is. */
export function serviceAtNodePort(
  port: number,
  map: ServiceSnapshot,
): { readonly service: Service; readonly servicePort: ServicePort } | undefined {
  for (const service of map.services()) {
    const servicePort = service.spec.ports?.find(
      (own) => own.nodePort === port && (own.protocol ?? 'TCP') === 'TCP',
    );
    if (servicePort) return { service, servicePort };
  }
  return undefined;
}

/** Where a pod of that node listens behind this port of the node. */
export function podAtHostPort(
  { nodeName, ip }: NodeAddress,
  port: number,
  view: View,
): { ip: string; port: number } | undefined {
  for (const pod of view.onNode(PodKind, nodeName)) {
    const target = pod.status?.podIP;
    if (pod.status?.phase !== 'Running' || !target) continue;
    const found = portsOf(pod).find(
      (own) =>
        own.hostPort === port &&
        (own.protocol ?? 'TCP') === 'TCP' &&
        [undefined, '', '0.0.0.0', ip].includes(own.hostIP),
    );
    if (found) return { ip: target, port: found.containerPort };
  }
  return undefined;
}

function portsOf({ spec }: Pod) {
  return [...spec.containers, ...(spec.initContainers ?? [])].flatMap(({ ports = [] }) => ports);
}
