// The class that decides which pods are evicted first when a node runs out of memory.
// Source: "Pod Quality of Service Classes" in the Kubernetes documentation.
import { isZero, parseQuantity } from '../machinery/quantity.ts';
import { writeResources } from '../machinery/resource-list.ts';
import { amountsOfContainers } from './pod-resources.ts';
import type { PodSpec, ResourceRequirements } from './pod-spec.ts';

const COUNTED = ['cpu', 'memory'];

/** Guaranteed, Burstable or BestEffort. A request that is missing is taken to be the limit. */
export function qosClassOf(spec: PodSpec): string {
  const { initContainers = [], containers = [], resources: ofPod } = spec;
  let isBestEffort = true;
  let isGuaranteed = true;
  const isForPod = Object.keys({ ...ofPod?.requests, ...ofPod?.limits }).length > 0;
  const counted = isForPod ? [{ resources: filledIn(spec) }] : [...initContainers, ...containers];
  for (const { resources } of counted) {
    for (const resource of COUNTED) {
      const limit = given(resources?.limits, resource);
      const request = given(resources?.requests, resource) ?? limit;
      if (request !== undefined || limit !== undefined) isBestEffort = false;
      if (limit === undefined || limit !== request) isGuaranteed = false;
    }
  }
  if (isBestEffort) return 'BestEffort';
  return isGuaranteed ? 'Guaranteed' : 'Burstable';
}

/** What a pod as a whole asks for: where it does not say, what its containers do. */
function filledIn(spec: PodSpec): ResourceRequirements {
  const requests = { ...writeResources(amountsOfContainers(spec, 'requests')), ...spec.resources?.requests };
  return { ...spec.resources, requests };
}

/** Quantities of an object have one canonical form, so texts can be compared. Zero counts as nothing. */
function given(amounts: Record<string, string> | undefined, resource: string): string | undefined {
  const text = amounts && Object.hasOwn(amounts, resource) ? amounts[resource] : undefined;
  if (text === undefined) return undefined;
  const parsed = parseQuantity(text);
  return parsed.ok && isZero(parsed.value) ? undefined : text;
}
