// kubectl events: what happened, in order of time.
import type { Event, Kind, KubeObject, Wait } from '../../sim/index.ts';
import { EventKind, findKind } from '../../sim/index.ts';
import type { Command, Context } from '../command.ts';
import { CommandError, usageError } from '../command.ts';
import { byTime, eventAge } from '../event-age.ts';
import { allNamespacesFlag, chunkSizeFlag, printFlags } from '../flag-sets.ts';
import { printerFor } from '../printers/index.ts';
import type { TableWriter } from '../printers/table-writer.ts';
import { createTableWriter } from '../printers/table-writer.ts';

export const events: Command = {
  words: ['events'],
  summary: 'List events',
  usage:
    'kubectl events [(-o|--output=)json|yaml|kyaml|name|go-template|go-template-file|template|templatefile|jsonpath|jsonpath-as-json|jsonpath-file] [--for TYPE/NAME] [--watch] [--types=Normal,Warning] [options]',
  flags: [
    allNamespacesFlag,
    chunkSizeFlag,
    ...printFlags,
    { name: 'for', type: 'string', help: 'Only events about this object, as TYPE/NAME' },
    { name: 'types', type: 'list', help: 'Only events of these types: Normal, Warning' },
    { name: 'watch', short: 'w', type: 'bool', help: 'Go on with what happens from now on' },
    { name: 'no-headers', type: 'bool', help: 'Leave out the header row' },
  ],
  *run(context) {
    const includes = readFilter(context);
    const printer = printerFor(context);
    if (context.flags.bool('watch')) return yield* watch(context, includes);
    const found = listed(context, includes);
    if (found.length === 0) {
      const place = context.isAllNamespaces
        ? 'No events found.'
        : `No events found in ${context.namespace} namespace.`;
      context.err(`${place}\n`);
      return 0;
    }
    if (printer && context.flags.text('output') !== 'name') {
      context.out(
        printer(
          found.map((object) => ({ kind: EventKind as Kind, object: object as KubeObject })),
          true,
        ),
      );
    } else if (!printer) {
      context.out(
        createTableWriter().lines([...headerOf(context), ...found.map((event) => rowOf(context, event))]),
      );
    }
    return 0;
  },
};

type Filter = (event: Event) => boolean;

/** --for and --types as a test. Throws `CommandError`. */
function readFilter({ flags }: Context): Filter {
  const types = flags.list('types').map((type) => type.toLowerCase());
  if (!types.every((type) => type === 'normal' || type === 'warning')) {
    throw usageError('valid --types are Normal or Warning');
  }
  const isOfType: Filter = ({ type }) => types.length === 0 || types.some((it) => it === type?.toLowerCase());
  const about = flags.text('for');
  if (!about) return isOfType;
  const [word = '', name, ...more] = about.split('/');
  if (more.length > 0) throw usageError('arguments in resource/name form may not have more than one slash');
  if (name === undefined) throw usageError('--for must be in resource/name form');
  if (word === '' || name === '') {
    throw usageError('arguments in resource/name form must have a single resource and name');
  }
  const kind = findKind(word);
  if (!kind) throw new CommandError(`the server doesn't have a resource type ${JSON.stringify(word)}`);
  return (event) =>
    isOfType(event) && event.involvedObject.kind === kind.kind && event.involvedObject.name === name;
}

function listed({ cluster, namespace, isAllNamespaces }: Context, includes: Filter): readonly Event[] {
  const place = isAllNamespaces ? undefined : namespace;
  return [...cluster.view.list(EventKind, place)].filter(includes).sort(byTime);
}

function headerOf({ flags, isAllNamespaces }: Context): string[][] {
  if (flags.bool('no-headers')) return [];
  return [[...(isAllNamespaces ? ['NAMESPACE'] : []), 'LAST SEEN', 'TYPE', 'REASON', 'OBJECT', 'MESSAGE']];
}

function rowOf({ isAllNamespaces, process }: Context, event: Event): string[] {
  const { kind = '', name = '' } = event.involvedObject;
  return [
    ...(isAllNamespaces ? [event.metadata.namespace ?? ''] : []),
    eventAge(event, process.host.now()),
    event.type ?? '',
    event.reason ?? '',
    `${kind}/${name}`,
    (event.message ?? '').trim(),
  ];
}

/** Prints every event from now on, until it is interrupted. */
function* watch(context: Context, includes: Filter): Generator<Wait, number, void> {
  const { cluster, namespace, isAllNamespaces, out } = context;
  const isHere = (object: KubeObject) => isAllNamespaces || object.metadata.namespace === namespace;
  const changes = cluster.api.watch(
    EventKind as Kind,
    (object) => isHere(object) && includes(object as Event),
  );
  const printer = printerFor(context);
  const writer: TableWriter = createTableWriter();
  let header = headerOf(context);
  try {
    for (;;) {
      for (const { after, type } of changes.take()) {
        if (type === 'DELETED') continue;
        if (printer) out(printer([{ kind: EventKind as Kind, object: after }], false));
        else out(writer.lines([...header, rowOf(context, after as Event)]));
        header = [];
      }
      yield { ready: () => changes.isReady() };
    }
  } finally {
    changes.stop();
  }
}
