// Every invariant of the simulator. To add one: a file here and its line below, and how it is broken in invariants.test.ts.
import { addresses } from './addresses.ts';
import { daemonPods } from './daemon-pods.ts';
import { dependents } from './dependents.ts';
import { deploymentBounds } from './deployment-bounds.ts';
import { jobParallelism } from './job-parallelism.ts';
import type { Invariant } from './moment.ts';
import { nodeRoom } from './node-room.ts';
import { podPlacement } from './pod-placement.ts';
import { quotaUse } from './quota-use.ts';
import { replicaCount } from './replica-count.ts';
import { resourceVersion } from './resource-version.ts';
import { statefulIdentity } from './stateful-identity.ts';

export const invariants: readonly Invariant[] = [
  resourceVersion,
  podPlacement,
  statefulIdentity,
  addresses,
  nodeRoom,
  dependents,
  deploymentBounds,
  replicaCount,
  daemonPods,
  jobParallelism,
  quotaUse,
];
