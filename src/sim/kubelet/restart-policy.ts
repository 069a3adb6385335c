// Whether a container that has ended is started again: by its own rules and policy where it has any, else by the pod's.
// Source: "Container restarts" in the documentation of the pod lifecycle.
import type { Container, Pod } from '../api/pod.ts';

/** True where a container is started again that ended by itself with this exit code. */
export function isRestartedAfter(pod: Pod, container: Container, exitCode: number): boolean {
  const rule = container.restartPolicyRules?.find(({ exitCodes }) => {
    const isListed = exitCodes?.values?.includes(exitCode) === true;
    return exitCodes?.operator === 'NotIn' ? !isListed : isListed;
  });
  if (rule?.action === 'Restart') return true;
  const policy = policyOf(pod, container);
  return policy === 'Always' || (policy === 'OnFailure' && exitCode !== 0);
}

/** True where a container is started again that a probe has failed: there its rules are not asked. */
export function isRestartedAfterProbe(pod: Pod, container: Container): boolean {
  return policyOf(pod, container) !== 'Never';
}

function policyOf({ spec }: Pod, { restartPolicy }: Container): string {
  return restartPolicy ?? spec.restartPolicy ?? 'Always';
}
