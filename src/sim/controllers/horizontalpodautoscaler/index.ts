// The horizontal pod autoscaler.
// Watches: autoscalers; on its rounds what they scale, its pods, and what is measured of them. Writes: the replicas of what they
// scale, and what they know of it.
// Decides: how many replicas the load asks for, within the bounds and as fast as the behavior lets them change.
// Source: "Horizontal Pod Autoscaling"; reasons and messages from recordings of 1.36 and Kubernetes' own messages.
// Departs: it does not say that the pods of two autoscalers are the same; only what containers take is measured, so metrics of
// other sorts (Pods, Object, External) are always missing.

import { kindFor } from '../../api/discovery.ts';
import type { HorizontalPodAutoscaler } from '../../api/horizontal-pod-autoscaler.ts';
import { HorizontalPodAutoscalerKind } from '../../api/horizontal-pod-autoscaler.ts';
import type { Kind } from '../../api/kind.ts';
import { resourceName } from '../../api/kind.ts';
import { keyOf, splitKey } from '../../api/meta.ts';
import type { Pod } from '../../api/pod.ts';
import { PodKind } from '../../api/pod.ts';
import type { Component, NodeView, View } from '../../component.ts';
import { parseSelector } from '../../machinery/selector-parser.ts';
import { resourceMetrics } from '../../metrics/resource-metrics.ts';
import { recall } from './memory.ts';
import { reconcileAutoscaler, withoutTarget } from './reconcile.ts';
import type { Target } from './rescale.ts';

/** An autoscaler is looked at so long after it was made or changed, and then again and again. */
const periodMs = 15_000;

export const horizontalPodAutoscaler: Component<NodeView> = {
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
    const again = { verb: 'wake', afterMs: periodMs, periodic: true } as const;
    const target = targetOf(autoscaler, view);
    if ('error' in target) {
      return [again, ...withoutTarget(autoscaler, target.error, target.doing ?? '', nowMs)];
    }
    const currentReplicas = target.scale.get(target.object).spec;
    return [
      again,
      ...reconcileAutoscaler({
        autoscaler,
        target,
        currentReplicas,
        pods: podsOf(target, view),
        metrics: resourceMetrics(view),
        memory: recall(autoscaler, view, currentReplicas, nowMs),
        nowMs,
      }),
    ];
  },
};

interface Unscalable {
  readonly error: string;
  readonly doing?: string;
}

/** What is scaled, or why it is not known. */
function targetOf({ metadata, spec }: HorizontalPodAutoscaler, view: View): Target | Unscalable {
  const { apiVersion = '', kind: word, name } = spec.scaleTargetRef;
  const kind = kindFor(apiVersion, word);
  if (!kind) {
    const slash = apiVersion.lastIndexOf('/');
    const group = slash < 0 ? '' : apiVersion.slice(0, slash);
    const error = `no matches for kind ${JSON.stringify(word)} in group ${JSON.stringify(group)}`;
    return { error, doing: 'unable to determine resource for scale target reference: ' };
  }
  const object = kind.scale && view.get(kind, metadata.namespace ?? '', name);
  if (!kind.scale) return { error: 'the server could not find the requested resource' };
  if (!object) return { error: `${resourceName(kind)} "${name}" not found` };
  return { kind, object, scale: kind.scale };
}

function podsOf({ object, scale }: Target, view: View): readonly Pod[] {
  const selector = parseSelector(scale.get(object).selector);
  if (!selector.ok) return [];
  return view
    .list(PodKind, object.metadata.namespace)
    .filter(({ metadata }) => selector.value.matches(metadata.labels));
}
