// Spreads the endpoints of a Service over slices, with as few changes as possible.
import type { Endpoint, EndpointSlice } from '../../api/endpoint-slice.ts';
import { EndpointSliceKind } from '../../api/endpoint-slice.ts';
import type { Pod } from '../../api/pod.ts';
import type { Service } from '../../api/service.ts';
import type { Request } from '../../component.ts';
import { isEqual } from '../../machinery/equality.ts';
import type { EndpointPort } from '../service-endpoints.ts';
import { LAST_CHANGE, portsOf, triggerTime } from '../service-endpoints.ts';
import { contentOf, endpointOf, newSlice, sliceMetadata } from './slice.ts';

/** The most endpoints that a slice holds. */
const SLICE_SIZE = 100;

/** The pods that offer the same ports. */
interface Group {
  readonly ports: readonly EndpointPort[];
  readonly endpoints: Map<string, Endpoint>;
}

/** A slice as it is to be. `slice` is undefined where it is new. */
interface Plan {
  readonly slice: EndpointSlice | undefined;
  readonly ports: readonly EndpointPort[];
  readonly endpoints: Endpoint[];
}

export function sliceRequests(
  service: Service,
  pods: readonly Pod[],
  slices: readonly EndpointSlice[],
): Request[] {
  const plans: Plan[] = [];
  for (const group of groupsOf(service, pods).values()) plans.push(...planGroup(group, slices, plans));
  // A Service without endpoints keeps one empty slice.
  if (plans.length === 0) plans.push({ slice: slices[0], ports: [], endpoints: [] });
  const left = slices.filter((slice) => !plans.some((plan) => plan.slice === slice));
  return [...plans.flatMap((plan) => write(service, pods, plan)), ...left.map(remove)];
}

function groupsOf(service: Service, pods: readonly Pod[]): Map<string, Group> {
  const groups = new Map<string, Group>();
  for (const pod of pods) {
    const ports = portsOf(service, pod);
    const id = JSON.stringify(ports);
    const group: Group = groups.get(id) ?? { ports, endpoints: new Map() };
    groups.set(id, group);
    group.endpoints.set(pod.metadata.uid ?? pod.metadata.name, endpointOf(service, pod));
  }
  return groups;
}

/** Endpoints stay in the slice they are in; the others fill slices up, then new ones. */
function planGroup(group: Group, slices: readonly EndpointSlice[], made: readonly Plan[]): Plan[] {
  const waiting = new Map(group.endpoints);
  const plans: Plan[] = [];
  for (const slice of slices) {
    if (made.some((plan) => plan.slice === slice) || !canHold(slice, group.ports)) continue;
    const endpoints = (slice.endpoints ?? []).flatMap(({ targetRef }) => {
      const id = targetRef?.uid ?? targetRef?.name ?? '';
      const endpoint = waiting.get(id);
      waiting.delete(id);
      return endpoint ?? [];
    });
    plans.push({ slice, ports: group.ports, endpoints });
  }
  for (const endpoint of waiting.values()) {
    let plan = plans.find(({ endpoints }) => endpoints.length < SLICE_SIZE);
    if (!plan) {
      plan = { slice: undefined, ports: group.ports, endpoints: [] };
      plans.push(plan);
    }
    plan.endpoints.push(endpoint);
  }
  return plans.filter(({ endpoints }) => endpoints.length > 0);
}

/** A slice has its ports for all its endpoints; an empty one has none yet. */
function canHold(slice: EndpointSlice, ports: readonly EndpointPort[]): boolean {
  return slice.endpoints === null || slice.endpoints.length === 0 || isEqual(slice.ports ?? [], ports);
}

function write(service: Service, pods: readonly Pod[], { slice, ports, endpoints }: Plan): Request[] {
  const triggeredAt = triggerTime(service, pods, slice && shownIn(slice));
  if (!slice) {
    return [
      { verb: 'create', kind: EndpointSliceKind, object: newSlice(service, endpoints, ports, triggeredAt) },
    ];
  }
  const content = contentOf(endpoints, ports);
  const { labels, annotations } = sliceMetadata(service, triggeredAt);
  const isSame =
    isEqual(slice.endpoints, content.endpoints) &&
    isEqual(slice.ports ?? null, content.ports) &&
    isEqual(slice.metadata.labels, labels);
  if (isSame) return [];
  const { [LAST_CHANGE]: _, ...others } = slice.metadata.annotations ?? {};
  const { annotations: __, ...metadata } = slice.metadata;
  const all = { ...others, ...annotations };
  const object: EndpointSlice = {
    ...slice,
    metadata: { ...metadata, labels, ...(Object.keys(all).length > 0 ? { annotations: all } : {}) },
    ...content,
  };
  return [{ verb: 'update', kind: EndpointSliceKind, object }];
}

/** By pod, whether it is shown as serving. */
function shownIn({ endpoints }: EndpointSlice): ReadonlyMap<string, boolean> {
  return new Map(
    (endpoints ?? []).map(({ targetRef, conditions }) => [
      targetRef?.uid ?? '',
      conditions?.serving === true,
    ]),
  );
}

function remove({ metadata }: EndpointSlice): Request {
  const { namespace = '', name } = metadata;
  return { verb: 'delete', kind: EndpointSliceKind, namespace, name, otherwise: () => [] };
}
