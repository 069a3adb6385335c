// Waiting longer after each failure: 10 s, 20 s, 40 s … at most 5 min; forgotten after 10 quiet minutes.
// Source: "Container restarts" in the documentation of the pod lifecycle.

export interface BackOff {
  readonly delayMs: number;
  /** When it was last raised. */
  readonly atMs: number;
}

export type BackOffs = ReadonlyMap<string, BackOff>;

export const initialDelayMs = 10_000;
export const maxDelayMs = 300_000;

/** Until when a key is held back after something that happened at `sinceMs`; undefined: it is not. */
export function backOffUntilMs(
  backOffs: BackOffs,
  key: string,
  sinceMs: number,
  nowMs: number,
): number | undefined {
  const entry = backOffs.get(key);
  if (!entry || isForgotten(entry, sinceMs)) return undefined;
  const untilMs = sinceMs + entry.delayMs;
  return nowMs < untilMs ? untilMs : undefined;
}

/** The back-offs after one more failure at `sinceMs` of this key. */
export function raised(backOffs: BackOffs, key: string, sinceMs: number, nowMs: number): BackOffs {
  const entry = backOffs.get(key);
  const isFirst = !entry || isForgotten(entry, sinceMs);
  const delayMs = isFirst ? initialDelayMs : Math.min(entry.delayMs * 2, maxDelayMs);
  return new Map(backOffs).set(key, { delayMs, atMs: nowMs });
}

function isForgotten(entry: BackOff, sinceMs: number): boolean {
  return sinceMs - entry.atMs > 2 * maxDelayMs;
}
