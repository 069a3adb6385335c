// `await N pods [ready|running]`: waits until exactly N pods of the namespace exist, are ready or are running.

import { currentNamespace } from '../../kubectl/index.ts';
import type { Cluster, Pod, Program } from '../../sim/index.ts';
import { isPodReady, PodKind } from '../../sim/index.ts';

const limitMs = 600_000;
const usage = 'usage: await N pods [ready|running]\n';

export function awaitPods(cluster: Cluster): Program {
  return function* (process) {
    const [, count = '', noun = '', state = 'exist'] = process.argv;
    const includes = states.get(state);
    if (!/^\d{1,6}$/.test(count) || !/^pods?$/.test(noun) || !includes || process.argv.length > 4) {
      process.stderr.write(usage);
      return 2;
    }
    const namespace = currentNamespace(process);
    const counted = () => cluster.view.list(PodKind, namespace).filter(includes).length;
    const untilMs = process.host.now() + limitMs;
    while (counted() !== Number(count)) {
      if (process.host.now() >= untilMs) {
        const found = state === 'exist' ? `${counted()} exist` : `${counted()} are ${state}`;
        process.stderr.write(`await: after 10 minutes ${found}, not ${count}\n`);
        return 1;
      }
      yield { untilMs, ready: () => counted() === Number(count) };
    }
    return 0;
  };
}

const states = new Map<string, (pod: Pod) => boolean>([
  ['exist', () => true],
  ['ready', (pod) => pod.metadata.deletionTimestamp === undefined && isPodReady(pod)],
  ['running', (pod) => pod.metadata.deletionTimestamp === undefined && pod.status?.phase === 'Running'],
]);
