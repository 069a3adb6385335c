// The decision: keep the current ReplicaSet in step, then size, pause or roll out.
import type { Request } from '../../component.ts';
import { withPause } from './conditions.ts';
import { syncRequests, withCreated, withCurrent } from './current.ts';
import { historyRequests } from './history.ts';
import type { DeploymentInput, Look } from './look.ts';
import { endWithCounts } from './look.ts';
import { recreate } from './recreate.ts';
import { isRollingUpdate, versionsOf } from './replica-sets.ts';
import { rollOut } from './rolling.ts';
import { isScaled, scaleRequests } from './scale.ts';

export function reconcileDeployment({ sets, ...input }: DeploymentInput): Request[] {
  const { deployment, nowMs } = input;
  const isTerminating = deployment.metadata.deletionTimestamp !== undefined;
  const conditions = deployment.status?.conditions ?? [];
  const found: Look = {
    ...input,
    versions: versionsOf(deployment, sets),
    conditions: isTerminating ? conditions : withPause(deployment, conditions, nowMs),
    revision: undefined,
  };
  const requests = syncRequests(found);
  // The write rings again; what it changed is seen then.
  if (requests.length > 0) return requests;
  const look = withCurrent(found);
  if (isTerminating) return endWithCounts(look);
  if (deployment.spec.paused) {
    return [...scaleRequests(look), ...historyRequests(look), ...endWithCounts(look)];
  }
  if (isScaled(look)) return [...scaleRequests(look), ...endWithCounts(look)];
  return isRollingUpdate(deployment) ? withCreated(look, rollOut) : recreate(look);
}
