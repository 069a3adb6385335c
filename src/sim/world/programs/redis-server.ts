// redis-server: keeps keys and values for its clients, and in a file what is to outlive it.
//
// Departs: clients and server exchange texts by HTTP instead of Redis' own protocol; of the configuration it knows what `settings` names; keys
// do not expire, and nothing is saved while it runs unless it appends, or is told to.

import { formatRfc1123 } from '../../machinery/time.ts';
import { resolvePath } from '../memory-file-system.ts';
import type { HttpRequest, HttpResponse, Process, Program } from '../process.ts';
import { mebibyte } from '../program-usage.ts';
import type { RedisReply } from './redis-commands.ts';
import { runCommand } from './redis-commands.ts';
import { RedisStore } from './redis-store.ts';
import { serve } from './serve.ts';

const usage = { idleCpuMillis: 1.8, requestCpuMs: 0.05, memoryBytes: 3 * mebibyte };
const header = 'REDIS0011\n';
const usual: Readonly<Record<string, string>> = {
  appendonly: 'no',
  dbfilename: 'dump.rdb',
  dir: '',
  maxmemory: '0',
  'maxmemory-policy': 'noeviction',
  port: '6379',
  requirepass: '',
  save: '3600 1 300 100 60 10000',
};
const units: Readonly<Record<string, number>> = {
  kb: 1024,
  mb: 1024 ** 2,
  gb: 1024 ** 3,
  k: 1e3,
  m: 1e6,
  g: 1e9,
};

/** What a request that carries a command, and its answer, say that they are: the words, or the reply, as JSON. */
export const redisType = 'application/redis';

export function redisServer(version: string): Program {
  return function* (process) {
    const log = logOf(process);
    log(
      'C',
      `* Redis version=${version}, bits=64, commit=00000000, modified=0, pid=${process.pid}, just started`,
    );
    const settings = settingsOf(process);
    if (typeof settings === 'string') {
      process.stderr.write(`\n*** FATAL CONFIG FILE ERROR (Redis ${version}) ***\n${settings}\n`);
      return 1;
    }
    const server = new RedisServer(process, settings);
    server.load();
    return yield* serve(process, {
      port: Number(settings.get('port')),
      usage,
      onListening: () => log('M', '* Ready to accept connections tcp'),
      handler: (request) => server.answer(request),
      onSignal() {
        log('M', '* User requested shutdown...');
        server.saveAtEnd();
        log('M', '# Redis is now ready to exit, bye bye...');
      },
    });
  };
}

function logOf(process: Process): (role: 'C' | 'M', text: string) => void {
  return (role, text) => {
    const [, day, month, year, clock] = formatRfc1123(process.host.now()).split(' ');
    process.stdout.write(`${process.pid}:${role} ${day} ${month} ${year} ${clock}.000 ${text}\n`);
  };
}

/** From the file that is named first, then from the options; the error is about a line of the file. */
function settingsOf({ argv, cwd, host }: Process): Map<string, string> | string {
  const settings = new Map(Object.entries(usual));
  settings.set('dir', cwd);
  const args = argv.slice(1);
  if (args[0] !== undefined && !args[0].startsWith('--')) {
    const path = resolvePath(cwd, args.shift() ?? '');
    if (host.files.stat(path)?.type !== 'file')
      return `Can't open config file '${path}': No such file or directory`;
    for (const [i, line] of host.files.read(path).split('\n').entries()) {
      const [name = '', ...words] = line.trim().split(/\s+/);
      if (name === '' || name.startsWith('#')) continue;
      if (!settings.has(name))
        return `Reading the configuration file, at line ${i + 1}\n>>> '${line}'\nBad directive or wrong number of arguments`;
      set(settings, name, words.join(' '));
    }
  }
  for (let i = 0; i < args.length; i++) {
    const name = (args[i] ?? '').replace(/^--/, '');
    if (settings.has(name)) set(settings, name, args[++i] ?? '');
  }
  return settings;
}

function set(settings: Map<string, string>, name: string, value: string): void {
  const [, digits, unit = ''] = /^(\d+)([kmg]b?)$/i.exec(value) ?? [];
  const factor = units[unit.toLowerCase()];
  const isSize = name === 'maxmemory' && digits !== undefined && factor !== undefined;
  settings.set(name, isSize ? String(Number(digits) * factor) : value.replace(/^(["'])(.*)\1$/, '$2'));
}

/** Undefined: it is no list of words. */
function wordsIn(body: string): string[] | undefined {
  try {
    const words: unknown = JSON.parse(body);
    return Array.isArray(words) ? words.map(String) : undefined;
  } catch {
    return undefined;
  }
}

class RedisServer {
  readonly #process: Process;
  readonly #settings: Map<string, string>;
  readonly #store = new RedisStore();

  constructor(process: Process, settings: Map<string, string>) {
    this.#process = process;
    this.#settings = settings;
  }

  load(): void {
    const { files } = this.#process.host;
    const path = this.#path();
    const content = files.stat(path)?.type === 'file' ? files.read(path) : '';
    if (content.startsWith(header)) this.#store.load(content.slice(header.length));
  }

  answer({ headers, body }: HttpRequest): HttpResponse {
    const argv = headers.get('Content-Type') === redisType ? wordsIn(body) : undefined;
    if (argv === undefined) return { status: 400, headers: new Map(), body: '-ERR Protocol error\r\n' };
    const password = this.#settings.get('requirepass') ?? '';
    const reply =
      password !== '' && headers.get('Authorization') !== password
        ? ({ is: 'error', text: 'NOAUTH Authentication required.' } as const)
        : this.#run(argv);
    return { status: 200, headers: new Map([['Content-Type', redisType]]), body: JSON.stringify(reply) };
  }

  /** As a server that is asked to end does: it saves unless it is told never to. */
  saveAtEnd(): void {
    if (this.#settings.get('save') !== '' && this.#store.changes > 0) this.#save();
  }

  #run(argv: readonly string[]): RedisReply {
    const name = (argv[0] ?? '').toUpperCase();
    if (name === 'CONFIG') return this.#config(argv.slice(1));
    if (name === 'SAVE' || name === 'BGSAVE') {
      this.#save();
      return { is: 'status', text: name === 'SAVE' ? 'OK' : 'Background saving started' };
    }
    const reply = runCommand(this.#store, argv);
    if (reply === undefined) {
      const args = argv.slice(1).map((arg) => `'${arg}' `);
      return {
        is: 'error',
        text: `ERR unknown command '${argv[0] ?? ''}', with args beginning with: ${args.join('')}`,
      };
    }
    if (this.#settings.get('appendonly') === 'yes' && this.#store.changes > 0) this.#save();
    return reply;
  }

  #config([how = '', name = '', value]: readonly string[]): RedisReply {
    const isKnown = this.#settings.has(name);
    if (how.toUpperCase() === 'GET') {
      const found = isKnown ? [name, this.#settings.get(name) ?? ''] : [];
      return { is: 'list', items: found.map((text) => ({ is: 'text', text })) };
    }
    if (how.toUpperCase() !== 'SET' || !isKnown || value === undefined) {
      return { is: 'error', text: `ERR Unknown option or number of arguments for CONFIG SET - '${name}'` };
    }
    set(this.#settings, name, value);
    return { is: 'status', text: 'OK' };
  }

  #save(): void {
    this.#process.host.files.write(this.#path(), header + this.#store.dump());
    this.#store.changes = 0;
  }

  #path(): string {
    return resolvePath(this.#settings.get('dir') ?? '/', this.#settings.get('dbfilename') ?? 'dump.rdb');
  }
}
