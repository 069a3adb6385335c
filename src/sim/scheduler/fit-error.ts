// The sentence of FailedScheduling: how many nodes there are, and why each will not do.
import { compareText } from '../machinery/go-text.ts';
import type { NodeState, Rejection } from './framework.ts';

/** Why a pod found no node: one refusal for all, or each node's own rejection. */
export type Diagnosis =
  | { readonly nodeCount: number; readonly refusal: string }
  | { readonly nodeCount: number; readonly rejections: readonly NodeRejection[] };

export interface NodeRejection extends Rejection {
  readonly state: NodeState;
}

/** What is said of a node that other pods' leaving would not change. */
export const NOT_HELPFUL = 'Preemption is not helpful for scheduling';

const NO_NODES = 'no nodes available to schedule pods';
// The dynamic resources rule always has its say first, in these words where the pod claims no devices.
const NO_DEVICES = 'no new claims to deallocate';

/**
 * The message of the event and of the PodScheduled condition. `preemption` says why nobody leaves for the pod; undefined
 * where somebody does. Wording from recordings of 1.36.
 */
export function fitErrorMessage(diagnosis: Diagnosis, preemption: string | undefined): string {
  const { nodeCount } = diagnosis;
  if (nodeCount === 0) return NO_NODES;
  const opening = `0/${nodeCount} nodes are available:`;
  // Where a rule refuses up front, what would explain the preemption is missing, and says so.
  if ('refusal' in diagnosis) return `${opening} ${diagnosis.refusal}. not found`;
  const reasons = histogram(diagnosis.rejections.flatMap((rejection) => rejection.reasons));
  const fit = `${opening} ${reasons}.`;
  return preemption === undefined ? fit : `${fit} ${NO_DEVICES}, preemption: ${preemption}`;
}

/** `1 this, 2 that`, sorted as text. */
export function histogram(reasons: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts]
    .map(([reason, count]) => `${count} ${reason}`)
    .sort(compareText)
    .join(', ');
}
