// What an autoscaler does: keep the replicas within its bounds and, within them, follow what is measured.
// Source: "Horizontal Pod Autoscaling: Algorithm details" in the documentation.
import type {
  HorizontalPodAutoscaler,
  HorizontalPodAutoscalerStatus,
  MetricStatus,
} from '../../api/horizontal-pod-autoscaler.ts';
import type { Pod } from '../../api/pod.ts';
import type { Request } from '../../component.ts';
import { quantity, quantityMilliValue } from '../../machinery/quantity.ts';
import type { ResourceMetrics } from '../../metrics/resource-metrics.ts';
import { limit } from './limits.ts';
import type { Measurement } from './measure.ts';
import { measure } from './measure.ts';
import type { Memory } from './memory.ts';
import { remember, withRecommendation } from './memory.ts';
import type { Tolerances } from './replica-count.ts';
import type { Target } from './rescale.ts';
import { rescale } from './rescale.ts';
import type { Verdict } from './status.ts';
import { ableToScale, say, statusOf, withConditions, write } from './status.ts';

export interface Look {
  readonly autoscaler: HorizontalPodAutoscaler;
  readonly target: Target;
  readonly currentReplicas: number;
  /** The pods that the target selects. */
  readonly pods: readonly Pod[];
  readonly metrics: ResourceMetrics;
  readonly memory: Memory;
  readonly nowMs: number;
}

/** How far usage may be from its target by default. */
const tolerance = 0.1;

const found = ableToScale(
  'True',
  'SucceededGetScale',
  "the HPA controller was able to get the target's current scale",
);
const disabled = {
  type: 'ScalingActive',
  status: 'False',
  reason: 'ScalingDisabled',
  message: 'scaling is disabled since the replica count of the target is zero',
} as const;

/** What is done where the target cannot be scaled. `doing`: what the condition says before the error, and the event does not. */
export function withoutTarget(
  autoscaler: HorizontalPodAutoscaler,
  error: string,
  doing: string,
  nowMs: number,
): Request[] {
  const message = `the HPA controller was unable to get the target's current scale: ${doing}${error}`;
  const unable = ableToScale('False', 'FailedGetScale', message);
  return [
    say(autoscaler, 'Warning', 'FailedGetScale', error),
    ...write(autoscaler, withConditions(statusOf(autoscaler), nowMs, unable)),
  ];
}

export function reconcileAutoscaler(look: Look): Request[] {
  const { autoscaler, target, currentReplicas, memory, nowMs } = look;
  const { minReplicas = 1, maxReplicas } = autoscaler.spec;
  const status = { ...statusOf(autoscaler), currentReplicas, currentMetrics: null };
  if (currentReplicas === 0) {
    return write(autoscaler, withConditions({ ...status, desiredReplicas: 0 }, nowMs, found, disabled));
  }
  const change = { currentReplicas, status, memory, nowMs };
  if (currentReplicas > maxReplicas) {
    const reason = 'Current number of replicas above Spec.MaxReplicas';
    return rescale(autoscaler, target, { ...change, replicas: maxReplicas, reason });
  }
  if (currentReplicas < minReplicas) {
    const reason = 'Current number of replicas below Spec.MinReplicas';
    return rescale(autoscaler, target, { ...change, replicas: minReplicas, reason });
  }
  return follow(look, { ...statusOf(autoscaler), currentReplicas });
}

/** Within the bounds the metrics decide: the one that asks for most. */
function follow(look: Look, before: HorizontalPodAutoscalerStatus): Request[] {
  const { autoscaler, currentReplicas, nowMs } = look;
  const { metrics = [] } = autoscaler.spec;
  const measurements = metrics.map((metric) =>
    measure(metric, { ...look, tolerances: tolerancesOf(autoscaler) }),
  );
  if (measurements.length === 0) return write(autoscaler, withConditions(before, nowMs, found));
  const failures = measurements.filter((it) => !it.ok);
  const complaints = failures.map(({ reason, error }) => say(autoscaler, 'Warning', reason, error));
  const highest = measurements.filter((it) => it.ok).toSorted((a, b) => b.replicas - a.replicas)[0];
  const currentMetrics: MetricStatus[] = measurements.map((it) => (it.ok ? it.status : { type: '' }));
  const status = { ...before, currentMetrics };
  const [first] = failures;
  // With something unknown there may be more replicas, but never fewer.
  if (!highest || (first && highest.replicas < currentReplicas)) {
    return [...complaints, ...giveUp(look, status, failures, metrics.length)];
  }
  return [...complaints, ...scaleTo(look, status, highest)];
}

function giveUp(
  { autoscaler, nowMs }: Look,
  status: HorizontalPodAutoscalerStatus,
  failures: readonly (Measurement & { readonly ok: false })[],
  count: number,
): Request[] {
  const [first] = failures;
  if (!first) return [];
  const inactive: Verdict = {
    type: 'ScalingActive',
    status: 'False',
    reason: first.reason,
    message: `the HPA was unable to compute the replica count: ${first.error}`,
  };
  const invalid = `invalid metrics (${failures.length} invalid out of ${count})`;
  const message = `${invalid}, first error is: ${first.summary}: ${first.error}`;
  return [
    say(autoscaler, 'Warning', 'FailedComputeMetricsReplicas', message),
    ...write(autoscaler, withConditions(status, nowMs, found, inactive)),
  ];
}

function scaleTo(
  { autoscaler, target, currentReplicas, memory: before, nowMs }: Look,
  status: HorizontalPodAutoscalerStatus,
  { replicas: wanted, name }: Measurement & { readonly ok: true },
): Request[] {
  const { minReplicas = 1, maxReplicas, behavior } = autoscaler.spec;
  const memory = withRecommendation(before, wanted, nowMs);
  const bounds = { minReplicas, maxReplicas, behavior };
  const { replicas, stabilized, limited } = limit({
    wanted,
    currentReplicas,
    memory: before,
    nowMs,
    ...bounds,
  });
  const next = withConditions(
    status,
    nowMs,
    ableToScale('True', stabilized.reason, stabilized.message),
    {
      type: 'ScalingActive',
      status: 'True',
      reason: 'ValidMetricFound',
      message: `the HPA was able to successfully calculate a replica count from ${name}`,
    },
    {
      type: 'ScalingLimited',
      status: limited.isLimited ? 'True' : 'False',
      reason: limited.reason,
      message: limited.message,
    },
  );
  if (replicas === currentReplicas) {
    return [
      remember(autoscaler, memory, nowMs),
      ...write(autoscaler, { ...next, desiredReplicas: currentReplicas }),
    ];
  }
  const reason = wanted > currentReplicas ? `${name} above target` : 'All metrics below target';
  const change = { replicas, currentReplicas, reason, status: next, memory, nowMs };
  return rescale(autoscaler, target, change);
}

function tolerancesOf({ spec: { behavior } }: HorizontalPodAutoscaler): Tolerances {
  const given = (text: string | undefined) =>
    text === undefined ? tolerance : quantityMilliValue(quantity(text)) / 1000;
  return {
    scaleUp: given(behavior?.scaleUp?.tolerance),
    scaleDown: given(behavior?.scaleDown?.tolerance),
  };
}
