// Which kinds have a rollout. A kind joins with its file and one line here.
import type { Kind } from '../../../sim/index.ts';
import { resourceName } from '../../../sim/index.ts';
import { daemonSetRollout } from './daemonset.ts';
import { deploymentRollout } from './deployment.ts';
import { statefulSetRollout } from './statefulset.ts';
import type { RolloutStrategy } from './strategy.ts';

const strategies: ReadonlyMap<string, RolloutStrategy> = new Map([
  ['daemonsets.apps', daemonSetRollout],
  ['deployments.apps', deploymentRollout],
  ['statefulsets.apps', statefulSetRollout],
]);

/** How a kind rolls out; undefined for kinds that do not. */
export function rolloutStrategy(kind: Kind): RolloutStrategy | undefined {
  return strategies.get(resourceName(kind));
}

/** `StatefulSet.apps`, or `Pod`: how messages name a kind that cannot do something. */
export function groupKind(kind: Kind): string {
  return kind.group ? `${kind.kind}.${kind.group}` : kind.kind;
}
