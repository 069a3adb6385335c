// The resource metrics API: what pods and nodes take, as the metrics server last measured it.
// Source: "Resource metrics pipeline" in the documentation.
//
// Departs: the API is there as soon as a Service metrics-server is in kube-system; there is no APIService to register it.
import type { Pod } from '../api/pod.ts';
import { PodKind } from '../api/pod.ts';
import { ServiceKind } from '../api/service.ts';
import type { NodeView } from '../component.ts';
import type { ContainerUsage } from '../world/world.ts';
import { isMetricsServer, scrapeBy } from './metrics-server.ts';

export const METRICS_GROUP = 'metrics.k8s.io';

export type ResourceMetrics =
  /** The API server knows no such group. */
  | { readonly state: 'absent' }
  /** It knows the group, and nobody answers for it. */
  | { readonly state: 'unavailable' }
  | {
      readonly state: 'served';
      /** Undefined: nothing is known of the pod (yet). */
      ofPod(pod: Pod): PodMetrics | undefined;
      ofNode(name: string): Measured | undefined;
    };

export interface Measured extends ContainerUsage {
  /** When, and over which time before. */
  readonly atMs: number;
  readonly windowMs: number;
}

export interface PodMetrics extends Omit<Measured, keyof ContainerUsage> {
  readonly containers: readonly (ContainerUsage & { readonly name: string })[];
}

export function resourceMetrics(view: NodeView): ResourceMetrics {
  if (!view.get(ServiceKind, 'kube-system', 'metrics-server')) return { state: 'absent' };
  const server = view.list(PodKind, 'kube-system').find((pod) => isMetricsServer(pod) && isReady(pod));
  if (!server) return { state: 'unavailable' };
  const found = scrapeBy(view, server);
  if (!found) return { state: 'served', ofPod: () => undefined, ofNode: () => undefined };
  const { atMs, windowMs } = found;
  return {
    state: 'served',
    ofPod({ metadata }) {
      const samples = found.pods.get(metadata.uid ?? '');
      // A pod is told of once all of it can be.
      if (!samples?.every(({ isWhole }) => isWhole)) return undefined;
      const containers = samples.map(({ name, cpuMillis, memoryBytes }) => ({
        name,
        cpuMillis,
        memoryBytes,
      }));
      return { atMs, windowMs, containers };
    },
    ofNode(name) {
      const usage = windowMs > 0 ? found.nodes.get(name) : undefined;
      return usage && { ...usage, atMs, windowMs };
    },
  };
}

function isReady({ status, metadata }: Pod): boolean {
  const isOn = status?.conditions?.some((it) => it.type === 'Ready' && it.status === 'True') ?? false;
  return isOn && metadata.deletionTimestamp === undefined;
}
