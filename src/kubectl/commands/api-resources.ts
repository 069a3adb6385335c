// kubectl api-resources: the kinds that the server knows.
import type { Kind } from '../../sim/index.ts';
import { apiVersionOf, kinds, resourceName } from '../../sim/index.ts';
import type { Command } from '../command.ts';
import { usageError } from '../command.ts';
import { createTableWriter } from '../printers/table-writer.ts';

export const apiResources: Command = {
  words: ['api-resources'],
  summary: 'Print the supported API resources on the server',
  usage: 'kubectl api-resources [flags] [options]',
  flags: [
    { name: 'api-group', type: 'string', help: 'Only kinds of this group' },
    {
      name: 'namespaced',
      type: 'bool',
      default: 'true',
      help: 'Only kinds with (or =false: without) namespaces',
    },
    { name: 'no-headers', type: 'bool', help: 'Leave out the header row' },
    { name: 'output', short: 'o', type: 'string', help: 'name or wide' },
    { name: 'sort-by', type: 'string', help: 'name or kind' },
    { name: 'verbs', type: 'list', help: 'Only kinds with these verbs', unsupported: 'leave it out' },
    { name: 'cached', type: 'bool', help: 'Has no effect here' },
    { name: 'categories', type: 'list', help: 'Only kinds of these categories' },
  ],
  run({ flags, args, out }) {
    if (args.length > 0) throw usageError(`unexpected arguments: [${args.join(' ')}]`);
    const group = flags.text('api-group');
    const categories = flags.list('categories');
    const chosen = kinds
      .filter((kind) => !flags.has('api-group') || kind.group === group)
      .filter((kind) => !flags.has('namespaced') || kind.namespaced === flags.bool('namespaced'))
      .filter((kind) => categories.every((name) => kind.categories?.includes(name)));
    const sorted = [...chosen].sort(order(flags.text('sort-by')));
    const format = flags.text('output');
    if (format === 'name') {
      out(sorted.map((kind) => `${resourceName(kind)}\n`).join(''));
      return 0;
    }
    const isWide = format === 'wide';
    if (format && !isWide) throw usageError(`--output ${format} is not available in kubectl api-resources`);
    const titles = ['NAME', 'SHORTNAMES', 'APIVERSION', 'NAMESPACED', 'KIND'];
    const header = isWide ? [...titles, 'VERBS', 'CATEGORIES'] : titles;
    const rows = sorted.map((kind) => row(kind, isWide));
    out(createTableWriter().lines(flags.bool('no-headers') ? rows : [header, ...rows]));
    return 0;
  },
};

function row(kind: Kind, isWide: boolean): string[] {
  const cells = [
    kind.plural,
    (kind.shortNames ?? []).join(','),
    apiVersionOf(kind),
    String(kind.namespaced),
    kind.kind,
  ];
  const verbs = 'create,delete,deletecollection,get,list,patch,update,watch';
  return isWide ? [...cells, verbs, (kind.categories ?? []).join(',')] : cells;
}

function order(by: string | undefined): (a: Kind, b: Kind) => number {
  if (by !== undefined && by !== '' && by !== 'name' && by !== 'kind') {
    throw usageError('--sort-by accepts only name or kind');
  }
  const key = by
    ? (kind: Kind) => (by === 'name' ? kind.plural : kind.kind)
    : ({ group, plural }: Kind) => `${group}\0${plural}`;
  return (a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0);
}
