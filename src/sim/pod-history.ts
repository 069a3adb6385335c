// The life of pods as `kubectl get pods -w` would print it: one row a change, with the virtual time.
import type { Pod } from './api/pod.ts';
import { PodKind } from './api/pod.ts';
import { podStatus } from './api/pod-status.ts';
import type { Cluster } from './cluster.ts';

export interface PodRow {
  /** Ms since the start of the cluster. */
  readonly atMs: number;
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED';
  readonly namespace: string;
  readonly name: string;
  readonly status: string;
  /** `1/1`. */
  readonly ready: string;
  readonly restarts: number;
  /** Null before it is scheduled. */
  readonly node: string | null;
}

/** Keeps a row of every change of a pod from now on. The list grows as the cluster runs. */
export function recordPods(cluster: Cluster): readonly PodRow[] {
  const rows: PodRow[] = [];
  cluster.store.subscribe((change) => {
    if (change.kind !== PodKind) return;
    const pod = change.after as Pod;
    const { status, ready, restarts } = podStatus(pod);
    rows.push({
      atMs: change.atMs - cluster.startMs,
      type: change.type,
      namespace: pod.metadata.namespace ?? '',
      name: pod.metadata.name,
      status,
      ready,
      restarts,
      node: pod.spec.nodeName ?? null,
    });
  });
  return rows;
}
