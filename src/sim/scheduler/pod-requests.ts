// How much of each resource a pod asks for, as the scheduler counts it.
//
// Source: "Resource Management for Pods and Containers" and "Init containers: resource sharing" in the
// Kubernetes documentation.
import type { Container, Pod, PodSpec } from '../api/pod.ts';
import { parseQuantity, scaledValue } from '../machinery/quantity.ts';

/** Amounts by resource name: thousandths of a CPU, bytes of memory and storage, units of anything else. */
export type Amounts = ReadonlyMap<string, number>;

/** What a container without requests counts for when nodes are scored: 0.1 CPU and 200 Mi. */
const ASSUMED_REQUESTS: Amounts = new Map([
  ['cpu', 100],
  ['memory', 200 * 1024 * 1024],
]);

// Specs are immutable values and survive a change of status, so they are good keys.
const requestsOfSpec = new WeakMap<PodSpec, Amounts>();
const scoredRequestsOfSpec = new WeakMap<PodSpec, Amounts>();

/** What a node must have free to take this pod. */
export function requestsOf(pod: Pod): Amounts {
  return remembered(requestsOfSpec, pod.spec, (container) => amountsOf(container.resources?.requests));
}

/** The same with a small amount for each container that asks for no CPU or memory: what scores are made of. */
export function scoredRequestsOf(pod: Pod): Amounts {
  return remembered(scoredRequestsOfSpec, pod.spec, (container) => {
    const asked = amountsOf(container.resources?.requests);
    return new Map([...ASSUMED_REQUESTS, ...asked]);
  });
}

/** Reads a resource list as the API server stores it; what is no quantity counts as nothing. */
export function amountsOf(list: Readonly<Record<string, string>> | undefined): Amounts {
  const amounts = new Map<string, number>();
  for (const [name, text] of Object.entries(list ?? {})) {
    const parsed = parseQuantity(String(text));
    if (parsed.ok) amounts.set(name, Number(scaledValue(parsed.value, name === 'cpu' ? -3 : 0)));
  }
  return amounts;
}

export function addAmounts(sums: Map<string, number>, amounts: Amounts): void {
  for (const [name, amount] of amounts) sums.set(name, (sums.get(name) ?? 0) + amount);
}

function remembered(
  memory: WeakMap<PodSpec, Amounts>,
  spec: PodSpec,
  ofContainer: (container: Container) => Amounts,
): Amounts {
  let amounts = memory.get(spec);
  if (!amounts) {
    amounts = sumOf(spec, ofContainer);
    memory.set(spec, amounts);
  }
  return amounts;
}

/** Containers and sidecars run together; every other init container runs beside the sidecars before it. */
function sumOf(spec: PodSpec, ofContainer: (container: Container) => Amounts): Amounts {
  const running = new Map<string, number>();
  for (const container of spec.containers) addAmounts(running, ofContainer(container));
  const sidecars = new Map<string, number>();
  const starting = new Map<string, number>();
  for (const container of spec.initContainers ?? []) {
    const own = ofContainer(container);
    const isSidecar = container.restartPolicy === 'Always';
    if (isSidecar) addAmounts(sidecars, own);
    const peak = new Map(sidecars);
    if (!isSidecar) addAmounts(peak, own);
    raise(starting, peak);
  }
  addAmounts(running, sidecars);
  raise(running, starting);
  addAmounts(running, amountsOf(spec.overhead));
  return running;
}

function raise(sums: Map<string, number>, amounts: Amounts): void {
  for (const [name, amount] of amounts) sums.set(name, Math.max(sums.get(name) ?? 0, amount));
}
