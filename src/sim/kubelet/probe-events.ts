// What the prober says about an answer.
import type { Request } from '../component.ts';
import type { CheckOutcome } from '../world/check.ts';
import { isGood, isRedirect } from '../world/check.ts';
import { failureText } from './check-words.ts';
import { actionOf } from './handler.ts';
import { addressOf } from './initial-node.ts';
import type { Probing } from './prober.ts';
import { fieldPathOf } from './turn.ts';

/** The event about an outcome; none about a good one, or where nobody can be told. */
export function sayHeard(probing: Probing, outcome: CheckOutcome): Request[] {
  const { view, nodeName, type } = probing;
  if (!view.world.reachesApi(nodeName, 'pods')) return [];
  const name = type.charAt(0).toUpperCase() + type.slice(1);
  if (isRedirect(outcome)) {
    const words = `${name} probe warning: Probe terminated redirects, Response body: ${outcome.body ?? ''}`;
    return [eventAbout(probing, 'ProbeWarning', words)];
  }
  if (isGood(outcome)) return [];
  const how = outcome.what === 'impossible' ? 'errored and resulted in unknown state' : 'failed';
  return [eventAbout(probing, 'Unhealthy', `${name} probe ${how}: ${textOf(probing, outcome)}`)];
}

function eventAbout({ known, container, nodeName }: Probing, reason: string, message: string): Request {
  const fieldPath = fieldPathOf(known.pod, container);
  const event = {
    regarding: known.pod,
    fieldPath,
    type: 'Warning',
    reason,
    message,
    host: nodeName,
  } as const;
  return { verb: 'event', event };
}

function textOf({ view, nodeName, podUid, known, container, probe }: Probing, outcome: CheckOutcome): string {
  if (outcome.what === 'impossible') return outcome.message;
  const action = actionOf(container, probe);
  if (!action.ok) return action.error;
  const podIp = known.pod.spec.hostNetwork ? addressOf(view, nodeName) : view.world.sandbox(podUid)?.ip;
  const timeoutMs = (probe.timeoutSeconds ?? 1) * 1000;
  return failureText(outcome, { action: action.value, podIp: podIp ?? '', timeoutMs });
}
