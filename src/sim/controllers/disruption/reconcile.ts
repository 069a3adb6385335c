// What a budget allows now.
import type { Kind } from '../../api/kind.ts';
import type { Pod } from '../../api/pod.ts';
import { PodKind } from '../../api/pod.ts';
import type { PodDisruptionBudget, PodDisruptionBudgetStatus } from '../../api/pod-disruption-budget.ts';
import { PodDisruptionBudgetKind } from '../../api/pod-disruption-budget.ts';
import type { Request, View } from '../../component.ts';
import { withCondition, withDisruptionAllowed } from '../../disruption/disruption-allowed.ts';
import { isEqual } from '../../machinery/equality.ts';
import { compileLabelSelector } from '../../machinery/label-selector.ts';
import { formatRfc3339, parseRfc3339 } from '../../machinery/time.ts';
import { podCondition } from '../pod-facts.ts';
import { expectedPods, selectorAsGoPrints } from './expected-pods.ts';

/** How long the API server's word that a pod is about to go is believed. */
const deletionTimeoutMs = 120_000;

export function reconcileBudget(
  budget: PodDisruptionBudget,
  view: View,
  nowMs: number,
  source: string,
): Request[] {
  const say = (type: 'Normal' | 'Warning', reason: string, message: string): Request => ({
    verb: 'event',
    event: { regarding: budget, type, reason, message, source },
  });
  const pods = podsOf(budget, view);
  const said = pods.length === 0 ? [say('Normal', 'NoPods', 'No matching pods found')] : [];
  const expected = expectedPods(budget.spec, pods, view);
  if (!expected.ok) {
    const message = `Failed to calculate the number of expected pods: ${expected.error}`;
    return [
      ...said,
      say('Warning', 'CalculateExpectedPodCountFailed', message),
      ...write(budget, failSafe(budget, expected.error, nowMs)),
    ];
  }
  if (expected.unmanaged.length > 0) {
    const message = `Pods selected by this PodDisruptionBudget (selector: ${selectorAsGoPrints(budget.spec.selector)}) were found to be unmanaged. As a result, the status of the PDB cannot be calculated correctly, which may result in undefined behavior. To account for these pods please set ".spec.minAvailable" field of the PDB to an integer value.`;
    said.push(say('Warning', 'UnmanagedPods', message));
  }
  const disrupted = stillDisrupted(budget, pods, nowMs);
  const currentHealthy = pods.filter((pod) => isHealthy(pod, disrupted)).length;
  const allowed = expected.count > 0 ? Math.max(0, currentHealthy - expected.healthy) : 0;
  const { generation } = budget.metadata;
  const status: PodDisruptionBudgetStatus = {
    ...(budget.status?.conditions ? { conditions: budget.status.conditions } : {}),
    currentHealthy,
    desiredHealthy: expected.healthy,
    ...(Object.keys(disrupted).length > 0 ? { disruptedPods: disrupted } : {}),
    disruptionsAllowed: allowed,
    expectedPods: expected.count,
    ...(generation === undefined ? {} : { observedGeneration: generation }),
  };
  return [
    ...said,
    ...write(budget, withDisruptionAllowed(status, formatRfc3339(nowMs))),
    ...wakeFor(disrupted, nowMs),
  ];
}

function podsOf({ metadata, spec }: PodDisruptionBudget, view: View): readonly Pod[] {
  const selector = compileLabelSelector(spec.selector);
  if (!selector.ok) return [];
  return view
    .list(PodKind, metadata.namespace)
    .filter((pod) => selector.value.matches(pod.metadata.labels ?? {}));
}

function isHealthy(pod: Pod, disrupted: Readonly<Record<string, string>>): boolean {
  if (pod.metadata.deletionTimestamp !== undefined) return false;
  if (Object.hasOwn(disrupted, pod.metadata.name)) return false;
  return podCondition(pod, 'Ready')?.status === 'True';
}

/** The pods that the API server said would go, and that have not begun to. */
function stillDisrupted(
  { status }: PodDisruptionBudget,
  pods: readonly Pod[],
  nowMs: number,
): Record<string, string> {
  const waiting = new Set(
    pods
      .filter(({ metadata }) => metadata.deletionTimestamp === undefined)
      .map(({ metadata }) => metadata.name),
  );
  return Object.fromEntries(
    Object.entries(status?.disruptedPods ?? {}).filter(
      ([name, since]) => waiting.has(name) && (parseRfc3339(since) ?? 0) + deletionTimeoutMs >= nowMs,
    ),
  );
}

function wakeFor(disrupted: Readonly<Record<string, string>>, nowMs: number): Request[] {
  const times = Object.values(disrupted).map((since) => parseRfc3339(since) ?? nowMs);
  if (times.length === 0) return [];
  return [{ verb: 'wake', afterMs: Math.min(...times) + deletionTimeoutMs - nowMs + 1 }];
}

/** Where nothing is known, nothing may go. */
function failSafe({ status }: PodDisruptionBudget, error: string, nowMs: number): PodDisruptionBudgetStatus {
  const before = status ?? { currentHealthy: 0, desiredHealthy: 0, disruptionsAllowed: 0, expectedPods: 0 };
  const given = { status: 'False', reason: 'SyncFailed', message: error } as const;
  return withCondition({ ...before, disruptionsAllowed: 0 }, formatRfc3339(nowMs), given);
}

function write(budget: PodDisruptionBudget, status: PodDisruptionBudgetStatus): Request[] {
  if (isEqual(budget.status, status)) return [];
  const object: PodDisruptionBudget = { ...budget, status };
  return [{ verb: 'updateStatus', kind: PodDisruptionBudgetKind as Kind, object }];
}
