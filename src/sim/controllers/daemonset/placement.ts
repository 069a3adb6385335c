// Which nodes a DaemonSet's pods belong on.
// Source: "Running Pods on select Nodes" and "Taints and tolerations" in the documentation of DaemonSets.
import type { DaemonSet } from '../../api/daemon-set.ts';
import type { Node, Taint } from '../../api/node.ts';
import type { Pod } from '../../api/pod.ts';
import { matchesRequiredAffinity } from '../../scheduler/plugins/node-affinity.ts';
import { tolerates } from '../../scheduler/plugins/taint-toleration.ts';
import { daemonTolerations } from './daemon-pod.ts';

export interface Placement {
  /** A pod is wanted there. */
  readonly shouldRun: boolean;
  /** A pod that is there may stay. */
  readonly mayStay: boolean;
}

const nowhere: Placement = { shouldRun: false, mayStay: false };

export function placementOn(node: Node, { spec: { template } }: DaemonSet): Placement {
  const { nodeName } = template.spec;
  if (nodeName && nodeName !== node.metadata.name) return nowhere;
  if (!matchesRequiredAffinity(template as unknown as Pod, node)) return nowhere;
  const tolerations = daemonTolerations(template.spec);
  const repels = (...effects: Taint['effect'][]) =>
    (node.spec?.taints ?? []).some(
      (taint) => effects.includes(taint.effect) && !tolerates(tolerations, taint),
    );
  return { shouldRun: !repels('NoExecute', 'NoSchedule'), mayStay: !repels('NoExecute') };
}
