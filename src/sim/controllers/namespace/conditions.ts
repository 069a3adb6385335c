// What the status of a namespace says while it is being emptied.
import { resourceName } from '../../api/kind.ts';
import type { Condition } from '../../api/meta.ts';
import type { Namespace } from '../../api/namespace.ts';
import { compareText } from '../../machinery/go-text.ts';
import { formatRfc3339 } from '../../machinery/time.ts';
import type { Content } from './reconcile.ts';

type Verdict = Pick<Condition, 'type' | 'status' | 'reason' | 'message'>;

const allWell: readonly Verdict[] = [
  {
    type: 'NamespaceDeletionDiscoveryFailure',
    status: 'False',
    reason: 'ResourcesDiscovered',
    message: 'All resources successfully discovered',
  },
  {
    type: 'NamespaceDeletionGroupVersionParsingFailure',
    status: 'False',
    reason: 'ParsedGroupVersions',
    message: 'All legacy kube types successfully parsed',
  },
  {
    type: 'NamespaceDeletionContentFailure',
    status: 'False',
    reason: 'ContentDeleted',
    message: 'All content successfully deleted, may be waiting on finalization',
  },
];

/** The conditions of a namespace in which `left` is still there. */
export function conditionsOf(namespace: Namespace, left: readonly Content[], nowMs: number): Condition[] {
  const before = namespace.status?.conditions ?? [];
  return [...allWell, contentVerdict(left), finalizersVerdict(left)].map((verdict) => {
    const known = before.find(({ type }) => type === verdict.type);
    const since = known?.status === verdict.status ? known.lastTransitionTime : undefined;
    return { lastTransitionTime: since ?? formatRfc3339(nowMs), ...verdict };
  });
}

function contentVerdict(left: readonly Content[]): Verdict {
  const type = 'NamespaceContentRemaining';
  if (left.length === 0) {
    return { type, status: 'False', reason: 'ContentRemoved', message: 'All content successfully removed' };
  }
  const parts = left.map(({ kind, objects }) => {
    const group = kind.group ? resourceName(kind) : `${kind.plural}.`;
    return `${group} has ${objects.length} resource instances`;
  });
  const message = `Some resources are remaining: ${parts.sort(compareText).join(', ')}`;
  return { type, status: 'True', reason: 'SomeResourcesRemain', message };
}

function finalizersVerdict(left: readonly Content[]): Verdict {
  const type = 'NamespaceFinalizersRemaining';
  const counts = new Map<string, number>();
  for (const finalizer of left.flatMap(({ objects }) =>
    objects.flatMap((it) => it.metadata.finalizers ?? []),
  )) {
    counts.set(finalizer, (counts.get(finalizer) ?? 0) + 1);
  }
  if (counts.size === 0) {
    const message = 'All content-preserving finalizers finished';
    return { type, status: 'False', reason: 'ContentHasNoFinalizers', message };
  }
  const parts = [...counts].map(([finalizer, count]) => `${finalizer} in ${count} resource instances`);
  const message = `Some content in the namespace has finalizers remaining: ${parts.sort(compareText).join(', ')}`;
  return { type, status: 'True', reason: 'SomeFinalizersRemain', message };
}
