// luksa/kubia: answers every request on port 8080 with the name of the host that got it.
import type { Image } from '../image.ts';
import type { Program } from '../process.ts';
import { mebibyte } from '../program-usage.ts';
import { serve } from '../programs/serve.ts';
import { debianPrograms, distributionFiles } from './distribution.ts';

const usage = { idleCpuMillis: 0.1, requestCpuMs: 0.8, memoryBytes: 16 * mebibyte };

/** Each tag greets with its own version, so that an update can be seen: v1 and latest as the original does. */
function createApp(tag: string): Program {
  const greeting = /^v[2-9]/.test(tag) ? `This is ${tag} running in pod` : "You've hit";
  return function* (process) {
    process.stdout.write('Kubia server starting...\n');
    return yield* serve(process, {
      port: 8080,
      usage,
      handler(request) {
        process.stdout.write(`Received request from ::ffff:${request.clientIp}\n`);
        return { status: 200, headers: new Map(), body: `${greeting} ${process.host.hostname}\n` };
      },
    });
  };
}

export const kubia: Image = {
  repositories: ['docker.io/luksa/kubia'],
  exampleTag: 'v1',
  contents(tag, tools) {
    const programs = debianPrograms(tools, ['curl']);
    programs.set('node', createApp(tag));
    return {
      entrypoint: ['node', 'app.js'],
      ports: [8080],
      programs,
      files: distributionFiles('Debian GNU/Linux 8 (jessie)', new Map([['/app.js', '']])),
    };
  },
};
