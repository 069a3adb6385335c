// No two live pods have one IP; no two Services one cluster IP or one node port.
import type { Kind } from '../../api/kind.ts';
import { keyOf } from '../../api/meta.ts';
import type { Pod } from '../../api/pod.ts';
import { PodKind } from '../../api/pod.ts';
import type { Service } from '../../api/service.ts';
import { ServiceKind } from '../../api/service.ts';
import type { View } from '../../component.ts';
import type { Invariant } from './moment.ts';

type Taken = readonly [address: string, by: string];

export const addresses: Invariant = {
  name: 'addresses are unique [I3]',
  broken({ view, writes }) {
    const hasWritten = (kind: Kind) =>
      writes.some((write) => write.kind === kind && write.type !== 'DELETED');
    return [
      ...(hasWritten(PodKind as Kind) ? doubles(podAddresses(view)) : []),
      ...(hasWritten(ServiceKind as Kind) ? doubles(serviceAddresses(view)) : []),
    ];
  },
};

function podAddresses(view: View): Taken[] {
  const isLive = ({ spec, status }: Pod) =>
    status?.phase !== 'Succeeded' && status?.phase !== 'Failed' && !spec.hostNetwork;
  return view
    .list(PodKind)
    .filter(isLive)
    .flatMap((pod) => (pod.status?.podIP ? [[pod.status.podIP, `pod ${keyOf(pod)}`] as const] : []));
}

function serviceAddresses(view: View): Taken[] {
  return view.list(ServiceKind).flatMap((service) => {
    const by = `service ${keyOf(service)}`;
    const ips = new Set(clusterIps(service));
    const ports = new Set(
      (service.spec.ports ?? []).flatMap(({ nodePort, protocol = 'TCP' }) =>
        nodePort ? [`node port ${nodePort}/${protocol}`] : [],
      ),
    );
    return [...ips, ...ports].map((address) => [address, by] as const);
  });
}

function clusterIps({ spec: { clusterIP, clusterIPs = [] } }: Service): string[] {
  return [clusterIP ?? '', ...clusterIPs].filter((ip) => ip !== '' && ip !== 'None');
}

function doubles(taken: readonly Taken[]): string[] {
  const first = new Map<string, string>();
  return taken.flatMap(([address, by]) => {
    const other = first.get(address);
    if (other !== undefined) return [`${other} and ${by} both have ${address}`];
    first.set(address, by);
    return [];
  });
}
