// The rolling update: from the highest ordinal down to the partition, one pod at a time, each once the one before is back.
// A pod that never becomes ready stops it, and a corrected template does not help while OrderedReady waits for that pod.
import { isTerminating } from '../pod-facts.ts';
import { revisionOf } from './identity.ts';
import type { Plan, Walk } from './plan.ts';
import { isHealthy, isRunningAndAvailable } from './plan.ts';
import { deletePod } from './writes.ts';

export function walkUpdate(plan: Plan): Walk {
  const { replicas, set, update } = plan;
  const { type = 'RollingUpdate', rollingUpdate } = set.spec.updateStrategy ?? {};
  if (type !== 'RollingUpdate') return { attempts: [], mustWait: false };
  for (const pod of replicas.slice(rollingUpdate?.partition ?? 0).toReversed()) {
    if (revisionOf(pod) !== update.metadata.name && !isTerminating(pod)) {
      return { attempts: [deletePod(plan, pod)], mustWait: true, makesWay: pod };
    }
    if (!isHealthy(pod) || !isRunningAndAvailable(plan, pod)) return { attempts: [], mustWait: true };
  }
  return { attempts: [], mustWait: false };
}
