// The deprecated reclaim policy Recycle: a pod empties the volume, and then it is free for the next claim.
// Source: "Persistent Volumes: Recycle" in the Kubernetes documentation.
//
// Departs: what is said of the pod is not said again of the volume (the events RecyclerPod).
import type { PersistentVolume } from '../api/persistent-volume.ts';
import type { Pod } from '../api/pod.ts';
import { PodKind } from '../api/pod.ts';
import type { Request, View } from '../component.ts';
import { isFailed, isFinished, isTerminating } from '../controllers/pod-facts.ts';
import { quantity, quantityValue } from '../machinery/quantity.ts';

const NAMESPACE = 'default';
const PREFIX = 'recycler-for-';

const SECONDS_PER_GIB = 30;
/** The volumes that can be recycled, and how many seconds their pods have at least. */
const minimumSeconds = { hostPath: 60, nfs: 300 } as const;

/** The volume that this pod empties, if it is there for that. */
export function recycledBy({ metadata }: Pod): string | undefined {
  if (metadata.namespace !== NAMESPACE || !metadata.name.startsWith(PREFIX)) return undefined;
  return metadata.name.slice(PREFIX.length);
}

export type Recycling =
  /** Nobody can empty a volume of this sort. */
  | { readonly state: 'impossible' }
  /** It is under way, once these requests are made. */
  | { readonly state: 'running'; readonly requests: Request[] }
  /** It is over, and the pod is to go. `error`: why it failed. */
  | { readonly state: 'over'; readonly removal: Request; readonly error?: string };

/** How far the recycling of a released volume is. */
export function recycle(volume: PersistentVolume, view: View): Recycling {
  const pod = recyclerPod(volume);
  if (!pod) return { state: 'impossible' };
  const { name } = pod.metadata;
  const found = view.get(PodKind, NAMESPACE, name);
  if (!found) return { state: 'running', requests: [{ verb: 'create', kind: PodKind, object: pod }] };
  if (!isFinished(found) || isTerminating(found)) return { state: 'running', requests: [] };
  const removal: Request = { verb: 'delete', kind: PodKind, namespace: NAMESPACE, name };
  if (!isFailed(found)) return { state: 'over', removal };
  return {
    state: 'over',
    removal,
    error: found.status?.message || 'pod failed, pod.Status.Message unknown',
  };
}

function recyclerPod({ metadata, spec }: PersistentVolume): Pod | undefined {
  const { hostPath, nfs, capacity } = spec;
  if (!hostPath && !nfs) return undefined;
  const gib = Math.trunc(quantityValue(quantity(capacity?.storage ?? '0')) / 2 ** 30);
  const least = minimumSeconds[hostPath ? 'hostPath' : 'nfs'];
  const volumeSource = hostPath ? { hostPath } : { nfs };
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: `${PREFIX}${metadata.name}`, namespace: NAMESPACE },
    spec: {
      activeDeadlineSeconds: Math.max(least, SECONDS_PER_GIB * gib),
      restartPolicy: 'Never',
      volumes: [{ name: 'vol', ...volumeSource }],
      containers: [
        {
          name: 'pv-recycler',
          image: 'registry.k8s.io/debian-base:v2.0.0',
          command: ['/bin/sh'],
          args: [
            '-c',
            'test -e /scrub && find /scrub -mindepth 1 -delete && test -z "$(ls -A /scrub)" || exit 1',
          ],
          volumeMounts: [{ name: 'vol', mountPath: '/scrub' }],
        },
      ],
    },
  } as Pod;
}
