// Which of the target's pods say something about its load, and what they use and ask for.
import type { Pod } from '../../api/pod.ts';
import { quantity, quantityMilliValue } from '../../machinery/quantity.ts';
import type { Result } from '../../machinery/result.ts';
import { failure, success } from '../../machinery/result.ts';
import { parseRfc3339 } from '../../machinery/time.ts';
import type { ResourceMetrics } from '../../metrics/resource-metrics.ts';
import { isFailed, isPending, isTerminating, podCondition } from '../pod-facts.ts';

/** For so long after its start the processor time of a pod may be that of its start. */
const cpuInitializationMs = 300_000;
/** A pod that was never ready for longer than this after its start has not begun to serve. */
const initialReadinessMs = 30_000;

export interface Usage {
  /** Thousandths of the resource's unit. */
  readonly millis: number;
  readonly atMs: number;
  readonly windowMs: number;
}

/** By name of the pod. */
export type PodUsage = ReadonlyMap<string, Usage>;

export interface PodGroups {
  /** What the pods that count use, by name. */
  readonly measured: ReadonlyMap<string, number>;
  readonly readyCount: number;
  /** Not ready yet: what they use now says nothing. */
  readonly unready: readonly string[];
  /** Of which nothing was measured. */
  readonly missing: readonly string[];
}

/** What the pods use of a resource, in all their containers or in one; those of which it is not known are left out. */
export function usageOfPods(
  pods: readonly Pod[],
  metrics: ResourceMetrics & { readonly state: 'served' },
  resource: string,
  container: string | undefined,
): PodUsage {
  const usage = new Map<string, Usage>();
  for (const pod of pods) {
    const found = metrics.ofPod(pod);
    const containers = found?.containers.filter(({ name }) => name === (container ?? name));
    if (!found || !containers || containers.length === 0) continue;
    let millis = 0;
    for (const { cpuMillis, memoryBytes } of containers) {
      if (resource === 'cpu') millis += Math.ceil(cpuMillis);
      else if (resource === 'memory') millis += memoryBytes * 1000;
    }
    usage.set(pod.metadata.name, { millis, atMs: found.atMs, windowMs: found.windowMs });
  }
  return usage;
}

export function groupPods(pods: readonly Pod[], usage: PodUsage, resource: string, nowMs: number): PodGroups {
  const measured = new Map<string, number>();
  const unready: string[] = [];
  const missing: string[] = [];
  for (const pod of pods) {
    const { name } = pod.metadata;
    const found = usage.get(name);
    if (isTerminating(pod) || isFailed(pod)) continue;
    if (isPending(pod)) unready.push(name);
    else if (!found) missing.push(name);
    else if (resource === 'cpu' && isStartingUp(pod, found, nowMs)) unready.push(name);
    else measured.set(name, found.millis);
  }
  return { measured, readyCount: measured.size, unready, missing };
}

function isStartingUp(pod: Pod, { atMs, windowMs }: Usage, nowMs: number): boolean {
  const ready = podCondition(pod, 'Ready');
  const startMs = parseRfc3339(pod.status?.startTime ?? '');
  if (!ready || startMs === undefined) return true;
  const sinceMs = parseRfc3339(ready.lastTransitionTime ?? '') ?? 0;
  if (startMs + cpuInitializationMs > nowMs) return ready.status === 'False' || atMs < sinceMs + windowMs;
  return ready.status === 'False' && startMs + initialReadinessMs > sinceMs;
}

/** What the pods ask for of a resource, in thousandths, by name; the error names the first container that does not say. */
export function requestedMillis(
  pods: readonly Pod[],
  resource: string,
  container: string | undefined,
): Result<ReadonlyMap<string, number>> {
  const requested = new Map<string, number>();
  for (const { metadata, spec } of pods) {
    const sidecars = (spec.initContainers ?? []).filter(({ restartPolicy }) => restartPolicy === 'Always');
    let sum = 0;
    for (const { name, resources } of [...spec.containers, ...sidecars]) {
      if (name !== (container ?? name)) continue;
      const request = resources?.requests?.[resource];
      if (request === undefined) {
        return failure(`missing request for ${resource} in container ${name} of Pod ${metadata.name}`);
      }
      sum += quantityMilliValue(quantity(request));
    }
    requested.set(metadata.name, sum);
  }
  return success(requested);
}
