// The decision: pods first, then everything else, then the namespace itself.
// Source: "Automatic deletion" and "Ordered namespace deletion" in the documentation of namespaces.
import type { Kind } from '../../api/kind.ts';
import type { KubeObject } from '../../api/meta.ts';
import type { Namespace } from '../../api/namespace.ts';
import { NamespaceKind } from '../../api/namespace.ts';
import type { Pod } from '../../api/pod.ts';
import { PodKind } from '../../api/pod.ts';
import type { Request } from '../../component.ts';
import { isEqual } from '../../machinery/equality.ts';
import { conditionsOf } from './conditions.ts';

/** How long an object with finalizers is thought to take. */
const finalizersSeconds = 15;
const FINALIZER = 'kubernetes';

/** All objects of one kind in the namespace. */
export interface Content {
  readonly kind: Kind;
  readonly objects: readonly KubeObject[];
}

export function reconcileNamespace(
  namespace: Namespace,
  content: readonly Content[],
  nowMs: number,
): Request[] {
  const pods = content.filter(({ kind, objects }) => kind === (PodKind as Kind) && objects.length > 0);
  const toDelete = pods.length > 0 ? pods : content;
  const deletions = toDelete.flatMap(({ kind, objects }) => {
    return objects
      .filter((it) => it.metadata.deletionTimestamp === undefined)
      .map((it) => deletion(kind, it));
  });
  const left = toDelete.filter(({ objects }) => objects.some(lingers));
  if (pods.length === 0 && left.length === 0) return [...deletions, ...finalized(namespace)];
  return [
    ...deletions,
    ...statusRequests(namespace, left, nowMs),
    { verb: 'wake', afterMs: (Math.floor(estimateSeconds(left) / 2) + 1) * 1000 },
  ];
}

/** True for what does not go at once when it is deleted. */
function lingers(object: KubeObject): boolean {
  return isScheduledPod(object) || (object.metadata.finalizers ?? []).length > 0;
}

function isScheduledPod(object: KubeObject): boolean {
  return object.kind === PodKind.kind && ((object as Pod).spec.nodeName ?? '') !== '';
}

function estimateSeconds(left: readonly Content[]): number {
  const objects = left.flatMap((it) => it.objects);
  const graces = objects
    .filter(isScheduledPod)
    .map((pod) => (pod as Pod).spec.terminationGracePeriodSeconds ?? 30);
  return graces.length > 0 ? Math.max(...graces) : objects.length > 0 ? finalizersSeconds : 0;
}

function deletion(kind: Kind, { metadata: { namespace = '', name } }: KubeObject): Request {
  return {
    verb: 'delete',
    kind,
    namespace,
    name,
    options: { propagationPolicy: 'Background' },
    // Gone in the meantime, with its owner or in its own time.
    otherwise: ({ reason, message }) => (reason === 'NotFound' ? [] : [{ verb: 'fail', message }]),
  };
}

function statusRequests(namespace: Namespace, left: readonly Content[], nowMs: number): Request[] {
  const conditions = conditionsOf(namespace, left, nowMs);
  const status = { ...namespace.status, phase: 'Terminating' as const, conditions };
  if (isEqual(status, namespace.status)) return [];
  return [{ verb: 'updateStatus', kind: NamespaceKind, object: { ...namespace, status } as Namespace }];
}

/** Lets the namespace go. */
function finalized(namespace: Namespace): Request[] {
  const finalizers = (namespace.spec?.finalizers ?? []).filter((it) => it !== FINALIZER);
  const spec = { ...namespace.spec, finalizers };
  return [{ verb: 'update', kind: NamespaceKind, object: { ...namespace, spec } as Namespace }];
}
