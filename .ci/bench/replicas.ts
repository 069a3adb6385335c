/**
 * What the simulator takes of one core, process start apart, from a fresh cluster over applying a Deployment to all of its pods being
 * Ready. The figures of one machine at one time: compare them with each other, or with a run beside them.
 */
import { createSession } from '../../src/shell/session.ts';
import { isPodReady, PodKind } from '../../src/sim/index.ts';
import { coreMs, median, ms, say } from './figures.ts';

const manifest = (replicas: number) => `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  replicas: ${replicas}
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec: {containers: [{name: nginx, image: 'nginx:1.24'}]}
`;

/** From `kubectl apply` to the last pod Ready. */
export function applyAndWait(replicas: number, nodes: number): void {
  const bounds = { objects: 100_000, moments: 5_000_000 };
  const files = new Map([['web.yaml', manifest(replicas)]]);
  const session = createSession({ seed: 1, nodes, bounds, files });
  const { cluster, terminal } = session;
  const ready = () => cluster.view.list(PodKind).filter(isPodReady).length;
  session.perform({ do: 'run', line: 'kubectl apply -f web.yaml' });
  terminal.finish();
  while (ready() < replicas && session.elapsedMs() < 600_000) {
    terminal.advanceTo(cluster.loop.nowMs + 100);
  }
  if (ready() < replicas) throw new Error(`only ${ready()} of ${replicas} pods became ready`);
}

const readyMs = (count: number, nodes: number) => coreMs(() => applyAndWait(count, nodes));

export function replicas(): void {
  for (const [count, nodes] of [
    [3, 3],
    [100, 12],
    [1000, 50],
  ] as const) {
    say(`${count} replicas on ${nodes} nodes to Ready: ${ms(median(() => readyMs(count, nodes)))}`);
  }
  const [some, many] = [1000, 5000].map((count) => median(() => readyMs(count, 50), 3));
  const ratio = (many ?? 0) / (5 * (some ?? 1));
  say(
    `5000 replicas on 50 nodes: ${ms(many ?? 0)}, ${ratio.toFixed(2)} times what five times 1000 take (6 at most)`,
  );
}
