// kubectl config set-cluster, set-credentials, delete-cluster and delete-user.
import type { Command } from '../../command.ts';
import { usageError } from '../../command.ts';
import type { FlagSpec, ParsedFlags } from '../../flags.ts';
import { commandHelp } from '../../help.ts';
import type { Section } from '../../kubeconfig/kubeconfig.ts';
import { withEntry } from '../../kubeconfig/kubeconfig.ts';
import { configCommand } from './config-command.ts';

/** A flag whose value stands under its own name in the entry. */
function field(name: string, type: 'string' | 'bool' = 'string'): FlagSpec {
  return { name, type, help: `${name} of the entry` };
}

function given(flags: ParsedFlags, fields: readonly FlagSpec[]): Record<string, unknown> {
  const set = fields.filter(({ name }) => flags.has(name));
  return Object.fromEntries(
    set.map(({ name, type }) => [name, type === 'bool' ? flags.bool(name) : flags.text(name)]),
  );
}

const clusterFields = [
  field('server'),
  field('tls-server-name'),
  field('insecure-skip-tls-verify', 'bool'),
  field('certificate-authority'),
  field('proxy-url'),
];

export const setCluster = configCommand({
  word: 'set-cluster',
  summary: 'Set a cluster entry in kubeconfig',
  usage:
    'NAME [--server=server] [--certificate-authority=path/to/certificate/authority] [--insecure-skip-tls-verify=true] [--tls-server-name=example.com] [options]',
  flags: [
    ...clusterFields,
    { ...field('embed-certs', 'bool'), unsupported: 'there are no certificates here' },
  ],
  arguments: 1,
  run({ args: [name = ''], flags, out }, { config, write }) {
    const entry = { ...config.clusters.get(name), ...given(flags, clusterFields) };
    write(withEntry(config, 'clusters', name, entry));
    out(`Cluster ${JSON.stringify(name)} set.\n`);
  },
});

const userFields = [
  ...['client-certificate', 'client-key', 'token', 'username', 'password'].map((name) => field(name)),
];

export const setCredentials = configCommand({
  word: 'set-credentials',
  summary: 'Set a user entry in kubeconfig',
  usage:
    'NAME [--client-certificate=path/to/certfile] [--client-key=path/to/keyfile] [--token=bearer_token] [--username=basic_user] [--password=basic_password] [options]',
  flags: [
    ...userFields,
    ...[
      ...[
        'auth-provider',
        'auth-provider-arg',
        'embed-certs',
        'exec-api-version',
        'exec-arg',
        'exec-command',
      ],
      ...['exec-env', 'exec-interactive-mode', 'exec-provide-cluster-info'],
    ].map(
      (name): FlagSpec => ({
        ...field(name),
        unsupported: 'there is one user here, and nobody checks who it is',
      }),
    ),
  ],
  arguments: 1,
  run({ args: [name = ''], flags, out }, { config, write }) {
    const changes = given(flags, userFields);
    const isBasic = 'username' in changes || 'password' in changes;
    if (isBasic && 'token' in changes) {
      throw usageError(
        'you cannot specify more than one authentication method at the same time: token, basicAuth',
      );
    }
    // One way to prove who one is takes the place of the other.
    const { token, username, password, ...rest } = config.users.get(name) ?? {};
    const kept = 'token' in changes ? {} : isBasic ? { username, password } : { token, username, password };
    const entry = Object.entries({ ...rest, ...kept, ...changes }).filter(([, value]) => value !== undefined);
    write(withEntry(config, 'users', name, Object.fromEntries(entry)));
    out(`User ${JSON.stringify(name)} set.\n`);
  },
});

function deletion(word: string, section: Section, noun: string, summary: string): Command {
  const command = configCommand({
    word,
    summary,
    usage: 'NAME [options]',
    run({ args: [name, ...more], out }, { config, path, write }) {
      if (name === undefined || more.length > 0) {
        out(commandHelp(command, []));
        return;
      }
      if (!config[section].has(name)) throw usageError(`cannot delete ${noun} ${name}, not in ${path}`);
      write(withEntry(config, section, name, undefined));
      out(`deleted ${noun} ${name} from ${path}\n`);
    },
  });
  return command;
}

export const deleteCluster = deletion(
  'delete-cluster',
  'clusters',
  'cluster',
  'Delete the specified cluster from the kubeconfig',
);

export const deleteUser = deletion(
  'delete-user',
  'users',
  'user',
  'Delete the specified user from the kubeconfig',
);
