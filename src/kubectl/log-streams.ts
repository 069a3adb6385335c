// The logs of containers as streams of text, cut and marked as the flags of `kubectl logs` say.
import type { LogLine, Pod } from '../sim/index.ts';
import { formatRfc3339, parseRfc3339 } from '../sim/index.ts';
import type { Context } from './command.ts';
import { CommandError, usageError } from './command.ts';
import { containerNames, defaultContainer } from './pods.ts';

export interface LogStream {
  /** Prints what there is. */
  start(): void;
  /** Prints what came since. */
  go(): void;
  isReady(): boolean;
  /** True while more may come. */
  isOpen(): boolean;
}

/** The streams of the containers asked for. Throws `CommandError` for a container there is not, or that has no log yet. */
export function logStreams(context: Context, pods: readonly Pod[]): readonly LogStream[] {
  const isAll = context.flags.bool('all-containers');
  return pods.flatMap((pod) => {
    const names = isAll ? orderedNames(pod) : [containerOf(context, pod)];
    return names.map((name) => logStream(context, pod, name));
  });
}

/** Init containers first, as they ran. */
function orderedNames({ spec }: Pod): readonly string[] {
  return [...(spec.initContainers ?? []), ...spec.containers].map(({ name }) => name);
}

function containerOf(context: Context, pod: Pod): string {
  const given = context.flags.text('container') ?? context.args[1];
  if (given === undefined) return defaultContainer(context, pod);
  if (!containerNames(pod).includes(given)) {
    throw usageError(`container ${given} is not valid for pod ${pod.metadata.name}`);
  }
  return given;
}

function logStream(context: Context, pod: Pod, container: string): LogStream {
  const { world } = context.cluster;
  const uid = pod.metadata.uid ?? '';
  const previous = context.flags.bool('previous');
  let nextIndex = 0;
  // A stream stays with one attempt of its container: where that was restarted, it is the attempt before by now.
  const attempt = world.container(uid, container)?.attempt;
  const read = (fromIndex: number) => {
    const isRestarted = world.container(uid, container)?.attempt !== attempt;
    return world.logs(uid, container, { previous: previous || isRestarted, fromIndex });
  };
  const print = (lines: readonly LogLine[]) => {
    for (const line of lines) context.out(lineText(context, pod, container, line));
  };
  return {
    start() {
      refuseLost(context, pod, container);
      const page = read(0);
      if (!page) return refuse(context, pod, container);
      nextIndex = page.nextIndex;
      print(selected(context, page.lines));
    },
    go() {
      const page = read(nextIndex);
      if (!page) return;
      nextIndex = page.nextIndex;
      print(page.lines);
    },
    isReady() {
      const page = read(nextIndex);
      return page === undefined || page.lines.length > 0 || !page.isOpen;
    },
    isOpen: () => read(nextIndex)?.isOpen ?? false,
  };
}

/** Logs lie on the node: one that cannot be reached gives none. */
function refuseLost({ cluster }: Context, { metadata, spec, status }: Pod, container: string): void {
  if (cluster.world.isConnected(spec.nodeName ?? '')) return;
  const kubelet = `${status?.hostIP ?? ''}:10250`;
  const url = `https://${kubelet}/containerLogs/${metadata.namespace}/${metadata.name}/${container}`;
  throw new CommandError(
    `Error from server: Get ${JSON.stringify(url)}: dial tcp ${kubelet}: connect: no route to host`,
  );
}

/** A pod that has no node has no logs, which is no error; a container that has not started is one. */
function refuse({ flags }: Context, pod: Pod, container: string): void {
  if (!pod.spec.nodeName) return;
  const name = pod.metadata.name;
  const statuses = [...(pod.status?.containerStatuses ?? []), ...(pod.status?.initContainerStatuses ?? [])];
  const waiting = statuses.find((status) => status.name === container)?.state?.waiting;
  const what = `container ${JSON.stringify(container)} in pod ${JSON.stringify(name)}`;
  if (flags.bool('previous')) throw badRequest(`previous terminated ${what} not found`);
  const reason = waiting?.reason ?? 'ContainerCreating';
  const isPull = reason === 'ErrImagePull' || reason === 'ImagePullBackOff';
  throw badRequest(
    isPull
      ? `${what} is waiting to start: trying and failing to pull image`
      : `${what} is waiting to start: ${reason}`,
  );
}

function badRequest(message: string): CommandError {
  return new CommandError(`Error from server (BadRequest): ${message}`);
}

/** The lines that --since, --since-time, --tail and --limit-bytes leave. */
function selected(context: Context, lines: readonly LogLine[]): readonly LogLine[] {
  const { flags, process } = context;
  const sinceMs = flags.durationMs('since');
  const sinceTime = flags.text('since-time');
  let fromMs = sinceMs > 0 ? process.host.now() - sinceMs : undefined;
  if (sinceTime !== undefined) {
    fromMs = parseRfc3339(sinceTime);
    if (fromMs === undefined) {
      throw usageError(
        `parsing time ${JSON.stringify(sinceTime)} as "2006-01-02T15:04:05Z07:00": cannot parse ${JSON.stringify(sinceTime)} as "2006"`,
      );
    }
  }
  const young = fromMs === undefined ? lines : lines.filter((line) => line.atMs >= (fromMs as number));
  const tail = tailOf(context);
  const last = tail < 0 ? young : tail === 0 ? [] : young.slice(-tail);
  return withinBytes(last, flags.int('limit-bytes') ?? 0);
}

/** With a selector ten lines each are enough, unless more are asked for. */
function tailOf({ flags }: Context): number {
  const isDefault = !flags.has('tail');
  return isDefault && flags.text('selector') ? 10 : (flags.int('tail') ?? -1);
}

function withinBytes(lines: readonly LogLine[], limit: number): readonly LogLine[] {
  if (limit <= 0) return lines;
  const kept: LogLine[] = [];
  let size = 0;
  for (const line of lines) {
    const room = limit - size;
    if (room <= 0) break;
    kept.push({ ...line, text: line.text.slice(0, room) });
    size += line.text.length + 1;
  }
  return kept;
}

function lineText({ flags }: Context, pod: Pod, container: string, { atMs, text }: LogLine): string {
  const prefix = flags.bool('prefix') ? `[pod/${pod.metadata.name}/${container}] ` : '';
  const time = flags.bool('timestamps') ? `${formatNanoTime(atMs)} ` : '';
  return `${prefix}${time}${text}\n`;
}

/** `2026-01-05T09:00:00.060000000Z`: how a node writes the time of a line. */
function formatNanoTime(atMs: number): string {
  const ms = String(Math.floor(atMs) % 1000).padStart(3, '0');
  return formatRfc3339(atMs).replace('Z', `.${ms}000000Z`);
}
