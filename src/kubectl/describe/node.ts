// kubectl describe node.
import type { Node, Pod, View } from '../../sim/index.ts';
import {
  addQuantities,
  compareText,
  formatAge,
  formatQuantity,
  LeaseKind,
  PodKind,
  quantity,
  quantityMilliValue,
  ZERO_QUANTITY,
} from '../../sim/index.ts';
import { formatTime } from './containers.ts';
import type { Describer } from './describer.ts';
import { annotationEntries, Document, mapEntries } from './document.ts';
import { addEvents } from './events.ts';

export const describeNode: Describer<Node> = (node, view, nowMs) => {
  const { metadata, spec, status = {} } = node;
  const document = new Document();
  document.line(0, 'Name:', metadata.name);
  document.line(0, 'Roles:', rolesOf(node));
  document.entries(0, 'Labels:', mapEntries(metadata.labels));
  document.entries(0, 'Annotations:', annotationEntries(metadata.annotations));
  document.line(0, 'CreationTimestamp:', formatTime(metadata.creationTimestamp));
  const taints = [...(spec.taints ?? [])]
    .sort((a, b) => compareText(`${a.effect},${a.key}`, `${b.effect},${b.key}`))
    .map(({ key, value, effect }) => `${key}${value ? `=${value}` : ''}:${effect}`);
  document.entries(0, 'Taints:', taints);
  document.line(0, 'Unschedulable:', String(spec.unschedulable ?? false));
  addLease(document, node, view);
  addConditions(document, node);
  document.line(0, 'Addresses:');
  for (const { type, address } of status.addresses ?? []) document.line(1, `${type}:`, address);
  addAmounts(document, 'Capacity:', status.capacity);
  addAmounts(document, 'Allocatable:', status.allocatable);
  addSystemInfo(document, node);
  if (spec.podCIDR) document.line(0, 'PodCIDR:', spec.podCIDR);
  if (spec.podCIDRs?.length) document.line(0, 'PodCIDRs:', spec.podCIDRs.join(','));
  addPods(document, node, view, nowMs);
  addEvents(document, node, view, nowMs);
  return document.toString();
};

const rolePrefix = 'node-role.kubernetes.io/';

function rolesOf({ metadata }: Node): string {
  const roles = Object.keys(metadata.labels ?? {}).filter((key) => key.startsWith(rolePrefix));
  return (
    roles
      .map((key) => key.slice(rolePrefix.length))
      .sort()
      .join(',') || '<none>'
  );
}

function addLease(document: Document, { metadata }: Node, view: View): void {
  const lease = view.get(LeaseKind, 'kube-node-lease', metadata.name);
  document.line(0, 'Lease:');
  document.line(1, 'HolderIdentity:', lease?.spec?.holderIdentity ?? '<unset>');
  document.line(1, 'AcquireTime:', lease?.spec?.acquireTime ? formatTime(lease.spec.acquireTime) : '<unset>');
  document.line(1, 'RenewTime:', lease?.spec?.renewTime ? formatTime(lease.spec.renewTime) : '<unset>');
}

function addConditions(document: Document, { status = {} }: Node): void {
  if (!status.conditions?.length) return;
  const titles = ['Type', 'Status', 'LastHeartbeatTime', 'LastTransitionTime', 'Reason', 'Message'];
  document.line(0, 'Conditions:');
  document.line(1, ...titles);
  document.line(1, ...titles.map((title) => '-'.repeat(title.length)));
  for (const {
    type,
    status: value,
    lastHeartbeatTime,
    lastTransitionTime,
    reason = '',
    message = '',
  } of status.conditions) {
    const times = [formatTime(lastHeartbeatTime), formatTime(lastTransitionTime)];
    // Every cell but the last has a blank at its end.
    const cells = [type, value, ...times, reason].map((cell) => `${cell} `);
    document.line(1, ...cells, message);
  }
}

function addAmounts(
  document: Document,
  title: string,
  amounts: Readonly<Record<string, string>> | undefined,
): void {
  if (!amounts) return;
  document.line(0, title);
  for (const key of Object.keys(amounts).sort()) document.line(1, `${key}:`, amounts[key] ?? '');
}

const infoRows = [
  ['Machine ID:', 'machineID'],
  ['System UUID:', 'systemUUID'],
  ['Boot ID:', 'bootID'],
  ['Kernel Version:', 'kernelVersion'],
  ['OS Image:', 'osImage'],
  ['Operating System:', 'operatingSystem'],
  ['Architecture:', 'architecture'],
  ['Container Runtime Version:', 'containerRuntimeVersion'],
  ['Kubelet Version:', 'kubeletVersion'],
] as const;

function addSystemInfo(document: Document, { status = {} }: Node): void {
  document.line(0, 'System Info:');
  for (const [title, field] of infoRows) document.line(1, title, status.nodeInfo?.[field] ?? '');
}

function addPods(document: Document, node: Node, view: View, nowMs: number): void {
  const pods = view
    .onNode(PodKind, node.metadata.name)
    .filter((pod) => pod.status?.phase !== 'Succeeded' && pod.status?.phase !== 'Failed')
    .toSorted((a, b) =>
      compare(`${a.metadata.namespace}/${a.metadata.name}`, `${b.metadata.namespace}/${b.metadata.name}`),
    );
  document.line(0, 'Non-terminated Pods:', `(${pods.length} in total)`);
  const titles = [
    'Namespace',
    'Name',
    '',
    'CPU Requests',
    'CPU Limits',
    'Memory Requests',
    'Memory Limits',
    'Age',
  ];
  document.line(1, ...titles);
  document.line(1, ...titles.map((title) => '-'.repeat(title.length)));
  for (const pod of pods) {
    const cells = [...amountCells(node, 'cpu', [pod]), ...amountCells(node, 'memory', [pod])];
    const { namespace = '', name, creationTimestamp } = pod.metadata;
    document.line(1, namespace, name, '', ...cells, formatAge(creationTimestamp, nowMs));
  }
  document.line(0, 'Allocated resources:');
  document.line(1, '(Total limits may be over 100 percent, i.e., overcommitted.)');
  document.line(1, 'Resource', 'Requests', 'Limits');
  document.line(1, '--------', '--------', '------');
  for (const resource of ['cpu', 'memory', 'ephemeral-storage']) {
    document.line(1, resource, ...amountCells(node, resource, pods));
  }
}

/** Requests and limits of some pods, each with its share of the node. */
function amountCells(node: Node, resource: string, pods: readonly Pod[]): [requests: string, limits: string] {
  const total = node.status?.allocatable?.[resource];
  const share = (field: 'requests' | 'limits') => {
    const amounts = pods.flatMap((pod) => pod.spec.containers.map((it) => it.resources?.[field]?.[resource]));
    const sum = amounts.reduce(
      (a, amount) => (amount ? addQuantities(a, quantity(amount)) : a),
      ZERO_QUANTITY,
    );
    const whole = total ? quantityMilliValue(quantity(total)) : 0;
    const percent = whole > 0 ? Math.trunc((quantityMilliValue(sum) * 100) / whole) : 0;
    return `${formatQuantity(sum)} (${percent}%)`;
  };
  return [share('requests'), share('limits')];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
