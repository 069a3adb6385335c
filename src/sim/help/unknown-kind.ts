// An apiVersion and kind that no server has: old, misspelt, or not belonging together.
import { findKind } from '../api/discovery.ts';
import { fieldOf } from '../api/fields.ts';
import { kinds } from '../api/index.ts';
import type { Kind } from '../api/kind.ts';
import { apiVersionOf } from '../api/kind.ts';
import type { JsonMap } from './locate.ts';
import { isMap } from './locate.ts';
import { nearest } from './nearest.ts';
import { oldApi } from './old-apis.ts';
import type { Point } from './refusal.ts';

/** What kubectl's `no matches for kind …` is about. */
export function unknownKind(object: JsonMap, said: string): Point {
  const written = { apiVersion: textOf(object.apiVersion), kind: textOf(object.kind) };
  return old(written, object, said) ?? wrongVersion(written, object, said) ?? wrongKind(written, said);
}

/** A kind that a real server has and this one does not; another version of it may be here. */
export function notSimulatedKind(object: JsonMap, said: string): Point {
  const written = { apiVersion: textOf(object.apiVersion), kind: textOf(object.kind) };
  return wrongVersion(written, object, said) ?? { path: 'kind', part: 'value', said };
}

interface Written {
  readonly apiVersion: string;
  readonly kind: string;
}

function old({ apiVersion, kind }: Written, object: JsonMap, said: string): Point | undefined {
  const meant = oldApi(apiVersion, kind) ? kind : nearest(kind, oldKinds(apiVersion));
  const found = meant === undefined ? undefined : oldApi(apiVersion, meant);
  if (found === undefined || meant === undefined) return undefined;
  const { since, also, instead } = found;
  if (instead !== undefined) {
    return { path: 'kind', part: 'value', said, advice: { is: 'gone-api', kind: meant, since, instead } };
  }
  if (found.apiVersion === undefined) return undefined;
  const needed = also === 'selector' && hasSelector(object) ? undefined : also;
  const today = found.kind ?? meant;
  const advice = {
    is: 'moved-api',
    kind: today,
    apiVersion: found.apiVersion,
    since,
    also: needed,
  } as const;
  // Where the kind changed its name as well, one correction would not do.
  const isWhole = today === kind;
  return {
    path: 'apiVersion',
    part: 'value',
    said,
    advice,
    ...(isWhole ? { instead: found.apiVersion } : {}),
  };
}

function oldKinds(apiVersion: string): string[] {
  return kinds.map(({ kind }) => kind).filter((kind) => oldApi(apiVersion, kind) !== undefined);
}

function hasSelector({ spec }: JsonMap): boolean {
  return isMap(spec) && isMap(spec.selector);
}

/** The kind is right, and the version is not its own. */
function wrongVersion({ kind }: Written, { spec }: JsonMap, said: string): Point | undefined {
  const right = kinds.find((it) => it.kind === kind);
  if (right === undefined) return undefined;
  const apiVersion = apiVersionOf(right);
  const isByCpu = isMap(spec) && spec.targetCPUUtilizationPercentage !== undefined;
  const also = isByCpu ? ({ also: 'cpu-metric' } as const) : {};
  const advice = { is: 'right-api', kind, apiVersion, ...also } as const;
  return { path: 'apiVersion', part: 'value', said, advice, instead: apiVersion };
}

function wrongKind({ kind, apiVersion }: Written, said: string): Point {
  const place = { path: 'kind', part: 'value', said } as const;
  const word =
    nearest(
      kind,
      kinds.map((it) => it.kind),
    ) ?? findKind(kind)?.kind;
  const meant = kinds.find((it) => it.kind === word);
  if (meant === undefined) return { ...place, advice: { is: 'no-such-kind', kind } };
  if (apiVersionOf(meant) === apiVersion) {
    return { ...place, advice: { is: 'did-you-mean', word: meant.kind }, instead: meant.kind };
  }
  const advice = { is: 'right-kind-and-api', kind: meant.kind, apiVersion: apiVersionOf(meant) } as const;
  return { ...place, advice };
}

/** A manifest that does not say what it is. */
export function missingKind(object: JsonMap, said: string): Point {
  const kind = textOf(object.kind);
  const apiVersion = textOf(object.apiVersion);
  const place = { path: '', part: 'key', said } as const;
  if (kind === '' && apiVersion === '') return { ...place, advice: { is: 'say-what-it-is' } };
  const known = kinds.find((it) => (kind === '' ? fits(it, apiVersion, object) : it.kind === kind));
  const line =
    kind === '' ? `kind: ${known?.kind ?? 'Pod'}` : `apiVersion: ${known ? apiVersionOf(known) : 'v1'}`;
  return { ...place, advice: { is: 'add-line', line } };
}

/** Whether an object without a kind may be one of this kind: of its version, with no field that the kind lacks. */
function fits(kind: Kind, apiVersion: string, object: JsonMap): boolean {
  if (apiVersionOf(kind) !== apiVersion) return false;
  const hasAll = (schema: string, value: JsonMap): boolean =>
    Object.keys(value).every((name) => fieldOf(schema, name) !== undefined);
  const spec = fieldOf(kind.schema, 'spec')?.type;
  const { spec: given } = object;
  return (
    hasAll(kind.schema, object) && (!isMap(given) || (spec?.form === 'object' && hasAll(spec.schema, given)))
  );
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
