// `order`: things came true one after the other.
import type { Change, KubeObject } from '../../src/sim/index.ts';
import { findKind } from '../../src/sim/index.ts';
import type { OrderCheck } from '../check-definition.ts';
import type { Finding, Step } from '../finding.ts';
import type { History } from '../state.ts';
import { explanationFor } from './explanation.ts';
import { spanOf } from './window.ts';

/** What is not as the check wants it; none where it passes. Of each step the first time in the window counts. */
export function checkOrder(check: OrderCheck, history: History): Finding[] {
  const namespace = check.namespace ?? 'default';
  const span = spanOf(history, namespace, check.within ?? {});
  const wantedOf = (index: number) => ({
    id: 'order-wanted' as const,
    first: check.sequence[Math.max(0, index - 1)] as Step,
    next: check.sequence[Math.max(1, index)] as Step,
  });
  const endMs = history.endMs - history.startMs;
  if ('never' in span) {
    return [
      { wanted: wantedOf(0), seen: { id: 'window-never-opened', expression: span.never }, atMs: endMs },
    ];
  }
  const changes = history.changes.slice(span.first, span.last);
  let earlier = { at: -1, ms: 0 };
  for (const [index, step] of check.sequence.entries()) {
    const at = changes.findIndex((change) => isStep(change, step, namespace));
    const wanted = wantedOf(index);
    if (at < 0) {
      const [, name = ''] = step.object.split('/');
      const event = explanationFor(history, [name]);
      return [{ wanted, seen: { id: 'never-happened', step }, atMs: endMs, ...(event ? { event } : {}) }];
    }
    const ms = (changes[at] as Change).atMs - history.startMs;
    if (at < earlier.at) {
      const seen = { id: 'happened-before' as const, step, other: wanted.first, otherAtMs: earlier.ms };
      return [{ wanted, seen, atMs: ms }];
    }
    earlier = { at, ms };
  }
  return [];
}

function isStep(
  { kind, type, before, after }: Change,
  step: OrderCheck['sequence'][number],
  namespace: string,
): boolean {
  const [resource = '', name = ''] = step.object.split('/');
  if (kind !== findKind(resource) || after.metadata.name !== name) return false;
  if (kind.namespaced && after.metadata.namespace !== namespace) return false;
  switch (step.is) {
    case 'created':
      return type === 'ADDED';
    case 'deleted':
      return type === 'DELETED';
    case 'deleting':
      return isDeleting(after) && !isDeleting(before);
    case 'ready':
      return type !== 'DELETED' && isReady(after) && !isReady(before);
    case 'unready':
      return isReady(before) && (type === 'DELETED' || !isReady(after));
  }
}

function isDeleting(object: KubeObject | undefined): boolean {
  return object?.metadata.deletionTimestamp !== undefined;
}

interface Conditioned extends KubeObject {
  readonly status?: { readonly conditions?: readonly { readonly type: string; readonly status: string }[] };
}

function isReady(object: KubeObject | undefined): boolean {
  const conditions = (object as Conditioned | undefined)?.status?.conditions ?? [];
  return conditions.some(({ type, status }) => type === 'Ready' && status === 'True');
}
