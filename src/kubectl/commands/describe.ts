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
      const describeAs = (object: KubeObject, showsEvents: boolean) =>
        describer(object, surroundings(context, showsEvents), context.process.host.now());
      const showsEvents = context.flags.bool('show-events');
      texts.push(...found.objects.map((object) => describeAs(object, showsEvents)));
      for (const object of found.objects) advise(context, request.kind, object);
      const byPrefix = found.objects.length === 0 ? withPrefix(context, request) : [];
      // What is found by the beginning of its name has no events, and a blank line at its end.
      for (const object of byPrefix) context.out(`${describeAs(object, false)}\n`);
      if (byPrefix.length > 0) return 0;
      problems.push(...found.problems);
    }
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

/** One name that fits nothing is taken as the beginning of names. */
function withPrefix(context: Context, { kind, names, source }: Request): readonly KubeObject[] {
  const [prefix, ...more] = names;
  if (prefix === undefined || more.length > 0 || source !== undefined) return [];
  const objects = context.cluster.api.list(kind, kind.namespaced ? context.namespace : undefined);
  return objects.filter((object) => object.metadata.name.startsWith(prefix));
}

function unsupported(kind: Kind): string {
  return `error: petset does not describe ${kind.plural} yet; use kubectl get ${kind.plural} -o yaml instead`;
}
