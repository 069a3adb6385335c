// What an autoscaler does: keep the replicas within its bounds.
import type {
  HorizontalPodAutoscaler,
  HorizontalPodAutoscalerStatus,
  MetricStatus,
} from '../../api/horizontal-pod-autoscaler.ts';
import { HorizontalPodAutoscalerKind } from '../../api/horizontal-pod-autoscaler.ts';
import type { Kind, Scale } from '../../api/kind.ts';
import type { Condition, KubeObject } from '../../api/meta.ts';
import type { Request } from '../../component.ts';
import { isEqual } from '../../machinery/equality.ts';
import { formatRfc3339 } from '../../machinery/time.ts';
import { missingMetric } from './missing-metrics.ts';

export type ScaleTarget =
  | {
      readonly ok: true;
      readonly kind: Kind;
      readonly object: KubeObject;
      readonly scale: Scale<KubeObject>;
    }
  /** `doing`: what the condition says before the error, and the event does not. */
  | { readonly ok: false; readonly error: string; readonly doing?: string };

type Verdict = Pick<Condition, 'type' | 'status' | 'reason' | 'message'>;

export function reconcileAutoscaler(
  autoscaler: HorizontalPodAutoscaler,
  target: ScaleTarget,
  nowMs: number,
): Request[] {
  if (!target.ok) {
    const message = `the HPA controller was unable to get the target's current scale: ${target.doing ?? ''}${target.error}`;
    return [
      say(autoscaler, 'Warning', 'FailedGetScale', target.error),
      ...write(
        autoscaler,
        withConditions(statusOf(autoscaler), nowMs, able('False', 'FailedGetScale', message)),
      ),
    ];
  }
  const { minReplicas = 1, maxReplicas } = autoscaler.spec;
  const currentReplicas = target.scale.get(target.object).spec;
  const known = able(
    'True',
    'SucceededGetScale',
    "the HPA controller was able to get the target's current scale",
  );
  const status = { ...statusOf(autoscaler), currentReplicas };
  if (currentReplicas === 0) {
    const disabled = {
      type: 'ScalingActive',
      status: 'False',
      reason: 'ScalingDisabled',
      message: 'scaling is disabled since the replica count of the target is zero',
    } as const;
    const next = withConditions(
      { ...status, currentMetrics: null, desiredReplicas: 0 },
      nowMs,
      known,
      disabled,
    );
    return write(autoscaler, next);
  }
  if (currentReplicas > maxReplicas) {
    const reason = 'Current number of replicas above Spec.MaxReplicas';
    return rescale(autoscaler, target, { replicas: maxReplicas, reason, status, nowMs });
  }
  if (currentReplicas < minReplicas) {
    const reason = 'Current number of replicas below Spec.MinReplicas';
    return rescale(autoscaler, target, { replicas: minReplicas, reason, status, nowMs });
  }
  return measure(autoscaler, status, known, nowMs);
}

interface Rescale {
  readonly replicas: number;
  readonly reason: string;
  readonly status: HorizontalPodAutoscalerStatus;
  readonly nowMs: number;
}

function rescale(
  autoscaler: HorizontalPodAutoscaler,
  { kind, object, scale }: ScaleTarget & { ok: true },
  { replicas, reason, status, nowMs }: Rescale,
): Request[] {
  const size = `New size: ${replicas}; reason: ${reason}`;
  const done = able(
    'True',
    'SucceededRescale',
    `the HPA controller was able to update the target scale to ${replicas}`,
  );
  return [
    {
      verb: 'update',
      kind,
      object: scale.set(object, replicas),
      // biome-ignore lint/suspicious/noThenProperty: the kernel's word for what follows an answer; nothing here awaits
      then: () => [
        say(autoscaler, 'Normal', 'SuccessfulRescale', size),
        ...write(
          autoscaler,
          withConditions(
            {
              ...status,
              currentMetrics: null,
              desiredReplicas: replicas,
              lastScaleTime: formatRfc3339(nowMs),
            },
            nowMs,
            done,
          ),
        ),
      ],
      otherwise: ({ message }) => {
        const words = `the HPA controller was unable to update the target scale: ${message}`;
        return [
          say(autoscaler, 'Warning', 'FailedRescale', `${size}; error: ${message}`),
          ...write(autoscaler, withConditions(status, nowMs, able('False', 'FailedUpdateScale', words))),
        ];
      },
    },
  ];
}

/** Within the bounds the metrics decide, and there are none. */
function measure(
  autoscaler: HorizontalPodAutoscaler,
  status: HorizontalPodAutoscalerStatus,
  known: Verdict,
  nowMs: number,
): Request[] {
  const { metrics = [] } = autoscaler.spec;
  const failures = metrics.map((metric) => missingMetric(metric, autoscaler.metadata.namespace ?? ''));
  const [first] = failures;
  if (!first) return write(autoscaler, withConditions(status, nowMs, known));
  const count = `${failures.length} invalid out of ${metrics.length}`;
  const inactive = {
    type: 'ScalingActive',
    status: 'False',
    reason: first.reason,
    message: `the HPA was unable to compute the replica count: ${first.error}`,
  } as const;
  // Nothing was measured, and so it is written down.
  const currentMetrics: MetricStatus[] = metrics.map(() => ({ type: '' }));
  return [
    ...failures.map(({ reason, error }) => say(autoscaler, 'Warning', reason, error)),
    say(
      autoscaler,
      'Warning',
      'FailedComputeMetricsReplicas',
      `invalid metrics (${count}), first error is: ${first.summary}: ${first.error}`,
    ),
    ...write(autoscaler, withConditions({ ...status, currentMetrics }, nowMs, known, inactive)),
  ];
}

function statusOf({ status }: HorizontalPodAutoscaler): HorizontalPodAutoscalerStatus {
  return status ?? { currentMetrics: null, desiredReplicas: 0 };
}

function able(status: 'True' | 'False', reason: string, message: string): Verdict {
  return { type: 'AbleToScale', status, reason, message };
}

function withConditions(
  status: HorizontalPodAutoscalerStatus,
  nowMs: number,
  ...verdicts: readonly Verdict[]
): HorizontalPodAutoscalerStatus {
  const conditions = [...(status.conditions ?? [])];
  for (const verdict of verdicts) {
    const at = conditions.findIndex(({ type }) => type === verdict.type);
    const before = conditions[at];
    const isSame = before?.status === verdict.status;
    const since = isSame ? (before?.lastTransitionTime ?? '') : formatRfc3339(nowMs);
    conditions.splice(at < 0 ? conditions.length : at, 1, { ...verdict, lastTransitionTime: since });
  }
  return { ...status, conditions };
}

function say(regarding: KubeObject, type: 'Normal' | 'Warning', reason: string, message: string): Request {
  return { verb: 'event', event: { regarding, type, reason, message } };
}

function write(autoscaler: HorizontalPodAutoscaler, status: HorizontalPodAutoscalerStatus): Request[] {
  if (isEqual(autoscaler.status, status)) return [];
  const object: HorizontalPodAutoscaler = { ...autoscaler, status };
  return [{ verb: 'updateStatus', kind: HorizontalPodAutoscalerKind as Kind, object }];
}
