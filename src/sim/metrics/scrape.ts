// What metrics-server has measured: at one time, over the time since the measurement before, for every container that ran all that
// while on a node that it reaches.

import { NodeKind } from '../api/node.ts';
import { PodKind } from '../api/pod.ts';
import type { NodeView } from '../component.ts';
import type { ContainerUsage } from '../world/world.ts';

export interface Scrape {
  readonly atMs: number;
  /** The time over which was measured, up to `atMs`. */
  readonly windowMs: number;
  /** By uid of the pod. */
  readonly pods: ReadonlyMap<string, readonly ContainerSample[]>;
  /** By name. */
  readonly nodes: ReadonlyMap<string, ContainerUsage>;
}

export interface ContainerSample extends ContainerUsage {
  readonly name: string;
  readonly attempt: number;
  /** False for a container that was not there before: its processor time cannot be told yet. */
  readonly isWhole: boolean;
}

/** What kubelet, container runtime and operating system take of each node. */
const overhead = { cpuMillis: 45, memoryBytes: 420 * 1024 * 1024 };

export function scrape(view: NodeView, before: Scrape | undefined, nowMs: number): Scrape {
  const pods = new Map<string, readonly ContainerSample[]>();
  const nodes = new Map<string, ContainerUsage>();
  for (const node of view.list(NodeKind)) {
    const { name } = node.metadata;
    if (!view.world.isConnected(name)) continue;
    let { cpuMillis, memoryBytes } = overhead;
    for (const { metadata, spec } of view.onNode(PodKind, name)) {
      const { uid = '' } = metadata;
      const samples = [...(spec.initContainers ?? []), ...spec.containers].flatMap((container) =>
        sampleOf(view, uid, container.name, before),
      );
      for (const sample of samples) {
        cpuMillis += sample.cpuMillis;
        memoryBytes += sample.memoryBytes;
      }
      if (samples.length > 0) pods.set(uid, samples);
    }
    nodes.set(name, { cpuMillis, memoryBytes });
  }
  return { atMs: nowMs, windowMs: before ? nowMs - before.atMs : 0, pods, nodes };
}

function sampleOf(
  view: NodeView,
  podUid: string,
  name: string,
  before: Scrape | undefined,
): ContainerSample[] {
  const usage = view.world.usage(podUid, name);
  const attempt = view.world.container(podUid, name)?.attempt ?? 0;
  const known = before?.pods.get(podUid)?.find((sample) => sample.name === name);
  return usage ? [{ ...usage, name, attempt, isWhole: known?.attempt === attempt }] : [];
}
