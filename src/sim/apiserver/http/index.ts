// The API server as HTTP: paths, methods and status codes before the verbs of `api-server.ts`. Whoever can make a request
// reaches the cluster by it: `kubectl proxy`, `kubectl get --raw`, and what is behind the server's own proxy.
// Source: "Kubernetes API Concepts" in the documentation.
//
// Departs: no watches, no tables, no protobuf; nobody is asked who they are; objects' fields come in the order in which they
// are stored.
import { PodKind } from '../../api/pod.ts';
import { ServiceKind } from '../../api/service.ts';
import type { Random } from '../../machinery/random.ts';
import type { NetworkStack } from '../../network/network.ts';
import type { HttpRequest, HttpResponse, RequestHandler } from '../../world/process.ts';
import type { ApiServer } from '../api-server.ts';
import { badRequest } from '../status.ts';
import type { Store } from '../store.ts';
import { discover } from './discovery.ts';
import { proxy } from './proxying.ts';
import { missing, readCollection, readObject, readScale } from './reading.ts';
import type { ResourcePath, Target } from './request-path.ts';
import { readResourcePath, readTarget } from './request-path.ts';
import type { Reply } from './responses.ts';
import { failed, methodNotAllowed, nothingHere, written } from './responses.ts';
import type { Writing } from './writing.ts';
import {
  createObject,
  deleteCollection,
  deleteObject,
  patchObject,
  postToPod,
  replaceObject,
  replaceScale,
} from './writing.ts';

export interface HttpFaceParts {
  readonly api: ApiServer;
  readonly store: Store;
  /** The network as the API server sees it. */
  readonly network: () => NetworkStack;
  readonly random: Random;
}

/** Subresources that need a connection that stays open, or a user: what to use instead. */
const unsupported: ReadonlyMap<string, string> = new Map([
  ['log', 'kubectl logs'],
  ['exec', 'kubectl exec'],
  ['attach', 'kubectl attach'],
  ['portforward', 'kubectl port-forward'],
]);

/** Answers requests at once; what takes time says so in the answer (`delayMs`). */
export function createHttpFace(parts: HttpFaceParts): RequestHandler {
  return (request) => {
    const target = readTarget(request.target);
    if (!target) return written(failed(badRequest('the URL cannot be read')), request, false);
    const reply = route(parts, request, target);
    if ('status' in reply) return reply;
    const pretty = target.query.get('pretty');
    return written(reply, request, pretty !== undefined && pretty !== 'false' && pretty !== '0');
  };
}

function route(parts: HttpFaceParts, request: HttpRequest, target: Target): Reply | HttpResponse {
  const isReading = request.method === 'GET' || request.method === 'HEAD';
  const found = discover(target.path.length > 1 ? target.path.replace(/\/$/, '') : target.path);
  if (found) return isReading ? found : methodNotAllowed;
  const path = readResourcePath(target.path);
  if (!path) return nothingHere;
  if (path.subresource === 'proxy') return throughProxy(parts, request, target, path);
  if (target.query.has('watch') || target.path.startsWith('/api/v1/watch/')) {
    return failed(badRequest('petset does not simulate watches over HTTP; use kubectl get -w'));
  }
  return isReading ? read(parts, target, path) : write(parts, request, target, path);
}

function throughProxy(
  { store, network, random }: HttpFaceParts,
  request: HttpRequest,
  { queryText }: Target,
  path: ResourcePath,
): Reply | HttpResponse {
  if (path.kind === (PodKind as unknown) || path.kind === (ServiceKind as unknown)) {
    return proxy({ view: store, network: network(), random, path, queryText, request });
  }
  return path.kind.plural === 'nodes'
    ? failed(badRequest('petset does not simulate the proxy of nodes; use kubectl describe node'))
    : nothingHere;
}

function read({ api, store }: HttpFaceParts, { query }: Target, path: ResourcePath): Reply {
  const { kind, name, subresource } = path;
  if (name === undefined) return readCollection(api, path, query, store.resourceVersion);
  if (subresource === undefined || (subresource === 'status' && kind.hasStatus)) return readObject(api, path);
  if (subresource === 'scale' && kind.scale) return readScale(api, path);
  const instead = kind === (PodKind as unknown) ? unsupported.get(subresource) : undefined;
  if (instead === undefined) return nothingHere;
  if (!api.get(kind, path.namespace ?? '', name).ok) return missing(path);
  return failed(badRequest(`petset does not simulate pods/${subresource} over HTTP; use ${instead}`));
}

function write({ api }: HttpFaceParts, request: HttpRequest, { query }: Target, path: ResourcePath): Reply {
  const { kind, name, subresource } = path;
  const writing: Writing = { api, path, query, request };
  const { method } = request;
  if (name === undefined) {
    if (method === 'DELETE') return deleteCollection(writing);
    return method === 'POST' && (path.namespace !== undefined || !kind.namespaced)
      ? createObject(writing)
      : methodNotAllowed;
  }
  const isPodPart = subresource === 'eviction' || subresource === 'binding';
  if (isPodPart && kind === (PodKind as unknown))
    return method === 'POST' ? postToPod(writing) : methodNotAllowed;
  if (subresource === 'scale' && kind.scale)
    return method === 'PUT' ? replaceScale(writing) : methodNotAllowed;
  if (subresource !== undefined && !(subresource === 'status' && kind.hasStatus)) return nothingHere;
  if (method === 'PUT') return replaceObject(writing);
  if (method === 'PATCH') return patchObject(writing);
  return method === 'DELETE' && subresource === undefined ? deleteObject(writing) : methodNotAllowed;
}
