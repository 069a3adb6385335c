// What a Deployment does itself never takes it below its floor of available pods nor above its ceiling of pods. What
// happens to it (a crash, a lost node, another size) may.
import type { Deployment } from '../../api/deployment.ts';
import { DeploymentKind } from '../../api/deployment.ts';
import type { Kind } from '../../api/kind.ts';
import { controllerOf, keyOf } from '../../api/meta.ts';
import { PodKind } from '../../api/pod.ts';
import type { ReplicaSet } from '../../api/replica-set.ts';
import { ReplicaSetKind } from '../../api/replica-set.ts';
import type { View } from '../../component.ts';
import { resolveFenceposts } from '../../machinery/int-or-string.ts';
import type { Invariant, Write } from './moment.ts';

const DESIRED = 'deployment.kubernetes.io/desired-replicas';

export const deploymentBounds: Invariant = {
  name: 'a Deployment keeps its own bounds [I6]',
  broken({ view, writes }) {
    const own = writes.filter(
      ({ by, kind }) => by === 'deployment-controller' && kind === (ReplicaSetKind as Kind),
    );
    const uids = new Set(own.map(({ after }) => controllerOf(after)?.uid));
    return view
      .list(DeploymentKind)
      .filter(({ metadata }) => uids.has(metadata.uid))
      .flatMap((deployment) => judge(deployment, own, view));
  },
};

/** ReplicaSets before and after the look, those that came or went with a size of 0 on the other side. */
interface Sets {
  readonly before: readonly ReplicaSet[];
  readonly after: readonly ReplicaSet[];
}

function judge(deployment: Deployment, own: readonly Write[], view: View): string[] {
  const key = keyOf(deployment);
  const sets = setsOf(deployment, own, view);
  if (deployment.spec.strategy?.type === 'Recreate') return tooEarly(deployment, sets, view);
  const { spec } = deployment;
  const wanted = sizeOf(deployment);
  const { maxSurge, maxUnavailable } = spec.strategy?.rollingUpdate ?? {};
  const resolved = resolveFenceposts(maxSurge, maxUnavailable, wanted);
  if (!resolved.ok) return [];
  const [floor, ceiling] = [wanted - resolved.value.unavailable, wanted + resolved.value.surge];
  const [total, totalBefore] = [sum(sets.after, sizeOf), sum(sets.before, sizeOf)];
  const [kept, keptBefore] = [sum(sets.after, sureOf), sum(sets.before, sureOf)];
  return [
    ...(total > Math.max(ceiling, totalBefore) ? [`${key} goes up to ${total} pods, beyond ${ceiling}`] : []),
    // Another size is shared out by proportion, whatever is available.
    ...(!isOnlySized(deployment, sets) && kept < Math.min(floor, keptBefore)
      ? [`${key} keeps ${kept} of ${keptBefore} available pods, below ${floor}`]
      : []),
  ];
}

/** A Deployment that recreates begins anew only once nothing of the old runs. */
function tooEarly(deployment: Deployment, { before, after }: Sets, view: View): string[] {
  const sizeBefore = (set: ReplicaSet) => {
    const was = before.find(({ metadata }) => metadata.uid === set.metadata.uid);
    return was ? sizeOf(was) : 0;
  };
  const begun = after.filter((set) => sizeOf(set) > 0 && sizeBefore(set) === 0);
  const others = after.filter((set) => !begun.includes(set));
  const alive = others
    .flatMap(({ metadata }) => view.ownedBy(PodKind, metadata.uid ?? ''))
    .filter(({ status }) => status?.phase !== 'Succeeded' && status?.phase !== 'Failed');
  if (begun.length === 0 || alive.length === 0 || isOnlySized(deployment, { before, after })) return [];
  return [`${keyOf(deployment)} begins anew while ${alive.length} old pods are there`];
}

function setsOf(deployment: Deployment, own: readonly Write[], view: View): Sets {
  const after = view.ownedBy(ReplicaSetKind, deployment.metadata.uid ?? '');
  const before = after.flatMap((set) => {
    const first = own.find(({ after: it }) => it.metadata.uid === set.metadata.uid);
    if (!first) return [set];
    return first.before ? [first.before as ReplicaSet] : [];
  });
  return { before, after };
}

/** It has another size or is paused: its ReplicaSets get their shares, but nothing is rolled out. */
function isOnlySized(deployment: Deployment, { before }: Sets): boolean {
  if (deployment.spec.paused) return true;
  return before.some((set) => {
    const desired = set.metadata.annotations?.[DESIRED];
    return sizeOf(set) > 0 && desired !== undefined && Number(desired) !== sizeOf(deployment);
  });
}

function sizeOf({ spec }: { readonly spec: { readonly replicas?: number } }): number {
  return spec.replicas ?? 1;
}

/** How many pods are certainly available once the ReplicaSet has its size: those that are not go first. */
function sureOf(set: ReplicaSet): number {
  return Math.min(sizeOf(set), set.status?.availableReplicas ?? 0);
}

function sum(sets: readonly ReplicaSet[], count: (set: ReplicaSet) => number): number {
  return sets.reduce((total, set) => total + count(set), 0);
}
