// What a kind must have to be run by this controller: ReplicaSets and ReplicationControllers.
import type { KubeObject } from '../../api/meta.ts';
import type { ReplicaSet } from '../../api/replica-set.ts';

export interface Replicas extends KubeObject {
  /** The kinds differ in the form of their selector only. */
  spec: Omit<ReplicaSet['spec'], 'selector'> & { selector?: unknown };
  status?: ReplicaSet['status'];
}
