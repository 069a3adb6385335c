// kubectl describe: everything about one or some objects, for a person to read.
import type { Kind, KubeObject, Pod, Wait } from '../../sim/index.ts';
import { imageAdvice } from '../../sim/index.ts';
import type { Command, Context } from '../command.ts';
import { CommandError, report, usageError } from '../command.ts';
import type { Surroundings } from '../describe/describer.ts';
import { describerOf } from '../describe/index.ts';
import { allNamespacesFlag, chunkSizeFlag, filenameFlags, selectorFlag } from '../flag-sets.ts';
import type { Problem } from '../problems.ts';
import type { Request } from '../resources.ts';
import { readRequests, select } from '../resources.ts';
import { readFileTargets } from '../targets.ts';

export const describe: Command = {
  words: ['describe'],
  summary: 'Show details of a specific resource or group of resources',
  usage: 'kubectl describe (-f FILENAME | TYPE [NAME_PREFIX | -l label] | TYPE/NAME)',
  flags: [
    ...filenameFlags,
    selectorFlag,
    allNamespacesFlag,
    chunkSizeFlag,
    { name: 'show-events', type: 'bool', default: 'true', help: 'Show the events of the object' },
  ],
  *run(context) {
    const problems: Problem[] = [];
    const texts: string[] = [];
    const requests = yield* requestsOf(context);
    for (const request of requests) {
      const describer = describerOf(request.kind);
      if (!describer) throw new CommandError(unsupported(request.kind));
      const found = select(context, request);
      const around = surroundings(context, context.flags.bool('show-events'));
      texts.push(...found.objects.map((object) => describer(object, around, context.process.host.now())));
      for (const object of found.objects) advise(context, request.kind, object);
      problems.push(...found.problems);
    }
    if (mayBePrefix(context, problems)) return describeByPrefix(context, requests, problems);
    if (texts.length > 0) context.out(texts.join('\n\n'));
    else if (problems.length === 0) context.err(nothing(context, requests));
    return report(context, problems);
  },
};

/** Says which images there are to whoever looks at a pod that waits for another. */
function advise({ cluster, listener }: Context, kind: Kind, object: KubeObject): void {
  if (listener === undefined || kind.kind !== 'Pod') return;
  const advice = imageAdvice(object as Pod, cluster.world);
  if (advice !== undefined) listener.advised(advice);
}

function* requestsOf(context: Context): Generator<Wait, readonly Request[], void> {
  const { args, flags } = context;
  if (flags.has('filename')) return (yield* readFileTargets(context)).requests;
  if (args.length > 0) return readRequests(context, args);
  throw usageError(
    'You must specify the type of resource to describe. Use "kubectl api-resources" for a complete list of supported resources.',
  );
}

function surroundings({ cluster: { view } }: Context, showsEvents: boolean): Surroundings {
  return {
    get: (kind, namespace, name) => view.get(kind, namespace, name),
    list: (kind, namespace) => view.list(kind, namespace),
    ownedBy: (kind, uid) => view.ownedBy(kind, uid),
    onNode: (kind, node) => view.onNode(kind, node),
    showsEvents,
  };
}

function nothing({ namespace, isAllNamespaces }: Context, requests: readonly Request[]): string {
  const isPlaced = !isAllNamespaces && requests.every(({ kind }) => kind.namespaced);
  return isPlaced ? `No resources found in ${namespace} namespace.\n` : 'No resources found\n';
}

/** Of two arguments of which nothing but one name is not found, kubectl takes the second as the beginning of names. */
function mayBePrefix({ args }: Context, problems: readonly Problem[]): boolean {
  const [problem, ...more] = problems;
  if (args.length !== 2 || !problem || more.length > 0) return false;
  return 'status' in problem && problem.status.reason === 'NotFound';
}

function describeByPrefix(
  context: Context,
  requests: readonly Request[],
  problems: readonly Problem[],
): number {
  const [type = '', prefix = ''] = context.args;
  if (type.includes(',')) throw usageError('you may only specify a single resource type');
  // TYPE/NAME and TYPE/NAME are two arguments as well; then the one that is there is not described either.
  const [request] = type.includes('/') ? [] : requests;
  if (!request) return report(context, problems);
  const { kind } = request;
  const objects = context.cluster.api
    .list(kind, kind.namespaced ? context.namespace : undefined)
    .filter(({ metadata }) => metadata.name.startsWith(prefix));
  const around = surroundings(context, false);
  // What is found by the beginning of its name has no events, and a blank line at its end.
  for (const object of objects) {
    context.out(`${describerOf(kind)?.(object, around, context.process.host.now())}\n`);
  }
  return objects.length > 0 ? 0 : report(context, problems);
}

function unsupported(kind: Kind): string {
  return `error: petset does not describe ${kind.plural} yet; use kubectl get ${kind.plural} -o yaml instead`;
}
