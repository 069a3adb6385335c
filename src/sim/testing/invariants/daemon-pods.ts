// A DaemonSet never makes a second pod for a node; while it surges, never a third.
import type { DaemonSet } from '../../api/daemon-set.ts';
import { DaemonSetKind } from '../../api/daemon-set.ts';
import { keyOf } from '../../api/meta.ts';
import type { Pod } from '../../api/pod.ts';
import { affinityOf } from '../../scheduler/affinity.ts';
import { activePods, ownersServed } from './created-pods.ts';
import type { Invariant } from './moment.ts';

export const daemonPods: Invariant = {
  name: 'a DaemonSet has one pod a node, two while it surges [I8]',
  broken(moment) {
    const served = ownersServed(moment, 'daemonset-controller');
    if (served.size === 0) return [];
    const sets = moment.view.list(DaemonSetKind).filter(({ metadata }) => served.has(metadata.uid ?? ''));
    return sets.flatMap((set) => {
      const counts = new Map<string, number>();
      for (const pod of activePods(moment.view, set.metadata.uid)) {
        const node = nodeOf(pod);
        counts.set(node, (counts.get(node) ?? 0) + 1);
      }
      const most = surges(set) ? 2 : 1;
      return [...counts].flatMap(([node, count]) =>
        node !== '' && count > most ? [`daemonset ${keyOf(set)} has ${count} pods for ${node}`] : [],
      );
    });
  },
};

function surges({ spec }: DaemonSet): boolean {
  const { maxSurge = 0 } = spec.updateStrategy?.rollingUpdate ?? {};
  return Number.parseInt(String(maxSurge), 10) > 0;
}

/** The node a pod is on or is made for; '' where it was made for none. */
function nodeOf(pod: Pod): string {
  if (pod.spec.nodeName) return pod.spec.nodeName;
  const required = affinityOf(pod)?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution;
  const fields = (required?.nodeSelectorTerms ?? []).flatMap(({ matchFields = [] }) => matchFields);
  return fields.find(({ key }) => key === 'metadata.name')?.values?.[0] ?? '';
}
