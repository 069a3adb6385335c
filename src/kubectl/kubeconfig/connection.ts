// Which cluster a call goes to, as whom and in which namespace; and what kubectl says where nobody answers.
import type { Process } from '../../sim/index.ts';
import { CommandError, usageError } from '../command.ts';
import type { ParsedFlags } from '../flags.ts';
import { logLine } from '../log-line.ts';
import { textAt } from '../objects.ts';
import type { Kubeconfig } from './kubeconfig.ts';
import { SERVER } from './kubeconfig.ts';
import { isThere, readKubeconfig } from './kubeconfig-files.ts';

export interface Connection {
  readonly server: string;
  /** Of the context; empty where it has none. */
  readonly namespace: string;
}

/** What a kubectl without any configuration talks to. */
const NOBODY = 'http://localhost:8080';

/** Follows the flags and the kubeconfig. Throws `CommandError` where they name what there is not. */
export function connectionOf(process: Process, flags: ParsedFlags): Connection {
  const path = flags.text('kubeconfig');
  if (path && !isThere(process, path)) throw usageError(`stat ${path}: no such file or directory`);
  const config = readKubeconfig(process, path);
  const context = contextOf(config, flags.text('context'));
  const user = flags.text('user') || textAt(context, 'user');
  if (flags.text('user') && !config.users.has(user ?? '')) {
    throw usageError(`auth info ${JSON.stringify(user)} does not exist`);
  }
  for (const flag of ['as-uid', 'as-group', 'as-user-extra']) {
    if (flags.list(flag).length === 0 || flags.text('as')) continue;
    const asked = `requesting uid, groups or user-extra for ${user ?? ''}`;
    throw usageError(`${asked} without impersonating a user`);
  }
  return { server: serverOf(config, context, flags), namespace: textAt(context, 'namespace') ?? '' };
}

function contextOf(config: Kubeconfig, named: string | undefined): unknown {
  const name = named || config.currentContext;
  const context = config.contexts.get(name);
  if (context || name === '') return context;
  throw new CommandError(`Error in configuration: context was not found for specified context: ${name}`);
}

function serverOf(config: Kubeconfig, context: unknown, flags: ParsedFlags): string {
  const given = flags.text('server');
  if (given) return /^https?:\/\//.test(given) ? given : `http://${given}`;
  const name = flags.text('cluster') || textAt(context, 'cluster');
  if (!name) return NOBODY;
  const server = textAt(config.clusters.get(name), 'server');
  if (!server) throw usageError(`no server found for cluster ${JSON.stringify(name)}`);
  return server;
}

/** How often kubectl asks what there is before it gives up. */
const ATTEMPTS = 5;

/** What is said where another server is asked than the one there is; undefined where that one is. */
export function unreachable(
  process: Process,
  server: string,
): { log: string; error: CommandError } | undefined {
  if (sameServer(server, SERVER)) return undefined;
  const host = server.replace(/^https?:\/\//, '').replace(/\/.*$/, '');
  const [name = '', port = server.startsWith('https') ? '443' : '80'] = host.split(':');
  const address = name === 'localhost' ? '127.0.0.1' : name;
  const isAddress = /^\d+\.\d+\.\d+\.\d+$/.test(address);
  const why = isAddress
    ? `dial tcp ${address}:${port}: connect: connection refused`
    : `dial tcp: lookup ${name}: no such host`;
  const request = `Get ${JSON.stringify(`${server}/api?timeout=32s`)}: ${why}`;
  const line = logLine(
    process,
    'E',
    'memcache.go:265',
    `"Unhandled Error" err=${JSON.stringify(`couldn't get current server API group list: ${request}`)}`,
  );
  const last = isAddress
    ? `The connection to the server ${host} was refused - did you specify the right host or port?`
    : `Unable to connect to the server: ${why}`;
  return { log: `${line}\n`.repeat(ATTEMPTS), error: new CommandError(last) };
}

function sameServer(a: string, b: string): boolean {
  const bare = (server: string) => server.replace(/\/+$/, '').replace('//localhost:', '//127.0.0.1:');
  return bare(a) === bare(b);
}
