// hpa-example: a page whose every request takes much computing, with which the documentation shows how an autoscaler works.
import type { Image } from '../image.ts';
import type { Program } from '../process.ts';
import { mebibyte } from '../program-usage.ts';
import { accessTime } from '../programs/log-times.ts';
import { serve } from '../programs/serve.ts';
import { debianPrograms, distributionFiles } from './distribution.ts';

/** A million square roots. */
const requestCpuMs = 90;
const usage = { idleCpuMillis: 1, requestCpuMs, memoryBytes: 11 * mebibyte };
const body = 'OK!';

const page = `<?php
  $x = 0.0001;
  for ($i = 0; $i <= 1000000; $i++) {
    $x += sqrt($x);
  }
  echo "${body}";
?>
`;

const server: Program = function* (process) {
  return yield* serve(process, {
    port: 80,
    usage,
    handler({ method, target, clientIp }) {
      const atMs = process.host.now();
      const path = target.split('?', 1)[0];
      const isPage = path === '/' || path === '/index.php';
      const [status, text] = isPage ? [200, body] : [404, 'Not Found\n'];
      const length = String(text.length);
      process.stdout.write(
        `${clientIp} - - [${accessTime(atMs)}] "${method} ${target} HTTP/1.1" ${status} ${length} "-" "-"\n`,
      );
      const headers = new Map([
        ['Server', 'Apache/2.4.10 (Debian) PHP/5.6.14'],
        ['X-Powered-By', 'PHP/5.6.14'],
        ['Content-Type', 'text/html; charset=UTF-8'],
      ]);
      return { status, headers, body: text };
    },
  });
};

export const hpaExample: Image = {
  repositories: [
    'registry.k8s.io/hpa-example',
    'k8s.gcr.io/hpa-example',
    'gcr.io/google_containers/hpa-example',
  ],
  exampleTag: 'latest',
  contents(_, tools) {
    const programs = debianPrograms(tools, ['curl']);
    programs.set('apache2-foreground', server);
    return {
      command: ['apache2-foreground'],
      workingDirectory: '/var/www/html',
      ports: [80],
      programs,
      files: distributionFiles('Debian GNU/Linux 8 (jessie)', new Map([['/var/www/html/index.php', page]])),
    };
  },
};
