// The writes of a StatefulSet, each with the event that tells of it.
import type { PersistentVolumeClaim } from '../../api/persistent-volume-claim.ts';
import { PersistentVolumeClaimKind } from '../../api/persistent-volume-claim.ts';
import type { Pod } from '../../api/pod.ts';
import { PodKind } from '../../api/pod.ts';
import type { StatefulSet } from '../../api/stateful-set.ts';
import type { Request } from '../../component.ts';
import type { Attempt, Sequel } from '../attempts.ts';
import { allAtOnce, writing } from '../attempts.ts';
import { withInitialOwner } from './claim-retention.ts';
import { claimsOf } from './claims.ts';
import type { Plan } from './plan.ts';

type Verb = 'Create' | 'Update' | 'Delete';

/** Creates the claims that the pod lacks, and then the pod. */
export function createPod(plan: Plan, pod: Pod): Attempt {
  const { set } = plan;
  const create = writing(
    { verb: 'create', kind: PodKind, object: pod },
    {
      done: () => [succeeded(set, 'Create', pod)],
      // Somebody else may have a pod of this name: then it is tried again without a word.
      refused: ({ reason, message }) => ({
        say: reason === 'AlreadyExists' ? [] : [failed(set, 'Create', pod, message)],
        error: message,
      }),
    },
  );
  return (next) =>
    allAtOnce(createMissingClaims(plan, pod), (error) => {
      return error === undefined ? create(next) : [failed(set, 'Create', pod, error), ...next(error)];
    });
}

/** One attempt for each claim that is missing, or that cannot be used because it is on its way out. */
export function createMissingClaims(plan: Plan, pod: Pod): Attempt[] {
  return claimsOf(plan.set, pod).flatMap((claim) => {
    const { name } = claim.metadata;
    const there = plan.claimNamed(name);
    if (!there) return [createClaim(plan.set, pod, withInitialOwner(plan.set, claim))];
    if (there.metadata.deletionTimestamp === undefined) return [];
    return [((next) => next(`pvc ${name} is being deleted`)) satisfies Attempt];
  });
}

function createClaim(set: StatefulSet, pod: Pod, object: PersistentVolumeClaim): Attempt {
  const { name } = object.metadata;
  const about = `Pod ${pod.metadata.name} in StatefulSet ${set.metadata.name}`;
  return writing(
    { verb: 'create', kind: PersistentVolumeClaimKind, object },
    {
      done: () => [event(set, 'Normal', 'SuccessfulCreate', `Create Claim ${name} ${about} success`)],
      refused: ({ message }) => ({
        say: [
          event(set, 'Warning', 'FailedCreate', `Create Claim ${name} for ${about} failed error: ${message}`),
        ],
        error: `failed to create PVC ${name}: ${message}`,
      }),
    },
  );
}

/** Gives a claim its owner. Says nothing when it works. */
export function updateClaim(plan: Plan, pod: Pod, object: PersistentVolumeClaim): Attempt {
  const refused = refusedTo('Update', plan.set, pod);
  return writing({ verb: 'update', kind: PersistentVolumeClaimKind, object }, { refused });
}

export function updatePod(plan: Plan, pod: Pod): Attempt {
  return writing(
    { verb: 'update', kind: PodKind, object: pod },
    { done: () => [succeeded(plan.set, 'Update', pod)], refused: refusedTo('Update', plan.set, pod) },
  );
}

export function deletePod(plan: Plan, pod: Pod): Attempt {
  const { namespace = '', name } = pod.metadata;
  return writing(
    { verb: 'delete', kind: PodKind, namespace, name },
    { done: () => [succeeded(plan.set, 'Delete', pod)], refused: refusedTo('Delete', plan.set, pod) },
  );
}

function refusedTo(verb: Verb, set: StatefulSet, pod: Pod): NonNullable<Sequel['refused']> {
  return ({ message }) => ({ say: [failed(set, verb, pod, message)], error: message });
}

function succeeded(set: StatefulSet, verb: Verb, pod: Pod): Request {
  const message = `${verb} Pod ${pod.metadata.name} in StatefulSet ${set.metadata.name} successful`;
  return event(set, 'Normal', `Successful${verb}`, message);
}

function failed(set: StatefulSet, verb: Verb, pod: Pod, error: string): Request {
  const message = `${verb} Pod ${pod.metadata.name} in StatefulSet ${set.metadata.name} failed error: ${error}`;
  return event(set, 'Warning', `Failed${verb}`, message);
}

function event(set: StatefulSet, type: 'Normal' | 'Warning', reason: string, message: string): Request {
  return { verb: 'event', event: { regarding: set, type, reason, message } };
}
