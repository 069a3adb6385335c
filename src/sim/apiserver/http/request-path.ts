// What a URL of the API server means: `/apis/apps/v1/namespaces/default/statefulsets/web/scale?pretty=true`.
// Source: "Kubernetes API Concepts: resource URIs" in the documentation.
import { kinds } from '../../api/index.ts';
import type { Kind } from '../../api/kind.ts';

/** A resource as a path names it. */
export interface ResourcePath {
  readonly kind: Kind;
  /** Absent: all namespaces, or a kind that is in none. */
  readonly namespace?: string;
  /** Absent: the collection. */
  readonly name?: string;
  readonly subresource?: string;
  /** What follows the subresource, from its slash on: '' or '/' and more. */
  readonly rest: string;
}

export type Query = ReadonlyMap<string, string>;

export interface Target {
  /** The path, still encoded. */
  readonly path: string;
  /** What follows the question mark, still encoded; '' if there is none. */
  readonly queryText: string;
  /** The last value of each parameter. */
  readonly query: Query;
}

/** Takes a request's target apart; undefined where its percent signs make no sense. */
export function readTarget(target: string): Target | undefined {
  const at = target.indexOf('?');
  const path = at < 0 ? target : target.slice(0, at);
  const queryText = at < 0 ? '' : target.slice(at + 1);
  const query = new Map<string, string>();
  for (const part of queryText.split('&')) {
    if (part === '') continue;
    const equals = part.indexOf('=');
    const [name, value] = equals < 0 ? [part, ''] : [part.slice(0, equals), part.slice(equals + 1)];
    const [key, text] = [decoded(name.replaceAll('+', ' ')), decoded(value.replaceAll('+', ' '))];
    if (key === undefined || text === undefined) return undefined;
    query.set(key, text);
  }
  return { path, queryText, query };
}

/** The resource that a path names; undefined where no kind is served there. */
export function readResourcePath(path: string): ResourcePath | undefined {
  const core = /^\/api\/(v1)\/(.+)$/.exec(path);
  const grouped = /^\/apis\/([^/]+)\/([^/]+)\/(.+)$/.exec(path);
  const [group, version, rest] = core ? ['', core[1], core[2]] : (grouped?.slice(1) ?? []);
  if (rest === undefined) return undefined;
  const words = rest.split('/');
  const served = (plural: string | undefined, namespaced: boolean) =>
    kinds.find(
      (kind) =>
        kind.group === group &&
        kind.version === version &&
        kind.plural === plural &&
        kind.namespaced === namespaced,
    );
  const [first, second, third] = words;
  const within = first === 'namespaces' && second ? served(third, true) : undefined;
  if (within) return resourcePath(within, words.slice(3), decoded(second ?? ''));
  const kind = served(first, false) ?? (words.length === 1 ? served(first, true) : undefined);
  return kind && resourcePath(kind, words.slice(1), undefined);
}

function resourcePath(
  kind: Kind,
  words: readonly string[],
  namespace: string | undefined,
): ResourcePath | undefined {
  const [first, subresource, ...more] = words;
  const name = first === undefined ? undefined : decoded(first);
  if (name === '' || (first !== undefined && name === undefined)) return undefined;
  return {
    kind,
    ...(namespace === undefined ? {} : { namespace }),
    ...(name === undefined ? {} : { name }),
    ...(subresource ? { subresource } : {}),
    rest: more.length > 0 ? `/${more.join('/')}` : '',
  };
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
