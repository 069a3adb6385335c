// The pod of a DaemonSet on a node: what the controller puts into it beside the template.
// Source: "How Daemon Pods are scheduled" and "Taints and tolerations" in the documentation of DaemonSets.
import type { DaemonSet } from '../../api/daemon-set.ts';
import { TEMPLATE_GENERATION } from '../../api/daemon-set.ts';
import { controllerReference } from '../../api/meta.ts';
import type { Pod } from '../../api/pod.ts';
import type { PodSpec, Toleration } from '../../api/pod-spec.ts';
import { isEqual } from '../../machinery/equality.ts';
import type { Affinity } from '../../scheduler/affinity.ts';
import { affinityOf } from '../../scheduler/affinity.ts';
import { podFromTemplate } from '../pod-from-template.ts';

/** On pods and on revisions: which template they are of. */
export const REVISION_HASH = 'controller-revision-hash';
/** The older way to say it. */
const POD_TEMPLATE_GENERATION = 'pod-template-generation';
const NODE_NAME = 'metadata.name';
const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution';

/** A pod for that node, of the revision with that hash. */
export function daemonPod(set: DaemonSet, hash: string, nodeName: string): Pod {
  const { metadata, spec } = podFromTemplate(set.spec.template, set, controllerReference(set));
  const generation = set.metadata.annotations?.[TEMPLATE_GENERATION];
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      ...metadata,
      labels: {
        ...metadata.labels,
        ...(generation === undefined ? {} : { [POD_TEMPLATE_GENERATION]: generation }),
        [REVISION_HASH]: hash,
      },
    },
    spec: {
      ...spec,
      affinity: boundTo(nodeName, spec.affinity as Affinity | undefined),
      tolerations: daemonTolerations(spec),
    },
  };
}

/** Whether the pod is of the newest template. */
export function isUpdated(set: DaemonSet, hash: string, { metadata }: Pod): boolean {
  const generation = set.metadata.annotations?.[TEMPLATE_GENERATION];
  if (generation !== undefined && metadata.labels?.[POD_TEMPLATE_GENERATION] === generation) return true;
  return metadata.labels?.[REVISION_HASH] === hash;
}

/** The node that a pod is on or is meant for; undefined if it was not made for one. */
export function targetNodeOf(pod: Pod): string | undefined {
  if (pod.spec.nodeName) return pod.spec.nodeName;
  const terms = affinityOf(pod)?.nodeAffinity?.[REQUIRED]?.nodeSelectorTerms ?? [];
  const fields = terms.flatMap(({ matchFields = [] }) => matchFields);
  const named = fields.find(
    ({ key, operator, values = [] }) => key === NODE_NAME && operator === 'In' && values.length === 1,
  );
  return named?.values?.[0];
}

/** The template's own terms are left out: the controller has already asked them of this node. */
function boundTo(nodeName: string, affinity: Affinity | undefined): Affinity {
  const nodeSelectorTerms = [{ matchFields: [{ key: NODE_NAME, operator: 'In', values: [nodeName] }] }];
  return { ...affinity, nodeAffinity: { ...affinity?.nodeAffinity, [REQUIRED]: { nodeSelectorTerms } } };
}

/** The template's tolerations and those by which a daemon stays on a node in trouble. */
export function daemonTolerations({ tolerations = [], hostNetwork }: PodSpec): Toleration[] {
  const own = hostNetwork ? [...always, tolerationOf('network-unavailable', 'NoSchedule')] : always;
  const missing = own.filter((it) => !tolerations.some((other) => isSame(it, other)));
  return [...tolerations.map((it) => own.find((other) => isSame(it, other)) ?? it), ...missing];
}

const always: readonly Toleration[] = [
  tolerationOf('not-ready', 'NoExecute'),
  tolerationOf('unreachable', 'NoExecute'),
  tolerationOf('disk-pressure', 'NoSchedule'),
  tolerationOf('memory-pressure', 'NoSchedule'),
  tolerationOf('pid-pressure', 'NoSchedule'),
  tolerationOf('unschedulable', 'NoSchedule'),
];

function tolerationOf(name: string, effect: 'NoExecute' | 'NoSchedule'): Toleration {
  return { key: `node.kubernetes.io/${name}`, operator: 'Exists', effect };
}

/** The same but for how long: the daemon's has no end. */
function isSame(a: Toleration, b: Toleration): boolean {
  const { tolerationSeconds: _, ...bare } = a;
  const { tolerationSeconds: __, ...other } = b;
  return isEqual(bare, other);
}
