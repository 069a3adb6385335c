// How fast pods that fail at once are replaced: as fast as the controller's client may ask for it. Nothing else slows it down.
// Source: the flag --kube-api-qps of kube-controller-manager (20 requests a second by default).
import type { Pod } from '../../api/pod.ts';
import { formatRfc3339 } from '../../machinery/time.ts';
import { isFailed } from '../pod-facts.ts';

const createdPerSecond = 20;
const secondMs = 1000;

export interface Pace {
  /** How many pods may be created now. */
  readonly creations: number;
  /** When there may be more of them, if not all that are missing may be created now: in ms from now. */
  readonly waitMs?: number;
}

/** `pods`: all that the set has, also those that are over. Where none of this second's has failed, all may come at once. */
export function paceOf(pods: readonly Pod[], missing: number, nowMs: number): Pace {
  const now = formatRfc3339(nowMs);
  const young = pods.filter(({ metadata }) => metadata.creationTimestamp === now);
  if (!young.some(isFailed)) return { creations: missing };
  const creations = Math.max(0, Math.min(missing, createdPerSecond - young.length));
  return creations === missing ? { creations } : { creations, waitMs: secondMs - (nowMs % secondMs) };
}
