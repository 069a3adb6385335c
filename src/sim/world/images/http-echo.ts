// hashicorp/http-echo: answers every request with the text that it is started with.
import type { Image } from '../image.ts';
import type { Program } from '../process.ts';
import { mebibyte } from '../program-usage.ts';
import { errorTime } from '../programs/log-times.ts';
import { serve } from '../programs/serve.ts';
import { scratchFiles } from './distribution.ts';

const usage = { requestCpuMs: 0.1, memoryBytes: 3 * mebibyte };
const usualPort = 5678;

const program: Program = function* (process) {
  const given = flagsOf(process.argv.slice(1));
  const text = given.get('text') ?? process.env.get('ECHO_TEXT');
  if (text === undefined) {
    process.stderr.write('Missing -text option!\n');
    return 127;
  }
  const address = given.get('listen') ?? `:${usualPort}`;
  const port = Number(address.slice(address.lastIndexOf(':') + 1));
  const log = (line: string) => process.stdout.write(`${errorTime(process)} ${line}\n`);
  return yield* serve(process, {
    port,
    usage,
    onListening: () => log(`[INFO] server is listening on ${address}`),
    onSignal: () => log('[INFO] server: shutting down'),
    handler({ clientIp, method, target, headers }) {
      const host = headers.get('Host') ?? '';
      const agent = headers.get('User-Agent') ?? '';
      log(`${host} ${clientIp} "${method} ${target} HTTP/1.1" 200 ${text.length + 1} "${agent}" 10µs`);
      const answered = new Map([
        ['X-App-Name', 'http-echo'],
        ['Content-Type', 'text/plain; charset=utf-8'],
      ]);
      return { status: 200, headers: answered, body: `${text}\n` };
    },
  });
};

/** `-text=hello`, `-text hello`, `--listen=:80`. */
function flagsOf(args: readonly string[]): ReadonlyMap<string, string> {
  const flags = new Map<string, string>();
  const rest = [...args];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    const [, name, value] = /^--?([a-z-]+)(?:=([\s\S]*))?$/.exec(word) ?? [];
    if (name !== undefined) flags.set(name, value ?? rest.shift() ?? '');
  }
  return flags;
}

export const httpEcho: Image = {
  repositories: ['docker.io/hashicorp/http-echo'],
  exampleTag: '1.0.0',
  contents: () => ({
    entrypoint: ['/http-echo'],
    ports: [usualPort],
    user: '65532:65532',
    programs: new Map([['/http-echo', program]]),
    files: scratchFiles(),
  }),
};
