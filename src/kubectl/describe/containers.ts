// The containers of a pod, or of a template that has no pods' statuses to show.
import type { Container, ContainerState, ContainerStatus } from '../../sim/index.ts';
import { formatRfc1123, parseRfc3339 } from '../../sim/index.ts';
import type { Document } from './document.ts';
import { environment } from './environment.ts';
import { describeProbe } from './probe.ts';

/** Adds a list of containers under a title. In a template `statuses` is undefined, and names stand one blank in. */
export function addContainers(
  document: Document,
  title: string,
  containers: readonly Container[],
  statuses: readonly ContainerStatus[] | undefined,
  level: number,
): void {
  document.line(level, containers.length > 0 ? title : `${title}\t<none>`);
  for (const container of containers) {
    const status = statuses?.find((it) => it.name === container.name);
    document.line(level, `${statuses ? '  ' : ' '}${container.name}:`);
    addContainer(indented(document, level * 2 + (statuses ? 4 : 2)), container, status);
  }
}

type Add = (...cells: readonly string[]) => void;

function indented(document: Document, blanks: number): Add {
  return (first = '', ...rest) => {
    document.line(0, ' '.repeat(blanks) + first, ...rest);
  };
}

function addContainer(add: Add, container: Container, status: ContainerStatus | undefined): void {
  if (status) add('Container ID:', status.containerID ?? '');
  add('Image:', container.image ?? '');
  if (status) add('Image ID:', status.imageID);
  addPorts(add, container);
  addWords(add, 'Command:', container.command);
  addWords(add, 'Args:', container.args);
  if (status) {
    addState(add, 'State:', status.state);
    if (status.lastState?.terminated) addState(add, 'Last State:', status.lastState);
    add('Ready:', status.ready ? 'True' : 'False');
    add('Restart Count:', String(status.restartCount));
  }
  addResources(add, container);
  for (const [title, probe] of probesOf(container)) if (probe) add(title, describeProbe(probe));
  addEnvironment(add, container);
  addMounts(add, container);
}

function probesOf(container: Container) {
  return [
    ['Liveness:', container.livenessProbe],
    ['Readiness:', container.readinessProbe],
    ['Startup:', container.startupProbe],
  ] as const;
}

function addPorts(add: Add, { ports = [] }: Container): void {
  const shown = (port: number, protocol = 'TCP', name?: string) =>
    `${port}/${protocol}${name ? ` (${name})` : ''}`;
  const own = ports.map((port) => shown(port.containerPort, port.protocol, port.name)).join(', ');
  const host = ports.map((port) => shown(port.hostPort ?? 0, port.protocol, port.name)).join(', ');
  const title = ports.length > 1 ? 'Ports:' : 'Port:';
  add(title, own || '<none>');
  add(`Host ${title}`, host || '<none>');
}

function addWords(add: Add, title: string, words: readonly string[] | undefined): void {
  if (!words || words.length === 0) return;
  add(title);
  for (const line of words.flatMap((word) => word.split('\n'))) add(`  ${line}`);
}

function addState(add: Add, title: string, state: ContainerState | undefined): void {
  if (state?.running) {
    add(title, 'Running');
    add('  Started:', formatTime(state.running.startedAt));
  } else if (state?.terminated) {
    const { reason, message, exitCode, signal, startedAt, finishedAt } = state.terminated;
    add(title, 'Terminated');
    if (reason) add('  Reason:', reason);
    if (message) add('  Message:', message);
    add('  Exit Code:', String(exitCode));
    if (signal) add('  Signal:', String(signal));
    add('  Started:', formatTime(startedAt));
    add('  Finished:', formatTime(finishedAt));
  } else {
    add(title, 'Waiting');
    if (state?.waiting?.reason) add('  Reason:', state.waiting.reason);
  }
}

/** `Fri, 20 Nov 2026 10:35:41 +0000`; a time that never was is the year 1. */
export function formatTime(time: string | null | undefined): string {
  const atMs = time ? parseRfc3339(time) : undefined;
  return atMs === undefined ? 'Mon, 01 Jan 0001 00:00:00 +0000' : formatRfc1123(atMs);
}

function addResources(add: Add, { resources = {} }: Container): void {
  for (const [title, amounts] of [
    ['Limits:', resources.limits],
    ['Requests:', resources.requests],
  ] as const) {
    const keys = Object.keys(amounts ?? {}).sort();
    if (keys.length === 0) continue;
    add(title);
    for (const key of keys) add(`  ${key}:`, amounts?.[key] ?? '');
  }
}

function addEnvironment(add: Add, container: Container): void {
  const from = (container.envFrom ?? []).map((source) => {
    const [name, kind, optional] = source.configMapRef
      ? [source.configMapRef.name, 'ConfigMap', source.configMapRef.optional]
      : [source.secretRef?.name ?? '', 'Secret', source.secretRef?.optional];
    const prefix = source.prefix ? ` with prefix '${source.prefix}'` : '';
    return [`  ${name}`, `${kind}${prefix}`, `Optional: ${optional ?? false}`];
  });
  if (from.length > 0) {
    add('Environment Variables from:');
    for (const cells of from) add(...cells);
  }
  const own = (container.env ?? []).flatMap(environment);
  if (own.length === 0) {
    add('Environment:', '<none>');
    return;
  }
  add('Environment:');
  for (const [name, value] of own) add(`  ${name}`, value);
}

function addMounts(add: Add, { volumeMounts = [] }: Container): void {
  if (volumeMounts.length === 0) {
    add('Mounts:', '<none>');
    return;
  }
  add('Mounts:');
  const sorted = [...volumeMounts].sort((a, b) => (a.mountPath < b.mountPath ? -1 : 1));
  for (const mount of sorted) {
    const flags = [
      mount.readOnly ? 'ro' : 'rw',
      ...(mount.subPath ? [`path=${JSON.stringify(mount.subPath)}`] : []),
    ];
    add(`  ${mount.mountPath} from ${mount.name} (${flags.join(',')})`);
  }
}
