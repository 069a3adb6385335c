// `settle [MAX]`: lets time pass until only periodic work is left (heartbeats, the back-off of what keeps failing), at most MAX.
import type { Cluster, Program } from '../../sim/index.ts';
import { parseGoDuration } from '../../sim/index.ts';

const defaultMaxMs = 600_000;

export function settle(cluster: Cluster): Program {
  return function* (process) {
    const [, max] = process.argv;
    const maxMs = max === undefined ? defaultMaxMs : readDuration(max);
    if (maxMs === undefined || process.argv.length > 2) {
      process.stderr.write('usage: settle [MAX], with MAX such as 30s or 5m\n');
      return 2;
    }
    const untilMs = process.host.now() + maxMs;
    const isSettled = () => cluster.loop.isSettled();
    while (!isSettled()) {
      if (process.host.now() >= untilMs) {
        process.stderr.write(`settle: still busy after ${max ?? '10m'}\n`);
        return 1;
      }
      yield { untilMs, ready: isSettled };
    }
    return 0;
  };
}

function readDuration(text: string): number | undefined {
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  const parsed = parseGoDuration(text);
  return parsed.ok ? parsed.value : undefined;
}
