// An apiVersion and kind that no server has: old, misspelt, or not belonging together.
import { findKind } from '../api/discovery.ts';
import { fieldOf } from '../api/fields.ts';
import { kinds } from '../api/index.ts';
import type { Kind } from '../api/kind.ts';
import { apiVersionOf } from '../api/kind.ts';
import type { JsonMap } from './locate.ts';
import { isMap } from './locate.ts';
import { nearest } from './nearest.ts';
import { oldApi, REAL_KINDS } from './old-apis.ts';
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
function wrongVersion(
  { kind, apiVersion: given }: Written,
  { spec }: JsonMap,
  said: string,
): Point | undefined {
  const apiVersion = apiVersionFor(kind);
  if (apiVersion === undefined || apiVersion === given) return undefined;
  const isByCpu = isMap(spec) && spec.targetCPUUtilizationPercentage !== undefined;
  const also = isByCpu ? ({ also: 'cpu-metric' } as const) : {};
  const advice = { is: 'right-api', kind, apiVersion, ...also } as const;
  return { path: 'apiVersion', part: 'value', said, advice, instead: apiVersion };
}

function wrongKind({ kind, apiVersion }: Written, said: string): Point {
  const place = { path: 'kind', part: 'value', said } as const;
  const word = kindMeant(kind);
  const today = word === undefined ? undefined : apiVersionFor(word);
  if (word === undefined || today === undefined) return { ...place, advice: { is: 'no-such-kind', kind } };
  if (today === apiVersion) return { ...place, advice: { is: 'did-you-mean', word }, instead: word };
  return { ...place, advice: { is: 'right-kind-and-api', kind: word, apiVersion: today } };
}

/** A misspelt kind, or one by a name that only commands take (`sts`). */
function kindMeant(kind: string): string | undefined {
  const known = [...kinds.map((it) => it.kind), ...REAL_KINDS.keys()];
  return nearest(kind, known) ?? findKind(kind)?.kind;
}

/** What a kind is written with today. */
function apiVersionFor(kind: string): string | undefined {
  const served = kinds.find((it) => it.kind === kind);
  return served ? apiVersionOf(served) : REAL_KINDS.get(kind);
}

/** A manifest that does not say what it is. */
export function missingKind(object: JsonMap, said: string): Point {
  const kind = textOf(object.kind);
  const apiVersion = textOf(object.apiVersion);
  const place = { path: '', part: 'key', said } as const;
  const slip = misspelt(object, kind === '' ? 'kind' : 'apiVersion');
  if (slip !== undefined) {
    const word = kind === '' ? 'kind' : 'apiVersion';
    const isAll = kind !== '' || apiVersion !== '';
    return {
      ...place,
      path: slip,
      advice: { is: 'did-you-mean', word },
      ...(isAll ? { instead: word } : {}),
    };
  }
  if (kind === '' && apiVersion === '') return { ...place, advice: { is: 'say-what-it-is' } };
  const likely = kinds.find((it) => fits(it, apiVersion, object))?.kind ?? 'Pod';
  const line = kind === '' ? `kind: ${likely}` : `apiVersion: ${apiVersionFor(kind) ?? 'v1'}`;
  return { ...place, advice: { is: 'add-line', line } };
}

/** `Kind`, `apiversion`. */
function misspelt(object: JsonMap, word: string): string | undefined {
  return Object.keys(object).find((key) => key !== word && nearest(key, [word]) !== undefined);
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
