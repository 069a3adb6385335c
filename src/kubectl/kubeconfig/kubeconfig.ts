// What a kubeconfig says: clusters, users, and contexts that join one of each with a namespace.
import type { JsonMap } from '../manifest-files.ts';
import { isMap } from '../manifest-files.ts';
import { listAt, mapAt, textAt } from '../objects.ts';

export type Section = 'clusters' | 'contexts' | 'users';

/** Each section by name. */
export interface Kubeconfig {
  readonly clusters: ReadonlyMap<string, JsonMap>;
  readonly contexts: ReadonlyMap<string, JsonMap>;
  readonly users: ReadonlyMap<string, JsonMap>;
  /** Empty where there is none. */
  readonly currentContext: string;
}

/** The word under which an entry of a section stands. */
export const entryWords: Readonly<Record<Section, string>> = {
  clusters: 'cluster',
  contexts: 'context',
  users: 'user',
};

export const emptyKubeconfig: Kubeconfig = {
  clusters: new Map(),
  contexts: new Map(),
  users: new Map(),
  currentContext: '',
};

/** Where the cluster is that is simulated. */
export const SERVER = 'https://127.0.0.1:6443';

/** What a machine has that nobody has configured: the administrator's way to the one cluster there is. */
export const givenKubeconfig: Kubeconfig = {
  clusters: new Map([['kubernetes', { server: SERVER }]]),
  contexts: new Map([['kubernetes-admin@kubernetes', { cluster: 'kubernetes', user: 'kubernetes-admin' }]]),
  users: new Map([['kubernetes-admin', {}]]),
  currentContext: 'kubernetes-admin@kubernetes',
};

/** Reads what a file holds. Entries without a name, and all that is not known, are left out. */
export function fromFile(document: unknown): Kubeconfig {
  return {
    clusters: sectionOf(document, 'clusters'),
    contexts: sectionOf(document, 'contexts'),
    users: sectionOf(document, 'users'),
    currentContext: textAt(document, 'current-context') ?? '',
  };
}

function sectionOf(document: unknown, section: Section): ReadonlyMap<string, JsonMap> {
  const entries = listAt(document, section).filter(isMap);
  return new Map(
    entries.flatMap((entry) => {
      const name = textAt(entry, 'name');
      return name === undefined ? [] : [[name, mapAt(entry, entryWords[section])] as const];
    }),
  );
}

/** The form in which it is written and shown: entries by name. */
export function toFile(config: Kubeconfig): JsonMap {
  return {
    apiVersion: 'v1',
    clusters: entriesOf(config, 'clusters'),
    contexts: entriesOf(config, 'contexts'),
    'current-context': config.currentContext,
    kind: 'Config',
    users: entriesOf(config, 'users'),
  };
}

function entriesOf(config: Kubeconfig, section: Section): readonly JsonMap[] | null {
  const entries = [...config[section]].sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.length === 0
    ? null
    : entries.map(([name, entry]) => ({ [entryWords[section]]: entry, name }));
}

/** The fields of entries as Go declares them; others come after. */
const goFields: Readonly<Record<Section, readonly string[]>> = {
  clusters: [
    ...['server', 'tls-server-name', 'insecure-skip-tls-verify', 'certificate-authority'],
    ...['certificate-authority-data', 'proxy-url'],
  ],
  contexts: ['cluster', 'user', 'namespace'],
  users: [
    ...['client-certificate', 'client-certificate-data', 'client-key', 'client-key-data', 'token'],
    ...['tokenFile', 'as', 'username', 'password'],
  ],
};

/** The same as JSON of it comes. */
export function inGoOrder(config: Kubeconfig): JsonMap {
  const entries = (section: Section) =>
    entriesOf(config, section)?.map((entry) => ({
      name: entry.name,
      [entryWords[section]]: sortedBy(goFields[section], mapAt(entry, entryWords[section])),
    })) ?? null;
  return {
    kind: 'Config',
    apiVersion: 'v1',
    clusters: entries('clusters'),
    users: entries('users'),
    contexts: entries('contexts'),
    'current-context': config.currentContext,
  };
}

function sortedBy(names: readonly string[], entry: JsonMap): JsonMap {
  const known = names.filter((name) => Object.hasOwn(entry, name));
  const others = Object.keys(entry).filter((name) => !names.includes(name));
  return Object.fromEntries([...known, ...others].map((name) => [name, entry[name]]));
}

/** Two files as one: of entries of one name, and of current contexts, the first counts. */
export function merged(first: Kubeconfig, second: Kubeconfig): Kubeconfig {
  return {
    clusters: new Map([...second.clusters, ...first.clusters]),
    contexts: new Map([...second.contexts, ...first.contexts]),
    users: new Map([...second.users, ...first.users]),
    currentContext: first.currentContext || second.currentContext,
  };
}

/** A copy with another entry of a section, or without it. */
export function withEntry(
  config: Kubeconfig,
  section: Section,
  name: string,
  entry: JsonMap | undefined,
): Kubeconfig {
  const entries = new Map(config[section]);
  if (entry === undefined) entries.delete(name);
  else entries.set(name, entry);
  return { ...config, [section]: entries };
}
