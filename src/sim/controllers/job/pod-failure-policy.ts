// spec.podFailurePolicy: what the failure of a pod means for the Job. The first rule that fits decides.
import type { Job, PodFailurePolicyRule } from '../../api/job.ts';
import type { Pod } from '../../api/pod.ts';

export interface FailureMatch {
  readonly action: PodFailurePolicyRule['action'];
  /** Why the Job fails, where that is what the rule says. */
  readonly failJobMessage?: string;
}

/** What a policy says of a failed pod; undefined if no rule fits, or there is no policy. */
export function matchFailure({ spec }: Job, pod: Pod): FailureMatch | undefined {
  for (const [i, rule] of (spec.podFailurePolicy?.rules ?? []).entries()) {
    const why = whyItFits(rule, pod);
    if (why === undefined) continue;
    const { action } = rule;
    if (action !== 'FailJob') return { action };
    return { action, failJobMessage: `${why} matching FailJob rule at index ${i}` };
  }
  return undefined;
}

/** Whether a failure counts towards the limit. */
export function isCounted(job: Job, pod: Pod): boolean {
  return matchFailure(job, pod)?.action !== 'Ignore';
}

function whyItFits(
  { onExitCodes, onPodConditions = [] }: PodFailurePolicyRule,
  pod: Pod,
): string | undefined {
  const { namespace, name } = pod.metadata;
  if (onExitCodes) {
    const exit = matchingExit(onExitCodes, pod);
    return exit && `Container ${exit.name} for pod ${namespace}/${name} failed with exit code ${exit.code}`;
  }
  const met = pod.status?.conditions?.find((condition) =>
    onPodConditions.some(({ type, status }) => type === condition.type && status === condition.status),
  );
  return met && `Pod ${namespace}/${name} has condition ${met.type}`;
}

/** The first container that failed with a code that the rule means. */
function matchingExit(
  { containerName, operator, values }: NonNullable<PodFailurePolicyRule['onExitCodes']>,
  { status }: Pod,
): { name: string; code: number } | undefined {
  for (const { name, state } of [
    ...(status?.containerStatuses ?? []),
    ...(status?.initContainerStatuses ?? []),
  ]) {
    const code = state?.terminated?.exitCode;
    if (code === undefined || code === 0) continue;
    if (containerName !== undefined && containerName !== name) continue;
    if (values.includes(code) === (operator === 'In')) return { name, code };
  }
  return undefined;
}
