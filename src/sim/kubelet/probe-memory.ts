// How answers become a verdict: it holds once enough of them in a row have said the same.
// Source: "Configure Probes" in the documentation (successThreshold, failureThreshold).
import type { Probe } from '../api/pod-spec.ts';
import type { CheckOutcome } from '../world/check.ts';
import { isGood } from '../world/check.ts';
import type { ProbeMemory, ProbeType, Verdict } from './findings.ts';

/** Before the first answer a container is taken to be alive and not ready. */
const firstVerdicts: Readonly<Record<ProbeType, Verdict | undefined>> = {
  liveness: 'success',
  readiness: 'failure',
  startup: undefined,
};

export function freshProbeMemory(type: ProbeType, containerId: string): ProbeMemory {
  return {
    containerId,
    verdict: firstVerdicts[type],
    last: undefined,
    run: 0,
    heardMs: Number.NEGATIVE_INFINITY,
    isOnHold: false,
  };
}

/** Takes note of the outcome of a check that began at `heardMs`. */
export function hear(
  before: ProbeMemory,
  type: ProbeType,
  probe: Probe,
  outcome: CheckOutcome,
  heardMs: number,
): ProbeMemory {
  if (outcome.what === 'impossible') return { ...before, heardMs, isImpossible: true };
  const last: Verdict = isGood(outcome) ? 'success' : 'failure';
  const run = before.last === last ? before.run + 1 : 1;
  const isEnough = run >= thresholdOf(probe, last);
  return {
    containerId: before.containerId,
    verdict: isEnough ? last : before.verdict,
    last,
    run,
    heardMs,
    // A container that is to be replaced, or has started for good, is not asked again.
    isOnHold: isEnough && (type === 'startup' || (type === 'liveness' && last === 'failure')),
  };
}

/** True where further answers like the last change nothing. */
export function isSteady({ last, run, verdict, isImpossible }: ProbeMemory, probe: Probe): boolean {
  if (isImpossible) return true;
  return last !== undefined && last === verdict && run >= thresholdOf(probe, last);
}

function thresholdOf({ successThreshold = 1, failureThreshold = 3 }: Probe, verdict: Verdict): number {
  return verdict === 'success' ? successThreshold : failureThreshold;
}
