// A port of the node itself can be given to one pod only.
import type { Pod } from '../../api/pod.ts';
import type { ContainerPort } from '../../api/pod-spec.ts';
import type { FilterPlugin } from '../framework.ts';

const ANY_ADDRESS = '0.0.0.0';

export const nodePorts: FilterPlugin = {
  name: 'NodePorts',
  prepare({ pod }) {
    if (hostPortsOf(pod).length === 0) return undefined;
    return {
      filter: ({ pods }) =>
        portsAreFree(pod, pods)
          ? undefined
          : { reasons: ["node(s) didn't have free ports for the requested pod ports"], isFinal: false },
    };
  },
};

/** Whether none of these pods, leaving aside the pod itself, has a port of the node that it wants. */
export function portsAreFree(pod: Pod, others: readonly Pod[]): boolean {
  const wanted = hostPortsOf(pod);
  if (wanted.length === 0) return true;
  return !others.some(
    (other) =>
      other !== pod && hostPortsOf(other).some((used) => wanted.some((port) => collides(port, used))),
  );
}

function hostPortsOf(pod: Pod): ContainerPort[] {
  const sidecars = (pod.spec.initContainers ?? []).filter(({ restartPolicy }) => restartPolicy === 'Always');
  return [...pod.spec.containers, ...sidecars].flatMap(({ ports = [] }) =>
    ports.filter(({ hostPort }) => hostPort !== undefined && hostPort > 0),
  );
}

function collides(a: ContainerPort, b: ContainerPort): boolean {
  if (a.hostPort !== b.hostPort || (a.protocol ?? 'TCP') !== (b.protocol ?? 'TCP')) return false;
  const [left, right] = [a.hostIP || ANY_ADDRESS, b.hostIP || ANY_ADDRESS];
  return left === right || left === ANY_ADDRESS || right === ANY_ADDRESS;
}
