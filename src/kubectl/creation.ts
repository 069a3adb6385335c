// Creating an object through the API server. It lets a pod of a new namespace wait for the account that every namespace
// gets; a request to the simulated one ends at once, so that the waiting is done here.
import type { Answer, Kind, Status, Wait, WriteOptions } from '../sim/index.ts';
import { ServiceAccountKind } from '../sim/index.ts';
import type { Context } from './command.ts';

/** Ten looks, 100 to 200 ms apart. */
const ACCOUNT_WAIT_MS = 1500;

/** Asks for an object to be created. Its resource version is left out, so that what `get -o yaml` printed can be sent again. */
export function* createObject(
  { cluster, process }: Context,
  kind: Kind,
  wanted: unknown,
  options: WriteOptions,
): Generator<Wait, Answer, void> {
  const { api, view } = cluster;
  const object = withoutVersion(wanted);
  const answer = api.create(kind, object, options);
  const namespace = answer.ok ? undefined : accountless(answer.status);
  if (namespace === undefined) return answer;
  const untilMs = process.host.now() + ACCOUNT_WAIT_MS;
  const isReady = () => view.get(ServiceAccountKind, namespace, 'default') !== undefined;
  while (!isReady() && process.host.now() < untilMs) yield { ready: isReady, untilMs };
  return api.create(kind, object, options);
}

/** The namespace that has no default account (yet), if that is why a pod was refused. */
function accountless({ reason, message }: Status): string | undefined {
  if (reason !== 'Forbidden') return undefined;
  return /error looking up service account ([^/]+)\/default: serviceaccount "default" not found$/.exec(
    message,
  )?.[1];
}

function withoutVersion(object: unknown): unknown {
  const { metadata } = object as { readonly metadata?: unknown };
  if (typeof metadata !== 'object' || metadata === null || !('resourceVersion' in metadata)) return object;
  const { resourceVersion: _, ...rest } = metadata;
  return { ...(object as object), metadata: rest };
}
