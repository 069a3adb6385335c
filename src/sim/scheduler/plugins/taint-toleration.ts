// Taints keep pods away from a node, unless the pod tolerates them.
// Source: "Taints and Tolerations" in the Kubernetes documentation.
import type { Taint } from '../../api/node.ts';
import type { Toleration } from '../../api/pod-spec.ts';
import type { FilterPlugin, ScorePlugin } from '../framework.ts';
import { normalizedScores } from '../normalized-scores.ts';

export const taintToleration: FilterPlugin = {
  name: 'TaintToleration',
  prepare({ pod }) {
    return {
      filter: ({ node }) => {
        const repelling = node.spec?.taints?.find(
          (taint) => taint.effect !== 'PreferNoSchedule' && !tolerates(pod.spec.tolerations, taint),
        );
        return repelling && { reasons: ['node(s) had untolerated taint(s)'], isFinal: true };
      },
    };
  },
};

/** Fewer PreferNoSchedule taints are better. */
export const preferredTaints: ScorePlugin = {
  name: 'TaintToleration',
  weight: 3,
  score({ pod }, feasible) {
    if (!feasible.some(({ node }) => node.spec?.taints?.length)) return undefined;
    const counts = feasible.map(
      ({ node }) =>
        (node.spec?.taints ?? []).filter(
          (taint) => taint.effect === 'PreferNoSchedule' && !tolerates(pod.spec.tolerations, taint),
        ).length,
    );
    return normalizedScores(counts, { isReversed: true });
  },
};

/** Whether one of the tolerations covers a taint. One without a key and with Exists covers all. */
export function tolerates(
  tolerations: readonly Toleration[] | undefined,
  taint: Pick<Taint, 'key' | 'value' | 'effect'>,
): boolean {
  return (tolerations ?? []).some((toleration) => {
    if (toleration.effect && toleration.effect !== taint.effect) return false;
    if (toleration.key && toleration.key !== taint.key) return false;
    if (toleration.operator === 'Exists') return true;
    return Boolean(toleration.key) && (toleration.value ?? '') === (taint.value ?? '');
  });
}
