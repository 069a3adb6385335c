// The strategy Recreate: all old pods go, and only then new ones come.
// Source: "Recreate Deployment" in the documentation of Deployments.
import type { Request } from '../../component.ts';
import { isFinished } from '../pod-facts.ts';
import { withCreated } from './current.ts';
import { historyRequests } from './history.ts';
import type { Look } from './look.ts';
import { endWithProgress } from './look.ts';
import { isComplete } from './progress.ts';
import { activeOf, sizeOf, sumOf } from './replica-sets.ts';
import { resize } from './resize.ts';
import { replicasOf } from './status.ts';

export function recreate(look: Look): Request[] {
  const down = activeOf(look.versions.old).flatMap((set) => resize(look, set, 0));
  if (down.length > 0) return [...down, ...endWithProgress(look)];
  if (hasOldPods(look)) return endWithProgress(look);
  return withCreated(look, scaleUp);
}

function scaleUp(look: Look): Request[] {
  const { deployment, versions } = look;
  const up = versions.current ? resize(look, versions.current, sizeOf(deployment)) : [];
  const isDone = isComplete(deployment, deployment.status ?? {});
  return [...up, ...(isDone ? historyRequests(look) : []), ...endWithProgress(look)];
}

/** A pod counts until it is gone, or its containers have ended for good. */
function hasOldPods({ versions, podsOf }: Look): boolean {
  if (sumOf(versions.old, replicasOf) > 0) return true;
  return versions.old.some((set) => podsOf(set).some((pod) => !isFinished(pod)));
}
