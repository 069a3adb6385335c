// What one metric says: how many replicas it would take, and what was measured; or why that cannot be told.
import type {
  HorizontalPodAutoscaler,
  MetricSpec,
  MetricStatus,
} from '../../api/horizontal-pod-autoscaler.ts';
import type { Pod } from '../../api/pod.ts';
import { formatQuantity, quantity, quantityMilliValue, quantityOf } from '../../machinery/quantity.ts';
import type { ResourceMetrics } from '../../metrics/resource-metrics.ts';
import { METRICS_GROUP } from '../../metrics/resource-metrics.ts';
import type { MissingMetric } from './missing-metrics.ts';
import { missingMetric, missingResource } from './missing-metrics.ts';
import type { PodUsage } from './pod-groups.ts';
import { groupPods, requestedMillis, usageOfPods } from './pod-groups.ts';
import type { Proposal, Tolerances } from './replica-count.ts';
import { replicasForRatio, usageRatio, utilizationRatio } from './replica-count.ts';

export interface Measuring {
  readonly autoscaler: HorizontalPodAutoscaler;
  readonly currentReplicas: number;
  /** The pods that the target selects. */
  readonly pods: readonly Pod[];
  readonly metrics: ResourceMetrics;
  readonly tolerances: Tolerances;
  readonly nowMs: number;
}

export type Measurement =
  | {
      readonly ok: true;
      readonly replicas: number;
      /** As the reason of a rescale names it. */
      readonly name: string;
      readonly status: MetricStatus;
    }
  | ({ readonly ok: false } & MissingMetric);

/** The reason why nobody answers that the API server gives. */
const UNAVAILABLE = `the server is currently unable to handle the request (get pods.${METRICS_GROUP})`;

export function measure(metric: MetricSpec, measuring: Measuring): Measurement {
  const { resource, containerResource } = metric;
  const source = resource ?? containerResource;
  const namespace = measuring.autoscaler.metadata.namespace ?? '';
  if (!source || measuring.metrics.state === 'absent')
    return { ok: false, ...missingMetric(metric, namespace) };
  const field = resource ? 'resource' : 'containerResource';
  const no = (why: string): Measurement => ({ ok: false, ...missingResource(metric, why) });
  const { name, target } = source;
  const about = `unable to get metrics for resource ${name}: unable to fetch metrics from resource metrics API: `;
  if (measuring.metrics.state === 'unavailable') return no(about + UNAVAILABLE);
  const usage = usageOfPods(measuring.pods, measuring.metrics, name, containerResource?.container);
  if (usage.size === 0)
    return no(`unable to get metrics for resource ${name}: no metrics returned from resource metrics API`);
  const proposal =
    target.averageValue === undefined
      ? byUtilization(measuring, usage, {
          name,
          percent: target.averageUtilization ?? 0,
          container: containerResource?.container,
        })
      : byUsage(measuring, usage, name, quantityMilliValue(quantity(target.averageValue)));
  if ('error' in proposal) return no(proposal.error);
  const { replicas, utilization, averageMillis } = proposal;
  const averageValue = formatQuantity(quantityOf(averageMillis, -3));
  const current =
    utilization === undefined ? { averageValue } : { averageUtilization: utilization, averageValue };
  const container = containerResource ? { container: containerResource.container } : {};
  return {
    ok: true,
    replicas,
    name: `${name} resource${utilization === undefined ? '' : ' utilization (percentage of request)'}`,
    status: { type: metric.type, [field]: { ...container, name, current } } as MetricStatus,
  };
}

type Found = (Proposal & { readonly averageMillis: number }) | { readonly error: string };

interface Utilization {
  readonly name: string;
  /** Of what is requested. */
  readonly percent: number;
  readonly container: string | undefined;
}

function byUtilization(
  measuring: Measuring,
  usage: PodUsage,
  { name, percent, container }: Utilization,
): Found {
  const { pods, currentReplicas, tolerances, nowMs } = measuring;
  const groups = groupPods(pods, usage, name, nowMs);
  if (groups.measured.size === 0) return { error: UNREADY };
  const requests = requestedMillis(pods, name, container);
  if (!requests.ok) return { error: requests.error };
  const first = utilizationRatio(groups.measured, requests.value, percent);
  if (!first) return { error: 'no metrics returned matched known pods' };
  // A pod that is not known of is taken to use all that it asked for, or nothing: whatever changes less.
  const assumed = (pod: string) => ((requests.value.get(pod) ?? 0) * Math.max(100, percent)) / 100;
  const again = (filled: ReadonlyMap<string, number>) =>
    utilizationRatio(filled, requests.value, percent)?.ratio ?? first.ratio;
  const replicas = replicasForRatio({
    ratio: first.ratio,
    groups,
    currentReplicas,
    tolerances,
    assumed,
    again,
  });
  return { replicas, utilization: first.utilization, averageMillis: first.averageMillis };
}

function byUsage(measuring: Measuring, usage: PodUsage, name: string, targetMillis: number): Found {
  const { pods, currentReplicas, tolerances, nowMs } = measuring;
  const groups = groupPods(pods, usage, name, nowMs);
  if (groups.measured.size === 0) return { error: UNREADY };
  const first = usageRatio(groups.measured, targetMillis);
  const again = (filled: ReadonlyMap<string, number>) => usageRatio(filled, targetMillis).ratio;
  const assumed = () => targetMillis;
  const replicas = replicasForRatio({
    ratio: first.ratio,
    groups,
    currentReplicas,
    tolerances,
    assumed,
    again,
  });
  return { replicas, averageMillis: first.averageMillis };
}

const UNREADY = 'did not receive metrics for targeted pods (pods might be unready)';
