// kubectl describe: everything about one or some objects, for a person to read.
import type { Kind, KubeObject } from '../../sim/index.ts';
import type { Command, Context } from '../command.ts';
import { CommandError } from '../command.ts';
import { describerOf } from '../describe/index.ts';
import type { Problem } from '../problems.ts';
import { problemsText } from '../problems.ts';
import { readRequests, select } from '../resources.ts';

export const describe: Command = {
  words: ['describe'],
  summary: 'Show details of a specific resource or group of resources',
  usage: 'kubectl describe (-f FILENAME | TYPE [NAME_PREFIX | -l label] | TYPE/NAME)',
  flags: [
    { name: 'selector', short: 'l', type: 'string', help: 'Label selector, such as key1=value1,key2=value2' },
    { name: 'all-namespaces', short: 'A', type: 'bool', help: 'The objects of all namespaces' },
    { name: 'show-events', type: 'bool', default: 'true', help: 'Show the events of the object' },
  ],
  run(context) {
    const { args } = context;
    if (args.length === 0)
      throw new CommandError(
        'error: You must specify the type of resource to describe. Use "kubectl api-resources" for a complete list of supported resources.',
      );
    const texts: string[] = [];
    const problems: Problem[] = [];
    for (const request of readRequests(context, args)) {
      const describer = describerOf(request.kind);
      if (!describer) throw new CommandError(unsupported(request.kind));
      const found = select(context, request);
      const byPrefix = found.objects.length === 0 ? withPrefix(context, request.kind, request.names) : [];
      for (const object of [...found.objects, ...byPrefix]) {
        texts.push(describer(object, context.cluster.view, context.process.host.now()));
      }
      if (byPrefix.length === 0) problems.push(...found.problems);
    }
    if (texts.length > 0) context.out(texts.join('\n\n'));
    else if (problems.length === 0) context.err(`No resources found in ${context.namespace} namespace.\n`);
    if (problems.length > 0) context.err(`${problemsText(problems)}\n`);
    return problems.length > 0 ? 1 : 0;
  },
};

/** A name that fits nothing is taken as the beginning of names. */
function withPrefix(context: Context, kind: Kind, names: readonly string[]): readonly KubeObject[] {
  const [prefix] = names;
  if (prefix === undefined) return [];
  const objects = context.cluster.api.list(kind, kind.namespaced ? context.namespace : undefined);
  return objects.filter((object) => object.metadata.name.startsWith(prefix));
}

function unsupported(kind: Kind): string {
  return `error: petset does not describe ${kind.plural} yet; use kubectl get ${kind.plural} -o yaml instead`;
}
