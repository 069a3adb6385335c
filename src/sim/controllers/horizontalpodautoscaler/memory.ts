// What an autoscaler remembers between two looks: what it would have done lately, and what it did.
import type { HorizontalPodAutoscaler } from '../../api/horizontal-pod-autoscaler.ts';
import type { NodeView, Request } from '../../component.ts';

export interface Memory {
  /** The replicas that the metrics asked for, before anything held them back; oldest first. */
  readonly recommendations: readonly { readonly atMs: number; readonly replicas: number }[];
  /** By how many the replicas were changed; oldest first. */
  readonly changes: readonly { readonly atMs: number; readonly by: number }[];
}

/** Longer than any window that a behavior may have. */
const keptMs = 3_600_000;
const ABOUT = 'autoscaler';

/** Before its first look an autoscaler has recommended what there is. */
export function recall(
  autoscaler: HorizontalPodAutoscaler,
  view: NodeView,
  currentReplicas: number,
  nowMs: number,
): Memory {
  const known = view.world.memory(autoscaler.metadata.uid ?? '', ABOUT) as Memory | undefined;
  return known ?? { recommendations: [{ atMs: nowMs, replicas: currentReplicas }], changes: [] };
}

export function remember(autoscaler: HorizontalPodAutoscaler, memory: Memory, nowMs: number): Request {
  const isFresh = ({ atMs }: { readonly atMs: number }) => nowMs - atMs <= keptMs;
  const kept: Memory = {
    recommendations: memory.recommendations.filter(isFresh),
    changes: memory.changes.filter(isFresh),
  };
  const podUid = autoscaler.metadata.uid ?? '';
  return { verb: 'world', act: { do: 'remember', podUid, about: ABOUT, memory: kept } };
}

/** The memory with what the metrics ask for now. */
export function withRecommendation(memory: Memory, replicas: number, nowMs: number): Memory {
  return { ...memory, recommendations: [...memory.recommendations, { atMs: nowMs, replicas }] };
}

/** The memory with a change that was made. */
export function withChange(memory: Memory, by: number, nowMs: number): Memory {
  return { ...memory, changes: [...memory.changes, { atMs: nowMs, by }] };
}
