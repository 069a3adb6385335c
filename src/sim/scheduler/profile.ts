// The default profile: which rules there are, in which order they filter, and what their scores weigh.
// Source: "Scheduler Configuration: Scheduling plugins" in the Kubernetes documentation.
import type { FilterPlugin, ScorePlugin } from './framework.ts';
import { balancedAllocation } from './plugins/balanced-allocation.ts';
import { imageLocality } from './plugins/image-locality.ts';
import { interPodAffinity, preferredPodAffinity } from './plugins/inter-pod-affinity.ts';
import { leastAllocated } from './plugins/least-allocated.ts';
import { nodeAffinity, preferredNodeAffinity } from './plugins/node-affinity.ts';
import { nodeName } from './plugins/node-name.ts';
import { nodePorts } from './plugins/node-ports.ts';
import { nodeResourcesFit } from './plugins/node-resources-fit.ts';
import { nodeUnschedulable } from './plugins/node-unschedulable.ts';
import { podTopologySpread } from './plugins/pod-topology-spread.ts';
import { spreadScore } from './plugins/spread-score.ts';
import { preferredTaints, taintToleration } from './plugins/taint-toleration.ts';
import { volumeBinding } from './plugins/volume-binding.ts';
import { volumeRestrictions } from './plugins/volume-restrictions.ts';

export const filterPlugins: readonly FilterPlugin[] = [
  nodeUnschedulable,
  nodeName,
  taintToleration,
  nodeAffinity,
  nodePorts,
  nodeResourcesFit,
  volumeRestrictions,
  volumeBinding,
  podTopologySpread,
  interPodAffinity,
];

export const scorePlugins: readonly ScorePlugin[] = [
  preferredTaints,
  preferredNodeAffinity,
  leastAllocated,
  balancedAllocation,
  spreadScore,
  preferredPodAffinity,
  imageLocality,
];
