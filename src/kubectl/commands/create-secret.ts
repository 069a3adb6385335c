// kubectl create secret generic, tls and docker-registry.
import type { Kind } from '../../sim/index.ts';
import { goJson, SecretKind, textToBase64 } from '../../sim/index.ts';
import type { Command, Context } from '../command.ts';
import { usageError } from '../command.ts';
import { namedByContents } from '../contents-hash.ts';
import { addFile, appendHashFlag, keySourceFlags, readKeys, textOf } from '../key-sources.ts';
import { absolutePath } from '../paths.ts';
import { commandGroup } from './command-group.ts';
import { createGenerated, generatorFlags, nameOf } from './generate.ts';

const generic: Command = {
  words: ['create', 'secret', 'generic'],
  summary: 'Create a secret from a local file, directory, or literal value',
  usage:
    'kubectl create secret generic NAME [--type=string] [--from-file=[key=]source] [--from-literal=key1=value1] [--dry-run=server|client|none] [options]',
  flags: [
    ...generatorFlags,
    ...keySourceFlags,
    { name: 'type', type: 'string', help: 'The type of the secret' },
    appendHashFlag,
  ],
  run(context) {
    const name = nameOf(context);
    return createSecret(context, name, context.flags.text('type') ?? '', readKeys(context, 'Secret', name));
  },
};

const tls: Command = {
  words: ['create', 'secret', 'tls'],
  summary: 'Create a TLS secret',
  usage:
    'kubectl create secret tls NAME --cert=path/to/cert/file --key=path/to/key/file [--dry-run=server|client|none] [options]',
  flags: [
    ...generatorFlags,
    { name: 'cert', type: 'string', help: 'The file of the certificate, in PEM' },
    { name: 'key', type: 'string', help: 'The file of the private key' },
    appendHashFlag,
  ],
  run(context) {
    const name = nameOf(context);
    const [cert, key] = [context.flags.text('cert'), context.flags.text('key')];
    if (!cert || !key) throw usageError('key and cert must be specified');
    const texts = [readPem(context, cert), readPem(context, key)] as const;
    refuseBlocks(texts[0], 'certificate', (type) => type === 'CERTIFICATE', '"CERTIFICATE"');
    refuseBlocks(texts[1], 'key', (type) => type === 'PRIVATE KEY' || type.endsWith(' PRIVATE KEY'));
    const keys = new Map([
      ['tls.crt', texts[0]],
      ['tls.key', texts[1]],
    ]);
    return createSecret(context, name, 'kubernetes.io/tls', keys);
  },
};

const dockerRegistry: Command = {
  words: ['create', 'secret', 'docker-registry'],
  summary: 'Create a secret for use with a Docker registry',
  usage:
    'kubectl create secret docker-registry NAME --docker-username=user --docker-password=password --docker-email=email [--docker-server=string] [--from-file=[key=]source] [--dry-run=server|client|none] [options]',
  flags: [
    ...generatorFlags,
    { name: 'docker-username', type: 'string', help: 'The user at the registry' },
    { name: 'docker-password', type: 'string', help: 'The password of the user' },
    { name: 'docker-email', type: 'string', help: 'The address of the user' },
    {
      name: 'docker-server',
      type: 'string',
      default: 'https://index.docker.io/v1/',
      help: 'Where the registry is',
    },
    { name: 'from-file', type: 'list', help: 'A file that holds what a client keeps, as KEY=FILE' },
    appendHashFlag,
  ],
  run(context) {
    const { flags } = context;
    const name = nameOf(context);
    const [user, password, server] = ['username', 'password', 'server'].map((it) =>
      flags.text(`docker-${it}`),
    );
    const sources = flags.list('from-file');
    const keys = new Map<string, string>();
    for (const source of sources) addFile(context, source, (key, text) => keys.set(key, text));
    if (sources.length === 0) {
      if (!user || !password || !server) {
        throw usageError(
          'either --from-file or the combination of --docker-username, --docker-password and --docker-server is required',
        );
      }
      const email = flags.text('docker-email');
      const auth = textToBase64(`${user}:${password}`);
      const entry = { username: user, password, ...(email ? { email } : {}), auth };
      keys.set('.dockerconfigjson', goJson({ auths: { [server]: entry } }));
    }
    return createSecret(context, name, 'kubernetes.io/dockerconfigjson', keys);
  },
};

export const createSecretCommands = commandGroup({
  words: ['create', 'secret'],
  summary: 'Create a secret using a specified subcommand',
  usage: 'kubectl create secret (docker-registry | generic | tls) [options]',
  members: [dockerRegistry, generic, tls],
});

function createSecret(
  context: Context,
  name: string,
  type: string,
  texts: ReadonlyMap<string, string>,
): number {
  const data = Object.fromEntries([...texts].map(([key, text]) => [key, textToBase64(text)]));
  const object = namedByContents(context, {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name },
    ...(texts.size > 0 ? { data } : {}),
    ...(type ? { type } : {}),
  });
  return createGenerated(context, SecretKind as Kind, object, 'failed to create secret');
}

function readPem({ process }: Context, path: string): string {
  const { files } = process.host;
  const where = absolutePath(process, path);
  const stat = files.stat(where);
  if (!stat) throw usageError(`Cannot read file ${path}, open ${path}: no such file or directory`);
  if (stat.type !== 'file') throw usageError(`Cannot read file ${path}, read ${path}: is a directory`);
  return textOf(files.read(where), path);
}

/** Departs: that there are blocks of the right type is all that is looked at, not whether they fit each other. */
function refuseBlocks(text: string, what: string, isWanted: (type: string) => boolean, wanted = ''): void {
  const types = [...text.matchAll(/^-----BEGIN ([^\n]+?)-----\s*$[\s\S]*?^-----END \1-----\s*$/gm)].map(
    ([, type = '']) => type,
  );
  if (types.length === 0) throw usageError(`tls: failed to find any PEM data in ${what} input`);
  if (types.some(isWanted)) return;
  const block = wanted || 'PEM block with type ending in "PRIVATE KEY"';
  const skipped = `after skipping PEM blocks of the following types: [${types.join(' ')}]`;
  throw usageError(
    wanted
      ? `tls: failed to find ${block} PEM block in ${what} input ${skipped}`
      : `tls: failed to find ${block} in ${what} input ${skipped}`,
  );
}
