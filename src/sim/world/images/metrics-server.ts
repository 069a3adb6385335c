// metrics-server: the image of the pod that asks the kubelets what their pods take. This is only its outside; what it measures is
// worked out by metrics/metrics-server.ts for as long as such a container runs.
// Departs: it answers without TLS.
import type { Image } from '../image.ts';
import type { Program } from '../process.ts';
import { mebibyte } from '../program-usage.ts';
import { serve } from '../programs/serve.ts';

export const METRICS_SERVER = 'registry.k8s.io/metrics-server/metrics-server';

const usage = { idleCpuMillis: 3, memoryBytes: 20 * mebibyte };
/** How long it takes until it has measured anything. */
const readyAfterMs = 15_000;

const server: Program = function* (process) {
  const startMs = process.host.now();
  const headers = new Map([['Content-Type', 'text/plain; charset=utf-8']]);
  const ok = { status: 200, headers, body: 'ok' };
  const notYet = { status: 500, headers, body: '[-]metric-storage-ready failed: reason withheld\n' };
  const notFound = { status: 404, headers, body: '404 page not found\n' };
  return yield* serve(process, {
    port: 10_250,
    usage,
    handler({ target }) {
      if (target === '/livez') return ok;
      if (target !== '/readyz') return notFound;
      return process.host.now() - startMs >= readyAfterMs ? ok : notYet;
    },
  });
};

export const metricsServerImage: Image = {
  repositories: [METRICS_SERVER],
  exampleTag: 'v0.8.0',
  newest: '0.8',
  contents: () => ({
    entrypoint: ['/metrics-server'],
    ports: [10_250],
    programs: new Map([['/metrics-server', server]]),
  }),
};
