/** Events and refusals, in English. */
import type { Denial } from './denial.ts';
import type { UnfitWords } from './unfit.ts';
import { unfitOf } from './unfit.ts';

/** Of each reason: what it means, and what comes next. */
const EVENTS: Readonly<Record<string, string>> = {
  FailedScheduling:
    'The scheduler looked at every node and found none that the pod may run on. It tries again when something changes that could help.',
  Scheduled:
    'The scheduler chose the node that scored best of those the pod may run on. Now its kubelet starts the pod.',
  BackOff:
    'The container ended again and again, or its image could not be pulled. The kubelet waits longer before each new attempt, up to five minutes.',
  Unhealthy:
    'The kubelet asked as the probe says, and did not get the answer in time. A failing readiness probe takes the pod out of its Services; a failing liveness or startup probe restarts the container.',
  Killing:
    'The kubelet ends the container: first it asks politely, and after the grace period it no longer asks.',
  Failed: 'The kubelet could not do the next thing for this container. It tries again by itself.',
  FailedMount: 'A volume of the pod cannot be mounted yet, so its containers are not started.',
  FailedCreate:
    'The controller asked the API server for a pod and was refused. It goes on asking, less and less often.',
  FailedBinding: 'There is no volume that fits the claim, and nothing that would make one.',
  ProvisioningFailed: 'The storage class could not make a volume for the claim. It is tried again.',
  WaitForFirstConsumer:
    'The storage class makes the volume where the first pod that uses the claim will run. So the claim waits for a pod.',
  Preempted: 'A pod of higher priority had no room, and this one had to go.',
  NodeNotReady: "The control plane has not heard from the node's kubelet for too long.",
  TaintManagerEviction: 'The node has a taint that the pod does not tolerate for longer.',
  BackoffLimitExceeded:
    'Pods of the Job failed more often than its backoffLimit allows. No more are started.',
  DeadlineExceeded: 'The Job took longer than its activeDeadlineSeconds allows.',
  Evicted: 'The node ran short of something, and the kubelet ended pods to get it back.',
};

const UNFIT: UnfitWords = {
  insufficient: (n, what) => `Nodes: ${n}, not enough ${what} left for what the pod requests.`,
  taint: (n) => `Nodes: ${n}, a taint that the pod does not tolerate.`,
  cordoned: (n) => `Nodes: ${n}, cordoned, so that no new pods come.`,
  affinity: (n) => `Nodes: ${n}, without the labels that the pod's nodeSelector or affinity asks for.`,
  apart: (n) => `Nodes: ${n}, with a pod that this one must not share a node with.`,
  'apart-by-others': (n) => `Nodes: ${n}, with a pod that wants none like this one on its node.`,
  near: (n) => `Nodes: ${n}, without the pod that this one must be near.`,
  ports: (n) => `Nodes: ${n}, the hostPort is taken.`,
  spread: (n) => `Nodes: ${n}, would make the spread too uneven.`,
  full: (n) => `Nodes: ${n}, already as many pods as the node takes.`,
  unbound: () => 'A claim of the pod has no volume yet.',
  'no-claim': (what) => `The claim ${what} does not exist.`,
  'no-volume': (n) => `Nodes: ${n}, no free volume that fits the claim.`,
  'volume-elsewhere': (n) => `Nodes: ${n}, out of reach of the volume of the claim.`,
  'other-name': (n) => `Nodes: ${n}, not the one that the pod names.`,
};

export function eventInEn(reason: string, message: string): readonly string[] {
  const meaning = EVENTS[reason];
  const unfit = reason === 'FailedScheduling' ? unfitOf(message, UNFIT) : [];
  return [...(meaning === undefined ? [] : [meaning]), ...unfit];
}

export function deniedInEn(it: Denial, clock: (ms: number) => string): string {
  switch (it.is) {
    case 'no-longer':
      return `${it.kind} ${it.name} was there, and has been gone since ${clock(it.goneMs)}.`;
    case 'never':
      return it.there.length === 0
        ? `There is no ${it.kind} ${it.name}, and no other ${it.kind} either.`
        : `There is no ${it.kind} ${it.name}. There is: ${it.there.join(', ')}.`;
    case 'already':
      return `${it.kind} ${it.name} has been there since ${clock(it.sinceMs)}, and a name is taken once. kubectl apply would change it; create only makes new ones.`;
    case 'changed':
      return `Somebody changed ${it.kind} ${it.name} after it was read, and a write must not undo what it has not seen. Read it again.`;
    case 'field':
      return it.isFixed
        ? `${it.field} cannot be changed once the object is there. Delete it and make it anew, or leave the field as it was.`
        : `The API server checks an object before it keeps anything of it, and ${it.field} does not hold: ${it.message}`;
    case 'quota':
      return `The ResourceQuota ${it.quota} has no room for it. In use, of what is allowed: ${it.uses.join(', ')}.`;
    case 'budget':
      return 'A PodDisruptionBudget allows no more of its pods to be missing just now. The eviction can be tried again when another one is Ready.';
    case 'unreadable':
      return `The API server could not read what was sent as an object of this kind, and keeps nothing of it: ${it.message}`;
    case 'forbidden':
      return `It could be read, but is not admitted: ${it.message}`;
    case 'other':
      return `The API server says: ${it.message}`;
  }
}
