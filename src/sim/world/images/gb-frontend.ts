// gb-frontend: the page of the guestbook, with which ReplicaSets and Deployments are often shown.
// Departs: nobody can sign: the page looks for no database.
import type { Image } from '../image.ts';
import type { Program } from '../process.ts';
import { mebibyte } from '../program-usage.ts';
import { serve } from '../programs/serve.ts';
import { debianPrograms, distributionFiles } from './distribution.ts';

const page = '<html><head><title>Guestbook</title></head><body><h2>Guestbook</h2></body></html>\n';

const usage = { idleCpuMillis: 0.3, requestCpuMs: 2, memoryBytes: 12 * mebibyte };

const frontend: Program = function* (process) {
  return yield* serve(process, {
    port: 80,
    usage,
    handler({ method, target, clientIp }) {
      const status = target === '/' ? 200 : 404;
      process.stdout.write(`${clientIp} - - "${method} ${target} HTTP/1.1" ${status}\n`);
      const headers = new Map([['Content-Type', 'text/html; charset=UTF-8']]);
      return { status, headers, body: status === 200 ? page : '<h1>Not Found</h1>\n' };
    },
  });
};

export const gbFrontend: Image = {
  repositories: [
    'gcr.io/google_samples/gb-frontend',
    'gcr.io/google-samples/gb-frontend',
    'us-docker.pkg.dev/google-samples/containers/gke/gb-frontend',
  ],
  exampleTag: 'v5',
  contents(_, tools) {
    const programs = debianPrograms(tools, ['curl']);
    programs.set('apache2-foreground', frontend);
    return {
      command: ['apache2-foreground'],
      ports: [80],
      programs,
      files: distributionFiles('Debian GNU/Linux 8 (jessie)'),
    };
  },
};
