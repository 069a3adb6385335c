// The clients that come with databases, as far as probes use them: they ask whether the server takes connections.
// Departs: they speak no query language: what is more than such a question is refused.
import type { Process, Program } from '../process.ts';

export interface DatabaseClient {
  readonly port: number;
  /** The usual options for the host and the port. */
  readonly hostOption: string;
  readonly portOption: string;
  /** Whether these arguments only ask if the server is there. */
  isQuestion(args: readonly string[]): boolean;
  readonly alive: Answer;
  readonly dead: Answer;
}

interface Answer {
  readonly code: number;
  readonly text: (host: string, port: number) => string;
}

export function databaseClient(client: DatabaseClient): Program {
  // biome-ignore lint/correctness/useYield: it waits for nothing
  return function* (process) {
    const args = process.argv.slice(1);
    const name = process.argv[0] ?? '';
    if (!client.isQuestion(args)) {
      process.stderr.write(
        `${name}: petset's ${name} only asks whether the server is there; to store something, use redis\n`,
      );
      return 2;
    }
    const host = optionOf(args, client.hostOption) ?? 'localhost';
    const port = Number(optionOf(args, client.portOption) ?? client.port);
    const answer = isOpen(process, host, port) ? client.alive : client.dead;
    (answer.code === 0 ? process.stdout : process.stderr).write(answer.text(host, port));
    return answer.code;
  };
}

/** `-h host`, `-hhost`, `--host=host`. */
function optionOf(args: readonly string[], letter: string): string | undefined {
  const at = args.indexOf(letter);
  if (at >= 0) return args[at + 1];
  return args.find((arg) => arg.startsWith(letter) && arg.length > letter.length)?.slice(letter.length);
}

function isOpen({ host: { network } }: Process, name: string, port: number): boolean {
  const ip = name === 'localhost' ? '127.0.0.1' : network.resolve(name)[0];
  return ip !== undefined && network.connect(ip, port) === 'open';
}

export const mysqladmin = databaseClient({
  port: 3306,
  hostOption: '-h',
  portOption: '-P',
  isQuestion: (args) => args.includes('ping') || args.includes('status'),
  alive: { code: 0, text: () => 'mysqld is alive\n' },
  dead: {
    code: 1,
    text: (host) =>
      `mysqladmin: connect to server at '${host}' failed\nerror: 'Can't connect to MySQL server on '${host}' (111)'\n`,
  },
});

export const mysql = databaseClient({
  port: 3306,
  hostOption: '-h',
  portOption: '-P',
  isQuestion: (args) => /^select 1;?$/i.test(args[args.indexOf('-e') + 1] ?? '') && args.includes('-e'),
  alive: { code: 0, text: () => '1\n1\n' },
  dead: {
    code: 1,
    text: (host, port) => `ERROR 2003 (HY000): Can't connect to MySQL server on '${host}:${port}' (111)\n`,
  },
});

export const pgIsReady = databaseClient({
  port: 5432,
  hostOption: '-h',
  portOption: '-p',
  isQuestion: () => true,
  alive: { code: 0, text: (host, port) => `${socketOf(host)}:${port} - accepting connections\n` },
  dead: { code: 2, text: (host, port) => `${socketOf(host)}:${port} - no response\n` },
});

/** Without a host it goes by the socket in the file system. */
function socketOf(host: string): string {
  return host === 'localhost' ? '/var/run/postgresql' : host;
}

export const psql = databaseClient({
  port: 5432,
  hostOption: '-h',
  portOption: '-p',
  isQuestion: (args) => /^select 1;?$/i.test(args[args.indexOf('-c') + 1] ?? '') && args.includes('-c'),
  alive: { code: 0, text: () => ' ?column? \n----------\n        1\n(1 row)\n\n' },
  dead: {
    code: 2,
    text: (host, port) =>
      `psql: error: connection to server at "${host}", port ${port} failed: Connection refused\n\tIs the server running on that host and accepting TCP/IP connections?\n`,
  },
});
