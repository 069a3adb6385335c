// The metrics server, as far as it measures: where a pod of its image runs, it asks every kubelet each 15 s.
// Watches: pods of its image. Writes: what was measured, beside the pod. Decides: nothing.
// Source: "Resource metrics pipeline" in the documentation.
import type { Kind } from '../api/kind.ts';
import { keyOf, splitKey } from '../api/meta.ts';
import type { Pod } from '../api/pod.ts';
import { PodKind } from '../api/pod.ts';
import type { Component, NodeView } from '../component.ts';
import { parseImageName } from '../machinery/image-name.ts';
import { METRICS_SERVER } from '../world/images/metrics-server.ts';
import type { WorldChange } from '../world/world.ts';
import type { Scrape } from './scrape.ts';
import { scrape } from './scrape.ts';

/** `--metric-resolution` of its manifest. */
const resolutionMs = 15_000;
/** Under which word the world keeps what was measured. */
const SCRAPE = 'scrape';

export const metricsServer: Component<NodeView> = {
  name: 'metrics-server',
  latencyMs: 0,
  doorbells: [
    {
      kind: PodKind as Kind,
      keys: ({ type, after }) => (type !== 'DELETED' && isMetricsServer(after as Pod) ? [keyOf(after)] : []),
    },
    { world: true, keys: (change, view) => startedKeys(change, view as NodeView) },
  ],
  reconcile(key, view, nowMs) {
    const { namespace, name } = splitKey(key);
    const pod = view.get(PodKind, namespace, name);
    if (!pod || !isMeasuring(pod, view)) return [];
    const podUid = pod.metadata.uid ?? '';
    const before = scrapeBy(view, pod);
    const dueMs = before ? before.atMs + resolutionMs : nowMs;
    if (dueMs > nowMs) return [{ verb: 'wake', afterMs: dueMs - nowMs, periodic: true }];
    const memory = scrape(view, before, nowMs);
    return [
      { verb: 'world', act: { do: 'remember', podUid, about: SCRAPE, memory } },
      { verb: 'wake', afterMs: resolutionMs, periodic: true },
    ];
  },
};

/** What the last measurement of a metrics server found. */
export function scrapeBy(view: NodeView, pod: Pod): Scrape | undefined {
  return view.world.memory(pod.metadata.uid ?? '', SCRAPE) as Scrape | undefined;
}

export function isMetricsServer({ spec }: Pod): boolean {
  return spec.containers.some(({ image }) => {
    const named = parseImageName(image ?? '');
    return !('error' in named) && named.full.startsWith(`${METRICS_SERVER}:`);
  });
}

function isMeasuring({ metadata, spec }: Pod, { world }: NodeView): boolean {
  if (!world.isConnected(spec.nodeName ?? '')) return false;
  return spec.containers.some(({ name }) => world.container(metadata.uid ?? '', name)?.state === 'running');
}

function startedKeys(change: WorldChange, view: NodeView): string[] {
  if (change.what !== 'container') return [];
  const pod = view.get(PodKind, change.namespace, change.podName);
  return pod && isMetricsServer(pod) ? [keyOf(pod)] : [];
}
