// How quotas count pods.
// Source: "Resource Quotas" in the documentation.
import type { Pod } from '../api/pod.ts';
import { podResources } from '../api/pod-resources.ts';
import type { Container, ResourceRequirements } from '../api/pod-spec.ts';
import { qosClassOf } from '../api/quality-of-service.ts';
import type { ScopeRequirement } from '../api/resource-quota.ts';
import { isExtended, isHugePages } from '../api/resources-validation.ts';
import type { Quantity } from '../machinery/quantity.ts';
import { quantityOf } from '../machinery/quantity.ts';
import type { ResourceList } from '../machinery/resource-list.ts';
import { readResources } from '../machinery/resource-list.ts';
import { parseRfc3339 } from '../machinery/time.ts';
import type { QuotaEvaluator } from './evaluator.ts';
import { isMet } from './scope.ts';

const COUNT = 'count/pods';
const COMPUTE = ['cpu', 'memory', 'ephemeral-storage'];
const TRACKED = new Set([
  COUNT,
  'pods',
  ...COMPUTE.flatMap((name) => [name, `requests.${name}`, `limits.${name}`]),
]);
/** A quota of these makes every container say what it takes. */
const DEMANDED = new Set(['cpu', 'memory'].flatMap((name) => [name, `requests.${name}`, `limits.${name}`]));

export const podEvaluator: QuotaEvaluator = {
  tracks(resource) {
    const requested = resource.replace(/^requests\./, '');
    return (
      TRACKED.has(resource) || isHugePages(requested) || (requested !== resource && isExtended(requested))
    );
  },
  usage: (object, nowMs) => usageOf(object as Pod, nowMs),
  isInScope: (object, scope) => isInScope(object as Pod, scope),
  missing: (object, resources) => missingIn(object as Pod, resources),
  growsWith: (next, old) => isLimitedInTime(next as Pod) !== isLimitedInTime(old as Pod),
  shrinksWith: (next, old, nowMs) => !isCharged(next as Pod, nowMs) && isCharged(old as Pod, nowMs),
};

function usageOf(pod: Pod, nowMs: number): ResourceList {
  const usage = new Map<string, Quantity>([[COUNT, quantityOf(1)]]);
  if (!isCharged(pod, nowMs)) return usage;
  const { spec } = pod;
  const used = computeUsage(podResources(spec, 'requests'), podResources(spec, 'limits'));
  return new Map([...usage, ...used]);
}

function computeUsage(requests: ResourceList, limits: ResourceList): ResourceList {
  const usage = new Map<string, Quantity>([['pods', quantityOf(1)]]);
  for (const [name, amount] of requests) {
    const isCompute = COMPUTE.includes(name) || isHugePages(name);
    if (isCompute) usage.set(name, amount);
    if (isCompute || isExtended(name)) usage.set(`requests.${name}`, amount);
  }
  for (const [name, amount] of limits) if (COMPUTE.includes(name)) usage.set(`limits.${name}`, amount);
  return usage;
}

/** A pod that has ended, or that should long have been gone, takes nothing but its place in the list. */
function isCharged({ metadata, status }: Pod, nowMs: number): boolean {
  if (status?.phase === 'Failed' || status?.phase === 'Succeeded') return false;
  const { deletionTimestamp, deletionGracePeriodSeconds } = metadata;
  if (deletionTimestamp === undefined || deletionGracePeriodSeconds === undefined) return true;
  return nowMs <= (parseRfc3339(deletionTimestamp) ?? nowMs) + deletionGracePeriodSeconds * 1000;
}

function missingIn({ spec }: Pod, resources: readonly string[]): string | undefined {
  if (isSetForPod(spec.resources)) return undefined;
  const demanded = resources.filter((name) => DEMANDED.has(name)).sort();
  const complaints = demanded.flatMap((name) => {
    const silent = [...spec.containers, ...(spec.initContainers ?? [])].filter((it) => !says(it, name));
    if (silent.length === 0) return [];
    const names = [...new Set(silent.map((container) => container.name))].sort();
    return [`${name} for: ${names.join(',')}`];
  });
  return complaints.length > 0 ? `must specify ${complaints.join('; ')}` : undefined;
}

function isSetForPod(resources: ResourceRequirements | undefined): boolean {
  return Object.keys({ ...resources?.requests, ...resources?.limits }).length > 0;
}

function says({ resources }: Container, name: string): boolean {
  return computeUsage(readResources(resources?.requests), readResources(resources?.limits)).has(name);
}

function isLimitedInTime({ spec }: Pod): boolean {
  return (spec.activeDeadlineSeconds ?? -1) >= 0;
}

function isInScope(pod: Pod, scope: ScopeRequirement): boolean {
  switch (scope.scopeName) {
    case 'Terminating':
      return isLimitedInTime(pod);
    case 'NotTerminating':
      return !isLimitedInTime(pod);
    case 'BestEffort':
      return qosClassOf(pod.spec) === 'BestEffort';
    case 'NotBestEffort':
      return qosClassOf(pod.spec) !== 'BestEffort';
    case 'PriorityClass':
      return isMet(scope, pod.spec.priorityClassName);
    case 'CrossNamespacePodAffinity':
      return looksElsewhere(pod.spec.affinity);
    default:
      return false;
  }
}

interface AffinityTerm {
  readonly namespaces?: readonly string[];
  readonly namespaceSelector?: object;
  readonly podAffinityTerm?: AffinityTerm;
}

/** Whether a pod's (anti-)affinity minds pods of other namespaces. */
function looksElsewhere(affinity: unknown): boolean {
  const { podAffinity, podAntiAffinity } = (affinity ?? {}) as Record<
    string,
    Record<string, readonly AffinityTerm[]>
  >;
  const terms = [podAffinity, podAntiAffinity].flatMap((rules) => Object.values(rules ?? {}).flat());
  return terms.some((term) => {
    const { namespaces = [], namespaceSelector } = term.podAffinityTerm ?? term;
    return namespaces.length > 0 || namespaceSelector !== undefined;
  });
}
