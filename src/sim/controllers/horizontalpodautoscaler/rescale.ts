// Giving the target another number of replicas, and saying so.
import type {
  HorizontalPodAutoscaler,
  HorizontalPodAutoscalerStatus,
} from '../../api/horizontal-pod-autoscaler.ts';
import type { Kind, Scale } from '../../api/kind.ts';
import type { KubeObject } from '../../api/meta.ts';
import type { Request } from '../../component.ts';
import { formatRfc3339 } from '../../machinery/time.ts';
import type { Memory } from './memory.ts';
import { remember, withChange } from './memory.ts';
import { ableToScale, say, withConditions, write } from './status.ts';

/** What is scaled. */
export interface Target {
  readonly kind: Kind;
  readonly object: KubeObject;
  readonly scale: Scale<KubeObject>;
}

export interface Rescale {
  readonly replicas: number;
  readonly currentReplicas: number;
  readonly reason: string;
  /** With all that is to be said beside the change itself. */
  readonly status: HorizontalPodAutoscalerStatus;
  readonly memory: Memory;
  readonly nowMs: number;
}

export function rescale(
  autoscaler: HorizontalPodAutoscaler,
  { kind, object, scale }: Target,
  { replicas, currentReplicas, reason, status, memory, nowMs }: Rescale,
): Request[] {
  const size = `New size: ${replicas}; reason: ${reason}`;
  const message = `the HPA controller was able to update the target scale to ${replicas}`;
  const done = { ...status, desiredReplicas: replicas, lastScaleTime: formatRfc3339(nowMs) };
  return [
    {
      verb: 'update',
      kind,
      object: scale.set(object, replicas),
      // biome-ignore lint/suspicious/noThenProperty: the kernel's word for what follows an answer; nothing here awaits
      then: () => [
        say(autoscaler, 'Normal', 'SuccessfulRescale', size),
        remember(autoscaler, withChange(memory, replicas - currentReplicas, nowMs), nowMs),
        ...write(autoscaler, withConditions(done, nowMs, ableToScale('True', 'SucceededRescale', message))),
      ],
      otherwise: ({ message: why }) => {
        const words = `the HPA controller was unable to update the target scale: ${why}`;
        return [
          say(autoscaler, 'Warning', 'FailedRescale', `${size}; error: ${why}`),
          remember(autoscaler, memory, nowMs),
          ...write(
            autoscaler,
            withConditions(status, nowMs, ableToScale('False', 'FailedUpdateScale', words)),
          ),
        ];
      },
    },
  ];
}
