// etcd: listens on port 2379, answers that it is healthy in HTTP and in gRPC, and stops when asked.
// Departs: it stores nothing for clients.
import type { Image } from '../image.ts';
import type { Program } from '../process.ts';
import { mebibyte } from '../program-usage.ts';
import { answerHealth } from '../programs/grpc-health.ts';
import { serve } from '../programs/serve.ts';
import { scratchFiles } from './distribution.ts';

const usage = { idleCpuMillis: 8, requestCpuMs: 0.3, memoryBytes: 30 * mebibyte };

const program: Program = (process) =>
  serve(process, {
    port: 2379,
    usage,
    onListening() {
      process.stderr.write('{"level":"info","msg":"ready to serve client requests"}\n');
    },
    handler(request) {
      const health = answerHealth(request, (service) => (service === '' ? 'SERVING' : undefined));
      if (health !== undefined) return health;
      const isHealth = request.target === '/health';
      const headers = new Map([['Content-Type', 'application/json']]);
      const body = isHealth ? '{"health":"true","reason":""}' : '404 page not found\n';
      return { status: isHealth ? 200 : 404, headers, body };
    },
  });

export const etcd: Image = {
  repositories: ['registry.k8s.io/etcd', 'k8s.gcr.io/etcd', 'quay.io/coreos/etcd'],
  exampleTag: '3.5.15-0',
  newest: '3.6',
  contents: () => ({
    command: ['etcd'],
    ports: [2379],
    programs: new Map([['etcd', program]]),
    files: scratchFiles(),
  }),
};
