// Evicts pods that write more to their node than they may: to an emptyDir with a size limit, or in all.
// Watches: pods. Writes: that a pod is to be evicted, which the kubelet carries out. Decides: every ten seconds, by what was
// written until then.
// Source: "Local ephemeral storage" in the documentation.
//
// Departs: it counts characters, not bytes; images and the log of earlier attempts do not count.
import type { Pod } from '../api/pod.ts';
import { PodKind } from '../api/pod.ts';
import type { Change } from '../apiserver/store.ts';
import type { Component, NodeView, Request } from '../component.ts';
import { addQuantities, formatQuantity, quantity, quantityValue } from '../machinery/quantity.ts';
import type { StorageUsage } from '../world/world.ts';
import { evict, evictionOf } from './eviction.ts';
import { recall } from './memory.ts';

const everyMs = 10_000;
const resource = 'ephemeral-storage';

/** Keys are `node/uid`. */
export const storageEviction: Component<NodeView> = {
  name: 'kubelet',
  latencyMs: 0,
  doorbells: [{ kind: PodKind, keys: keysOfPod }],
  reconcile(key, view): Request[] {
    const slash = key.indexOf('/');
    const [nodeName, podUid] = [key.slice(0, slash), key.slice(slash + 1)];
    const known = recall(view.world, podUid);
    // A pod that the kubelet has not heard of yet will be looked at in ten seconds.
    if (known && known.stage !== 'active') return [];
    if (!known && !view.onNode(PodKind, nodeName).some(({ metadata }) => metadata.uid === podUid)) return [];
    const usage = view.world.storageUsage(podUid);
    const message = known && usage && excess(known.pod, usage);
    if (message !== undefined && evictionOf(view.world, podUid) === undefined)
      return [{ verb: 'world', act: evict(podUid, message) }];
    return [{ verb: 'wake', afterMs: everyMs, periodic: true }];
  },
};

/** A pod is looked at from when it comes to its node, then every ten seconds: no other change of it matters. */
function keysOfPod({ type, before, after }: Change): readonly string[] {
  const { spec, metadata } = after as Pod;
  if (type === 'DELETED' || spec.nodeName === undefined || metadata.uid === undefined) return [];
  const isNew = (before as Pod | undefined)?.spec.nodeName === undefined;
  return isNew && hasLimits(after as Pod) ? [`${spec.nodeName}/${metadata.uid}`] : [];
}

function hasLimits({ spec }: Pod): boolean {
  return (
    spec.volumes?.some(({ emptyDir }) => emptyDir?.sizeLimit !== undefined) === true ||
    spec.containers.some(({ resources }) => resources?.limits?.[resource] !== undefined)
  );
}

/** What a pod has too much of, in the kubelet's words. */
function excess({ spec }: Pod, usage: StorageUsage): string | undefined {
  for (const { name, emptyDir } of spec.volumes ?? []) {
    const limit = emptyDir?.medium === 'Memory' ? undefined : emptyDir?.sizeLimit;
    if (limit === undefined || (usage.emptyDirs.get(name) ?? 0) <= bytesOf(limit)) continue;
    return `Usage of EmptyDir volume ${JSON.stringify(name)} exceeds the limit "${formatQuantity(quantity(limit))}". `;
  }
  const limits = spec.containers.map(({ resources }) => resources?.limits?.[resource]);
  const known = limits.filter((limit) => limit !== undefined);
  const total = known.length < limits.length ? undefined : known.map(quantity).reduce(addQuantities);
  if (total !== undefined && writtenBytes(spec, usage) > quantityValue(total))
    return `Pod ephemeral local storage usage exceeds the total limit of containers ${formatQuantity(total)}. `;
  for (const [i, { name }] of spec.containers.entries()) {
    const limit = limits[i];
    if (limit === undefined || (usage.containers.get(name) ?? 0) <= bytesOf(limit)) continue;
    return `Container ${name} exceeded its local ephemeral storage limit "${formatQuantity(quantity(limit))}". `;
  }
  return undefined;
}

/** By the containers and in emptyDirs; those in memory are not on the node's disk. */
function writtenBytes({ volumes = [] }: Pod['spec'], usage: StorageUsage): number {
  const dirs = volumes.filter(({ emptyDir }) => emptyDir !== undefined && emptyDir.medium !== 'Memory');
  const inDirs = dirs.map(({ name }) => usage.emptyDirs.get(name) ?? 0);
  return [...inDirs, ...usage.containers.values()].reduce((sum, bytes) => sum + bytes, 0);
}

function bytesOf(limit: string): number {
  return quantityValue(quantity(limit));
}
