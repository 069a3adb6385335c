// Brings what has changed in a ConfigMap, a Secret or the pod's own labels to the volumes that show it.
// Watches: ConfigMaps, Secrets, pods. Writes: the files of mounted volumes. Decides: when; a kubelet looks at the volumes of a
// pod with each of its periodic syncs, once a minute. A part that is mounted by itself (subPath) never changes.
// Source: "ConfigMaps: Mounted ConfigMaps are updated automatically" in the documentation.
//
// Departs: syncs come on the minute, counted from when the kubelet first heard of the pod; the real ones drift.
import { ConfigMapKind } from '../api/config-map.ts';
import type { Pod } from '../api/pod.ts';
import { PodKind } from '../api/pod.ts';
import type { Volume } from '../api/pod-spec.ts';
import { SecretKind } from '../api/secret.ts';
import type { Change } from '../apiserver/store.ts';
import type { Component, NodeView, Request, View } from '../component.ts';
import { isEqual } from '../machinery/equality.ts';
import type { PodContext } from './field-ref.ts';
import { addressOf } from './initial-node.ts';
import { recall } from './memory.ts';
import { volumeFiles } from './volume-files.ts';

const syncMs = 60_000;

/** Keys are `node/uid`. */
export const volumeRefresh: Component<NodeView> = {
  name: 'kubelet',
  latencyMs: 0,
  doorbells: [
    { kind: ConfigMapKind, keys: (change, view) => keysOfUsers(change, view, 'configMap') },
    { kind: SecretKind, keys: (change, view) => keysOfUsers(change, view, 'secret') },
    { kind: PodKind, keys: keysOfPod },
  ],
  reconcile,
};

function reconcile(key: string, view: NodeView, nowMs: number): Request[] {
  const slash = key.indexOf('/');
  const [nodeName, podUid] = [key.slice(0, slash), key.slice(slash + 1)];
  const known = recall(view.world, podUid);
  const pod = known && view.get(PodKind, known.pod.metadata.namespace ?? '', known.pod.metadata.name);
  if (known?.stage !== 'active' || pod?.metadata.uid !== podUid) return [];
  const stale = view.world.isConnected(nodeName) ? staleVolumes(view, nodeName, pod) : [];
  if (stale.length === 0) return [];
  const restMs = (nowMs - known.sinceMs) % syncMs;
  if (restMs !== 0) return [{ verb: 'wake', afterMs: syncMs - restMs }];
  return stale.map(({ volume, files }) => ({
    verb: 'world',
    act: { do: 'replace-files', podUid, volume, files },
  }));
}

/** The mounted volumes whose files are not those that they should be by now. One that cannot be made any more stays. */
function staleVolumes(view: NodeView, nodeName: string, pod: Pod) {
  const podUid = pod.metadata.uid ?? '';
  const hostIp = addressOf(view, nodeName);
  const podIp = pod.spec.hostNetwork ? hostIp : view.world.sandbox(podUid)?.ip;
  const context: PodContext = { pod, nodeName, hostIp, podIp };
  return (pod.spec.volumes ?? []).flatMap((volume) => {
    const mounted = view.world.mountedFiles(podUid, volume.name);
    const files = mounted && volumeFiles(view, context, volume);
    return files?.ok && !isEqual(files.value, mounted) ? [{ volume: volume.name, files: files.value }] : [];
  });
}

/** The pods with a volume of this ConfigMap or Secret. */
function keysOfUsers({ type, after }: Change, view: View, kind: 'configMap' | 'secret'): readonly string[] {
  if (type === 'DELETED') return [];
  const { namespace = '', name } = after.metadata;
  return view
    .list(PodKind, namespace)
    .filter(({ spec }) => spec.volumes?.some((volume) => names(volume, kind).includes(name)))
    .flatMap(keyOf);
}

function names({ configMap, secret, projected }: Volume, kind: 'configMap' | 'secret'): unknown[] {
  const own = kind === 'configMap' ? configMap?.name : secret?.secretName;
  const parts = (projected?.sources ?? []).map((source) => (source[kind] as { name?: string })?.name);
  return [own, ...parts];
}

/** A pod may show its own labels and annotations, which change while it runs. */
function keysOfPod({ type, before, after }: Change): readonly string[] {
  const [old, pod] = [before as Pod | undefined, after as Pod];
  if (type !== 'MODIFIED' || !pod.spec.volumes?.some(showsPod)) return [];
  const isSame =
    isEqual(old?.metadata.labels, pod.metadata.labels) &&
    isEqual(old?.metadata.annotations, pod.metadata.annotations);
  return isSame ? [] : keyOf(pod);
}

function showsPod({ downwardAPI, projected }: Volume): boolean {
  return downwardAPI !== undefined || projected?.sources?.some((source) => 'downwardAPI' in source) === true;
}

function keyOf({ metadata, spec }: Pod): string[] {
  return spec.nodeName && metadata.uid ? [`${spec.nodeName}/${metadata.uid}`] : [];
}
