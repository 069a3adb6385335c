// Node: a machine that runs pods.
import { compareText } from '../machinery/go-text.ts';
import { ageColumn, NONE, nameColumn, UNKNOWN } from './columns.ts';
import type { Kind } from './kind.ts';
import type { Condition, KubeObject } from './meta.ts';
import { validateNode, validateNodeUpdate } from './node-validation.ts';

export interface Node extends KubeObject {
  spec: {
    podCIDR?: string;
    podCIDRs?: string[];
    providerID?: string;
    unschedulable?: boolean;
    taints?: Taint[];
  };
  status?: NodeStatus;
}

export interface Taint {
  key: string;
  value?: string;
  effect: 'NoSchedule' | 'PreferNoSchedule' | 'NoExecute';
  timeAdded?: string;
}

export interface NodeStatus {
  capacity?: Record<string, string>;
  allocatable?: Record<string, string>;
  conditions?: (Condition & { lastHeartbeatTime?: string })[];
  addresses?: { type: string; address: string }[];
  nodeInfo?: Record<string, string>;
  images?: { names?: string[]; sizeBytes?: number }[];
}

export const NodeKind: Kind<Node> = {
  group: '',
  version: 'v1',
  kind: 'Node',
  plural: 'nodes',
  singular: 'node',
  shortNames: ['no'],
  namespaced: false,
  schema: 'io.k8s.api.core.v1.Node',
  hasStatus: true,
  validate: validateNode,
  validateUpdate: validateNodeUpdate,
  columns: [
    nameColumn,
    { name: 'STATUS', cell: statusCell },
    { name: 'ROLES', cell: rolesCell },
    ageColumn,
    { name: 'VERSION', cell: ({ status }) => status?.nodeInfo?.kubeletVersion ?? '' },
    { name: 'INTERNAL-IP', wide: true, cell: (node) => addressOf(node, 'InternalIP') },
    { name: 'EXTERNAL-IP', wide: true, cell: (node) => addressOf(node, 'ExternalIP') },
    { name: 'OS-IMAGE', wide: true, cell: ({ status }) => status?.nodeInfo?.osImage || UNKNOWN },
    { name: 'KERNEL-VERSION', wide: true, cell: kernelCell },
    {
      name: 'CONTAINER-RUNTIME',
      wide: true,
      cell: ({ status }) => status?.nodeInfo?.containerRuntimeVersion || UNKNOWN,
    },
  ],
};

function statusCell({ spec, status }: Node): string {
  const ready = status?.conditions?.find(({ type }) => type === 'Ready');
  const word = ready === undefined ? 'Unknown' : ready.status === 'True' ? 'Ready' : 'NotReady';
  return spec?.unschedulable ? `${word},SchedulingDisabled` : word;
}

const ROLE_PREFIX = 'node-role.kubernetes.io/';

/** The kernel and what it runs on: `6.1.0-18-amd64 (amd64)`. */
function kernelCell({ status }: Node): string {
  const { kernelVersion, architecture } = status?.nodeInfo ?? {};
  if (!kernelVersion) return UNKNOWN;
  return architecture ? `${kernelVersion} (${architecture})` : kernelVersion;
}

function rolesCell({ metadata }: Node): string {
  const roles = new Set<string>();
  for (const [key, value] of Object.entries(metadata.labels ?? {})) {
    const role = key.startsWith(ROLE_PREFIX) ? key.slice(ROLE_PREFIX.length) : '';
    if (role) roles.add(role);
    else if (key === 'kubernetes.io/role' && value) roles.add(value);
  }
  return [...roles].sort(compareText).join(',') || NONE;
}

function addressOf({ status }: Node, wanted: string): string {
  return status?.addresses?.find(({ type }) => type === wanted)?.address ?? NONE;
}
