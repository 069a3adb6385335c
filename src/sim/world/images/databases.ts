// Databases, as far as a cluster notices them: they listen, say that they are ready, keep their directory and stop when asked.
// Departs: they hold no data beyond that and speak no protocol: their clients only ask whether they are there.
import type { Image } from '../image.ts';
import type { Process, Program, Signal } from '../process.ts';
import type { ProgramUsage } from '../program-usage.ts';
import { mebibyte } from '../program-usage.ts';
import { mysql, mysqladmin, pgIsReady, psql } from '../programs/database-clients.ts';
import { serve } from '../programs/serve.ts';
import { debianPrograms, distributionFiles } from './distribution.ts';

interface Database {
  readonly repositories: readonly string[];
  readonly exampleTag: string;
  readonly newest: string;
  readonly command: string;
  readonly port: number;
  readonly stopSignal?: Signal;
  /** Said when it listens. */
  readonly ready: string;
  /** How long a new database takes until then, and one that is there already. */
  readonly startMs: { readonly first: number; readonly later: number };
  readonly directory: string;
  readonly usage: ProgramUsage;
  /** A new database wants one of these variables, or says so and ends with 1. */
  readonly wanted?: { readonly variables: readonly string[]; readonly complaint: string };
  readonly clients?: Readonly<Record<string, Program>>;
}

/** What MySQL's entry point says, and MariaDB's in its own name. */
function passwordComplaint(prefix: string): string {
  return [
    '[ERROR] [Entrypoint]: Database is uninitialized and password option is not specified',
    '    You need to specify one of the following as an environment variable:',
    ...['ROOT_PASSWORD', 'ALLOW_EMPTY_PASSWORD', 'RANDOM_ROOT_PASSWORD'].map(
      (name) => `    - ${prefix}_${name}`,
    ),
  ].join('\n');
}

const databases: readonly Database[] = [
  {
    repositories: ['docker.io/library/mysql'],
    exampleTag: '8',
    newest: '9',
    command: 'mysqld',
    port: 3306,
    ready: '[System] [MY-010931] [Server] /usr/sbin/mysqld: ready for connections.',
    startMs: { first: 8000, later: 1500 },
    directory: '/var/lib/mysql',
    usage: { idleCpuMillis: 6, memoryBytes: 360 * mebibyte },
    wanted: {
      variables: ['MYSQL_ROOT_PASSWORD', 'MYSQL_ALLOW_EMPTY_PASSWORD', 'MYSQL_RANDOM_ROOT_PASSWORD'],
      complaint: passwordComplaint('MYSQL'),
    },
    clients: { mysql, mysqladmin },
  },
  {
    repositories: ['docker.io/library/mariadb'],
    exampleTag: '11',
    newest: '12',
    command: 'mariadbd',
    port: 3306,
    ready: '[Note] mariadbd: ready for connections.',
    startMs: { first: 5000, later: 1000 },
    directory: '/var/lib/mysql',
    usage: { idleCpuMillis: 2, memoryBytes: 90 * mebibyte },
    wanted: {
      variables: [
        'MARIADB_ROOT_PASSWORD',
        'MARIADB_ALLOW_EMPTY_ROOT_PASSWORD',
        'MARIADB_RANDOM_ROOT_PASSWORD',
        'MYSQL_ROOT_PASSWORD',
        'MYSQL_ALLOW_EMPTY_PASSWORD',
        'MYSQL_RANDOM_ROOT_PASSWORD',
      ],
      complaint: passwordComplaint('MARIADB'),
    },
    clients: { mariadb: mysql, 'mariadb-admin': mysqladmin, mysqladmin },
  },
  {
    repositories: ['docker.io/library/postgres'],
    exampleTag: '16',
    newest: '18',
    command: 'postgres',
    port: 5432,
    stopSignal: 'SIGINT',
    ready: 'LOG:  database system is ready to accept connections',
    startMs: { first: 2500, later: 500 },
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
    clients: { pg_isready: pgIsReady, psql },
  },
  {
    repositories: ['docker.io/library/mongo'],
    exampleTag: '7',
    newest: '8',
    command: 'mongod',
    port: 27017,
    ready: '{"c":"NETWORK","msg":"Waiting for connections","attr":{"port":27017,"ssl":"off"}}',
    startMs: { first: 1500, later: 800 },
    directory: '/data/db',
    usage: { idleCpuMillis: 7, memoryBytes: 120 * mebibyte },
  },
  {
    repositories: ['docker.io/library/rabbitmq'],
    exampleTag: '3',
    newest: '4',
    command: 'rabbitmq-server',
    port: 5672,
    ready: ' completed with 4 plugins.',
    startMs: { first: 8000, later: 6000 },
    directory: '/var/lib/rabbitmq',
    usage: { idleCpuMillis: 4, memoryBytes: 110 * mebibyte },
  },
  {
    repositories: ['docker.io/library/memcached'],
    exampleTag: '1.6',
    newest: '1.6',
    command: 'memcached',
    port: 11_211,
    ready: '',
    startMs: { first: 0, later: 0 },
    directory: '/var/lib/memcached',
    usage: { idleCpuMillis: 0.2, memoryBytes: 2 * mebibyte },
  },
];

export const databaseImages: readonly Image[] = databases.map((database) => ({
  repositories: database.repositories,
  exampleTag: database.exampleTag,
  newest: database.newest,
  contents(_, tools) {
    const programs = debianPrograms(tools);
    const server = serverOf(database);
    programs.set(database.command, server);
    for (const [name, client] of Object.entries(database.clients ?? {})) programs.set(name, client);
    return {
      command: [database.command],
      ...(database.stopSignal === undefined ? {} : { stopSignal: database.stopSignal }),
      ports: [database.port],
      programs,
      files: distributionFiles('Debian GNU/Linux 12 (bookworm)', new Map([[`${database.directory}/`, '']])),
    };
  },
}));

function serverOf({ port, ready, directory, usage, wanted, startMs }: Database): Program {
  return function* (process) {
    const { host, stdout, stderr, env } = process;
    const isNew = !host.files.stat(`${directory}/system`);
    if (isNew && wanted && !wanted.variables.some((name) => env.get(name))) {
      stderr.write(`${wanted.complaint}\n`);
      return 1;
    }
    if (isNew) initialize(process, directory);
    const readyMs = host.now() + (isNew ? startMs.first : startMs.later);
    while (host.now() < readyMs) yield { untilMs: readyMs };
    return yield* serve(process, {
      port,
      usage,
      handler: () => ({ status: 400, headers: new Map(), body: '' }),
      onListening: () => {
        if (ready !== '') stdout.write(`${ready}\n`);
      },
    });
  };
}

/** Leaves a trace in the directory, by which the next one knows that the database is there. */
function initialize({ host: { files } }: Process, directory: string): void {
  files.mkdir(directory, { parents: true });
  files.write(`${directory}/system`, 'initialized\n');
}
