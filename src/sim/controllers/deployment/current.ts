// The ReplicaSet of the template as it is now: keeping it in step with its Deployment, or making it.
import type { Kind } from '../../api/kind.ts';
import { controllerReference } from '../../api/meta.ts';
import type { ReplicaSet } from '../../api/replica-set.ts';
import { ReplicaSetKind } from '../../api/replica-set.ts';
import type { Status } from '../../apiserver/status.ts';
import type { Request } from '../../component.ts';
import { isEqual } from '../../machinery/equality.ts';
import { hashedName } from '../../machinery/hash.ts';
import { podTemplateHash } from '../pod-template-hash.ts';
import { annotationsForCurrent, nextRevision, REVISION, sizeAnnotations } from './annotations.ts';
import { conditionOf, hasProgressDeadline, withSaying } from './conditions.ts';
import type { Look } from './look.ts';
import { event, write } from './look.ts';
import { allOf, HASH_LABEL } from './replica-sets.ts';
import { scalingEvent } from './resize.ts';
import { newReplicaSetSize } from './rolling.ts';

/** The write that brings the current ReplicaSet in step: annotations, revision, minReadySeconds. */
export function syncRequests({ deployment, versions }: Look): Request[] {
  const { current, old } = versions;
  if (!current) return [];
  const before = current.metadata.annotations ?? {};
  const annotations = annotationsForCurrent(deployment, before, nextRevision(old));
  const { minReadySeconds = 0 } = deployment.spec;
  if (isEqual(annotations, before) && (current.spec.minReadySeconds ?? 0) === minReadySeconds) return [];
  const { minReadySeconds: _, ...spec } = current.spec;
  const object = {
    ...current,
    metadata: { ...current.metadata, annotations },
    spec: { ...spec, ...(minReadySeconds === 0 ? {} : { minReadySeconds }) },
  };
  return [{ verb: 'update', kind: ReplicaSetKind as Kind, object }];
}

/** The look with what the current ReplicaSet tells: its revision, and that it was found where nothing was said of it yet. */
export function withCurrent(look: Look): Look {
  const { deployment, versions, conditions, nowMs } = look;
  const { current } = versions;
  if (!current) return look;
  const revision = current.metadata.annotations?.[REVISION];
  if (!hasProgressDeadline(deployment) || conditionOf(conditions, 'Progressing'))
    return { ...look, revision };
  const message = `Found new replica set ${JSON.stringify(current.metadata.name)}`;
  const found = { type: 'Progressing', status: 'True', reason: 'FoundNewReplicaSet', message } as const;
  return { ...look, revision, conditions: withSaying(conditions, found, nowMs) };
}

/** Makes the ReplicaSet where there is none, then goes on with what `next` wants. */
export function withCreated(look: Look, next: (look: Look) => Request[]): Request[] {
  if (look.versions.current) return next(look);
  if (look.isNamespaceTerminating) return [];
  const set = newReplicaSet(look);
  if (look.setNamed(set.metadata.name)) return collisionRequests(look);
  const { name } = set.metadata;
  const size = set.spec.replicas ?? 0;
  return [
    {
      verb: 'create',
      kind: ReplicaSetKind as Kind,
      object: set,
      // biome-ignore lint/suspicious/noThenProperty: the kernel's word for what follows an answer; nothing here awaits
      then: (answer) => [
        ...(size > 0 ? [scalingEvent(look, name, 0, size)] : []),
        ...next(lookAtCreated(look, answer as ReplicaSet)),
      ],
      otherwise: (refusal) => failureRequests(look, name, refusal),
    },
  ];
}

function newReplicaSet(look: Look): ReplicaSet {
  const { deployment, versions } = look;
  const { template, selector, minReadySeconds } = deployment.spec;
  const hash = podTemplateHash(template, deployment.status?.collisionCount);
  const labels = { ...template.metadata?.labels, [HASH_LABEL]: hash };
  const { name, namespace } = deployment.metadata;
  const revision = annotationsForCurrent(deployment, {}, nextRevision(versions.old));
  const set: ReplicaSet = {
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: {
      name: hashedName(name, hash),
      ...(namespace === undefined ? {} : { namespace }),
      labels,
      annotations: { ...revision, ...sizeAnnotations(deployment) },
      ownerReferences: [controllerReference(deployment)],
    },
    spec: {
      replicas: 0,
      ...(minReadySeconds ? { minReadySeconds } : {}),
      selector: { ...selector, matchLabels: { ...selector.matchLabels, [HASH_LABEL]: hash } },
      template: { ...template, metadata: { ...template.metadata, labels } },
    },
  };
  const size = newReplicaSetSize(deployment, allOf(versions), set);
  return { ...set, spec: { ...set.spec, replicas: size } };
}

function lookAtCreated(look: Look, current: ReplicaSet): Look {
  const { deployment, versions, conditions, nowMs } = look;
  const message = `Created new replica set ${JSON.stringify(current.metadata.name)}`;
  const created = { type: 'Progressing', status: 'True', reason: 'NewReplicaSetCreated', message } as const;
  return {
    ...look,
    versions: { ...versions, current },
    revision: current.metadata.annotations?.[REVISION],
    conditions: hasProgressDeadline(deployment) ? withSaying(conditions, created, nowMs) : conditions,
  };
}

/** Another template has the name: the next look tries the next name. */
function collisionRequests(look: Look): Request[] {
  const { status = {} } = look.deployment;
  return write(look, { ...status, collisionCount: (status.collisionCount ?? 0) + 1 });
}

function failureRequests(look: Look, name: string, { message: why }: Status): Request[] {
  const { deployment, conditions, nowMs } = look;
  const reason = 'ReplicaSetCreateError';
  const message = `Failed to create new replica set ${JSON.stringify(name)}: ${why}`;
  const failed = { type: 'Progressing', status: 'False', reason, message } as const;
  return [
    ...(hasProgressDeadline(deployment)
      ? write(look, { ...deployment.status, conditions: [...withSaying(conditions, failed, nowMs)] })
      : []),
    event(look, 'Warning', reason, message),
    { verb: 'fail', message },
  ];
}
