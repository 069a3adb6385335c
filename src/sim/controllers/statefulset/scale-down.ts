// The pods beyond the wanted ordinals, highest first. OrderedReady takes one at a time and waits until it is gone, and
// takes none while a lower one is unhealthy; Parallel takes all.
import type { Pod } from '../../api/pod.ts';
import { isTerminating } from '../pod-facts.ts';
import type { Plan, Walk } from './plan.ts';
import { isHealthy, isRunningAndAvailable } from './plan.ts';
import { claimRepairs } from './replicas.ts';
import { deletePod } from './writes.ts';

export function walkCondemned(plan: Plan): Walk {
  const { condemned } = plan;
  const claims = condemned.flatMap((pod) => claimRepairs(plan, pod));
  if (!plan.isOrdered) {
    const going = condemned.filter((pod) => !isTerminating(pod));
    return { attempts: [...claims, ...going.map((pod) => deletePod(plan, pod))], mustWait: false };
  }
  const [highest] = condemned;
  if (!highest) return { attempts: claims, mustWait: false };
  return { attempts: mayGo(plan, highest) ? [...claims, deletePod(plan, highest)] : claims, mustWait: true };
}

/** An unhealthy pod goes only if no lower one is unhealthy too. */
function mayGo(plan: Plan, pod: Pod): boolean {
  if (isTerminating(pod)) return false;
  if (isRunningAndAvailable(plan, pod)) return true;
  return firstUnhealthy(plan) === pod;
}

function firstUnhealthy(plan: Plan): Pod | undefined {
  const isUnhealthy = (pod: Pod) => !isHealthy(pod);
  return plan.replicas.find(isUnhealthy) ?? plan.condemned.findLast(isUnhealthy);
}
