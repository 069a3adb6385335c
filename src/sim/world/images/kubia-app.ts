// What the kubia images share: a small program of Node.js on port 8080, that handles no signal.
import type { Image } from '../image.ts';
import type { HttpRequest, Process, Program } from '../process.ts';
import { mebibyte } from '../program-usage.ts';
import { deafToSignals } from '../programs/runtimes.ts';
import { serve } from '../programs/serve.ts';
import { debianPrograms, distributionFiles } from './distribution.ts';

const usage = { idleCpuMillis: 0.1, requestCpuMs: 0.8, memoryBytes: 16 * mebibyte };

interface Answer {
  readonly status: number;
  readonly body: string;
  /** A line for the log, before the answer. */
  readonly logged?: string;
}

/** Answers the requests to one process. */
export type Handler = (process: Process, request: HttpRequest) => Answer;

export interface KubiaOptions {
  readonly repository: string;
  readonly exampleTag: string;
  /** Makes the handler of a process of that version. */
  app(tag: string): () => Handler;
}

export function kubiaApp({ repository, exampleTag, app }: KubiaOptions): Image {
  return {
    repositories: [repository],
    exampleTag,
    contents(tag, tools) {
      const programs = debianPrograms(tools, ['curl']);
      programs.set('node', nodeRunning(app(tag)));
      return {
        entrypoint: ['node', 'app.js'],
        ports: [8080],
        programs,
        files: distributionFiles('Debian GNU/Linux 8 (jessie)', new Map([['/app.js', '']])),
      };
    },
  };
}

function nodeRunning(begin: () => Handler): Program {
  return function* (process) {
    const { stdout } = process;
    const handle = begin();
    stdout.write('Kubia server starting...\n');
    return yield* serve(process, {
      port: 8080,
      usage,
      ...deafToSignals,
      handler(request) {
        const { status, body, logged } = handle(process, request);
        stdout.write(`${logged ?? `Received request from ::ffff:${request.clientIp}`}\n`);
        return { status, headers: new Map(), body };
      },
    });
  };
}
