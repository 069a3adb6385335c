// kubectl auth can-i: whether a request is allowed. Every one is: this cluster has no roles.
import type { Kind } from '../../../sim/index.ts';
import { findKind } from '../../../sim/index.ts';
import type { Command, Context } from '../../command.ts';
import { CommandError, usageError } from '../../command.ts';
import { allNamespacesFlag } from '../../flag-sets.ts';
import { createTableWriter } from '../../printers/table-writer.ts';

export const canI: Command = {
  words: ['auth', 'can-i'],
  summary: 'Check whether an action is allowed',
  usage: 'kubectl auth can-i VERB [TYPE | TYPE/NAME | NONRESOURCEURL] [options]',
  flags: [
    allNamespacesFlag,
    { name: 'list', type: 'bool', help: 'Print all that is allowed' },
    { name: 'no-headers', type: 'bool', help: 'With --list, leave out the header row' },
    { name: 'quiet', short: 'q', type: 'bool', help: 'Print nothing: the exit code says it' },
    { name: 'subresource', type: 'string', help: 'A part of the resource, such as log or scale' },
  ],
  run(context) {
    const { args, flags, out } = context;
    if (flags.bool('list')) return listAll(context);
    const [verb = '', what = '', ...more] = args;
    if (args.length < 2 || more.length > 0) {
      throw new CommandError(
        "error: you must specify two arguments: verb resource or verb resource/resourceName.\nSee 'kubectl auth can-i -h' for help and examples.",
      );
    }
    if (!flags.bool('quiet'))
      for (const warning of warningsOf(verb, what)) context.err(`Warning: ${warning}\n\n`);
    if (!flags.bool('quiet')) out('yes\n');
    return 0;
  },
};

const verbs: ReadonlySet<string> = new Set([
  ...['*', 'get', 'list', 'watch', 'create', 'update', 'patch', 'delete', 'deletecollection', 'use', 'bind'],
  ...['impersonate', 'approve', 'sign', 'escalate', 'attest'],
]);

function warningsOf(verb: string, what: string): readonly string[] {
  const unknown = verbs.has(verb) ? [] : [`verb '${verb}' is not a known verb`];
  if (what.startsWith('/') || what === '*') return unknown;
  const [word = ''] = what.split('/');
  const kind: Kind | undefined = findKind(word);
  if (!kind) {
    const [name = '', ...group] = word.split('.');
    const place = group.length > 0 ? ` in group '${group.join('.')}'` : '';
    return [...unknown, `the server doesn't have a resource type '${name}'${place}`];
  }
  return kind.namespaced ? unknown : [...unknown, `resource '${kind.plural}' is not namespace scoped`];
}

function listAll({ args, flags, isAllNamespaces, out }: Context): number {
  if (flags.bool('quiet') || isAllNamespaces || flags.text('subresource')) {
    throw usageError(
      "list option can't be specified with neither quiet, all-namespaces nor subresource options",
    );
  }
  if (args.length > 0) throw usageError('list option must be specified with no arguments');
  const header = flags.bool('no-headers')
    ? []
    : [['Resources', 'Non-Resource URLs', 'Resource Names', 'Verbs']];
  const rows = [
    ['*.*', '[]', '[]', '[*]'],
    ['', '[*]', '[]', '[*]'],
  ];
  out(createTableWriter().lines([...header, ...rows]));
  return 0;
}
