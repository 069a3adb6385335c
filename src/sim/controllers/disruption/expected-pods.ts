// How many pods a budget expects, and how many of them must stay healthy.
import { DeploymentKind } from '../../api/deployment.ts';
import { kindFor } from '../../api/discovery.ts';
import type { Kind } from '../../api/kind.ts';
import { resourceName } from '../../api/kind.ts';
import type { KubeObject, LabelSelector, OwnerReference } from '../../api/meta.ts';
import { controllerOf } from '../../api/meta.ts';
import type { Pod } from '../../api/pod.ts';
import type { PodDisruptionBudgetSpec } from '../../api/pod-disruption-budget.ts';
import { ReplicaSetKind } from '../../api/replica-set.ts';
import type { View } from '../../component.ts';
import { scaledInt } from '../../machinery/int-or-string.ts';
import type { Result } from '../../machinery/result.ts';
import { failure, success } from '../../machinery/result.ts';

export type Expected =
  | {
      readonly ok: true;
      readonly count: number;
      readonly healthy: number;
      /** Pods that no controller made: nobody can say of how many they are some. */
      readonly unmanaged: readonly string[];
    }
  | { readonly ok: false; readonly error: string };

export function expectedPods(spec: PodDisruptionBudgetSpec, pods: readonly Pod[], view: View): Expected {
  const { minAvailable, maxUnavailable } = spec;
  if (maxUnavailable === undefined && typeof minAvailable !== 'string') {
    const healthy = minAvailable ?? 0;
    return { ok: true, count: minAvailable === undefined ? 0 : pods.length, healthy, unmanaged: [] };
  }
  const owners = new Set<string>();
  const scales = new Map<string, number>();
  const unmanaged: string[] = [];
  for (const pod of pods) {
    const owner = controllerOf(pod);
    if (!owner) unmanaged.push(pod.metadata.name);
    if (!owner || owners.has(owner.uid)) continue;
    owners.add(owner.uid);
    const found = scaleOf(owner, pod, view);
    if (!found.ok) return found;
    // The ReplicaSets of one Deployment count once.
    scales.set(found.value.uid, found.value.replicas);
  }
  const count = [...scales.values()].reduce((sum, replicas) => sum + replicas, 0);
  const amount = scaledInt(maxUnavailable ?? minAvailable ?? 0, count, 'up');
  if (!amount.ok) return amount;
  const healthy = maxUnavailable === undefined ? amount.value : Math.max(0, count - amount.value);
  return { ok: true, count, healthy, unmanaged };
}

interface Scale {
  readonly uid: string;
  readonly replicas: number;
}

/** How many pods the controller wants; that of a ReplicaSet's Deployment if it has one. */
function scaleOf(owner: OwnerReference, pod: Pod, view: View): Result<Scale> {
  const { namespace = '', name } = pod.metadata;
  const kind = kindFor(owner.apiVersion, owner.kind);
  const controller = kind && view.get(kind, namespace, owner.name);
  if (!kind || controller?.metadata.uid !== owner.uid)
    return failure(`found no controllers for pod "${name}"`);
  if (kind === (ReplicaSetKind as Kind)) {
    const above = controllerOf(controller);
    const deployment =
      above?.kind === 'Deployment' ? view.get(DeploymentKind, namespace, above.name) : undefined;
    if (deployment && deployment.metadata.uid === above?.uid) {
      return scaleIn(DeploymentKind as Kind, deployment);
    }
  }
  return scaleIn(kind, controller);
}

function scaleIn(kind: Kind, object: KubeObject): Result<Scale> {
  if (!kind.scale) return failure(`${resourceName(kind)} does not implement the scale subresource`);
  return success({ uid: object.metadata.uid ?? '', replicas: kind.scale.get(object).spec });
}

/** `&LabelSelector{MatchLabels:map[string]string{app: web,},MatchExpressions:[]LabelSelectorRequirement{},}` */
export function selectorAsGoPrints(selector: LabelSelector | undefined): string {
  if (!selector) return 'nil';
  const { matchLabels = {}, matchExpressions = [] } = selector;
  const labels = Object.keys(matchLabels)
    .sort()
    .map((key) => `${key}: ${matchLabels[key]},`);
  const expressions = matchExpressions.map(
    ({ key, operator, values = [] }) =>
      `LabelSelectorRequirement{Key:${key},Operator:${operator},Values:[${values.join(' ')}],},`,
  );
  return `&LabelSelector{MatchLabels:map[string]string{${labels.join('')}},MatchExpressions:[]LabelSelectorRequirement{${expressions.join('')}},}`;
}
