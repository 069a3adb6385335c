// Fields that are a count or a percentage: maxSurge, maxUnavailable, a PodDisruptionBudget's limits.
//
// Source: API reference of Deployment and DaemonSet ("absolute number or percentage, rounding up/down").
import { goQuote } from './go-text.ts';
import type { Result } from './result.ts';
import { failure, success } from './result.ts';

/** 3, or "25%". */
export type IntOrString = number | string;

/** What the API server says of a string that should be a percentage. */
export const PERCENT_MESSAGE =
  "a valid percent string must be a numeric string followed by an ending '%' (e.g. '1%',  or '93%', regex used for validation is '[0-9]+%')";

/** Whether a string is a percentage as the API server's validation wants it. */
export function isPercent(text: string): boolean {
  return /^[0-9]+%$/.test(text);
}

/** The count itself, or the percentage of `total`, rounded up or down. */
export function scaledInt(given: IntOrString, total: number, rounding: 'up' | 'down'): Result<number> {
  if (typeof given === 'number') return success(given);
  const percent = percentOf(given);
  if (!percent.ok) return failure(`invalid value for IntOrString: ${percent.error}`);
  const scaled = (percent.value * total) / 100;
  // Adding 0 turns a negative zero into zero.
  return success((rounding === 'up' ? Math.ceil(scaled) : Math.floor(scaled)) + 0);
}

/** How many pods a rolling update may be above and below the wanted number. */
export interface Fenceposts {
  readonly surge: number;
  readonly unavailable: number;
}

/**
 * The bounds of a Deployment's rolling update: surge rounds up, unavailable down, a missing one is 0.
 * Both 0 would never get anywhere, so one pod may be unavailable then.
 */
export function resolveFenceposts(
  maxSurge: IntOrString | undefined,
  maxUnavailable: IntOrString | undefined,
  replicas: number,
): Result<Fenceposts> {
  const surge = scaledInt(maxSurge ?? 0, replicas, 'up');
  if (!surge.ok) return surge;
  const unavailable = scaledInt(maxUnavailable ?? 0, replicas, 'down');
  if (!unavailable.ok) return unavailable;
  const isStuck = surge.value === 0 && unavailable.value === 0;
  return success({ surge: surge.value, unavailable: isStuck ? 1 : unavailable.value });
}

function percentOf(text: string): Result<number> {
  if (!text.endsWith('%')) return failure('invalid type: string is not a percentage');
  const digits = text.slice(0, -1);
  const wrong = (why: string) =>
    failure(`invalid value ${goQuote(text)}: strconv.Atoi: parsing ${goQuote(digits)}: ${why}`);
  if (!/^[+-]?\d+$/.test(digits)) return wrong('invalid syntax');
  const percent = Number(digits);
  return Math.abs(percent) < 2 ** 63 ? success(percent) : wrong('value out of range');
}
