// Carries out a sync: the sandbox, then one container after the other, each with its image. It takes a while, so it goes
// on over several looks; the pod is not looked at for anything else meanwhile.
import type { Container } from '../api/pod.ts';
import { formatGoDuration } from '../machinery/duration.ts';
import type { Result } from '../machinery/result.ts';
import { failure } from '../machinery/result.ts';
import type { ContainerRecord } from '../world/world.ts';
import { backOffUntilMs, raised } from './backoff.ts';
import type { Env } from './env.ts';
import { resolveEnv, withExpandedCommand } from './env.ts';
import type { PodContext } from './field-ref.ts';
import { beginPostStart, postStartResult, stopContainer } from './hooks.ts';
import type { ImageOutcome } from './images.ts';
import { finishPull, lookForImage } from './images.ts';
import { addressOf } from './initial-node.ts';
import type { Reason, StartOrder, Startup } from './memory.ts';
import { mountsOf } from './mounts.ts';
import { rootProblem } from './non-root.ts';
import { syncAfterMs } from './relist.ts';
import { generateStatus } from './status.ts';
import type { Turn } from './turn.ts';
import { act, containerNamed, remember, say, sightingsOf, writeStatus } from './turn.ts';

/** How long the work queue waits after a sync that failed for another reason than a back-off. */
const retryMs = 10_000;

/** Begins to carry out these orders. */
export function beginStartup(turn: Turn, orders: readonly StartOrder[]): void {
  const before = turn.view.world.sandbox(turn.podUid);
  const isNewSandbox = before === undefined || before.state === 'gone';
  if (before?.state === 'gone') {
    say(turn, 'Normal', 'SandboxChanged', 'Pod sandbox changed, it will be killed and re-created.');
  }
  if (isNewSandbox) act(turn, { do: 'create-sandbox', pod: turn.pod });
  remember(turn, { startup: { orders, isNewSandbox, stops: 'to do', hasFailed: false } });
}

/** Goes on as far as possible. True where all is done; false where something takes its time. */
export function continueStartup(turn: Turn): boolean {
  if (turn.view.world.sandbox(turn.podUid)?.state !== 'ready') return false;
  if (startupOf(turn).isNewSandbox) {
    writeStatus(turn, generateStatus(turn, sightingsOf(turn)).status);
    change(turn, { isNewSandbox: false });
  }
  if (!stopReplaced(turn)) return false;
  for (let order = startupOf(turn).orders[0]; order; order = startupOf(turn).orders[0]) {
    const container = containerNamed(turn.pod, order.name);
    if (container && !order.isStopOnly && !carryOut(turn, order, container)) return false;
    change(turn, { orders: startupOf(turn).orders.slice(1), current: undefined });
  }
  finish(turn);
  return true;
}

/** Stops the containers that are to be replaced. True where none of them runs any more. */
function stopReplaced(turn: Turn): boolean {
  const { orders, stops } = startupOf(turn);
  if (stops === 'done') return true;
  const running = orders.filter(
    ({ name, stopMessage }) =>
      stopMessage !== undefined && turn.view.world.container(turn.podUid, name)?.state === 'running',
  );
  if (stops === 'to do') {
    for (const { name, stopMessage = '', graceSeconds } of running) {
      say(turn, 'Normal', 'Killing', stopMessage, containerNamed(turn.pod, name));
      const container = containerNamed(turn.pod, name);
      const ownGraceSeconds = turn.pod.spec.terminationGracePeriodSeconds ?? 30;
      if (container) stopContainer(turn, container, (graceSeconds ?? ownGraceSeconds) * 1000);
    }
  }
  change(turn, { stops: running.length === 0 ? 'done' : 'under way' });
  return running.length === 0;
}

/** One container. False: wait. */
function carryOut(turn: Turn, order: StartOrder, container: Container): boolean {
  const { current } = startupOf(turn);
  const { world } = turn.view;
  if (!current) {
    if (isHeldBack(turn, order, container)) return true;
    return useImage(turn, container, lookForImage(turn, container));
  }
  if (current.step === 'pull') {
    const record = world.pull(turn.podUid, container.name);
    if (record === undefined || record.state === 'pulling') return false;
    // If the pod names another image by now, the next sync replaces the container.
    const asked = { ...container, image: current.image };
    return useImage(turn, asked, finishPull(turn, asked, record, current.sinceMs));
  }
  const record = world.container(turn.podUid, container.name);
  if (!record || record.attempt < current.attempt || record.state === 'creating') return false;
  return current.step === 'start' ? noteStart(turn, container, record) : awaitHook(turn, container, record);
}

/** True where the container failed too often of late. A restart that is not held back makes the next one wait longer. */
function isHeldBack(turn: Turn, { name, finishedAtMs }: StartOrder, container: Container): boolean {
  const { restarts } = turn.memory;
  if (finishedAtMs === undefined) return false;
  const untilMs = backOffUntilMs(restarts, name, finishedAtMs, turn.nowMs);
  if (untilMs === undefined) {
    remember(turn, { restarts: raised(restarts, name, finishedAtMs, turn.nowMs) });
    return false;
  }
  const { namespace, name: podName, uid } = turn.pod.metadata;
  const pod = `${podName}_${namespace}(${uid})`;
  say(turn, 'Warning', 'BackOff', `Back-off restarting failed container ${name} in pod ${pod}`, container);
  const delay = formatGoDuration(restarts.get(name)?.delayMs ?? 0);
  const message = `back-off ${delay} restarting failed container=${name} pod=${pod}`;
  noteFailure(turn, container, { reason: 'CrashLoopBackOff', message }, untilMs);
  return true;
}

function useImage(turn: Turn, container: Container, image: ImageOutcome): boolean {
  if (image.outcome === 'failed') {
    noteFailure(turn, container, image.reason, image.backOffUntilMs);
    return true;
  }
  if (image.outcome === 'pull') {
    act(turn, { do: 'pull', pod: turn.pod, container });
    change(turn, { current: currentStep(turn, 'pull', container) });
    return false;
  }
  const context = contextOf(turn);
  const env = configure(turn, context, container);
  if (!env.ok) {
    say(turn, 'Warning', 'Failed', `Error: ${env.error}`, container);
    noteFailure(turn, container, { reason: 'CreateContainerConfigError', message: env.error });
    return true;
  }
  act(turn, {
    do: 'start',
    pod: turn.pod,
    container: withExpandedCommand(container, env.value),
    env: env.value,
    mounts: mountsOf(turn.view, context, container, env.value),
  });
  change(turn, { current: currentStep(turn, 'start', container) });
  return false;
}

/** The environment of a container that may run as it is asked to. */
function configure(turn: Turn, context: PodContext, container: Container): Result<Env> {
  const env = resolveEnv(turn.view, context, container);
  if (!env.ok) return env;
  const imageUser = turn.view.world.imageUser(turn.nodeName, container.image ?? '');
  const problem = rootProblem(turn.pod, container, imageUser);
  return problem === undefined ? env : failure(problem);
}

function currentStep(
  turn: Turn,
  step: 'pull' | 'start',
  { name, image = '' }: Container,
): Startup['current'] {
  const attempt = (turn.view.world.container(turn.podUid, name)?.attempt ?? -1) + 1;
  return { step, image, sinceMs: turn.nowMs, attempt };
}

function noteStart(turn: Turn, container: Container, record: ContainerRecord): boolean {
  say(turn, 'Normal', 'Created', 'Container created', container);
  if (record.reason === 'StartError' || record.reason === 'ContainerCannotRun') {
    const message = record.message ?? 'failed to start container';
    say(turn, 'Warning', 'Failed', `Error: ${message}`, container);
    noteFailure(turn, container, { reason: 'RunContainerError', message });
    return true;
  }
  say(turn, 'Normal', 'Started', 'Container started', container);
  const { postStart } = container.lifecycle ?? {};
  if (!postStart) return noteRunning(turn, container, record.startedAtMs);
  beginPostStart(turn, container, postStart);
  changeStep(turn, 'hook');
  return awaitHook(turn, container, record);
}

/** The container counts as running only after its hook; if that fails it is stopped and starts again like one that failed. */
function awaitHook(turn: Turn, container: Container, record: ContainerRecord): boolean {
  const result = postStartResult(turn, container, record);
  if (result.state === 'done') return noteRunning(turn, container, turn.nowMs);
  if (result.state !== 'failed') return false;
  if (startupOf(turn).current?.step === 'hook') {
    say(turn, 'Warning', 'FailedPostStartHook', 'PostStartHook failed', container);
    say(turn, 'Normal', 'Killing', 'FailedPostStartHook', container);
    stopContainer(turn, container, (turn.pod.spec.terminationGracePeriodSeconds ?? 30) * 1000);
    changeStep(turn, 'kill');
  }
  if (record.state !== 'exited') return false;
  noteFailure(turn, container, { reason: 'PostStartHookError', message: result.message });
  return true;
}

function noteRunning(turn: Turn, container: Container, sinceMs: number): true {
  const reasons = new Map(turn.memory.reasons);
  reasons.delete(container.name);
  remember(turn, { reasons });
  change(turn, { startedAtMs: sinceMs });
  return true;
}

function changeStep(turn: Turn, step: 'hook' | 'kill'): void {
  const { current } = startupOf(turn);
  if (current) change(turn, { current: { ...current, step } });
}

function noteFailure(turn: Turn, { name }: Container, reason: Reason, untilMs?: number): void {
  remember(turn, { reasons: new Map(turn.memory.reasons).set(name, reason) });
  const { backOffUntilMs: earliest } = startupOf(turn);
  const backOff = untilMs === undefined ? earliest : Math.min(untilMs, earliest ?? untilMs);
  change(turn, { hasFailed: true, ...(backOff === undefined ? {} : { backOffUntilMs: backOff }) });
}

/** A start makes the kubelet list the containers at once; a failure, look again later. */
function finish(turn: Turn): void {
  const { startedAtMs, hasFailed, backOffUntilMs: untilMs } = startupOf(turn);
  const { nowMs, nodeName, podUid, memory } = turn;
  const waitMs = untilMs === undefined ? retryMs : untilMs - nowMs;
  remember(turn, {
    startup: undefined,
    lookedAtMs: startedAtMs ?? nowMs,
    relistedAtMs: startedAtMs ?? memory.relistedAtMs,
    syncAtMs: hasFailed ? syncAfterMs(nodeName, podUid, waitMs, nowMs) : undefined,
  });
}

export function contextOf({ pod, view, nodeName, podUid }: Turn): PodContext {
  const hostIp = addressOf(view, nodeName);
  const podIp = pod.spec.hostNetwork ? hostIp : view.world.sandbox(podUid)?.ip;
  return { pod, nodeName, hostIp, podIp };
}

function startupOf({ memory }: Turn): Startup {
  if (!memory.startup) throw new Error('no sync is under way');
  return memory.startup;
}

function change(turn: Turn, changes: Partial<Startup>): void {
  remember(turn, { startup: { ...startupOf(turn), ...changes } });
}
