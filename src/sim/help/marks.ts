// From a refusal to the places in the file that it is about, each with what was said and what to do.
import { decode } from '../api/decode.ts';
import { kindFor } from '../api/discovery.ts';
import type { Kind } from '../api/kind.ts';
import type { Status } from '../apiserver/status.ts';
import { isUndecodablePatch } from '../apiserver/undecodable-patch.ts';
import type { ParsedManifests } from '../manifest/parse-manifests.ts';
import { parseManifests } from '../manifest/parse-manifests.ts';
import { adviseOn } from './cause.ts';
import type { JsonMap } from './locate.ts';
import { isMap } from './locate.ts';
import { metadataSlip } from './metadata-slip.ts';
import { otherStatus } from './other-status.ts';
import type { Mark, Point, Refusal } from './refusal.ts';
import { unknownField } from './unknown-field.ts';
import { missingKind, notSimulatedKind, unknownKind } from './unknown-kind.ts';
import { wrongType } from './wrong-type.ts';
import { yamlMistake } from './yaml-mistake.ts';

/** How many errors of one object are looked at. */
const POINTS_MAX = 50;
/** How much of a message is kept. */
const SAID_MAX = 600;

/**
 * Where in its file a refusal belongs, in the order of the API server's errors; never empty. Errors that are there only
 * because of another are left out.
 */
export function marksOf(refusal: Refusal): readonly Mark[] {
  const parsed = parseManifests(refusal.text);
  if (refusal.document === undefined) return [unreadable(refusal, parsed)];
  const object = objectAt(parsed.documents[refusal.document], refusal.at);
  const written = (path: string): string => spans(refusal, parsed, path)?.written ?? '';
  return together(pointsOf(refusal, object, written).map((point) => markOf(refusal, parsed, point)));
}

/** A file that is no YAML. */
function unreadable({ source, text, said }: Refusal, { problem }: ParsedManifests): Mark {
  const message = textOf(said);
  const { line, column, message: reason } = problem ?? { line: 1, column: 1, message };
  return { source, said: shortened(message), ...yamlMistake(text, { line, column, message: reason }) };
}

function textOf(said: Status | string): string {
  return typeof said === 'string' ? said : said.message;
}

function shortened(text: string): string {
  return text.length > SAID_MAX ? `${text.slice(0, SAID_MAX)}…` : text;
}

function objectAt(document: unknown, at: string): unknown {
  let found = document;
  for (const [, index] of at.matchAll(/items\[(\d+)\]/g)) {
    const items = isMap(found) && Array.isArray(found.items) ? (found.items as unknown[]) : [];
    found = items[Number(index)];
  }
  return found;
}

function pointsOf({ said }: Refusal, object: unknown, written: (path: string) => string): readonly Point[] {
  const message = textOf(said);
  if (!isMap(object)) return [{ path: '', part: 'key', said: message, advice: { is: 'no-object' } }];
  if (typeof said === 'string') return [kubectlPoint(object, message, written)];
  const kind = kindFor(String(object.apiVersion), String(object.kind));
  if (kind === undefined) return [otherStatus(said, object, message)];
  const causes = (said.details?.causes ?? []).slice(0, POINTS_MAX);
  if (said.reason === 'Invalid' && causes.length > 0 && !isUndecodablePatch(said)) {
    return causes
      .filter((cause) => !causes.some((other) => isConsequence(cause, other)))
      .map((cause) => adviseOn(kind, object, cause));
  }
  return decodingPoints(kind, object, said, written) ?? [otherStatus(said, object, message)];
}

/** What the API server says of a cause alone. */
interface Cause {
  readonly field: string;
  readonly message: string;
}

function isConsequence(cause: Cause, of: Cause): boolean {
  if (cause.message.endsWith('invalid label selector')) return of.field.startsWith(`${cause.field}.`);
  if (cause.message.startsWith('Not found') && /\.volumeMounts\[\d+\]\.name$/.test(cause.field)) {
    const spec = cause.field.replace(/(?:initContainers|containers)\[.*$/, '');
    return of.field.startsWith(`${spec}volumes[`);
  }
  // A Service's targetPort is its port where none is given.
  if (cause.field.endsWith('.targetPort')) {
    return of.field === cause.field.replace(/targetPort$/, 'port') && of.message === cause.message;
  }
  const isMismatch = cause.message.endsWith('`selector` does not match template `labels`');
  return isMismatch && of.field === 'spec.selector' && of !== cause;
}

/** What the API server could not read; undefined where it is about something else. */
function decodingPoints(
  kind: Kind,
  object: JsonMap,
  status: Status,
  written: (path: string) => string,
): readonly Point[] | undefined {
  const isOfPatch = isUndecodablePatch(status);
  const message = isOfPatch ? (status.details?.causes?.[0]?.message ?? '') : status.message;
  const [, strict] = /strict decoding error: (.*)$/s.exec(message) ?? [];
  if (strict !== undefined) {
    return [...strict.matchAll(/(unknown|duplicate) field "((?:[^"\\]|\\.)*)"/g)]
      .slice(0, POINTS_MAX)
      .map(([said, which, path = '']) =>
        which === 'unknown'
          ? unknownField(kind, object, path, said)
          : { path, part: 'key', said, advice: { is: 'given-twice', field: path } },
      );
  }
  if (!isOfPatch && !message.includes('cannot be handled as a')) return undefined;
  const decoded = decode(kind, object, 'Ignore');
  const path = decoded.ok ? undefined : decoded.fields[0];
  if (path === undefined) return [{ path: 'spec', part: 'key', said: message }];
  return [wrongType(kind, object, path, message, written(path))];
}

/** What kubectl itself does not take. */
function kubectlPoint(object: JsonMap, message: string, written: (path: string) => string): Point {
  if (message.includes('no matches for kind')) return unknownKind(object, message);
  if (/petset does not simulate \w+ \(/.test(message)) return notSimulatedKind(object, message);
  if (/(?:kind|apiVersion) not set|Object 'Kind' is missing/.test(message))
    return missingKind(object, message);
  if (message.includes('into Go struct field')) return metadataSlip(object, message, written);
  if (message.includes('does not match the namespace')) {
    return { path: 'metadata.namespace', part: 'value', said: message, advice: { is: 'other-namespace' } };
  }
  if (message.includes('resource name may not be empty')) {
    return { path: 'metadata.name', part: 'key', said: message, advice: { is: 'give-name' } };
  }
  return { path: 'metadata.name', part: 'value', said: message };
}

function spans({ document = 0, at }: Refusal, parsed: ParsedManifests, path: string) {
  const whole = path === '' ? at : at === '' ? path : `${at}.${path}`;
  return parsed.spansOf(document, whole);
}

function markOf(refusal: Refusal, parsed: ParsedManifests, point: Point): Mark {
  const { path, part, said, advice, instead } = point;
  const found = spans(refusal, parsed, path);
  // What is not there cannot be marked, nor replaced: what is around it is marked by its name.
  const span = found && (part === 'key' || !found.isWhole ? found.key : found.value);
  return {
    source: refusal.source,
    ...(span ?? { line: 1, column: 1, length: 0 }),
    said: shortened(said),
    ...(advice ? { advice } : {}),
    ...(instead !== undefined && found?.isWhole === true ? { instead } : {}),
  };
}

/** Several messages about one place become one mark, with the first advice. */
function together(marks: readonly Mark[]): readonly Mark[] {
  const byPlace = new Map<string, Mark>();
  for (const mark of marks) {
    const place = `${mark.line}:${mark.column}`;
    const before = byPlace.get(place);
    if (before === undefined) byPlace.set(place, mark);
    else if (before.said !== mark.said) {
      byPlace.set(place, { ...mark, ...before, said: `${before.said}\n${mark.said}` });
    }
  }
  return [...byPlace.values()];
}
