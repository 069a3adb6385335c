// The EndpointSlice controller: the addresses behind a Service in slices of at most a hundred, with their conditions.
//
// Watches Services, Pods and EndpointSlices. Writes the slices it manages, named <service>-<5 characters> and owned by the
// Service (whose deletion takes them along). Pods on their way out stay in them, as terminating.

import type { EndpointSlice } from '../../api/endpoint-slice.ts';
import { EndpointSliceKind } from '../../api/endpoint-slice.ts';
import { keyOf, splitKey } from '../../api/meta.ts';
import { PodKind } from '../../api/pod.ts';
import { ServiceKind } from '../../api/service.ts';
import type { Change } from '../../apiserver/store.ts';
import type { Component } from '../../component.ts';
import { isFollowed, podsOf, servicesOfPod } from '../service-endpoints.ts';
import { isManaged, SERVICE_NAME } from './slice.ts';
import { sliceRequests } from './slices.ts';

/** From a change of a pod to the change of its endpoints. */
const LATENCY_MS = 20;

export const endpointSliceController: Component = {
  name: 'endpoint-slice-controller',
  latencyMs: LATENCY_MS,
  doorbells: [
    { kind: ServiceKind, keys: ({ after }: Change) => [keyOf(after)] },
    { kind: PodKind, keys: servicesOfPod },
    { kind: EndpointSliceKind, keys: serviceOfSlice },
  ],
  startKeys: (view) => view.list(ServiceKind).map(keyOf),
  reconcile(key, view) {
    const { namespace, name } = splitKey(key);
    const service = view.get(ServiceKind, namespace, name);
    if (!service || !isFollowed(service) || service.metadata.deletionTimestamp) return [];
    const slices = view
      .list(EndpointSliceKind, namespace)
      .filter((slice) => isManaged(slice, name) && !slice.metadata.deletionTimestamp);
    return sliceRequests(service, podsOf(service, view), slices);
  },
};

function serviceOfSlice({ after }: Change): readonly string[] {
  const slice = after as EndpointSlice;
  const name = slice.metadata.labels?.[SERVICE_NAME];
  return name !== undefined && isManaged(slice, name) ? [`${slice.metadata.namespace}/${name}`] : [];
}
