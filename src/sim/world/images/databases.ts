// Databases, as far as a cluster notices them: they listen, say that they are ready, keep their directory and stop when asked.
// Departs: they hold no data beyond that and speak no protocol, so there are no clients for them either.
import type { Image } from '../image.ts';
import type { Process, Program } from '../process.ts';
import type { ProgramUsage } from '../program-usage.ts';
import { mebibyte } from '../program-usage.ts';
import { serve } from '../programs/serve.ts';
import { debianPrograms, distributionFiles } from './distribution.ts';

interface Database {
  readonly repository: string;
  readonly exampleTag: string;
  readonly command: string;
  readonly port: number;
  /** Said when it listens. */
  readonly ready: string;
  readonly directory: string;
  readonly usage: ProgramUsage;
  /** A new database wants one of these variables, or says so and ends with 1. */
  readonly wanted?: { readonly variables: readonly string[]; readonly complaint: string };
}

const databases: readonly Database[] = [
  {
    repository: 'mysql',
    exampleTag: '8',
    command: 'mysqld',
    port: 3306,
    ready: '[System] [MY-010931] [Server] /usr/sbin/mysqld: ready for connections.',
    directory: '/var/lib/mysql',
    usage: { idleCpuMillis: 6, memoryBytes: 360 * mebibyte },
    wanted: {
      variables: ['MYSQL_ROOT_PASSWORD', 'MYSQL_ALLOW_EMPTY_PASSWORD', 'MYSQL_RANDOM_ROOT_PASSWORD'],
      complaint: [
        '[ERROR] [Entrypoint]: Database is uninitialized and password option is not specified',
        '    You need to specify one of the following as an environment variable:',
        '    - MYSQL_ROOT_PASSWORD',
        '    - MYSQL_ALLOW_EMPTY_PASSWORD',
        '    - MYSQL_RANDOM_ROOT_PASSWORD',
      ].join('\n'),
    },
  },
  {
    repository: 'postgres',
    exampleTag: '16',
    command: 'postgres',
    port: 5432,
    ready: 'LOG:  database system is ready to accept connections',
    directory: '/var/lib/postgresql/data',
    usage: { idleCpuMillis: 1.5, memoryBytes: 28 * mebibyte },
    wanted: {
      variables: ['POSTGRES_PASSWORD', 'POSTGRES_HOST_AUTH_METHOD'],
      complaint: [
        'Error: Database is uninitialized and superuser password is not specified.',
        '       You must specify POSTGRES_PASSWORD to a non-empty value for the',
        '       superuser.',
      ].join('\n'),
    },
  },
  {
    repository: 'redis',
    exampleTag: '7',
    command: 'redis-server',
    port: 6379,
    ready: '* Ready to accept connections tcp',
    directory: '/data',
    usage: { idleCpuMillis: 1.8, memoryBytes: 3 * mebibyte },
  },
  {
    repository: 'mongo',
    exampleTag: '7',
    command: 'mongod',
    port: 27017,
    ready: '{"c":"NETWORK","msg":"Waiting for connections","attr":{"port":27017,"ssl":"off"}}',
    directory: '/data/db',
    usage: { idleCpuMillis: 7, memoryBytes: 120 * mebibyte },
  },
];

export const databaseImages: readonly Image[] = databases.map((database) => ({
  repositories: [`docker.io/library/${database.repository}`],
  exampleTag: database.exampleTag,
  contents(_, tools) {
    const programs = debianPrograms(tools);
    programs.set(database.command, serverOf(database));
    return {
      command: [database.command],
      ports: [database.port],
      programs,
      files: distributionFiles('Debian GNU/Linux 12 (bookworm)', new Map([[`${database.directory}/`, '']])),
    };
  },
}));

function serverOf({ port, ready, directory, usage, wanted }: Database): Program {
  return function* (process) {
    const { stdout, stderr, env } = process;
    const isNew = !process.host.files.stat(`${directory}/system`);
    if (isNew && wanted && !wanted.variables.some((name) => env.get(name))) {
      stderr.write(`${wanted.complaint}\n`);
      return 1;
    }
    if (isNew) initialize(process, directory);
    return yield* serve(process, {
      port,
      usage,
      handler: () => ({ status: 400, headers: new Map(), body: '' }),
      onListening: () => stdout.write(`${ready}\n`),
    });
  };
}

/** Leaves a trace in the directory, by which the next one knows that the database is there. */
function initialize({ host: { files } }: Process, directory: string): void {
  files.mkdir(directory, { parents: true });
  files.write(`${directory}/system`, 'initialized\n');
}
