// A pod without a priority class has priority 0.
import type { Pod } from '../../api/pod.ts';
import { PodKind } from '../../api/pod.ts';
import { forbidden } from '../status.ts';
import type { AdmissionPlugin } from './index.ts';

/** The classes every cluster has. */
const systemClasses: Readonly<Record<string, number>> = {
  'system-cluster-critical': 2_000_000_000,
  'system-node-critical': 2_000_001_000,
};

export const priority: AdmissionPlugin = ({ kind, draft }) => {
  if (kind !== PodKind) return undefined;
  const { spec, metadata } = draft as Pod;
  const name = spec.priorityClassName ?? '';
  const known = Object.hasOwn(systemClasses, name) ? systemClasses[name] : undefined;
  if (name && known === undefined) {
    return forbidden(kind, metadata.name, `no PriorityClass with name ${name} was found`);
  }
  spec.priority = known ?? 0;
  spec.preemptionPolicy ??= 'PreemptLowerPriority';
  return undefined;
};
