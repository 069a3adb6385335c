// -f: the objects that files, directories and standard input hold, with kubectl's words about those that do not read.
import type { Kind, Wait } from '../sim/index.ts';
import { goJson, kindFor, parseManifests, readJsonStream } from '../sim/index.ts';
import type { Context } from './command.ts';
import { manifestNotSimulated } from './kinds-not-simulated.ts';
import { metadataProblem } from './manifest-metadata.ts';
import type { Source } from './manifest-sources.ts';
import { readSources } from './manifest-sources.ts';
import { sortKeys } from './printers/index.ts';
import type { Origin, Problem } from './problems.ts';

/** One object as it stands in a file. */
export interface Manifest {
  /** The file's name as messages show it; STDIN for standard input. */
  readonly source: string;
  readonly kind: Kind;
  /** With the namespace that it will go to, where its kind has one. */
  readonly object: JsonMap;
  /** As it stands in the file. */
  readonly given: JsonMap;
  readonly name: string;
  /** Empty for a kind without. */
  readonly namespace: string;
  readonly origin: Origin;
}

export type JsonMap = Readonly<Record<string, unknown>>;

export interface ManifestReading {
  /** Everything in the order in which it stands in the files. */
  readonly entries: readonly (Manifest | Problem)[];
  readonly manifests: readonly Manifest[];
  /** What could not be read. The others are there all the same. */
  readonly problems: readonly Problem[];
}

/**
 * Reads everything that -f names, in order. `validates` where a command checks that a document is an object with a
 * kind before it decodes it (create, apply, replace). Throws `CommandError` for a path that does not exist.
 */
export function* readManifests(
  context: Context,
  options: { readonly validates?: boolean } = {},
): Generator<Wait, ManifestReading, void> {
  const entries: (Manifest | Problem)[] = [];
  for (const path of context.flags.list('filename')) {
    for (const source of yield* readSources(context, path)) {
      if (source.path !== undefined) context.listener?.read(source.path);
      entries.push(...readSource(context, source, options.validates === true));
    }
  }
  return sorted(entries);
}

/** Reads the objects of a text that is no file of the learner's; `name` is how messages call it. */
export function readManifestText(context: Context, name: string, text: string): ManifestReading {
  return sorted(readSource(context, { name, text }, false));
}

function sorted(entries: readonly (Manifest | Problem)[]): ManifestReading {
  return {
    entries,
    manifests: entries.filter(isManifest),
    problems: entries.filter((entry): entry is Problem => !isManifest(entry)),
  };
}

export function isManifest(entry: Manifest | Problem): entry is Manifest {
  return 'kind' in entry;
}

/** The objects of one file. What does not parse, or is no object at all, ends it. */
function readSource(context: Context, source: Source, validates: boolean): (Manifest | Problem)[] {
  const { name, text, path } = source;
  const { documents, error } = documentsOf(text);
  const file = { source: name, text, at: '', ...(path === undefined ? {} : { path }) };
  const entries: (Manifest | Problem)[] = [];
  for (const [index, document] of documents.entries()) {
    if (document === null || document === undefined) continue;
    const origin = { ...file, document: index };
    const missing = validates ? missingOf(document) : undefined;
    if (missing !== undefined) return [...entries, { text: validationText(name, missing), origin }];
    entries.push(...readDocument(context, origin, document));
  }
  return error === undefined
    ? entries
    : [...entries, { text: `error parsing ${name}: ${error}`, origin: file }];
}

/** What begins like JSON and is no YAML is taken apart, and its faults told, as JSON. */
function documentsOf(text: string): { readonly documents: readonly unknown[]; readonly error?: string } {
  const parsed = parseManifests(text);
  if (parsed.error === undefined || !/^\s*\{/.test(text)) return parsed;
  const { values: documents, error } = readJsonStream(text);
  return error === undefined ? { documents } : { documents, error };
}

function readDocument(context: Context, origin: Origin, document: unknown): (Manifest | Problem)[] {
  const { source } = origin;
  if (!isMap(document)) {
    return [
      {
        text: `unable to decode ${JSON.stringify(source)}: couldn't get version/kind; json parse error: json: cannot unmarshal ${goType(document)} into Go value of type struct { APIVersion string "json:\\"apiVersion,omitempty\\""; Kind string "json:\\"kind,omitempty\\"" }`,
        origin,
      },
    ];
  }
  const { kind } = document;
  if (kind === undefined || kind === null || kind === '') {
    const json = goJson(sortKeys(document));
    return [
      { text: `unable to decode ${JSON.stringify(source)}: Object 'Kind' is missing in '${json}'`, origin },
    ];
  }
  const isList = kind === 'List' && document.apiVersion === 'v1';
  if (isList && Array.isArray(document.items)) {
    return document.items.flatMap((item, index) => {
      const at = `${origin.at === '' ? '' : `${origin.at}.`}items[${index}]`;
      return readDocument(context, { ...origin, at }, item);
    });
  }
  return [resolve(context, origin, document)];
}

/** What a document lacks to be an object with a kind. */
export function missingOf(document: unknown): string | undefined {
  if (!isMap(document)) return 'invalid object to validate';
  const missing = ['apiVersion', 'kind'].filter(
    (field) => document[field] === undefined || document[field] === null,
  );
  const texts = missing.map((field) => `${field} not set`);
  return texts.length > 1 ? `[${texts.join(', ')}]` : texts[0];
}

function validationText(source: string, why: string): string {
  return `error validating ${JSON.stringify(source)}: error validating data: ${why}; if you choose to ignore these errors, turn validation off with --validate=false`;
}

/** Finds the kind and the place of one object. */
function resolve(context: Context, origin: Origin, object: JsonMap): Manifest | Problem {
  const { source } = origin;
  const decoding = `unable to decode ${JSON.stringify(source)}: `;
  const problem = metadataProblem(object);
  if (problem !== undefined) return { text: decoding + problem, origin };
  const metadata = (object.metadata ?? {}) as { name?: string | null; namespace?: string | null };
  const apiVersion = String(object.apiVersion ?? '');
  const kindName = String(object.kind);
  const kind = kindFor(apiVersion === '' ? 'v1' : apiVersion, kindName);
  const name = metadata.name ?? '';
  const missing = kind ? undefined : manifestNotSimulated(apiVersion, kindName);
  if (missing !== undefined) return { text: `${source}: ${missing}`, origin };
  if (!kind) {
    // What a List holds is looked up by another part of kubectl, with fewer words.
    if (origin.at !== '') return { text: `unable to recognize ${noMatches(kindName, apiVersion)}`, origin };
    return { text: unmapped(name, metadata.namespace ?? '', source, kindName, apiVersion), origin };
  }
  if (!kind.namespaced) return { source, kind, object, given: object, name, namespace: '', origin };
  const isExplicit = context.flags.has('namespace');
  if (isExplicit && metadata.namespace && metadata.namespace !== context.namespace) {
    return { text: mismatch(metadata.namespace, context.namespace), origin };
  }
  const namespace = metadata.namespace || context.namespace;
  const placed = { ...object, metadata: { ...metadata, namespace } };
  return { source, kind, object: placed, given: object, name, namespace, origin };
}

function unmapped(name: string, namespace: string, source: string, kind: string, apiVersion: string): string {
  const from = `resource mapping not found for name: ${JSON.stringify(name)} namespace: ${JSON.stringify(namespace)} from ${JSON.stringify(source)}`;
  return `${from}: ${noMatches(kind, apiVersion)}\nensure CRDs are installed first`;
}

function noMatches(kind: string, apiVersion: string): string {
  return `no matches for kind ${JSON.stringify(kind)} in version ${JSON.stringify(apiVersion)}`;
}

/** What is said of an object of another namespace than the one that is meant. */
export function mismatch(theirs: string, ours: string): string {
  return `the namespace from the provided object ${JSON.stringify(theirs)} does not match the namespace ${JSON.stringify(ours)}. You must pass '--namespace=${theirs}' to perform this operation.`;
}

export function isMap(value: unknown): value is JsonMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function goType(value: unknown): string {
  return Array.isArray(value) ? 'array' : value === true || value === false ? 'bool' : typeof value;
}
