// How a StatefulSet's rollout is told, looked back on and undone: its revisions are ControllerRevisions.
import type {
  ControllerRevision,
  Kind,
  KubeObject,
  PodTemplateSpec,
  StatefulSet,
} from '../../../sim/index.ts';
import { ControllerRevisionKind } from '../../../sim/index.ts';
import { CHANGE_CAUSE } from '../../change-cause.ts';
import { usageError } from '../../command.ts';
import { textAt, valueAt } from '../../objects.ts';
import type { Revision, RolloutState, RolloutStrategy } from './strategy.ts';

export const statefulSetRollout: RolloutStrategy = {
  status: (object) => statusOf(object as StatefulSet),
  history(context, object) {
    const revisions = context.cluster.view.ownedBy(
      ControllerRevisionKind as Kind<ControllerRevision>,
      object.metadata.uid ?? '',
    );
    return [...revisions].sort((a, b) => a.revision - b.revision).map(revisionOf);
  },
  undo({ cluster }, kind, object, revision) {
    const { name, namespace = '' } = object.metadata;
    const body = (revision.object as ControllerRevision).data;
    return cluster.api.patch(kind, namespace, name, { type: 'strategic', body });
  },
  isCurrent: (object, revision) =>
    textAt(object, 'status', 'updateRevision') === revision.object.metadata.name,
};

function revisionOf(object: ControllerRevision): Revision {
  return {
    number: object.revision,
    changeCause: object.metadata.annotations?.[CHANGE_CAUSE],
    template: valueAt(object.data, 'spec', 'template') as PodTemplateSpec,
    object: object as KubeObject,
  };
}

function statusOf({ metadata, spec, status }: StatefulSet): RolloutState {
  const { updateStrategy, replicas = 1 } = spec;
  if (updateStrategy?.type !== 'RollingUpdate') {
    throw usageError('rollout status is only available for RollingUpdate strategy type');
  }
  const { observedGeneration = 0, readyReplicas = 0, updatedReplicas = 0 } = status ?? {};
  if (observedGeneration === 0 || (metadata.generation ?? 0) > observedGeneration) {
    return waiting('Waiting for statefulset spec update to be observed...');
  }
  if (readyReplicas < replicas) {
    return waiting(`Waiting for ${replicas - readyReplicas} pods to be ready...`);
  }
  if (updateStrategy.rollingUpdate) {
    const wanted = replicas - (updateStrategy.rollingUpdate.partition ?? 0);
    if (updatedReplicas < wanted) {
      return waiting(
        `Waiting for partitioned roll out to finish: ${updatedReplicas} out of ${wanted} new pods have been updated...`,
      );
    }
    return done(`partitioned roll out complete: ${updatedReplicas} new pods have been updated...`);
  }
  const { updateRevision = '', currentRevision = '', currentReplicas = 0 } = status ?? {};
  if (updateRevision !== currentRevision) {
    return waiting(
      `waiting for statefulset rolling update to complete ${updatedReplicas} pods at revision ${updateRevision}...`,
    );
  }
  return done(
    `statefulset rolling update complete ${currentReplicas} pods at revision ${currentRevision}...`,
  );
}

function waiting(line: string): RolloutState {
  return { text: `${line}\n`, isDone: false };
}

function done(line: string): RolloutState {
  return { text: `${line}\n`, isDone: true };
}
