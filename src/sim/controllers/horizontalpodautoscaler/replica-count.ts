// The arithmetic of an autoscaler: from what pods use and what they should use to how many of them there should be.
// Source: "Horizontal Pod Autoscaling: Algorithm details" in the documentation.
import type { PodGroups } from './pod-groups.ts';

/** How far usage may be from its target without anything being done: 0.1 is a tenth. */
export interface Tolerances {
  readonly scaleUp: number;
  readonly scaleDown: number;
}

export interface Proposal {
  readonly replicas: number;
  /** In percent of what is requested, where that was asked for. */
  readonly utilization?: number;
}

export interface Ratio {
  /** Above 1: more is used than should be. */
  readonly ratio: number;
  readonly averageMillis: number;
}

/** Of usage in percent of requests, in whole percents; undefined where nothing is requested. Usage and requests by pod, in thousandths. */
export function utilizationRatio(
  usage: ReadonlyMap<string, number>,
  requests: ReadonlyMap<string, number>,
  targetPercent: number,
): (Ratio & { readonly utilization: number }) | undefined {
  let [used, requested, count] = [0, 0, 0];
  for (const [pod, millis] of usage) {
    const request = requests.get(pod);
    if (request === undefined) continue;
    used += millis;
    requested += request;
    count += 1;
  }
  if (requested === 0) return undefined;
  const utilization = Math.trunc((used * 100) / requested);
  return { ratio: utilization / targetPercent, utilization, averageMillis: Math.trunc(used / count) };
}

/** Of usage against a plain number. */
export function usageRatio(usage: ReadonlyMap<string, number>, targetMillis: number): Ratio {
  let used = 0;
  for (const millis of usage.values()) used += millis;
  const averageMillis = Math.trunc(used / usage.size);
  return { ratio: averageMillis / targetMillis, averageMillis };
}

export interface RatioInput {
  readonly ratio: number;
  readonly groups: PodGroups;
  readonly currentReplicas: number;
  readonly tolerances: Tolerances;
  /** What a pod of which nothing is known is taken to use, when there may be too many pods. */
  assumed(pod: string): number;
  /** The ratio with those pods filled in. */
  again(usage: ReadonlyMap<string, number>): number;
}

/** How many replicas a ratio asks for; the current ones where it is close to 1, or where what is not known could turn it round. */
export function replicasForRatio(input: RatioInput): number {
  const { ratio, groups, currentReplicas, tolerances } = input;
  const { measured, unready, missing, readyCount } = groups;
  const countsUnready = unready.length > 0 && ratio > 1;
  if (!countsUnready && missing.length === 0) {
    return isWithin(ratio, tolerances) ? currentReplicas : Math.ceil(ratio * readyCount);
  }
  const filled = new Map(measured);
  for (const pod of missing) {
    if (ratio < 1) filled.set(pod, input.assumed(pod));
    else if (ratio > 1) filled.set(pod, 0);
  }
  if (countsUnready) for (const pod of unready) filled.set(pod, 0);
  const next = input.again(filled);
  const hasTurned = (ratio < 1 && next > 1) || (ratio > 1 && next < 1);
  if (isWithin(next, tolerances) || hasTurned) return currentReplicas;
  const replicas = Math.ceil(next * filled.size);
  const isBackwards = (next < 1 && replicas > currentReplicas) || (next > 1 && replicas < currentReplicas);
  return isBackwards ? currentReplicas : replicas;
}

function isWithin(ratio: number, { scaleUp, scaleDown }: Tolerances): boolean {
  return ratio >= 1 - scaleDown && ratio <= 1 + scaleUp;
}
