// How kubectl drain takes pods away: it evicts them all at once, tries again where a budget says no, and waits for the end
// of each; or it just deletes them.
import type { DeleteOptions, Kind, Pod, Wait } from '../../sim/index.ts';
import { formatGoDuration, PodKind } from '../../sim/index.ts';
import type { Context } from '../command.ts';
import { outcomeLine } from '../outcome.ts';
import { isLongGone } from './pod-filters.ts';

export interface TakeAwayOptions {
  readonly deletion: DeleteOptions;
  readonly isDryRun: boolean;
  readonly evicts: boolean;
  /** 0: for ever. */
  readonly timeoutMs: number;
  readonly skipAfterSeconds: number;
}

/** What went wrong; several errors are told together. */
export interface DrainFailure {
  readonly messages: readonly string[];
  /** Whether they are told as a list even if there is only one: then without `error: `. */
  readonly isList: boolean;
}

const RETRY_MS = 5000;
const POLL_MS = 1000;

/** A pod on its way: to be evicted (again), or evicted and waited for. */
interface Leaving {
  readonly pod: Pod;
  isEvicted: boolean;
  dueMs: number;
}

export function* takeAway(
  context: Context,
  pods: readonly Pod[],
  options: TakeAwayOptions,
): Generator<Wait, DrainFailure | undefined, void> {
  if (pods.length === 0) return undefined;
  return options.evicts ? yield* evictAll(context, pods, options) : yield* deleteAll(context, pods, options);
}

function* evictAll(
  context: Context,
  pods: readonly Pod[],
  options: TakeAwayOptions,
): Generator<Wait, DrainFailure | undefined, void> {
  const { host } = context.process;
  const startMs = host.now();
  const untilMs = options.timeoutMs > 0 ? startMs + options.timeoutMs : Number.POSITIVE_INFINITY;
  const errors: string[] = [];
  const all: Leaving[] = pods.map((pod) => ({ pod, isEvicted: false, dueMs: startMs }));
  // Go starts the goroutine that was made last before the others.
  let open = [...all.slice(-1), ...all.slice(0, -1)];
  for (;;) {
    const nowMs = host.now();
    const done = new Set<Leaving>();
    const take = (leaving: Leaving) => {
      const outcome = leaving.isEvicted
        ? look(context, leaving, options, nowMs, untilMs)
        : evict(context, leaving, options, nowMs, untilMs);
      if (outcome === 'goes on') return;
      done.add(leaving);
      if (outcome !== 'gone') errors.push(outcome.error);
    };
    for (const leaving of open) if (leaving.dueMs <= nowMs) take(leaving);
    open = all.filter((leaving) => open.includes(leaving) && !done.has(leaving));
    if (open.length === 0) break;
    const next = Math.min(...open.map(({ dueMs }) => dueMs));
    if (next > nowMs) yield { untilMs: next };
  }
  return errors.length > 0 ? { messages: [...new Set(errors)], isList: true } : undefined;
}

type Step = 'goes on' | 'gone' | { readonly error: string };

function evict(
  context: Context,
  leaving: Leaving,
  { deletion, isDryRun, timeoutMs }: TakeAwayOptions,
  nowMs: number,
  untilMs: number,
): Step {
  const { name, namespace = '' } = leaving.pod.metadata;
  context.out(`evicting pod ${namespace}/${name}${isDryRun ? ' (server dry run)' : ''}\n`);
  const doing = `error when evicting pods/${JSON.stringify(name)} -n ${JSON.stringify(namespace)}`;
  if (nowMs >= untilMs) {
    return { error: `${doing}: global timeout reached: ${formatGoDuration(timeoutMs)}` };
  }
  const answer = context.cluster.api.evict(namespace, name, { ...deletion, dryRun: isDryRun });
  if (answer.ok) {
    leaving.isEvicted = true;
    return isDryRun ? 'gone' : 'goes on';
  }
  const { reason, message } = answer.status;
  if (reason === 'NotFound') return 'gone';
  if (reason !== 'TooManyRequests') return { error: `${doing}: ${message}` };
  context.err(`${doing} (will retry after 5s): ${message}\n`);
  leaving.dueMs = nowMs + RETRY_MS;
  return 'goes on';
}

/** Looks whether an evicted pod is gone. */
function look(
  context: Context,
  leaving: Leaving,
  { timeoutMs, skipAfterSeconds }: TakeAwayOptions,
  nowMs: number,
  untilMs: number,
): Step {
  const { name, namespace = '' } = leaving.pod.metadata;
  if (isGone(context, leaving.pod, skipAfterSeconds, 'evicted')) return 'gone';
  if (nowMs >= untilMs) {
    const doing = `error when waiting for pod ${JSON.stringify(name)} in namespace ${JSON.stringify(namespace)} to terminate`;
    return { error: `${doing}: global timeout reached: ${formatGoDuration(timeoutMs)}` };
  }
  leaving.dueMs = nowMs + POLL_MS;
  return 'goes on';
}

function isGone(context: Context, pod: Pod, skipAfterSeconds: number, done: 'evicted' | 'deleted'): boolean {
  const { name, namespace = '', uid } = pod.metadata;
  const live = context.cluster.view.get(PodKind, namespace, name);
  if (live?.metadata.uid !== uid) {
    context.out(outcomeLine(PodKind as Kind, pod, done));
    return true;
  }
  if (!isLongGone(live as Pod, skipAfterSeconds, context.process.host.now())) return false;
  context.out(
    `pod ${JSON.stringify(name)} has DeletionTimestamp older than ${skipAfterSeconds} seconds, skipping\n`,
  );
  return true;
}

function* deleteAll(
  context: Context,
  pods: readonly Pod[],
  options: TakeAwayOptions,
): Generator<Wait, DrainFailure | undefined, void> {
  const { cluster, process } = context;
  const { deletion, isDryRun, timeoutMs, skipAfterSeconds } = options;
  for (const { metadata } of pods) {
    const answer = cluster.api.delete(PodKind, metadata.namespace ?? '', metadata.name, {
      ...deletion,
      dryRun: isDryRun,
    });
    if (!answer.ok && answer.status.reason !== 'NotFound') {
      return { messages: [answer.status.message], isList: false };
    }
  }
  const untilMs = timeoutMs > 0 ? process.host.now() + timeoutMs : Number.POSITIVE_INFINITY;
  let open = [...pods];
  for (;;) {
    open = open.filter((pod) => !isGone(context, pod, skipAfterSeconds, 'deleted'));
    if (open.length === 0) return undefined;
    if (process.host.now() >= untilMs) {
      return { messages: ['timed out waiting for the condition'], isList: false };
    }
    yield { untilMs: Math.min(process.host.now() + POLL_MS, untilMs) };
  }
}
