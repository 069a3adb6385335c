// A Node object as a kubelet registers it, and where its address is found.
import type { Node } from '../api/node.ts';
import { NodeKind } from '../api/node.ts';
import type { View } from '../component.ts';
import { machineAddress } from '../world/machine-address.ts';

export const kubeletVersion = 'v1.36.2';

export interface NodeCapacity {
  readonly cpu: string;
  readonly memory: string;
  readonly pods: string;
}

export const defaultCapacity: NodeCapacity = { cpu: '4', memory: '8Gi', pods: '110' };

/**
 * The object with which node `name` joins the cluster; `index` counts nodes from 0 and gives the last part of its address.
 * It has no conditions yet: node-status writes them when the cluster starts.
 *
 * Departs: every node has 20Gi of ephemeral storage, and no images are listed.
 */
export function initialNode(name: string, index: number, capacity: NodeCapacity): Node {
  const resources = {
    cpu: capacity.cpu,
    'ephemeral-storage': '20Gi',
    memory: capacity.memory,
    pods: capacity.pods,
  };
  const number = String(index + 1);
  const status = {
    addresses: [
      { type: 'InternalIP', address: machineAddress(index) },
      { type: 'Hostname', address: name },
    ],
    allocatable: resources,
    capacity: { ...resources },
    daemonEndpoints: { kubeletEndpoint: { Port: 10250 } },
    declaredFeatures: [
      'ExtendWebSocketsToKubelet',
      'InPlacePodLevelResourcesVerticalScaling',
      'InPlacePodVerticalScalingInitContainers',
      'RestartAllContainersOnContainerExits',
    ],
    features: { supplementalGroupsPolicy: true },
    nodeInfo: {
      architecture: 'amd64',
      bootID: bootIdOf(index, 1),
      containerRuntimeVersion: 'containerd://2.1.4',
      kernelVersion: '6.1.0-18-amd64',
      kubeProxyVersion: '',
      kubeletVersion,
      machineID: `abc${number.padStart(3, '0')}`.padStart(32, '0'),
      operatingSystem: 'linux',
      osImage: 'Debian GNU/Linux 12 (bookworm)',
      systemUUID: `00000000-0000-4000-8000-${number.padStart(12, '0')}`,
    },
    runtimeHandlers: ['', 'runc'].map((handler) => ({
      features: { recursiveReadOnlyMounts: false, userNamespaces: false },
      name: handler,
    })),
  };
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: {
      name,
      annotations: {
        'node.alpha.kubernetes.io/ttl': '0',
        'volumes.kubernetes.io/controller-managed-attach-detach': 'true',
      },
      labels: {
        'beta.kubernetes.io/arch': 'amd64',
        'beta.kubernetes.io/os': 'linux',
        'kubernetes.io/arch': 'amd64',
        'kubernetes.io/hostname': name,
        'kubernetes.io/os': 'linux',
      },
    },
    spec: {},
    status,
  };
}

/** What tells one start of a machine from another; `index` counts nodes from 0. */
export function bootIdOf(index: number, boots: number): string {
  const [boot, node] = [(boots - 1).toString(16).padStart(4, '0'), String(index + 1).padStart(12, '0')];
  return `11111111-${boot}-4000-8000-${node}`;
}

/** The address of a node inside the cluster's network. */
export function addressOf(view: View, nodeName: string): string | undefined {
  const addresses = view.get(NodeKind, '', nodeName)?.status?.addresses ?? [];
  return addresses.find(({ type }) => type === 'InternalIP')?.address;
}
