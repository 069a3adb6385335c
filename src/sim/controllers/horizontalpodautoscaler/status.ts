// What an autoscaler says of itself: the status with its conditions, and events.
import type {
  HorizontalPodAutoscaler,
  HorizontalPodAutoscalerStatus,
} from '../../api/horizontal-pod-autoscaler.ts';
import { HorizontalPodAutoscalerKind } from '../../api/horizontal-pod-autoscaler.ts';
import type { Kind } from '../../api/kind.ts';
import type { Condition } from '../../api/meta.ts';
import type { Request } from '../../component.ts';
import { isEqual } from '../../machinery/equality.ts';
import { formatRfc3339 } from '../../machinery/time.ts';

/** A condition before it is known since when it holds. */
export type Verdict = Pick<Condition, 'type' | 'status' | 'reason' | 'message'>;

export function statusOf({ status }: HorizontalPodAutoscaler): HorizontalPodAutoscalerStatus {
  return status ?? { currentMetrics: null, desiredReplicas: 0 };
}

export function ableToScale(status: 'True' | 'False', reason: string, message: string): Verdict {
  return { type: 'AbleToScale', status, reason, message };
}

/** The status with these conditions, each where it stood. */
export function withConditions(
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

export function say(
  regarding: HorizontalPodAutoscaler,
  type: 'Normal' | 'Warning',
  reason: string,
  message: string,
): Request {
  return { verb: 'event', event: { regarding, type, reason, message } };
}

/** Writes the status, if it says anything new. */
export function write(autoscaler: HorizontalPodAutoscaler, status: HorizontalPodAutoscalerStatus): Request[] {
  if (isEqual(autoscaler.status, status)) return [];
  const object: HorizontalPodAutoscaler = { ...autoscaler, status };
  return [{ verb: 'updateStatus', kind: HorizontalPodAutoscalerKind as Kind, object }];
}
