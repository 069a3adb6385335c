// The ReplicationController's controller: that of ReplicaSets, with a selector of labels only.
// Watches: ReplicationControllers, pods. Writes: pods, their owners, the status of ReplicationControllers.
// Decides: how many pods to create or delete, which ones to delete first, and what the status says.
import type { LabelSelector } from '../../api/meta.ts';
import type { ReplicationController } from '../../api/replication-controller.ts';
import { ReplicationControllerKind } from '../../api/replication-controller.ts';
import type { Component } from '../../component.ts';
import { createReplicaController } from '../replicaset/index.ts';

export const replicationController: Component = createReplicaController({
  name: 'replication-controller',
  kind: ReplicationControllerKind,
  selectorOf,
  countsTerminating: false,
});

function selectorOf({ spec }: ReplicationController): LabelSelector | undefined {
  return spec.selector && { matchLabels: spec.selector };
}
