// kubectl api-resources and kubectl api-versions: what the server knows.
import type { Kind, KubeObject } from '../../sim/index.ts';
import { apiVersionOf, kinds, resourceName } from '../../sim/index.ts';
import type { Command, Context } from '../command.ts';
import { helpfulError, usageError } from '../command.ts';
import { printFlags } from '../flag-sets.ts';
import { wholePrinter } from '../printers/index.ts';
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
    { name: 'output', short: 'o', type: 'string', help: 'json, yaml, kyaml, name or wide' },
    ...printFlags.filter(({ name }) => name === 'show-managed-fields'),
    { name: 'sort-by', type: 'string', help: 'name or kind' },
    { name: 'verbs', type: 'list', help: 'Only kinds with all these verbs' },
    {
      name: 'cached',
      type: 'bool',
      help: 'Use what kubectl asked the server before; the answer is the same',
    },
    { name: 'categories', type: 'list', help: 'Only kinds of these categories' },
  ],
  run(context) {
    const { flags, args, out } = context;
    if (args.length > 0) throw helpfulError(apiResources, `unexpected arguments: [${args.join(' ')}]`);
    const format = flags.text('output') ?? '';
    if (!/^(|json|kyaml|name|wide|yaml)$/.test(format)) {
      throw usageError(`--output ${format} is not available`);
    }
    const compare = order(flags.text('sort-by') ?? '');
    const chosen = kinds.filter((kind) => isChosen(context, kind)).sort(compare);
    out(textOf(context, chosen, format));
    return 0;
  },
};

export const apiVersions: Command = {
  words: ['api-versions'],
  summary: 'Print the supported API versions on the server, in the form of "group/version"',
  usage: 'kubectl api-versions',
  flags: [],
  run({ args, out }) {
    if (args.length > 0) throw helpfulError(apiVersions, `unexpected arguments: [${args.join(' ')}]`);
    const versions = [...new Set(kinds.map(apiVersionOf))].sort();
    out(versions.map((version) => `${version}\n`).join(''));
    return 0;
  },
};

/** Namespaces cannot be deleted by the dozen. */
function verbsOf(kind: Kind): readonly string[] {
  const verbs = ['create', 'delete', 'deletecollection', 'get', 'list', 'patch', 'update', 'watch'];
  return kind.plural === 'namespaces' ? verbs.filter((verb) => verb !== 'deletecollection') : verbs;
}

function isChosen({ flags }: Context, kind: Kind): boolean {
  if (flags.has('api-group') && kind.group !== flags.text('api-group')) return false;
  if (flags.has('namespaced') && kind.namespaced !== flags.bool('namespaced')) return false;
  if (!flags.list('categories').every((name) => kind.categories?.includes(name))) return false;
  return flags.list('verbs').every((verb) => verbsOf(kind).includes(verb));
}

function textOf({ flags }: Context, chosen: readonly Kind[], format: string): string {
  if (format === 'name') return chosen.map((kind) => `${resourceName(kind)}\n`).join('');
  if (format === 'json' || format === 'yaml' || format === 'kyaml') {
    const list = {
      apiVersion: 'v1',
      groupVersion: '',
      kind: 'APIResourceList',
      resources: chosen.map(asResource),
    };
    return wholePrinter(format)([{ kind: {} as Kind, object: list as unknown as KubeObject }], false);
  }
  const isWide = format === 'wide';
  const titles = ['NAME', 'SHORTNAMES', 'APIVERSION', 'NAMESPACED', 'KIND'];
  const header = isWide ? [...titles, 'VERBS', 'CATEGORIES'] : titles;
  const rows = chosen.map((kind) => rowOf(kind, isWide));
  return createTableWriter().lines(flags.bool('no-headers') ? rows : [header, ...rows]);
}

function rowOf(kind: Kind, isWide: boolean): string[] {
  const { plural, shortNames = [], categories = [] } = kind;
  const cells = [plural, shortNames.join(','), apiVersionOf(kind), String(kind.namespaced), kind.kind];
  return isWide ? [...cells, verbsOf(kind).join(','), categories.join(',')] : cells;
}

function asResource(kind: Kind): object {
  const { plural, singular, namespaced, group, version, shortNames, categories } = kind;
  return {
    ...(categories ? { categories } : {}),
    ...(group === '' ? {} : { group }),
    kind: kind.kind,
    name: plural,
    namespaced,
    ...(shortNames ? { shortNames } : {}),
    singularName: singular,
    verbs: verbsOf(kind),
    version,
  };
}

function order(by: string): (a: Kind, b: Kind) => number {
  if (by !== '' && by !== 'name' && by !== 'kind') throw usageError('--sort-by accepts only name or kind');
  const key = ({ group, plural, kind }: Kind) =>
    by === 'kind' ? kind : by === 'name' ? plural : `${group}\0${plural}`;
  return (a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0);
}
