// The horizontal pod autoscaler.
// Watches: autoscalers. Writes: the replicas of what they scale, and what they know of it.
// Decides: how many replicas are within the bounds. Nothing measures pods here, as in a cluster without metrics-server, so it
// says of every metric what it says there.
// Source: "Horizontal Pod Autoscaling"; reasons and messages from recordings of 1.36 and Kubernetes' own messages.
// Departs: it does not say that the pods of two autoscalers are the same.
import { kindFor } from '../../api/discovery.ts';
import type { HorizontalPodAutoscaler } from '../../api/horizontal-pod-autoscaler.ts';
import { HorizontalPodAutoscalerKind } from '../../api/horizontal-pod-autoscaler.ts';
import type { Kind } from '../../api/kind.ts';
import { resourceName } from '../../api/kind.ts';
import { keyOf, splitKey } from '../../api/meta.ts';
import type { Component, View } from '../../component.ts';
import type { ScaleTarget } from './reconcile.ts';
import { reconcileAutoscaler } from './reconcile.ts';

/** An autoscaler is looked at so long after it was made or changed, and then again and again. */
const periodMs = 15_000;

export const horizontalPodAutoscaler: Component = {
  name: 'horizontal-pod-autoscaler',
  latencyMs: periodMs,
  doorbells: [
    {
      kind: HorizontalPodAutoscalerKind as Kind,
      keys: ({ type, after }) => (type === 'DELETED' ? [] : [keyOf(after)]),
    },
  ],
  reconcile(key, view, nowMs) {
    const { namespace, name } = splitKey(key);
    const autoscaler = view.get(HorizontalPodAutoscalerKind, namespace, name);
    if (!autoscaler) return [];
    return [
      { verb: 'wake', afterMs: periodMs, periodic: true },
      ...reconcileAutoscaler(autoscaler, targetOf(autoscaler, view), nowMs),
    ];
  },
};

/** What is scaled, or why it is not known. */
function targetOf({ metadata, spec }: HorizontalPodAutoscaler, view: View): ScaleTarget {
  const { apiVersion = '', kind: word, name } = spec.scaleTargetRef;
  const kind = kindFor(apiVersion, word);
  if (!kind) {
    const slash = apiVersion.lastIndexOf('/');
    const group = slash < 0 ? '' : apiVersion.slice(0, slash);
    const error = `no matches for kind ${JSON.stringify(word)} in group ${JSON.stringify(group)}`;
    return { ok: false, error, doing: 'unable to determine resource for scale target reference: ' };
  }
  const object = kind.scale && view.get(kind, metadata.namespace ?? '', name);
  if (!kind.scale) return { ok: false, error: 'the server could not find the requested resource' };
  if (!object) return { ok: false, error: `${resourceName(kind)} "${name}" not found` };
  return { ok: true, kind, object, scale: kind.scale };
}
