/** How far a workload has come: one view of what each kind calls by other names. */
import type { KubeObject } from '../../sim/index.ts';
import type { SetView } from './frame.ts';

/** A workload as far as a picture needs it: everything outside the metadata may be missing. */
type Workload = KubeObject & {
  readonly spec?: {
    readonly replicas?: number;
    readonly completions?: number;
    readonly parallelism?: number;
  };
  readonly status?: {
    readonly replicas?: number;
    readonly readyReplicas?: number;
    readonly updatedReplicas?: number;
    readonly currentRevision?: string;
    readonly updateRevision?: string;
    readonly desiredNumberScheduled?: number;
    readonly numberReady?: number;
    readonly currentNumberScheduled?: number;
    readonly updatedNumberScheduled?: number;
    readonly succeeded?: number;
  };
};

/** Works on StatefulSets, Deployments, DaemonSets, ReplicaSets, ReplicationControllers and Jobs. */
export function setViewOf(object: KubeObject): SetView {
  const { kind, metadata } = object;
  const { namespace = '', name } = metadata;
  return { kind, namespace, name, ...countsOf(object as Workload) };
}

function countsOf({ kind, spec = {}, status = {} }: Workload): Omit<SetView, 'kind' | 'namespace' | 'name'> {
  if (kind === 'DaemonSet') {
    const {
      desiredNumberScheduled: wanted = 0,
      numberReady = 0,
      updatedNumberScheduled: updated = 0,
    } = status;
    return { wanted, ready: numberReady, updated, isRollout: updated < (status.currentNumberScheduled ?? 0) };
  }
  if (kind === 'Job') {
    const { succeeded = 0 } = status;
    return { wanted: spec.completions ?? 1, ready: succeeded, updated: succeeded, isRollout: false };
  }
  const { replicas = 0, readyReplicas = 0, updatedReplicas = 0, currentRevision, updateRevision } = status;
  const isRollout = kind === 'StatefulSet' ? currentRevision !== updateRevision : updatedReplicas < replicas;
  const hasVersions = kind === 'StatefulSet' || kind === 'Deployment';
  return {
    wanted: spec.replicas ?? 1,
    ready: readyReplicas,
    updated: updatedReplicas,
    isRollout: hasVersions && isRollout,
  };
}
