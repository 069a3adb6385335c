// How a DaemonSet's rollout is told, looked back on and undone. Its revisions are kept as a StatefulSet's are.
import type { DaemonSet } from '../../../sim/index.ts';
import { isEqual } from '../../../sim/index.ts';
import { usageError } from '../../command.ts';
import { statefulSetRollout } from './statefulset.ts';
import type { Revision, RolloutState, RolloutStrategy } from './strategy.ts';

export const daemonSetRollout: RolloutStrategy = {
  status: (object) => statusOf(object as DaemonSet),
  history: statefulSetRollout.history,
  undo: statefulSetRollout.undo,
  // Its status names no revision.
  isCurrent: (object, { template }) => isEqual((object as DaemonSet).spec.template, bare(template)),
};

/** A revision's template without the word that tells a patch to replace it as a whole. */
function bare(template: Revision['template']): unknown {
  const { $patch: _, ...rest } = template as Revision['template'] & { $patch?: string };
  return rest;
}

function statusOf({ metadata, spec, status }: DaemonSet): RolloutState {
  if (spec.updateStrategy?.type !== 'RollingUpdate') {
    throw usageError('rollout status is only available for RollingUpdate strategy type');
  }
  const { observedGeneration = 0, desiredNumberScheduled: desired = 0 } = status ?? {};
  const { updatedNumberScheduled: updated = 0, numberAvailable: available = 0 } = status ?? {};
  if ((metadata.generation ?? 0) > observedGeneration) {
    return waiting('Waiting for daemon set spec update to be observed...');
  }
  const name = JSON.stringify(metadata.name);
  const toFinish = `Waiting for daemon set ${name} rollout to finish`;
  if (updated < desired) {
    return waiting(`${toFinish}: ${updated} out of ${desired} new pods have been updated...`);
  }
  if (available < desired) {
    return waiting(`${toFinish}: ${available} of ${desired} updated pods are available...`);
  }
  return { text: `daemon set ${name} successfully rolled out\n`, isDone: true };
}

function waiting(line: string): RolloutState {
  return { text: `${line}\n`, isDone: false };
}
