// Which objects a command is about: from `TYPE NAME…`, `TYPE/NAME…`, `TYPE,TYPE`, a selector, or --all.
import type { Kind, KubeObject } from '../sim/index.ts';
import { findKind, kindsOfCategory, parseSelector } from '../sim/index.ts';
import type { Context } from './command.ts';
import { CommandError, printWarnings, usageError } from './command.ts';
import { wordNotSimulated } from './kinds-not-simulated.ts';
import type { Problem } from './problems.ts';

/** One kind with the names asked for; no names: all that the selector allows. */
export interface Request {
  readonly kind: Kind;
  readonly names: readonly string[];
  /** Where it is not the command's own: that of an object in a file. */
  readonly namespace?: string;
  /** The file that named it. */
  readonly source?: string;
}

/** Reads the words of a call into requests. Throws `CommandError` as kubectl words it. */
export function readRequests(args: readonly string[]): readonly Request[] {
  const slashed = args.filter((arg) => arg.includes('/'));
  if (slashed.length > 0) {
    if (slashed.length < args.length) throw usageError(mixedForms);
    return args.map(readSlashed);
  }
  const [types = '', ...names] = args;
  return kindsOf(types).map((kind) => ({ kind, names }));
}

const mixedForms =
  "there is no need to specify a resource type as a separate argument when passing arguments in resource/name form (e.g. 'kubectl get resource/<resource_name>' instead of 'kubectl get resource resource/<resource_name>'";

function readSlashed(arg: string): Request {
  const [type = '', name = '', ...more] = arg.split('/');
  if (more.length > 0) throw usageError('arguments in resource/name form may not have more than one slash');
  if (!type || !name)
    throw usageError('arguments in resource/name form must have a single resource and name');
  return { kind: kindOf(type), names: [name] };
}

/** The kind behind a word such as `sts` or `statefulsets.apps`. */
export function kindOf(word: string): Kind {
  const kind = findKind(word);
  if (!kind) {
    throw usageError(
      wordNotSimulated(word) ?? `the server doesn't have a resource type ${JSON.stringify(word)}`,
    );
  }
  return kind;
}

function kindsOf(words: string): readonly Kind[] {
  const found = words.split(',').flatMap((word) => {
    const category = kindsOfCategory(word);
    return category.length > 0 ? category : [kindOf(word)];
  });
  return [...new Set(found)];
}

/** What a selection found: objects in order, and the refusals met on the way. */
export interface Selection {
  readonly kind: Kind;
  readonly objects: readonly KubeObject[];
  readonly problems: readonly Problem[];
}

/** Looks the requested objects up in the command's namespace (or in all). */
export function select(
  context: Context,
  request: Request,
  options: { readonly selector?: string | undefined } = {},
): Selection {
  const { kind, names } = request;
  if (kind.deprecated) printWarnings(context, { warnings: [kind.deprecated] });
  const namespace =
    kind.namespaced && !context.isAllNamespaces ? (request.namespace ?? context.namespace) : undefined;
  if (names.length === 0) {
    const includes = selectorMatcher(kind, options.selector);
    const objects = context.cluster.api.list(kind, namespace).filter(includes);
    return { kind, objects, problems: [] };
  }
  if (options.selector) throw usageError('name cannot be provided when a selector is specified');
  if (context.isAllNamespaces)
    throw usageError('a resource cannot be retrieved by name across all namespaces');
  const objects: KubeObject[] = [];
  const problems: Problem[] = [];
  for (const name of names) {
    const answer = context.cluster.api.get(kind, namespace ?? '', name);
    if (answer.ok) objects.push(answer.object);
    else problems.push({ status: answer.status });
  }
  return { kind, objects, problems };
}

/** `-l` as a test on objects of a kind. Throws `CommandError` with the API server's words where it does not parse. */
export function selectorMatcher(kind: Kind, selector: string | undefined): (object: KubeObject) => boolean {
  if (!selector) return () => true;
  const parsed = parseSelector(selector);
  if (!parsed.ok) {
    const resource = `${kind.group}/${kind.version}, Resource=${kind.plural}`;
    const asked = `label selector ${JSON.stringify(selector)}, field selector ""`;
    throw new CommandError(
      `Error from server (BadRequest): Unable to find ${JSON.stringify(resource)} that match ${asked}: ${parsed.error}`,
    );
  }
  return (object) => parsed.value.matches(object.metadata.labels ?? {});
}
