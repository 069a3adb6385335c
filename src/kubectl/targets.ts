// The objects that a changing command is about: what -f, TYPE NAME, TYPE/NAME, a selector or --all name, as they are now.
import type { Kind, KubeObject, Wait } from '../sim/index.ts';
import type { Context } from './command.ts';
import { usageError } from './command.ts';
import { isLocal } from './local.ts';
import type { JsonMap } from './manifest-files.ts';
import { readManifests } from './manifest-files.ts';
import { asObject } from './objects.ts';
import type { Problem } from './problems.ts';
import type { Request } from './resources.ts';
import { readRequests, select, withoutNamespace } from './resources.ts';
import { matcherOf, selectorsOf } from './selectors.ts';

export interface Target {
  readonly kind: Kind;
  readonly object: KubeObject;
  /** The file that named it. */
  readonly source?: string;
  /** As it stands in that file. */
  readonly manifest?: JsonMap;
}

export interface Targets {
  readonly targets: readonly Target[];
  /** Those that could not be read or found. */
  readonly problems: readonly Problem[];
}

/** Without anything that names an object. */
export const noResources = `You must provide one or more resources by argument or filename.\nExample resource specifications include:\n   '-f rsrc.yaml'\n   '--filename=rsrc.json'\n   '<resource> <name>'\n   '<resource>'`;

/** Finds what a command's flags and `args` name. Throws `CommandError` where they name nothing or contradict each other. */
export function* findTargets(
  context: Context,
  args: readonly string[] = context.args,
): Generator<Wait, Targets, void> {
  const isHere = isLocal(context);
  if (context.flags.has('filename')) {
    refuseBesideFiles(context, args);
    return isHere ? yield* targetsHere(context) : yield* targetsOfFiles(context);
  }
  // Arguments name what only the server has.
  return targetsOfRequests(context, requestsOf(context, isHere ? [] : args));
}

/** What `args` name. Types alone need -l or --all. */
export function requestsOf(context: Context, args: readonly string[]): readonly Request[] {
  const { flags } = context;
  if (args.length === 0 && (flags.text('selector') || flags.text('field-selector'))) {
    throw usageError('at least one resource must be specified to use a selector');
  }
  if (args.length === 0) throw usageError(noResources);
  const requests = readRequests(context, args);
  const isOpen = requests.some((request) => request.names.length === 0);
  if (isOpen && !flags.bool('all') && !flags.text('selector') && !flags.text('field-selector')) {
    throw usageError('resource(s) were provided, but no name was specified');
  }
  if (flags.bool('all') && flags.text('selector')) {
    throw usageError("setting 'all' parameter but found a non empty selector. ");
  }
  return requests;
}

export function targetsOfRequests(context: Context, requests: readonly Request[]): Targets {
  const targets: Target[] = [];
  const problems: Problem[] = [];
  for (const request of requests) {
    const found = select(context, request);
    for (const object of found.objects) targets.push({ kind: request.kind, object });
    problems.push(...found.problems);
  }
  return { targets, problems };
}

/** What the files say, as if the server held it. */
function* targetsHere(context: Context): Generator<Wait, Targets, void> {
  const { manifests, problems } = yield* readManifests(context);
  const targets = manifests.map(({ kind, source, given }) => ({
    kind,
    object: asObject(given),
    source,
    manifest: given,
  }));
  return { targets, problems };
}

function* targetsOfFiles(context: Context): Generator<Wait, Targets, void> {
  const { manifests, problems } = yield* readManifests(context);
  const targets: Target[] = [];
  const missing: Problem[] = [...problems];
  for (const { kind, namespace, name, source, object: manifest } of manifests) {
    if (kind.namespaced && context.isAllNamespaces) {
      missing.push(withoutNamespace(kind, name));
      continue;
    }
    const answer = context.cluster.api.get(kind, namespace, name);
    if (!answer.ok) missing.push({ status: answer.status });
    else if (matcherOf(kind, { ...selectorsOf(context), fields: '' })(answer.object)) {
      targets.push({ kind, object: answer.object, source, manifest });
    }
  }
  return { targets, problems: missing };
}

/** What -f names, as requests by name. Throws `CommandError` where a file does not read. */
export function* readFileTargets(context: Context): Generator<Wait, FileRequests, void> {
  refuseBesideFiles(context, context.args);
  const { manifests, problems } = yield* readManifests(context);
  return {
    requests: manifests.map(({ kind, name, namespace, source, given }) => ({
      kind,
      names: [name],
      namespace,
      source,
      manifest: given,
    })),
    problems,
  };
}

/** Throws `CommandError` where objects are named by arguments beside those that -f names. */
export function refuseBesideFiles(context: Context, args: readonly string[]): void {
  if (args.length === 0) return;
  const slashed = args.filter((arg) => arg.includes('/'));
  // TYPE and TYPE/NAME mixed are refused first.
  if (slashed.length > 0 && slashed.length < args.length) readRequests(context, args);
  throw usageError(
    slashed.length > 0
      ? 'resource/name arguments cannot be provided when a path is specified'
      : 'when paths, URLs, or stdin is provided as input, you may not specify resource arguments as well',
  );
}

export interface FileRequests {
  readonly requests: readonly Request[];
  readonly problems: readonly Problem[];
}
