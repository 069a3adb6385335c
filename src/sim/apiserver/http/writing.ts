// POST, PUT, PATCH and DELETE: the body read and handed to the API server's verbs.
import type { FieldValidation } from '../../api/decode.ts';
import type { KubeObject } from '../../api/meta.ts';
import type { DeleteOptions } from '../../component.ts';
import { invalid as invalidField, invalidMessage } from '../../machinery/field-error.ts';
import { success } from '../../machinery/result.ts';
import type { HttpRequest } from '../../world/process.ts';
import type { Answer } from '../answer.ts';
import type { ApiServer } from '../api-server.ts';
import type { Patch } from '../patching.ts';
import { badRequest, refusal } from '../status.ts';
import { inOrder, scaleOf, selectionOf } from './reading.ts';
import {
  contentTypeOf,
  isObject,
  metadataOf,
  misplaced,
  parseBody,
  readBody,
  unknownFormat,
  withNamespace,
} from './request-body.ts';
import type { Query, ResourcePath } from './request-path.ts';
import type { Reply } from './responses.ts';
import { failed, json } from './responses.ts';

export interface Writing {
  readonly api: ApiServer;
  readonly path: ResourcePath;
  readonly query: Query;
  readonly request: HttpRequest;
}

const PATCH_TYPES: ReadonlyMap<string, Patch['type']> = new Map([
  ['application/json-patch+json', 'json'],
  ['application/merge-patch+json', 'merge'],
  ['application/strategic-merge-patch+json', 'strategic'],
]);

export function createObject(writing: Writing): Reply {
  const { api, path } = writing;
  const body = readBody(writing.request);
  if (!body.ok) return failed(body.status);
  const { kind, namespace } = path;
  const object = withNamespace(body.value, namespace);
  const elsewhere = misplaced(object, namespace);
  if (elsewhere) return failed(elsewhere);
  return answered(api.create(kind, object, writeOptions(writing)));
}

export function replaceObject(writing: Writing): Reply {
  const { api, path } = writing;
  const body = readBody(writing.request);
  if (!body.ok) return failed(body.status);
  const { kind, namespace, name = '', subresource } = path;
  const object = withNamespace(body.value, namespace);
  const given = metadataOf(object).name;
  if (given !== undefined && given !== name) {
    const why = `the name of the object (${String(given)}) does not match the name on the URL (${name})`;
    return failed(badRequest(why));
  }
  const elsewhere = misplaced(object, namespace);
  if (elsewhere) return failed(elsewhere);
  const part = subresource === 'status' ? { subresource: 'status' as const } : {};
  return answered(api.update(kind, object, { ...writeOptions(writing), ...part }));
}

export function patchObject(writing: Writing): Reply {
  const { api, path, request } = writing;
  const { kind, namespace = '', name = '', subresource } = path;
  const type = PATCH_TYPES.get(contentTypeOf(request));
  if (type === undefined) {
    return failed(unknownFormat([...PATCH_TYPES.keys()]));
  }
  const body = parseBody(request.body);
  if (!body.ok) return failed(badRequest(body.error));
  const part = subresource === 'status' ? { subresource: 'status' as const } : {};
  const patch = { type, body: body.value };
  return answered(api.patch(kind, namespace, name, patch, { ...writeOptions(writing), ...part }));
}

/** PUT of a scale: only the number of replicas counts. */
export function replaceScale(writing: Writing): Reply {
  const { api, path } = writing;
  const body = readBody(writing.request);
  if (!body.ok) return failed(body.status);
  const { kind, namespace = '', name = '' } = path;
  const replicas = (body.value as { spec?: { replicas?: unknown } }).spec?.replicas ?? 0;
  if (typeof replicas !== 'number' || !Number.isInteger(replicas) || replicas < 0) {
    const error = invalidField('spec.replicas', replicas, 'must be greater than or equal to 0');
    const message = invalidMessage('autoscaling', 'Scale', name, [error]);
    return failed(refusal('Invalid', message));
  }
  const answer = api.scale(kind, namespace, name, replicas, writeOptions(writing));
  return answer.ok ? json(scaleOf(kind, answer.object)) : failed(answer.status);
}

export function deleteObject(writing: Writing): Reply {
  const { api, path, request } = writing;
  const { kind, namespace = '', name = '' } = path;
  const body = request.body.trim() === '' ? success({}) : parseBody(request.body);
  if (!body.ok) return failed(badRequest(body.error));
  const options = deleteOptions(writing.query, body.value);
  const answer = api.delete(kind, namespace, name, options);
  if (!answer.ok) return failed(answer.status, answer.warnings);
  // What is gone is told of by a Status, what is only marked by the object.
  if (api.get(kind, namespace, name).ok) return json(inOrder(answer.object));
  const details = { name, ...(kind.group ? { group: kind.group } : {}), kind: kind.plural };
  const { uid } = answer.object.metadata;
  return json({
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Success',
    details: { ...details, uid },
  });
}

/** DELETE of a collection: everything that the selectors leave. */
export function deleteCollection({ api, path, query }: Writing): Reply {
  const { kind, namespace } = path;
  const includes = selectionOf(kind, query);
  if (!includes.ok) return failed(badRequest(includes.error));
  const objects = api.list(kind, namespace).filter(includes.value);
  for (const { metadata } of objects) {
    const answer = api.delete(kind, metadata.namespace ?? '', metadata.name, deleteOptions(query, {}));
    if (!answer.ok) return failed(answer.status, answer.warnings);
  }
  return json({ kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Success' });
}

/** POST to pods/eviction and pods/binding. */
export function postToPod(writing: Writing): Reply {
  const { api, path } = writing;
  const body = readBody(writing.request);
  if (!body.ok) return failed(body.status);
  const { namespace = '', name = '', subresource } = path;
  if (subresource === 'eviction') {
    const options = (body.value as { deleteOptions?: unknown }).deleteOptions ?? {};
    const answer = api.evict(namespace, name, deleteOptions(writing.query, options));
    return answer.ok ? created() : failed(answer.status);
  }
  const nodeName = (body.value as { target?: { name?: unknown } }).target?.name;
  if (typeof nodeName !== 'string' || nodeName === '') return failed(badRequest('target.name is required'));
  const pod = api.get(path.kind, namespace, name);
  if (!pod.ok) return failed(pod.status);
  const answer = api.bind(namespace, name, pod.object.metadata.uid ?? '', nodeName);
  return answer.ok ? created() : failed(answer.status);
}

function created(): Reply {
  return json({ kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Success', code: 201 }, 201);
}

function answered(answer: Answer<KubeObject>): Reply {
  return answer.ok
    ? json(inOrder(answer.object), answer.code, answer.warnings)
    : failed(answer.status, answer.warnings);
}

function writeOptions({ query }: Writing): { dryRun: boolean; fieldValidation: FieldValidation } {
  const asked = query.get('fieldValidation');
  const fieldValidation = asked === 'Strict' || asked === 'Ignore' ? asked : 'Warn';
  return { dryRun: query.get('dryRun') === 'All', fieldValidation };
}

function deleteOptions(query: Query, body: unknown): DeleteOptions & { readonly dryRun: boolean } {
  const given = isObject(body) ? body : {};
  const grace = query.get('gracePeriodSeconds') ?? given.gracePeriodSeconds;
  const policy = query.get('propagationPolicy') ?? given.propagationPolicy;
  const seconds = Number(grace);
  const isPolicy = policy === 'Background' || policy === 'Foreground' || policy === 'Orphan';
  const { uid, resourceVersion } = isObject(given.preconditions) ? given.preconditions : {};
  return {
    dryRun: query.get('dryRun') === 'All' || (Array.isArray(given.dryRun) && given.dryRun.includes('All')),
    ...(grace !== undefined && Number.isInteger(seconds) && seconds >= 0
      ? { gracePeriodSeconds: seconds }
      : {}),
    ...(isPolicy ? { propagationPolicy: policy } : {}),
    preconditions: {
      ...(typeof uid === 'string' ? { uid } : {}),
      ...(typeof resourceVersion === 'string' ? { resourceVersion } : {}),
    },
  };
}
