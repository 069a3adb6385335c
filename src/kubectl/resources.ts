// Which objects a command is about: from `TYPE NAME…`, `TYPE/NAME…`, `TYPE,TYPE`, a selector, or --all.
import type { Kind, KubeObject } from '../sim/index.ts';
import { findKind, kindsOfCategory } from '../sim/index.ts';
import type { Context } from './command.ts';
import { printWarnings, UnknownKindError, usageError } from './command.ts';
import { wordNotSimulated } from './kinds-not-simulated.ts';
import type { JsonMap } from './manifest-files.ts';
import type { Problem } from './problems.ts';
import { matcherOf, selectorsOf } from './selectors.ts';

/** One kind with the names asked for; no names: all that the selector allows. */
export interface Request {
  readonly kind: Kind;
  readonly names: readonly string[];
  /** Where it is not the command's own: that of an object in a file. */
  readonly namespace?: string;
  /** The file that named it. */
  readonly source?: string;
  /** As it stands in that file. */
  readonly manifest?: JsonMap;
}

/** Reads the words of a call into requests. Throws `CommandError` as kubectl words it. */
export function readRequests(context: Context, given: readonly string[]): readonly Request[] {
  const args = withoutLists(given);
  const slashed = args.filter((arg) => arg.includes('/'));
  if (slashed.length > 0) {
    if (slashed.length < args.length) throw usageError(mixedForms);
    return args.map((arg) => readSlashed(context, arg));
  }
  const [types = '', ...names] = args;
  const kinds = kindsOf(context, types);
  if (kinds.length > 1 && names.length > 0) throw usageError('you must specify only one resource');
  return kinds.map((kind) => ({ kind, names }));
}

/** `pods,services web db` asks for each of the names of each of the types. */
function withoutLists(args: readonly string[]): readonly string[] {
  const [types = '', ...names] = args;
  if (names.length === 0 || !types.includes(',')) return args;
  return types.split(',').flatMap((type) => names.map((name) => `${type}/${name}`));
}

const mixedForms =
  "there is no need to specify a resource type as a separate argument when passing arguments in resource/name form (e.g. 'kubectl get resource/<resource_name>' instead of 'kubectl get resource resource/<resource_name>'";

function readSlashed(context: Context, arg: string): Request {
  const [type = '', name = '', ...more] = arg.split('/');
  if (more.length > 0) throw usageError('arguments in resource/name form may not have more than one slash');
  if (!type || !name)
    throw usageError('arguments in resource/name form must have a single resource and name');
  return { kind: kindOf(context, type), names: [name] };
}

/** The kind behind a word such as `sts` or `statefulsets.apps`. Throws `CommandError`. */
export function kindOf(context: Context, word: string): Kind {
  const kind = findKind(word);
  if (!kind) {
    const instead = wordNotSimulated(word);
    throw instead === undefined ? new UnknownKindError(word) : usageError(instead);
  }
  // Events are served in two groups; the shorter name stands for the older one.
  if (word === 'ev') {
    const other = 'short name "ev" could also match lower priority resource events.events.k8s.io';
    printWarnings(context, { warnings: [other] });
  }
  return kind;
}

function kindsOf(context: Context, words: string): readonly Kind[] {
  const found = words.split(',').flatMap((word) => {
    const category = kindsOfCategory(word);
    return category.length > 0 ? category : [kindOf(context, word)];
  });
  return [...new Set(found)];
}

/** What a selection found: objects in order, and the refusals met on the way. */
export interface Selection {
  readonly kind: Kind;
  readonly objects: readonly KubeObject[];
  readonly problems: readonly Problem[];
}

/**
 * Looks the requested objects up in the command's namespace (or in all), those that -l and --field-selector select if no
 * names are given. Throws `CommandError`.
 */
export function select(context: Context, request: Request): Selection {
  const { kind, names } = request;
  const selectors = selectorsOf(context);
  if (kind.deprecated) printWarnings(context, { warnings: [kind.deprecated] });
  const namespace =
    kind.namespaced && !context.isAllNamespaces ? (request.namespace ?? context.namespace) : undefined;
  if (names.length === 0) {
    const objects = context.cluster.api.list(kind, namespace).filter(matcherOf(kind, selectors));
    return { kind, objects, problems: [] };
  }
  if (request.source !== undefined) return selectOfFile(context, request);
  if (selectors.labels !== '' || selectors.fields !== '') {
    throw usageError('name cannot be provided when a selector is specified');
  }
  if (context.isAllNamespaces)
    throw usageError('a resource cannot be retrieved by name across all namespaces');
  return byName(context, kind, names, namespace ?? '');
}

/** What a file names is looked up, and left out where its labels are others; selectors of fields say nothing of it. */
function selectOfFile(context: Context, { kind, names, namespace }: Request): Selection {
  if (kind.namespaced && context.isAllNamespaces) {
    return { kind, objects: [], problems: names.map((name) => withoutNamespace(kind, name)) };
  }
  const found = byName(context, kind, names, kind.namespaced ? (namespace ?? context.namespace) : '');
  const matches = matcherOf(kind, { ...selectorsOf(context), fields: '' });
  return { ...found, objects: found.objects.filter(matches) };
}

/** Where all namespaces are meant, none is taken for what a file names. */
export function withoutNamespace(kind: Kind, name: string): Problem {
  const resource = `${kind.group}/${kind.version}, Resource=${kind.plural}`;
  return { text: `no namespace set on resource ${resource} ${JSON.stringify(name)}` };
}

function byName(context: Context, kind: Kind, names: readonly string[], namespace: string): Selection {
  const objects: KubeObject[] = [];
  const problems: Problem[] = [];
  for (const name of names) {
    const answer = context.cluster.api.get(kind, namespace, name);
    if (answer.ok) objects.push(answer.object);
    else problems.push({ status: answer.status });
  }
  return { kind, objects, problems };
}
