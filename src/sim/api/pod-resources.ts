// What a pod as a whole requests, or is limited to, exactly: what bounds of a namespace are compared with.
// Source: "Resource Management for Pods and Containers", "Init containers: resource sharing", "Pod-level resources".
import type { ResourceList } from '../machinery/resource-list.ts';
import { addResources, maxResources, readResources } from '../machinery/resource-list.ts';
import type { Container, ResourceRequirements } from './pod-spec.ts';

interface PodContainers {
  readonly containers?: readonly Container[];
  readonly initContainers?: readonly Container[];
  /** Of the pod as a whole: they count in place of the sums. */
  readonly resources?: ResourceRequirements;
}

const NONE: ResourceList = new Map();

/** What the pod is counted for. */
export function podResources(spec: PodContainers, what: 'requests' | 'limits'): ResourceList {
  return new Map([...amountsOfContainers(spec, what), ...readResources(spec.resources?.[what])]);
}

/** Containers and sidecars run together; every other init container runs beside the sidecars before it. */
export function amountsOfContainers(spec: PodContainers, what: 'requests' | 'limits'): ResourceList {
  let running = NONE;
  for (const { resources } of spec.containers ?? []) {
    running = addResources(running, readResources(resources?.[what]));
  }
  let sidecars = NONE;
  let starting = NONE;
  for (const { resources, restartPolicy } of spec.initContainers ?? []) {
    const own = readResources(resources?.[what]);
    if (restartPolicy === 'Always') {
      running = addResources(running, own);
      sidecars = addResources(sidecars, own);
      starting = maxResources(starting, sidecars);
    } else {
      starting = maxResources(starting, addResources(own, sidecars));
    }
  }
  return maxResources(running, starting);
}
