// --subresource of kubectl get: the status or the scale of an object instead of the object.
import type { Kind, KubeObject, Status } from '../sim/index.ts';
import { formatAge } from '../sim/index.ts';
import { usageError } from './command.ts';
import { numberAt } from './objects.ts';
import type { Problem } from './problems.ts';
import type { Request, Selection } from './resources.ts';

/** What the API server serves of a subresource, for kinds that have it. Throws `CommandError`. */
export function subresourcesOf(request: Request, selection: Selection, subresource: string): Selection {
  if (request.names.length === 0) {
    throw usageError('subresource cannot be used when bulk resources are specified');
  }
  const { kind, objects, problems } = selection;
  if (!hasSubresource(kind, subresource)) {
    const missing = objects.map((): Problem => ({ status: noSuchResource }));
    return { kind, objects: [], problems: [...problems, ...missing] };
  }
  if (subresource !== 'scale') return selection;
  return { kind: scaleKind, objects: objects.map((object) => scaleOf(kind, object)), problems };
}

export function hasSubresource(kind: Kind, subresource: string): boolean {
  if (subresource === 'scale') return kind.scale !== undefined;
  if (subresource === 'status') return kind.hasStatus === true;
  const isPod = kind.group === '' && kind.kind === 'Pod';
  return isPod && (subresource === 'ephemeralcontainers' || subresource === 'resize');
}

/** What the API server says of a path that it does not serve. */
export const noSuchResource: Status = {
  kind: 'Status',
  apiVersion: 'v1',
  status: 'Failure',
  reason: 'NotFound',
  code: 404,
  message: 'the server could not find the requested resource',
};

export const scaleKind: Kind = {
  group: 'autoscaling',
  version: 'v1',
  kind: 'Scale',
  plural: 'scales',
  singular: 'scale',
  namespaced: true,
  schema: 'io.k8s.api.autoscaling.v1.Scale',
  columns: [
    { name: 'NAME', cell: ({ metadata }) => metadata.name },
    { name: 'DESIRED', cell: (scale) => String(numberAt(scale, 'spec', 'replicas') ?? 0) },
    { name: 'AVAILABLE', cell: (scale) => String(numberAt(scale, 'status', 'replicas') ?? 0) },
    { name: 'AGE', cell: ({ metadata }, nowMs) => formatAge(metadata.creationTimestamp, nowMs) },
  ],
};

export function scaleOf(kind: Kind, object: KubeObject): KubeObject {
  const { spec, status, selector } = kind.scale?.get(object) ?? { spec: 0, status: 0, selector: '' };
  const { name, namespace, uid, resourceVersion, creationTimestamp } = object.metadata;
  return {
    apiVersion: 'autoscaling/v1',
    kind: 'Scale',
    metadata: { name, namespace, uid, resourceVersion, creationTimestamp },
    spec: { replicas: spec },
    status: { replicas: status, selector },
  } as unknown as KubeObject;
}
