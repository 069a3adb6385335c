// Lifecycle hooks: what runs in a container right after its start, and before it is asked to end.
// Source: "Container Lifecycle Hooks" in the documentation.
//
// Departs: a hook after the start that is not over within a day is given up. A second, shorter deletion starts the hook
// before the end anew, with the shorter time.
import type { Container } from '../api/pod.ts';
import type { Handler } from '../api/pod-spec.ts';
import type { CheckOutcome } from '../world/check.ts';
import type { ContainerRecord } from '../world/world.ts';
import { failureText } from './check-words.ts';
import { actionOf } from './handler.ts';
import type { Turn } from './turn.ts';
import { act, containersOf, remember, say } from './turn.ts';

const httpTimeoutMs = 30_000;
const longestHookMs = 86_400_000;
/** What a container gets at least between the signal and its end by force, however little was asked for or is left. */
const leastGraceMs = 2000;

/** Why a hook after the start failed, as the container's status says it; undefined: it went well. */
export type HookResult =
  | { readonly state: 'under way' | 'done' }
  | { readonly state: 'failed'; readonly message: string };

/** Sets the hook after the start going. */
export function beginPostStart(turn: Turn, container: Container, handler: Handler): void {
  const action = actionOf(container, handler);
  if (!action.ok || handler.tcpSocket) return;
  const timeoutMs = action.value.by === 'http' ? httpTimeoutMs : longestHookMs;
  const { podUid } = turn;
  const ask = { container: container.name, purpose: 'postStart', action: action.value, timeoutMs };
  act(turn, { do: 'check', podUid, ...ask });
}

export function postStartResult(turn: Turn, container: Container, record: ContainerRecord): HookResult {
  const handler = container.lifecycle?.postStart ?? {};
  const action = actionOf(container, handler);
  if (!action.ok || handler.tcpSocket) {
    const error = action.ok ? 'invalid handler' : action.error;
    return { state: 'failed', message: failedHook(turn, container, handler, error) };
  }
  const check = turn.view.world.check(turn.podUid, container.name, 'postStart');
  if (check?.containerId !== record.id) return { state: 'under way' };
  if (!check.outcome) return { state: 'under way' };
  if (hasGoneWell(check.outcome)) return { state: 'done' };
  const { outcome } = check;
  const podIp = turn.view.world.sandbox(turn.podUid)?.ip ?? '';
  const error =
    outcome.what === 'exited'
      ? `command '${handler.exec?.command?.join(' ')}' exited with ${outcome.code}: ${outcome.output}`
      : failureText(outcome, { action: action.value, podIp, timeoutMs: httpTimeoutMs });
  return { state: 'failed', message: failedHook(turn, container, handler, error, outcome) };
}

/** Asks a container to end: its hook first, then the signal. */
export function stopContainer(turn: Turn, container: Container, graceMs: number): void {
  const { podUid } = turn;
  const stop = { do: 'stop', podUid, container: container.name } as const;
  const handler = container.lifecycle?.preStop;
  const action = handler && graceMs > 0 ? actionOf(container, handler) : undefined;
  if (action?.ok && !handler?.tcpSocket) act(turn, { ...stop, graceMs, preStop: action.value });
  else {
    if (action) sayPreStopFailed(turn, container);
    act(turn, { ...stop, graceMs: Math.max(leastGraceMs, graceMs) });
  }
}

/** Says which hooks before the end have failed since the last look. One that took too long is passed over in silence. */
export function reportPreStops(turn: Turn): void {
  for (const container of containersOf(turn.pod)) {
    if (!container.lifecycle?.preStop) continue;
    const check = turn.view.world.check(turn.podUid, container.name, 'preStop');
    if (!check?.outcome || turn.memory.heardPreStops.get(container.name) === check.sinceMs) continue;
    const heardPreStops = new Map(turn.memory.heardPreStops).set(container.name, check.sinceMs);
    remember(turn, { heardPreStops });
    if (!hasGoneWell(check.outcome) && check.outcome.what !== 'timed-out') sayPreStopFailed(turn, container);
  }
}

function sayPreStopFailed(turn: Turn, container: Container): void {
  say(turn, 'Warning', 'FailedPreStopHook', 'PreStopHook failed', container);
}

/** Unlike a probe's, a hook's request may be answered with any status. */
function hasGoneWell(outcome: CheckOutcome): boolean {
  if (outcome.what === 'exited') return outcome.code === 0;
  return outcome.what === 'answered' || outcome.what === 'slept';
}

function failedHook(
  { pod, podUid }: Turn,
  { name }: Container,
  { exec, httpGet }: Handler,
  error: string,
  outcome?: CheckOutcome,
): string {
  const where = `for Container ${JSON.stringify(name)} in Pod "${pod.metadata.name}_${pod.metadata.namespace}(${podUid})"`;
  if (exec) {
    const output = outcome?.what === 'exited' ? outcome.output : '';
    const command = `[${(exec.command ?? []).join(' ')}]`;
    return `Exec lifecycle hook (${command}) ${where} failed - error: ${error}, message: ${JSON.stringify(output)}`;
  }
  if (httpGet) return `HTTP lifecycle hook (${httpGet.path}) ${where} failed - error: ${error}`;
  return `Lifecycle hook ${where} failed - error: ${error}`;
}
