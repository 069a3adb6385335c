// Which containers to start, now that these have been seen.
import type { Container, Pod } from '../api/pod.ts';
import { parseImageName } from '../machinery/image-name.ts';
import type { ContainerRecord, SandboxRecord } from '../world/world.ts';
import type { Sighting } from './findings.ts';
import { isStarted } from './findings.ts';
import type { StartOrder } from './memory.ts';
import { isRestartedAfter, isRestartedAfterProbe } from './restart-policy.ts';

type Sightings = ReadonlyMap<string, Sighting>;

/** An init container that keeps running beside the main ones. */
export function isSidecar(container: Container): boolean {
  return container.restartPolicy === 'Always';
}

export function isInitContainer(pod: Pod, name: string): boolean {
  return pod.spec.initContainers?.some((container) => container.name === name) ?? false;
}

/** True where the container of that name is a sidecar. */
export function isSidecarNamed(pod: Pod, name: string): boolean {
  return (
    pod.spec.initContainers?.some((container) => container.name === name && isSidecar(container)) ?? false
  );
}

/** True where a container that is not running is to run (again). */
export function shallRestart(pod: Pod, container: Container, seen: ContainerRecord | undefined): boolean {
  if (pod.metadata.deletionTimestamp !== undefined) return false;
  if (!seen) return true;
  if (seen.state !== 'exited') return false;
  const { exitCode = 0 } = seen;
  if (isInitContainer(pod, container.name))
    return isSidecar(container) || (exitCode !== 0 && isRestartedAfter(pod, container, exitCode));
  return isRestartedAfter(pod, container, exitCode);
}

/** The containers to start next, in order: the first init container that is not done, or the main ones. */
export function startOrders(pod: Pod, seen: Sightings, sandbox: SandboxRecord | undefined): StartOrder[] {
  if (sandbox?.state === 'gone' && !isWorthANewSandbox(pod, seen)) return [];
  const sidecars: StartOrder[] = [];
  const current = inSandbox(seen, sandbox);
  const hasStartedAll = hasInitialized(pod, current);
  for (const container of pod.spec.initContainers ?? []) {
    const record = current.get(container.name);
    if (isSidecar(container)) {
      const order = orderFor(pod, container, record);
      if (order && !hasStartedAll) return [...sidecars, order];
      if (order) sidecars.push(order);
      else if (!hasStartedAll && !isStarted(container, record)) return sidecars;
      continue;
    }
    if (hasStartedAll || isDone(record)) continue;
    const order = record?.state === 'running' ? undefined : orderFor(pod, container, record);
    return order ? [...sidecars, order] : sidecars;
  }
  const orders = pod.spec.containers.map((container) => orderFor(pod, container, seen.get(container.name)));
  return [...sidecars, ...orders.filter((order) => order !== undefined)];
}

/** What a new sandbox is to begin with: initialization starts over in it. */
function inSandbox(seen: Sightings, sandbox: SandboxRecord | undefined): Sightings {
  if (sandbox === undefined) return seen;
  const lives = ([, record]: readonly [string, Sighting]) =>
    sandbox.state !== 'gone' && record.sandbox === sandbox.number;
  return new Map([...seen].filter(lives));
}

/** Where the sandbox is lost: whether anything is to run in another one. */
function isWorthANewSandbox(pod: Pod, seen: Sightings): boolean {
  if (pod.spec.restartPolicy === 'Never' && seen.size > 0) return false;
  return pod.spec.containers.some((container) => shallRestart(pod, container, seen.get(container.name)));
}

/** True once a main container has ever been started, or every init container is done. */
export function hasInitialized(pod: Pod, seen: Sightings): boolean {
  if (pod.spec.containers.some(({ name }) => seen.has(name))) return true;
  return (pod.spec.initContainers ?? []).every((container) => {
    const record = seen.get(container.name);
    return isSidecar(container) ? isStarted(container, record) : isDone(record);
  });
}

/** True where the main containers that still run are all to be stopped and none is to start: the whole pod is over. */
export function isWholePodOver(pod: Pod, seen: Sightings, orders: readonly StartOrder[]): boolean {
  const mains = pod.spec.containers.map(({ name }) => ({
    order: orders.find((order) => order.name === name),
    isRunning: seen.get(name)?.state === 'running',
  }));
  return (
    mains.some(({ order }) => order) &&
    mains.every(({ order, isRunning }) => (order ? order.isStopOnly === true : !isRunning))
  );
}

function orderFor(pod: Pod, container: Container, seen: Sighting | undefined): StartOrder | undefined {
  const { name } = container;
  if (seen?.state === 'running') {
    const stop = isOtherImage(container, seen)
      ? { stopMessage: reasonToStop(pod, name, 'definition changed', true) }
      : stopForProbe(pod, container, seen);
    const before = seen.previous?.finishedAtMs;
    return stop && { name, ...stop, ...(before === undefined ? {} : { finishedAtMs: before }) };
  }
  if (!shallRestart(pod, container, seen)) return undefined;
  return seen?.finishedAtMs === undefined ? { name } : { name, finishedAtMs: seen.finishedAtMs };
}

/** How a container is ended whose liveness or startup probe has failed, and whether it is started again. */
function stopForProbe(
  pod: Pod,
  container: Container,
  { found }: Sighting,
): Pick<StartOrder, 'stopMessage' | 'graceSeconds' | 'isStopOnly'> | undefined {
  const failed = (['liveness', 'startup'] as const).find((type) => found?.[type] === 'failure');
  if (!failed) return undefined;
  const isStopOnly = !isInitContainer(pod, container.name) && !isRestartedAfterProbe(pod, container);
  const graceSeconds = container[`${failed}Probe`]?.terminationGracePeriodSeconds;
  return {
    stopMessage: reasonToStop(pod, container.name, `failed ${failed} probe`, !isStopOnly),
    ...(graceSeconds === undefined ? {} : { graceSeconds }),
    ...(isStopOnly ? { isStopOnly } : {}),
  };
}

function reasonToStop(pod: Pod, name: string, what: string, isRestarted: boolean): string {
  if (isInitContainer(pod, name)) return `Init container ${name} ${what}`;
  return `Container ${name} ${what}${isRestarted ? ', will be restarted' : ''}`;
}

function isDone(record: ContainerRecord | undefined): boolean {
  return record?.state === 'exited' && record.exitCode === 0;
}

function isOtherImage(container: Container, running: ContainerRecord): boolean {
  const named = parseImageName(container.image ?? '');
  return 'error' in named || named.full !== running.image;
}
