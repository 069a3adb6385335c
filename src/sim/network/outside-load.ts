// Requests that come to a Service from outside of the simulation, so many a second: none of them is made, but what the pods behind the
// Service take shows them. They are spread evenly over the endpoints that the nodes know of.
//
// Watches EndpointSlices. Writes how many requests each pod gets.
import type { EndpointSlice } from '../api/endpoint-slice.ts';
import { EndpointSliceKind } from '../api/endpoint-slice.ts';
import type { Kind } from '../api/kind.ts';
import { splitKey } from '../api/meta.ts';
import type { ServicePort } from '../api/service.ts';
import { ServiceKind } from '../api/service.ts';
import type { Change } from '../apiserver/store.ts';
import type { Component, NodeView, View } from '../component.ts';
import type { WorldAct } from '../world/world.ts';
import { propagation } from './service-map.ts';

export interface ServiceLoad {
  /** Of the Service; its first one if absent. */
  readonly port?: number;
  readonly requestsPerSecond: number;
}

/** What is kept of a Service's load: what was asked for, and the ports of pods that have a share in it. */
interface Kept {
  readonly load: ServiceLoad;
  readonly shares: readonly Share[];
}

interface Share {
  readonly podUid: string;
  readonly port: number;
}

const ABOUT = 'outside load';
const SERVICE_NAME = 'kubernetes.io/service-name';

export const outsideLoad: Component<NodeView> = {
  name: 'outside-load',
  latencyMs: propagation.proxyMs,
  doorbells: [{ kind: EndpointSliceKind as unknown as Kind, keys: keysOfSlice }],
  reconcile(key, view) {
    const kept = keptOf(view, key);
    if (!kept) return [];
    return spread(view, key, kept.load).map((act) => ({ verb: 'world', act }));
  },
};

/** The load that was last said to come to a Service (`namespace/name`). */
export function loadOf(view: NodeView, service: string): ServiceLoad | undefined {
  return keptOf(view, service)?.load;
}

/** What makes a load come to a Service from now on, in place of the one before. */
export function spread(view: NodeView, service: string, load: ServiceLoad): WorldAct[] {
  const before = keptOf(view, service)?.shares ?? [];
  const shares = sharesOf(view, service, load);
  const isKept = (one: Share) =>
    shares.some(({ podUid, port }) => podUid === one.podUid && port === one.port);
  const requestsPerSecond = shares.length > 0 ? load.requestsPerSecond / shares.length : 0;
  const memory: Kept = { load, shares };
  return [
    ...before
      .filter((share) => !isKept(share))
      .map((share) => ({ do: 'load', ...share, requestsPerSecond: 0 }) as const),
    ...shares.map((share) => ({ do: 'load', ...share, requestsPerSecond }) as const),
    { do: 'remember', podUid: service, about: ABOUT, memory },
  ];
}

function keptOf(view: NodeView, service: string): Kept | undefined {
  return view.world.memory(service, ABOUT) as Kept | undefined;
}

function keysOfSlice({ after }: Change, view: View): readonly string[] {
  const name = after.metadata.labels?.[SERVICE_NAME];
  const key = `${after.metadata.namespace}/${name}`;
  return name !== undefined && keptOf(view as NodeView, key) ? [key] : [];
}

/** The ready endpoints of a Service's port. */
function sharesOf(view: View, service: string, { port }: ServiceLoad): Share[] {
  const { namespace, name } = splitKey(service);
  const ports: readonly ServicePort[] = view.get(ServiceKind, namespace, name)?.spec.ports ?? [];
  const wanted = port === undefined ? ports[0] : ports.find((own) => own.port === port);
  if (!wanted) return [];
  const slices = view
    .list(EndpointSliceKind, namespace)
    .filter(({ metadata }) => metadata.labels?.[SERVICE_NAME] === name);
  return slices.flatMap((slice) => sharesIn(slice, wanted.name ?? ''));
}

function sharesIn({ endpoints, ports }: EndpointSlice, portName: string): Share[] {
  const port = ports?.find((own) => (own.name ?? '') === portName)?.port;
  if (port === undefined) return [];
  return (endpoints ?? []).flatMap(({ conditions, targetRef }) => {
    const podUid = targetRef?.uid;
    return conditions?.ready !== false && podUid !== undefined ? [{ podUid, port }] : [];
  });
}
