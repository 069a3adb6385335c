// How a Deployment's rollout is told, looked back on and undone: its revisions are ReplicaSets.
import type { Deployment, KubeObject, PodTemplateSpec, ReplicaSet } from '../../../sim/index.ts';
import { isEqual } from '../../../sim/index.ts';
import { CHANGE_CAUSE } from '../../change-cause.ts';
import type { Context } from '../../command.ts';
import { usageError } from '../../command.ts';
import { replicaSetVersions } from '../../replica-set-versions.ts';
import type { Revision, RolloutState, RolloutStrategy } from './strategy.ts';

const REVISION = 'deployment.kubernetes.io/revision';
const HASH_LABEL = 'pod-template-hash';

/** What is a ReplicaSet's or a Deployment's own, and does not go back with a template. */
const NOT_RESTORED: ReadonlySet<string> = new Set([
  'kubectl.kubernetes.io/last-applied-configuration',
  'deprecated.deployment.rollback.to',
  'deployment.kubernetes.io/desired-replicas',
  'deployment.kubernetes.io/max-replicas',
  'deployment.kubernetes.io/revision-history',
  REVISION,
]);

export const deploymentRollout: RolloutStrategy = {
  status: (object, revision) => statusOf(object as Deployment, revision),
  history: (context, object) => historyOf(context, object as Deployment),
  noEarlierRevision: ({ metadata }) =>
    `no rollout history found for deployment ${JSON.stringify(metadata.name)}`,
  undo({ cluster }, kind, object, revision) {
    const { name, namespace = '' } = object.metadata;
    const set = revision.object as ReplicaSet;
    const body = [
      { op: 'replace', path: '/spec/template', value: withoutHash(set.spec.template) },
      { op: 'replace', path: '/metadata/annotations', value: restoredAnnotations(object, set) },
    ];
    return cluster.api.patch(kind, namespace, name, { type: 'json', body });
  },
  isCurrent(object, revision) {
    const { template } = (revision.object as ReplicaSet).spec;
    return isEqual(withoutHash(template), withoutHash((object as Deployment).spec.template));
  },
  pause: { isPaused: (object) => (object as Deployment).spec.paused === true },
};

/** One entry a number: of ReplicaSets with the same one the last counts. */
function historyOf({ cluster }: Context, deployment: Deployment): Revision[] {
  const { current, old } = replicaSetVersions(deployment, cluster.view);
  const byNumber = new Map<number, Revision>();
  for (const set of current ? [...old, current] : old) {
    const number = revisionNumber(set);
    if (number !== undefined) byNumber.set(number, revisionOf(set, number));
  }
  return [...byNumber.values()].sort((a, b) => a.number - b.number);
}

function revisionOf(set: ReplicaSet, number: number): Revision {
  const { template } = set.spec;
  const own = set.metadata.annotations?.[CHANGE_CAUSE];
  const annotations = own
    ? { ...template.metadata?.annotations, [CHANGE_CAUSE]: own }
    : template.metadata?.annotations;
  const shown = annotations ? { ...template, metadata: { ...template.metadata, annotations } } : template;
  return { number, changeCause: annotations?.[CHANGE_CAUSE] || undefined, template: shown, object: set };
}

function statusOf(deployment: Deployment, wanted: number): RolloutState {
  const { metadata, spec, status = {} } = deployment;
  const name = JSON.stringify(metadata.name);
  if (wanted > 0) checkRevision(deployment, wanted);
  if ((metadata.generation ?? 0) > (status.observedGeneration ?? 0)) {
    return { text: 'Waiting for deployment spec update to be observed...\n', isDone: false };
  }
  const progressing = status.conditions?.find(({ type }) => type === 'Progressing');
  if (progressing?.reason === 'ProgressDeadlineExceeded') {
    throw usageError(`deployment ${name} exceeded its progress deadline`);
  }
  const { replicas = 0, updatedReplicas = 0, availableReplicas = 0 } = status;
  const waiting = (what: string): RolloutState => ({
    text: `Waiting for deployment ${name} rollout to finish: ${what}...\n`,
    isDone: false,
  });
  if (updatedReplicas < (spec.replicas ?? 0)) {
    return waiting(`${updatedReplicas} out of ${spec.replicas} new replicas have been updated`);
  }
  if (replicas > updatedReplicas) {
    return waiting(`${replicas - updatedReplicas} old replicas are pending termination`);
  }
  if (availableReplicas < updatedReplicas) {
    return waiting(`${availableReplicas} of ${updatedReplicas} updated replicas are available`);
  }
  return { text: `deployment ${name} successfully rolled out\n`, isDone: true };
}

function checkRevision(deployment: Deployment, wanted: number): void {
  const running = revisionNumber(deployment) ?? 0;
  if (running === wanted) return;
  throw usageError(`desired revision (${wanted}) is different from the running revision (${running})`);
}

/** 0 where there is no number, undefined where it cannot be read. */
function revisionNumber({ metadata }: KubeObject): number | undefined {
  const text = metadata.annotations?.[REVISION] ?? '0';
  return /^[+-]?\d+$/.test(text) ? Number(text) : undefined;
}

/** The Deployment keeps what is its own; all else is as it was with that ReplicaSet. */
function restoredAnnotations(deployment: KubeObject, set: ReplicaSet): Record<string, string> {
  const kept = Object.entries(deployment.metadata.annotations ?? {}).filter(([key]) => NOT_RESTORED.has(key));
  const restored = Object.entries(set.metadata.annotations ?? {}).filter(([key]) => !NOT_RESTORED.has(key));
  return Object.fromEntries([...kept, ...restored]);
}

function withoutHash({ metadata, ...rest }: PodTemplateSpec): PodTemplateSpec {
  const { [HASH_LABEL]: _, ...labels } = metadata?.labels ?? {};
  return { ...rest, metadata: { ...metadata, labels } };
}
