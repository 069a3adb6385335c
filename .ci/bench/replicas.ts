/**
 * How long the simulator takes, process start apart, from applying a ReplicaSet to all of its pods being Ready. The figures of one
 * machine at one time: compare them with each other, or with a run beside them.
 */
import { createSession } from '../../src/shell/session.ts';
import { isPodReady, PodKind } from '../../src/sim/index.ts';

const manifest = (replicas: number) => `apiVersion: apps/v1
kind: ReplicaSet
metadata: {name: web}
spec:
  replicas: ${replicas}
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec: {containers: [{name: nginx, image: 'nginx:1.24'}]}
`;

/** Wall milliseconds from `kubectl apply` to the last pod Ready, and the virtual milliseconds that took. */
export function replicasReady(
  replicas: number,
  nodes: number,
): { readonly wallMs: number; readonly virtualMs: number } {
  const session = createSession({ seed: 1, nodes, files: new Map([['web.yaml', manifest(replicas)]]) });
  const { cluster, terminal } = session;
  const ready = () => cluster.view.list(PodKind).filter(isPodReady).length;
  const startMs = performance.now();
  const startedAtMs = session.elapsedMs();
  session.perform({ do: 'run', line: 'kubectl apply -f web.yaml' });
  terminal.finish();
  while (ready() < replicas && session.elapsedMs() < 600_000) {
    terminal.advanceTo(cluster.loop.nowMs + 100);
  }
  if (ready() < replicas) throw new Error(`only ${ready()} of ${replicas} pods became ready`);
  return { wallMs: performance.now() - startMs, virtualMs: session.elapsedMs() - startedAtMs };
}
