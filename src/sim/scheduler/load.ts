// What the pods on a node add up to. It is worked out once for a list of pods: the store gives the same list until a pod of the
// node changes.
import type { Pod } from '../api/pod.ts';
import type { Selector } from '../machinery/labels.ts';
import { affinityOf } from './affinity.ts';
import type { Amounts } from './pod-requests.ts';
import { addAmounts, requestsOf, scoredRequestsOf } from './pod-requests.ts';

/** The sums are made when first asked for. */
export interface Load {
  /** The pods that take up room here: bound to the node and not yet ended. */
  readonly pods: readonly Pod[];
  requested(): Amounts;
  scoredRequested(): Amounts;
  /** Those with wishes about the pods beside them. */
  withAffinity(): readonly Pod[];
  /** How many pods of a namespace match; those on their way out do not count. */
  countMatching(namespace: string | undefined, selector: Selector): number;
}

const known = new WeakMap<readonly Pod[], Load>();

export function loadOf(podsOnNode: readonly Pod[]): Load {
  let load = known.get(podsOnNode);
  if (!load) {
    load = createLoad(podsOnNode.filter((pod) => !hasEnded(pod)));
    known.set(podsOnNode, load);
  }
  return load;
}

export function hasEnded(pod: Pod): boolean {
  return pod.status?.phase === 'Succeeded' || pod.status?.phase === 'Failed';
}

function createLoad(pods: readonly Pod[]): Load {
  let requested: Amounts | undefined;
  let scored: Amounts | undefined;
  let fond: readonly Pod[] | undefined;
  const counts = new Map<string | undefined, Map<string, number>>();
  return {
    pods,
    requested: () => {
      requested ??= total(pods, requestsOf);
      return requested;
    },
    scoredRequested: () => {
      scored ??= total(pods, scoredRequestsOf);
      return scored;
    },
    withAffinity: () => {
      fond ??= pods.filter((pod) => affinityOf(pod) !== undefined);
      return fond;
    },
    countMatching: (namespace, selector) => {
      // Two selectors are written as nothing: the one that matches all, and the one that matches none.
      const written = selector.isEmpty ? '*' : selector.toString();
      const inNamespace = counts.get(namespace) ?? new Map<string, number>();
      const count = inNamespace.get(written) ?? matching(pods, namespace, selector);
      counts.set(namespace, inNamespace.set(written, count));
      return count;
    },
  };
}

function total(pods: readonly Pod[], of: (pod: Pod) => Amounts): Amounts {
  const sums = new Map<string, number>();
  for (const pod of pods) addAmounts(sums, of(pod));
  return sums;
}

function matching(pods: readonly Pod[], namespace: string | undefined, selector: Selector): number {
  let count = 0;
  for (const { metadata } of pods) {
    if (metadata.deletionTimestamp || metadata.namespace !== namespace) continue;
    if (selector.matches(metadata.labels ?? {})) count += 1;
  }
  return count;
}
