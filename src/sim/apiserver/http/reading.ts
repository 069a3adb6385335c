// GET: one object, its scale, or the collection that selectors leave.
import { parseFieldSelector } from '../../api/field-selector.ts';
import type { Kind } from '../../api/kind.ts';
import { apiVersionOf } from '../../api/kind.ts';
import type { KubeObject } from '../../api/meta.ts';
import type { Result } from '../../machinery/result.ts';
import { failure, success } from '../../machinery/result.ts';
import { parseSelector } from '../../machinery/selector-parser.ts';
import type { ApiServer } from '../api-server.ts';
import { badRequest, notFound } from '../status.ts';
import type { Query, ResourcePath } from './request-path.ts';
import type { Reply } from './responses.ts';
import { failed, json } from './responses.ts';

export function readObject(api: ApiServer, { kind, namespace = '', name = '' }: ResourcePath): Reply {
  const answer = api.get(kind, namespace, name);
  return answer.ok ? json(inOrder(answer.object)) : failed(answer.status);
}

export function readScale(api: ApiServer, { kind, namespace = '', name = '' }: ResourcePath): Reply {
  const answer = api.get(kind, namespace, name);
  return answer.ok ? json(scaleOf(kind, answer.object)) : failed(answer.status);
}

/** The scale of an object, as an object of its own kind. */
export function scaleOf(kind: Kind, object: KubeObject): object {
  const { name, namespace, uid, resourceVersion, creationTimestamp } = object.metadata;
  const { spec, status, selector } = kind.scale?.get(object) ?? { spec: 0, status: 0, selector: '' };
  return {
    kind: 'Scale',
    apiVersion: 'autoscaling/v1',
    metadata: { name, namespace, uid, resourceVersion, creationTimestamp },
    spec: { replicas: spec },
    status: { replicas: status, selector },
  };
}

export function readCollection(
  api: ApiServer,
  { kind, namespace }: ResourcePath,
  query: Query,
  resourceVersion: number,
): Reply {
  const includes = selectionOf(kind, query);
  if (!includes.ok) return failed(badRequest(includes.error));
  const items = api.list(kind, namespace).filter(includes.value);
  return json({
    kind: `${kind.kind}List`,
    apiVersion: apiVersionOf(kind),
    metadata: { resourceVersion: String(resourceVersion) },
    items: items.map((object) => {
      const { kind: _, apiVersion: __, ...rest } = inOrder(object);
      return rest;
    }),
  });
}

/** What the selectors of a query leave of a collection. */
export function selectionOf(kind: Kind, query: Query): Result<(object: KubeObject) => boolean> {
  const labels = parseSelector(query.get('labelSelector') ?? '');
  if (!labels.ok) return failure(labels.error);
  const fields = parseFieldSelector(kind, query.get('fieldSelector') ?? '');
  if (!fields.ok) return failure(fields.error);
  return success((object) => labels.value.matches(object.metadata.labels) && fields.value(object));
}

/** An object as the server writes it: what it is first, then how it is called. */
export function inOrder(object: KubeObject): KubeObject {
  const { kind, apiVersion, metadata, ...rest } = object;
  return { kind, apiVersion, metadata, ...rest };
}

/** The answer for an object that is not there, where something of it was asked for. */
export function missing({ kind, name = '' }: ResourcePath): Reply {
  return failed(notFound(kind, name));
}
