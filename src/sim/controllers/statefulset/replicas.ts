// The wanted ordinals, lowest first: what is missing is created, what ended is replaced, what lost its identity gets it back.
// OrderedReady stops at the first pod that is not running, ready and available; Parallel waits for none.
import type { Pod } from '../../api/pod.ts';
import type { Attempt } from '../attempts.ts';
import { isCreated, isFailed, isFinished, isPending, isTerminating } from '../pod-facts.ts';
import { claimToUpdate, isStale } from './claim-retention.ts';
import { claimNamesOf, hasClaimVolumes, withClaimVolumes } from './claims.ts';
import { hasIdentity, ordinalOf, withIdentity } from './identity.ts';
import type { Plan, Walk } from './plan.ts';
import { isRunningAndAvailable } from './plan.ts';
import { createMissingClaims, createPod, deletePod, updateClaim, updatePod } from './writes.ts';

export function walkReplicas(plan: Plan): Walk {
  const attempts: Attempt[] = [];
  let mustWait = false;
  for (const pod of plan.replicas) {
    const step = stepFor(plan, pod);
    attempts.push(...step.attempts);
    if (step.mustWait && plan.isOrdered) return { attempts, mustWait: true };
    mustWait ||= isFinished(pod);
  }
  return { attempts, mustWait };
}

function stepFor(plan: Plan, pod: Pod): Walk {
  if (isFinished(pod)) return { attempts: isTerminating(pod) ? [] : [recreate(plan, pod)], mustWait: true };
  if (!isCreated(pod))
    return { attempts: isBlockedByClaim(plan, pod) ? [] : [createPod(plan, pod)], mustWait: true };
  const attempts = isPending(pod) ? createMissingClaims(plan, pod) : [];
  if (isTerminating(pod) || !isRunningAndAvailable(plan, pod)) {
    return { attempts: plan.isOrdered ? attempts : [...attempts, ...repairs(plan, pod)], mustWait: true };
  }
  return { attempts: [...attempts, ...repairs(plan, pod)], mustWait: false };
}

/** Pods of a StatefulSet always restart, so one that ended was evicted or killed from outside. */
function recreate(plan: Plan, pod: Pod): Attempt {
  const { set } = plan;
  const how = isFailed(pod) ? 'failed' : 'terminated';
  const message = `StatefulSet ${set.metadata.namespace}/${set.metadata.name} is recreating ${how} Pod ${pod.metadata.name}`;
  return (next) => [
    {
      verb: 'event',
      event: {
        regarding: set,
        type: isFailed(pod) ? 'Warning' : 'Normal',
        reason: isFailed(pod) ? 'RecreatingFailedPod' : 'RecreatingTerminatedPod',
        message,
      },
    },
    ...deletePod(plan, pod)(next),
  ];
}

function isBlockedByClaim(plan: Plan, pod: Pod): boolean {
  return claimNamesOf(plan.set, pod.metadata.name).some((name) => {
    const claim = plan.claimNamed(name);
    return claim !== undefined && isStale(plan.set, pod, claim);
  });
}

function repairs(plan: Plan, pod: Pod): Attempt[] {
  return [...identityRepair(plan, pod), ...claimRepairs(plan, pod)];
}

function identityRepair(plan: Plan, pod: Pod): Attempt[] {
  const ordinal = ordinalOf(plan.set, pod);
  if (hasIdentity(pod, ordinal) && hasClaimVolumes(plan.set, pod)) return [];
  return [updatePod(plan, withIdentity(withClaimVolumes(plan.set, pod), ordinal))];
}

/** Brings the owners of a pod's claims in line with the retention policy. */
export function claimRepairs(plan: Plan, pod: Pod): Attempt[] {
  return claimNamesOf(plan.set, pod.metadata.name).flatMap((name) => {
    const claim = plan.claimNamed(name);
    const next = claim && claimToUpdate(plan.set, pod, claim);
    return next ? [updateClaim(plan, pod, next)] : [];
  });
}
