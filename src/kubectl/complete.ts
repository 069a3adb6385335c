// What may stand where a word of a kubectl call is being typed: commands, flags and their values, kinds, names of objects.
import type { Cluster, Kind } from '../sim/index.ts';
import { findKind, kinds, NamespaceKind, NodeKind, PodKind, resourceName } from '../sim/index.ts';
import type { Command } from './command.ts';
import { CommandError } from './command.ts';
import { commands } from './commands/index.ts';
import { findCommand, namingWords } from './find-command.ts';
import type { FlagSpec } from './flags.ts';
import { globalFlags } from './global-flags.ts';
import type { Kubeconfig } from './kubeconfig/kubeconfig.ts';
import { emptyKubeconfig } from './kubeconfig/kubeconfig.ts';
import type { Reader } from './kubeconfig/kubeconfig-files.ts';
import { readKubeconfig } from './kubeconfig/kubeconfig-files.ts';
import { textAt } from './objects.ts';

export interface CompletionQuestion {
  readonly cluster: Cluster;
  /** The words after kubectl that are complete. */
  readonly words: readonly string[];
  /** What is typed of the next one. */
  readonly word: string;
  /** Where the kubeconfig is found, with its contexts and their namespaces. */
  readonly reader: Reader;
}

/** Whole words that begin with what is typed, or 'files' where a path is meant. */
export type KubectlOffers = readonly string[] | 'files';

/** Commands whose operands are pods, before `--`. */
const onPods: ReadonlySet<string> = new Set(['attach', 'exec', 'logs', 'port-forward', 'top pod', 'debug']);
const onNodes: ReadonlySet<string> = new Set(['cordon', 'drain', 'uncordon', 'top node']);
/** Commands whose operands are `TYPE NAME…`. */
const onObjects: ReadonlySet<string> = new Set([
  ...[
    'annotate',
    'autoscale',
    'delete',
    'describe',
    'edit',
    'expose',
    'get',
    'label',
    'patch',
    'scale',
    'taint',
  ],
  ...['wait', 'rollout history', 'rollout pause', 'rollout restart', 'rollout resume', 'rollout status'],
  ...['rollout undo', 'set env', 'set image', 'set resources', 'set selector', 'set serviceaccount'],
]);
const onlyKinds: ReadonlySet<string> = new Set(['explain']);
const onContexts: ReadonlySet<string> = new Set([
  ...['config use-context', 'config delete-context', 'config rename-context', 'config set-context'],
]);

const formats = [
  ...['custom-columns=', 'go-template=', 'json', 'jsonpath=', 'jsonpath-as-json=', 'name', 'wide', 'yaml'],
];

interface Question extends CompletionQuestion {
  /** Of the current context. */
  readonly namespace: string;
  readonly contexts: readonly string[];
}

/** What may stand there, in order. */
export function completeKubectl(asked: CompletionQuestion): KubectlOffers {
  const { words, word, reader } = asked;
  const { contexts, currentContext } = kubeconfigOf(reader);
  const namespace = textAt(contexts.get(currentContext), 'namespace') || 'default';
  const question: Question = { ...asked, namespace, contexts: [...contexts.keys()] };
  const { command, after } = findCommand(commands, words);
  const flags = [...(command?.flags ?? []), ...globalFlags];
  if (words.includes('--')) return 'files';
  const last = words.at(-1) ?? '';
  const waiting = flags.find(
    (flag) => isNamed(flag, last) && flag.type !== 'bool' && flag.bare === undefined,
  );
  if (waiting) return offered(valuesOf(question, waiting, command), word);
  if (word.startsWith('-')) return flagOffers(question, flags, command);
  const names = namingWords(words);
  const isMaybeGroup = !command || names.length === command.words.length;
  const below = isMaybeGroup ? wordsBelow(names) : [];
  const operands = command ? operandOffers(question, command, operandsIn(after, flags)) : [];
  return operands === 'files' ? operands : offered([...below, ...operands], word);
}

/** An unreadable one says nothing: the call itself will tell what is wrong with it. */
function kubeconfigOf(reader: Reader): Kubeconfig {
  try {
    return readKubeconfig(reader);
  } catch (error) {
    if (error instanceof CommandError) return emptyKubeconfig;
    throw error;
  }
}

function offered(offers: readonly string[] | 'files', word: string): KubectlOffers {
  return offers === 'files' ? offers : [...new Set(offers)].filter((offer) => offer.startsWith(word)).sort();
}

function isNamed({ name, short }: FlagSpec, word: string): boolean {
  return word === `--${name}` || (short !== undefined && word === `-${short}`);
}

/** The next words of commands that begin with these. */
function wordsBelow(names: readonly string[]): readonly string[] {
  return commands
    .filter(({ words }) => words.length > names.length && names.every((name, i) => words[i] === name))
    .map(({ words }) => words[names.length] ?? '');
}

function flagOffers(
  question: Question,
  flags: readonly FlagSpec[],
  command: Command | undefined,
): KubectlOffers {
  const { word } = question;
  const equals = word.indexOf('=');
  if (equals >= 0) {
    const name = word.slice(0, equals);
    const flag = flags.find((own) => isNamed(own, name));
    const values = flag ? valuesOf(question, flag, command) : [];
    return values === 'files'
      ? []
      : offered(
          values.map((value) => `${name}=${value}`),
          word,
        );
  }
  const known = flags.filter(
    ({ unsupported, deprecated }) => unsupported === undefined && deprecated === undefined,
  );
  return offered(
    known.map(({ name, type }) => `--${name}${type === 'bool' ? '' : '='}`),
    word,
  );
}

function valuesOf(
  { cluster, namespace, contexts, words }: Question,
  { name }: FlagSpec,
  command: Command | undefined,
): readonly string[] | 'files' {
  switch (name) {
    case 'filename':
    case 'kubeconfig':
    case 'patch-file':
    case 'from-file':
    case 'output-directory':
      return 'files';
    case 'namespace':
    case 'namespaces':
      return cluster.api.list(NamespaceKind).map(({ metadata }) => metadata.name);
    case 'output':
      return command && onObjects.has(command.words.join(' ')) ? formats : ['json', 'name', 'yaml'];
    case 'context':
      return contexts;
    case 'dry-run':
      return ['client', 'none', 'server'];
    case 'cascade':
      return ['background', 'foreground', 'orphan'];
    case 'container':
      return containersOf(cluster, namespaceIn(words) ?? namespace, words);
    default:
      return [];
  }
}

/** The containers of the pod that is named, or of all pods. */
function containersOf(cluster: Cluster, namespace: string, words: readonly string[]): readonly string[] {
  const pods = cluster.api.list(PodKind, namespace);
  const named = pods.filter(
    ({ metadata: { name } }) => words.includes(name) || words.includes(`pod/${name}`),
  );
  return (named.length > 0 ? named : pods).flatMap(({ spec }) =>
    [...spec.containers, ...(spec.initContainers ?? [])].map(({ name }) => name),
  );
}

/** -n as it stands in the words. */
function namespaceIn(words: readonly string[]): string | undefined {
  const at = words.findIndex((word) => word === '-n' || word === '--namespace');
  if (at >= 0) return words[at + 1];
  return words
    .map((word) => /^(?:--namespace=|-n=?)(.+)$/.exec(word)?.[1])
    .find((found) => found !== undefined);
}

/** The words that are neither flags nor the values of flags. */
function operandsIn(words: readonly string[], flags: readonly FlagSpec[]): readonly string[] {
  return words.filter((word, i) => {
    const before = words[i - 1] ?? '';
    const flag = flags.find((own) => isNamed(own, before));
    return !word.startsWith('-') && !(flag && flag.type !== 'bool' && flag.bare === undefined);
  });
}

function operandOffers(
  question: Question,
  command: Command,
  operands: readonly string[],
): readonly string[] | 'files' {
  const { contexts, word } = question;
  const name = command.words.join(' ');
  const [type] = operands;
  if (name === 'cp') return 'files';
  if (onNodes.has(name)) return namesOf(question, NodeKind as Kind);
  if (onContexts.has(name)) return contexts;
  if (onPods.has(name)) {
    if (operands.length > 0) return [];
    return word.includes('/') ? slashed(question, word) : namesOf(question, PodKind as Kind);
  }
  if (onlyKinds.has(name)) return operands.length > 0 ? [] : kindWords();
  if (!onObjects.has(name)) return [];
  if (word.includes('/')) return slashed(question, word);
  if (type === undefined) return kindWords();
  const kind = findKind(type);
  return kind ? namesOf(question, kind).filter((own) => !operands.includes(own)) : [];
}

function kindWords(): readonly string[] {
  return kinds.map((kind) => resourceName(kind));
}

/** `deploy/web` for `deploy/w`. */
function slashed(question: Question, word: string): readonly string[] {
  const [type = ''] = word.split('/');
  const kind = findKind(type);
  return kind ? namesOf(question, kind).map((name) => `${type}/${name}`) : [];
}

function namesOf({ cluster, words, namespace }: Question, kind: Kind): readonly string[] {
  const isEverywhere = words.includes('-A') || words.includes('--all-namespaces');
  const where = kind.namespaced && !isEverywhere ? (namespaceIn(words) ?? namespace) : undefined;
  return cluster.api.list(kind, where).map(({ metadata }) => metadata.name);
}
