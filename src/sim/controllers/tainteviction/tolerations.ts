// How long a pod bears the taints of its node.
// Source: "Taints and Tolerations" in the documentation.
import type { Taint } from '../../api/node.ts';
import type { Toleration } from '../../api/pod-spec.ts';

/** Seconds for which these tolerations bear all these taints: 0 is not at all, Infinity for ever. */
export function tolerance(taints: readonly Taint[], tolerations: readonly Toleration[] = []): number {
  const seconds = taints.map((taint) => {
    const toleration = tolerations.find((it) => tolerates(it, taint));
    return toleration ? Math.max(0, toleration.tolerationSeconds ?? Number.POSITIVE_INFINITY) : 0;
  });
  return Math.min(Number.POSITIVE_INFINITY, ...seconds);
}

function tolerates({ key, operator, value = '', effect }: Toleration, taint: Taint): boolean {
  if (effect && effect !== taint.effect) return false;
  if (key && key !== taint.key) return false;
  if (operator === 'Exists') return true;
  return Boolean(key) && value === (taint.value ?? '');
}
