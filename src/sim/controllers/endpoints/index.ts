// The Endpoints controller: one object a Service, with the addresses behind it.
//
// Watches Services, Pods and Endpoints. Writes the Endpoints of the same name: pods that are ready under `addresses`, others
// under `notReadyAddresses`; pods on their way out under neither.

import type { EndpointAddress, EndpointSubset, Endpoints } from '../../api/endpoints.ts';
import { EndpointsKind } from '../../api/endpoints.ts';
import { keyOf, splitKey } from '../../api/meta.ts';
import { PodKind } from '../../api/pod.ts';
import type { Service } from '../../api/service.ts';
import { ServiceKind } from '../../api/service.ts';
import type { Change } from '../../apiserver/store.ts';
import type { Component, Request, View } from '../../component.ts';
import { isEqual } from '../../machinery/equality.ts';
import {
  endpointsMetadata,
  isFollowed,
  LAST_CHANGE,
  podsOf,
  servicesOfPod,
  triggerTime,
} from '../service-endpoints.ts';
import { subsetsOf } from './subsets.ts';

/** From a change of a pod to the change of its endpoints. */
const LATENCY_MS = 20;

const MANAGED_BY = { 'endpoints.kubernetes.io/managed-by': 'endpoint-controller' };

export const endpointsController: Component = {
  name: 'endpoint-controller',
  latencyMs: LATENCY_MS,
  doorbells: [
    { kind: ServiceKind, keys: ({ after }: Change) => [keyOf(after)] },
    { kind: PodKind, keys: servicesOfPod },
    { kind: EndpointsKind, keys: ({ after }: Change) => [keyOf(after)] },
  ],
  startKeys: (view) => view.list(ServiceKind).map(keyOf),
  reconcile(key, view) {
    const { namespace, name } = splitKey(key);
    const service = view.get(ServiceKind, namespace, name);
    const endpoints = view.get(EndpointsKind, namespace, name);
    if (!service) return endpoints && isOurs(endpoints) ? [remove(endpoints)] : [];
    return isFollowed(service) ? follow(service, endpoints, view) : [];
  },
};

function follow(service: Service, before: Endpoints | undefined, view: View): Request[] {
  const pods = podsOf(service, view).filter(({ metadata }) => !metadata.deletionTimestamp);
  const subsets = subsetsOf(service, pods);
  const wanted = endpointsMetadata(
    service,
    MANAGED_BY,
    triggerTime(service, pods, before && shownIn(before)),
  );
  if (!before) {
    const metadata = { name: service.metadata.name, ...wanted };
    const object = { apiVersion: 'v1', kind: 'Endpoints', metadata, ...withSubsets(subsets) };
    return [{ verb: 'create', kind: EndpointsKind, object }];
  }
  if (isEqual(before.subsets ?? [], subsets) && isEqual(before.metadata.labels, wanted.labels)) return [];
  const { subsets: _, metadata, ...rest } = before;
  const { [LAST_CHANGE]: __, ...annotations } = metadata.annotations ?? {};
  const all = { ...annotations, ...wanted.annotations };
  const { annotations: ___, ...bare } = metadata;
  const object = {
    ...rest,
    metadata: {
      ...bare,
      labels: wanted.labels,
      ...(Object.keys(all).length > 0 ? { annotations: all } : {}),
    },
    ...withSubsets(subsets),
  };
  return [{ verb: 'update', kind: EndpointsKind, object }];
}

/** By pod, whether it is shown as ready. */
function shownIn({ subsets = [] }: Endpoints): ReadonlyMap<string, boolean> {
  const uidsOf = (addresses: readonly EndpointAddress[] = []) =>
    addresses.map(({ targetRef }) => targetRef?.uid ?? '');
  return new Map(
    subsets.flatMap(({ addresses, notReadyAddresses }) => [
      ...uidsOf(addresses).map((uid) => [uid, true] as const),
      ...uidsOf(notReadyAddresses).map((uid) => [uid, false] as const),
    ]),
  );
}

function withSubsets(subsets: EndpointSubset[]): { subsets?: EndpointSubset[] } {
  return subsets.length > 0 ? { subsets } : {};
}

/** Endpoints that somebody wrote by hand stay when a Service of their name goes. */
function isOurs(endpoints: Endpoints): boolean {
  return Object.entries(MANAGED_BY).every(([label, value]) => endpoints.metadata.labels?.[label] === value);
}

function remove({ metadata }: Endpoints): Request {
  const { namespace = '', name } = metadata;
  // Somebody else may have been faster.
  return { verb: 'delete', kind: EndpointsKind, namespace, name, otherwise: () => [] };
}
