// What a request to the API server brings with it: one object, as JSON or YAML.
import type { Result } from '../../machinery/result.ts';
import { failure, success } from '../../machinery/result.ts';
import { parseManifests } from '../../manifest/parse-manifests.ts';
import type { HttpRequest } from '../../world/process.ts';
import type { Status } from '../status.ts';
import { badRequest, refusal } from '../status.ts';

const BODY_TYPES = ['application/json', 'application/yaml'];

export type Body =
  | { readonly ok: true; readonly value: Record<string, unknown> }
  | { readonly ok: false; readonly status: Status };

/** The object in a request's body, or why there is none. */
export function readBody(request: HttpRequest): Body {
  const type = contentTypeOf(request);
  if (type !== '' && !BODY_TYPES.includes(type)) {
    return { ok: false, status: unknownFormat(BODY_TYPES) };
  }
  const parsed = parseBody(request.body);
  if (!parsed.ok) return { ok: false, status: badRequest(parsed.error) };
  if (isObject(parsed.value)) return { ok: true, value: parsed.value };
  return { ok: false, status: badRequest('the object provided is unrecognized: it is no object') };
}

/** One JSON value, or one YAML document. */
export function parseBody(text: string): Result<unknown> {
  const { documents, error } = parseManifests(text);
  if (error !== undefined) return failure(error);
  return documents.length === 1 ? success(documents[0]) : failure('the body of a request is one object');
}

/** Without its parameters; '' where the request does not say. */
export function contentTypeOf({ headers }: HttpRequest): string {
  for (const [name, value] of headers) {
    if (name.toLowerCase() === 'content-type') return value.split(';')[0]?.trim().toLowerCase() ?? '';
  }
  return '';
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function metadataOf(object: Record<string, unknown>): Record<string, unknown> {
  return isObject(object.metadata) ? object.metadata : {};
}

function namespaceOf(object: Record<string, unknown>): string | undefined {
  const { namespace } = metadataOf(object);
  return typeof namespace === 'string' && namespace !== '' ? namespace : undefined;
}

/** The path says where an object belongs, unless the object says so itself. */
export function withNamespace(
  object: Record<string, unknown>,
  namespace: string | undefined,
): Record<string, unknown> {
  if (namespace === undefined || namespaceOf(object) !== undefined) return object;
  return { ...object, metadata: { ...metadataOf(object), namespace } };
}

/** Why an object does not belong where the request was sent; undefined: it does. */
export function misplaced(
  object: Record<string, unknown>,
  namespace: string | undefined,
): Status | undefined {
  const own = namespaceOf(object);
  if (own === namespace) return undefined;
  if (namespace === undefined) return badRequest('namespace is not allowed on this type');
  return badRequest('the namespace of the provided object does not match the namespace sent on the request');
}

export function unknownFormat(accepted: readonly string[]): Status {
  const why = 'the body of the request was in an unknown format - accepted media types include: ';
  return refusal('UnsupportedMediaType', why + accepted.join(', '));
}
