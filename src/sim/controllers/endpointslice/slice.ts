// One slice: what it is called, who it belongs to, what it says of a pod.
import type { Endpoint, EndpointSlice } from '../../api/endpoint-slice.ts';
import { controllerReference } from '../../api/meta.ts';
import type { Pod } from '../../api/pod.ts';
import type { Service } from '../../api/service.ts';
import { isReady } from '../pod-facts.ts';
import type { EndpointPort } from '../service-endpoints.ts';
import { endpointsMetadata, hostnameOf, referenceTo } from '../service-endpoints.ts';

export const SERVICE_NAME = 'kubernetes.io/service-name';
const MANAGED_BY = 'endpointslice.kubernetes.io/managed-by';
const MANAGER = 'endpointslice-controller.k8s.io';

export function isManaged(slice: EndpointSlice, serviceName: string): boolean {
  const labels = slice.metadata.labels ?? {};
  return labels[MANAGED_BY] === MANAGER && labels[SERVICE_NAME] === serviceName;
}

/** A slice without an endpoint has no ports either, and says null to both. */
export function contentOf(
  endpoints: readonly Endpoint[],
  ports: readonly EndpointPort[],
): Pick<EndpointSlice, 'endpoints' | 'ports'> {
  if (endpoints.length === 0) return { endpoints: null, ports: null };
  return { endpoints: [...endpoints], ports: [...ports] };
}

export function sliceMetadata(service: Service, triggeredAt: string | undefined) {
  const own = { [MANAGED_BY]: MANAGER, [SERVICE_NAME]: service.metadata.name };
  return endpointsMetadata(service, own, triggeredAt);
}

export function newSlice(
  service: Service,
  endpoints: readonly Endpoint[],
  ports: readonly EndpointPort[],
  triggeredAt: string | undefined,
): EndpointSlice {
  return {
    addressType: 'IPv4',
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    metadata: {
      // The API server makes the name.
      name: '',
      generateName: `${service.metadata.name}-`,
      ...sliceMetadata(service, triggeredAt),
      ownerReferences: [controllerReference({ ...service, apiVersion: 'v1', kind: 'Service' })],
    },
    ...contentOf(endpoints, ports),
  };
}

/** Serving is what the pod says; ready also that it is not going, unless the Service shows everything. */
export function endpointOf(service: Service, pod: Pod): Endpoint {
  const serving = isReady(pod);
  const terminating = pod.metadata.deletionTimestamp !== undefined;
  const ready = service.spec.publishNotReadyAddresses === true || (serving && !terminating);
  const hostname = hostnameOf(service, pod);
  return {
    addresses: [pod.status?.podIP ?? ''],
    conditions: { ready, serving, terminating },
    ...(hostname === undefined ? {} : { hostname }),
    ...(pod.spec.nodeName === undefined ? {} : { nodeName: pod.spec.nodeName }),
    targetRef: referenceTo(pod),
  };
}
