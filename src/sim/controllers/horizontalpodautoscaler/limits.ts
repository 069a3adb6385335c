// What becomes of the replicas that the metrics ask for: they are held back for a while, and bounded.
// Source: "Horizontal Pod Autoscaling: Stabilization window" and "Configurable scaling behavior" in the documentation.
import type { ScalingRules } from '../../api/horizontal-pod-autoscaler.ts';
import type { Memory } from './memory.ts';

export interface Verdict {
  readonly reason: string;
  readonly message: string;
}

export interface Limited {
  readonly replicas: number;
  /** Whether recent recommendations hold the change back. */
  readonly stabilized: Verdict & { readonly isHeld: boolean };
  /** Whether a bound does. */
  readonly limited: Verdict & { readonly isLimited: boolean };
}

export interface LimitInput {
  readonly wanted: number;
  readonly currentReplicas: number;
  readonly minReplicas: number;
  readonly maxReplicas: number;
  /** The recommendations before this one, and the changes so far. */
  readonly memory: Memory;
  readonly behavior: { readonly scaleUp?: ScalingRules; readonly scaleDown?: ScalingRules } | undefined;
  readonly nowMs: number;
}

/** How long fewer replicas must have been enough before there are fewer. */
const scaleDownWindowSeconds = 300;

const held = {
  up: {
    reason: 'ScaleUpStabilized',
    message: 'recent recommendations were lower than current one, applying the lowest recent recommendation',
  },
  down: {
    reason: 'ScaleDownStabilized',
    message:
      'recent recommendations were higher than current one, applying the highest recent recommendation',
  },
  not: { reason: 'ReadyForNewScale', message: 'recommended size matches current size' },
} as const;

const within = {
  reason: 'DesiredWithinRange',
  message: 'the desired count is within the acceptable range',
} as const;
const tooMany = {
  reason: 'TooManyReplicas',
  message: 'the desired replica count is more than the maximum replica count',
} as const;
const tooFew = {
  reason: 'TooFewReplicas',
  message: 'the desired replica count is less than the minimum replica count',
} as const;
const tooFast = {
  up: {
    reason: 'ScaleUpLimit',
    message: 'the desired replica count is increasing faster than the maximum scale rate',
  },
  down: {
    reason: 'ScaleDownLimit',
    message: 'the desired replica count is decreasing faster than the maximum scale rate',
  },
} as const;

export function limit(input: LimitInput): Limited {
  const { wanted, behavior, currentReplicas } = input;
  const replicas = behavior ? stabilized(input, behavior) : highestRecent(input);
  const isUp = behavior !== undefined && wanted >= currentReplicas;
  const isHeld = replicas !== wanted;
  const how = isHeld ? (isUp ? held.up : held.down) : held.not;
  const bounded = behavior ? byRules({ ...input, wanted: replicas }, behavior) : byFactor(replicas, input);
  return {
    replicas: bounded.replicas,
    stabilized: { ...how, isHeld },
    limited: { ...bounded.verdict, isLimited: bounded.replicas !== replicas },
  };
}

/** Without a behavior only going down is held back: as many as were ever asked for within the window. */
function highestRecent({ wanted, memory, nowMs }: LimitInput): number {
  const recent = memory.recommendations.filter(({ atMs }) => atMs >= nowMs - scaleDownWindowSeconds * 1000);
  return Math.max(wanted, ...recent.map(({ replicas }) => replicas));
}

function stabilized(input: LimitInput, behavior: NonNullable<LimitInput['behavior']>): number {
  const { wanted, currentReplicas, memory, nowMs } = input;
  const recent = (seconds: number) =>
    memory.recommendations
      .filter(({ atMs }) => atMs > nowMs - seconds * 1000)
      .map(({ replicas }) => replicas);
  const up = Math.min(wanted, ...recent(behavior.scaleUp?.stabilizationWindowSeconds ?? 0));
  const down = Math.max(
    wanted,
    ...recent(behavior.scaleDown?.stabilizationWindowSeconds ?? scaleDownWindowSeconds),
  );
  return Math.min(Math.max(currentReplicas, up), down);
}

interface Bounded {
  readonly replicas: number;
  readonly verdict: Verdict;
}

/** Without a behavior: at most twice as many at once, or four. */
function byFactor(wanted: number, { currentReplicas, minReplicas, maxReplicas }: LimitInput): Bounded {
  const fastest = Math.max(2 * currentReplicas, 4);
  const [most, verdict] = maxReplicas > fastest ? [fastest, tooFast.up] : [maxReplicas, tooMany];
  if (wanted < minReplicas) return { replicas: minReplicas, verdict: tooFew };
  return wanted > most ? { replicas: most, verdict } : { replicas: wanted, verdict: within };
}

function byRules(input: LimitInput, behavior: NonNullable<LimitInput['behavior']>): Bounded {
  const { wanted, currentReplicas, minReplicas, maxReplicas } = input;
  if (wanted > currentReplicas) {
    const fastest = Math.max(currentReplicas, rateLimit(input, behavior.scaleUp, 1));
    const [most, verdict] = maxReplicas > fastest ? [fastest, tooFast.up] : [maxReplicas, tooMany];
    if (wanted > most) return { replicas: most, verdict };
  } else if (wanted < currentReplicas) {
    const fastest = Math.min(currentReplicas, rateLimit(input, behavior.scaleDown, -1));
    const [least, verdict] = minReplicas < fastest ? [fastest, tooFast.down] : [minReplicas, tooFew];
    if (wanted < least) return { replicas: least, verdict };
  }
  return { replicas: wanted, verdict: within };
}

/** How far policies let the replicas go, up (1) or down (-1), after what was changed within their periods. */
function rateLimit(
  { currentReplicas, memory, nowMs }: LimitInput,
  rules: ScalingRules | undefined,
  direction: 1 | -1,
): number {
  const { policies = [], selectPolicy = 'Max' } = rules ?? {};
  if (selectPolicy === 'Disabled') return currentReplicas;
  const proposals = policies.map(({ type, value, periodSeconds }) => {
    const changed = memory.changes
      .filter(({ atMs }) => atMs > nowMs - periodSeconds * 1000)
      .reduce((sum, { by }) => sum + by, 0);
    const before = currentReplicas - changed;
    if (type === 'Pods') return before + direction * value;
    const share = before * (1 + (direction * value) / 100);
    return direction > 0 ? Math.ceil(share) : Math.trunc(share);
  });
  // The policy that changes most, or least.
  const takesHighest = (selectPolicy === 'Max') === direction > 0;
  return takesHighest ? Math.max(...proposals) : Math.min(...proposals);
}
