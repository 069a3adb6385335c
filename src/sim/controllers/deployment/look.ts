// What one look at a Deployment knows, and how it ends: with the status, if that says anything new.
import type { Deployment } from '../../api/deployment.ts';
import { DeploymentKind } from '../../api/deployment.ts';
import type { Kind } from '../../api/kind.ts';
import type { Pod } from '../../api/pod.ts';
import type { ReplicaSet } from '../../api/replica-set.ts';
import type { Request } from '../../component.ts';
import { isEqual } from '../../machinery/equality.ts';
import { REVISION } from './annotations.ts';
import type { Conditions } from './conditions.ts';
import { untilDeadlineMs, withProgress } from './progress.ts';
import type { Versions } from './replica-sets.ts';
import { statusOf } from './status.ts';

export interface DeploymentInput {
  readonly deployment: Deployment;
  /** The ReplicaSets that the Deployment manages. */
  readonly sets: readonly ReplicaSet[];
  readonly podsOf: (set: ReplicaSet) => readonly Pod[];
  /** Any ReplicaSet of the namespace: names may collide. */
  readonly setNamed: (name: string) => ReplicaSet | undefined;
  readonly isNamespaceTerminating: boolean;
  readonly nowMs: number;
}

export interface Look extends Omit<DeploymentInput, 'sets'> {
  readonly versions: Versions;
  /** As this look has found and changed them so far. */
  readonly conditions: Conditions;
  /** The number of the current ReplicaSet, which is the Deployment's too. */
  readonly revision: string | undefined;
}

/** The end of a look in which nothing is rolled out. */
export function endWithCounts(look: Look): Request[] {
  const { deployment, versions, conditions, nowMs } = look;
  return write(look, statusOf(deployment, versions, conditions, nowMs));
}

/** The end of a look at a rollout: it is done, gets on, or is late. */
export function endWithProgress(look: Look): Request[] {
  const { deployment, versions, conditions, nowMs } = look;
  const counted = statusOf(deployment, versions, conditions, nowMs);
  const status = withProgress(counted, { deployment, versions, before: conditions, nowMs });
  const requests = write(look, status);
  if (requests.length > 0) return requests;
  const afterMs = untilDeadlineMs(deployment, status, nowMs);
  return afterMs === undefined ? [] : [{ verb: 'wake', afterMs }];
}

/** The status, and with it the revision, which is kept in an annotation. */
export function write({ deployment, revision }: Look, status: Deployment['status']): Request[] {
  const { metadata } = deployment;
  const annotations: Record<string, string> = revision === undefined ? {} : { [REVISION]: revision };
  const object = {
    ...deployment,
    metadata: { ...metadata, annotations: { ...metadata.annotations, ...annotations } },
    status,
  };
  const isSame = isEqual(object.status, deployment.status) && hasAll(metadata.annotations, annotations);
  return isSame ? [] : [{ verb: 'updateStatus', kind: DeploymentKind as Kind, object }];
}

function hasAll(present: Record<string, string> | undefined, wanted: Record<string, string>): boolean {
  return Object.entries(wanted).every(([key, value]) => present?.[key] === value);
}

/** Something to say about the Deployment. */
export function event(
  { deployment }: Look,
  type: 'Normal' | 'Warning',
  reason: string,
  message: string,
): Request {
  return { verb: 'event', event: { regarding: deployment, type, reason, message } };
}
