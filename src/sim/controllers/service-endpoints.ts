// What both controllers of endpoints ask of a Service and its pods: which pods, which ports, under which names.
// Source: "Service" and "DNS for Services and Pods" in the Kubernetes documentation; details from recordings of 1.36.
import type { ObjectReference } from '../api/meta.ts';
import { keyOf } from '../api/meta.ts';
import type { Pod } from '../api/pod.ts';
import { PodKind } from '../api/pod.ts';
import type { Service, ServicePort } from '../api/service.ts';
import { ServiceKind } from '../api/service.ts';
import type { Change } from '../apiserver/store.ts';
import type { View } from '../component.ts';
import { isEqual } from '../machinery/equality.ts';
import type { Labels } from '../machinery/labels.ts';
import { isFinished, isReady, podCondition } from './pod-facts.ts';

export const HEADLESS_LABEL = 'service.kubernetes.io/headless';
export const LAST_CHANGE = 'endpoints.kubernetes.io/last-change-trigger-time';

/** A port of the Service as one pod offers it. */
export interface EndpointPort {
  /** '' where the Service's port has none. */
  readonly name: string;
  readonly port: number;
  readonly protocol: string;
  readonly appProtocol?: string;
}

/** Whether the endpoints of a Service are made from pods at all. */
export function isFollowed(service: Service): boolean {
  return service.spec.selector !== undefined && service.spec.type !== 'ExternalName';
}

export function isHeadless(service: Service): boolean {
  return service.spec.clusterIP === 'None';
}

/** The pods of a Service that have an address and have not ended, in order of creation. */
export function podsOf(service: Service, view: View): readonly Pod[] {
  const selector = service.spec.selector ?? {};
  return view
    .list(PodKind, service.metadata.namespace)
    .filter((pod) => selects(selector, pod.metadata.labels) && !isFinished(pod) && pod.status?.podIP);
}

/** The Service's ports as this pod offers them; a named target port that the pod lacks is left out. */
export function portsOf(service: Service, pod: Pod): readonly EndpointPort[] {
  return (service.spec.ports ?? []).flatMap((servicePort) => {
    const port = targetPort(servicePort, pod);
    if (port === undefined) return [];
    const { name = '', protocol = 'TCP', appProtocol } = servicePort;
    return { name, port, protocol, ...(appProtocol === undefined ? {} : { appProtocol }) };
  });
}

function targetPort(
  { port, targetPort: target, protocol = 'TCP' }: ServicePort,
  pod: Pod,
): number | undefined {
  if (target === undefined || target === 0 || target === '') return port;
  if (typeof target === 'number') return target;
  const sidecars = (pod.spec.initContainers ?? []).filter(({ restartPolicy }) => restartPolicy === 'Always');
  const ports = [...pod.spec.containers, ...sidecars].flatMap((container) => container.ports ?? []);
  return ports.find((own) => own.name === target && (own.protocol ?? 'TCP') === protocol)?.containerPort;
}

/** The name that a pod has below the Service's own, if its hostname and subdomain say so. */
export function hostnameOf(service: Service, pod: Pod): string | undefined {
  const { hostname, subdomain } = pod.spec;
  return hostname && subdomain === service.metadata.name ? hostname : undefined;
}

export function referenceTo(pod: Pod): ObjectReference {
  const { namespace, name, uid } = pod.metadata;
  return {
    kind: 'Pod',
    name,
    ...(namespace === undefined ? {} : { namespace }),
    ...(uid === undefined ? {} : { uid }),
  };
}

/**
 * The first change of readiness that is news to what was shown before: by pod uid, whether it was ready. Undefined: there is
 * none, and nothing to annotate. The first object of a Service tells when that was created.
 *
 * Departs: these times are whole seconds, and a controller compares with those of its last look; here, with the start of
 * the pod.
 */
export function triggerTime(
  service: Service,
  pods: readonly Pod[],
  shown: ReadonlyMap<string, boolean> | undefined,
): string | undefined {
  if (!shown) return service.metadata.creationTimestamp;
  const times = pods.flatMap((pod) => {
    const before = shown.get(pod.metadata.uid ?? '');
    const time = podCondition(pod, 'Ready')?.lastTransitionTime;
    if (!time || before === isReady(pod)) return [];
    return before === false && time === pod.status?.startTime ? [] : [time];
  });
  // RFC 3339 in whole seconds and UTC sorts as text.
  return times.sort()[0];
}

/** The labels and the annotation of a Service's endpoints. `own` labels are the controller's. */
export function endpointsMetadata(service: Service, own: Labels, triggeredAt: string | undefined) {
  const { namespace, labels = {} } = service.metadata;
  return {
    ...(namespace === undefined ? {} : { namespace }),
    labels: { ...labels, ...own, ...(isHeadless(service) ? { [HEADLESS_LABEL]: '' } : {}) },
    ...(triggeredAt === undefined ? {} : { annotations: { [LAST_CHANGE]: triggeredAt } }),
  };
}

/** The keys of the Services that select a pod, or did before, if the change is one that endpoints show. */
export function servicesOfPod({ type, before, after }: Change, view: View): readonly string[] {
  const [old, pod] = [before as Pod | undefined, after as Pod];
  // A pod that is gone at once was never shown as going.
  if (type === 'MODIFIED' && old && isEqual(shownOf(old), shownOf(pod))) return [];
  return view
    .list(ServiceKind, pod.metadata.namespace)
    .filter((service) => {
      const { selector } = service.spec;
      if (!selector) return false;
      return (
        selects(selector, pod.metadata.labels) ||
        (old !== undefined && selects(selector, old.metadata.labels))
      );
    })
    .map(keyOf);
}

function shownOf(pod: Pod): unknown {
  const { metadata, spec, status } = pod;
  return [
    metadata.labels,
    metadata.deletionTimestamp,
    status?.podIP,
    isFinished(pod),
    isReady(pod),
    spec.nodeName,
    spec.hostname,
    spec.subdomain,
  ];
}

/** A Service's selector is a plain map; an empty one selects every pod. */
function selects(selector: Labels, labels: Labels = {}): boolean {
  return Object.entries(selector).every(
    ([key, value]) => Object.hasOwn(labels, key) && labels[key] === value,
  );
}
