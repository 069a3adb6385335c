// kubectl config set and unset: one value of a kubeconfig, by its place in it.
import { usageError } from '../../command.ts';
import type { Kubeconfig, Section } from '../../kubeconfig/kubeconfig.ts';
import { withEntry } from '../../kubeconfig/kubeconfig.ts';
import { configCommand } from './config-command.ts';

const fields: Readonly<Record<Section, readonly string[]>> = {
  clusters: [
    ...['server', 'tls-server-name', 'insecure-skip-tls-verify', 'certificate-authority'],
    ...['certificate-authority-data', 'proxy-url', 'disable-compression'],
  ],
  contexts: ['cluster', 'user', 'namespace'],
  users: [
    ...['client-certificate', 'client-certificate-data', 'client-key', 'client-key-data'],
    ...['token', 'tokenFile', 'username', 'password', 'as', 'as-uid'],
  ],
};

const types: Readonly<Record<Section, string>> = {
  clusters: 'api.Cluster',
  contexts: 'api.Context',
  users: 'api.AuthInfo',
};

interface Property {
  readonly section: Section;
  readonly name: string | undefined;
  readonly field: string | undefined;
}

/** `clusters.NAME.FIELD`, where the name may have dots of its own. Throws `CommandError`. */
function propertyAt(path: string, config: Kubeconfig): Property | 'current-context' {
  if (path === 'current-context') return path;
  const [first = '', ...rest] = path.split('.');
  if (first !== 'clusters' && first !== 'contexts' && first !== 'users') {
    throw usageError(`unable to parse ${path} after [] at api.Config`);
  }
  if (rest.length === 0) return { section: first, name: undefined, field: undefined };
  const whole = rest.join('.');
  if (rest.length === 1 || config[first].has(whole)) return { section: first, name: whole, field: undefined };
  const field = rest.at(-1) as string;
  const name = rest.slice(0, -1).join('.');
  if (!fields[first].includes(field)) {
    throw usageError(`unable to parse ${path} after [${first}.${name}] at ${types[first]}`);
  }
  return { section: first, name, field };
}

export const set = configCommand({
  word: 'set',
  summary: 'Set an individual value in a kubeconfig file',
  usage: 'PROPERTY_NAME PROPERTY_VALUE [options]',
  flags: [
    { name: 'set-raw-bytes', type: 'bool', help: 'Take a value for the bytes themselves, not for base64' },
  ],
  arguments: 2,
  run({ args: [path = '', value = ''], out }, { config, write }) {
    const property = propertyAt(path, config);
    if (property === 'current-context') write({ ...config, currentContext: value });
    else {
      const { section, name, field } = property;
      if (name === undefined || field === undefined) {
        throw usageError(`unable to set ${path}: a field of an entry must be named`);
      }
      const isTruth = field === 'insecure-skip-tls-verify' || field === 'disable-compression';
      const entry = { ...config[section].get(name), [field]: isTruth ? value === 'true' : value };
      write(withEntry(config, section, name, entry));
    }
    out(`Property ${JSON.stringify(path)} set.\n`);
  },
});

export const unset = configCommand({
  word: 'unset',
  summary: 'Unset an individual value in a kubeconfig file',
  usage: 'PROPERTY_NAME [options]',
  arguments: 1,
  run({ args: [path = ''], out }, { config, write }) {
    const property = propertyAt(path, config);
    if (property === 'current-context') write({ ...config, currentContext: '' });
    else write(without(config, property));
    out(`Property ${JSON.stringify(path)} unset.\n`);
  },
});

function without(config: Kubeconfig, { section, name, field }: Property): Kubeconfig {
  if (name === undefined) return { ...config, [section]: new Map() };
  if (field === undefined) return withEntry(config, section, name, undefined);
  const { [field]: _, ...entry } = config[section].get(name) ?? {};
  return withEntry(config, section, name, entry);
}
