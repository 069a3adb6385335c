// kubectl config view: the kubeconfig that is in force, without its secrets.
import type { Kind, KubeObject } from '../../../sim/index.ts';
import { usageError } from '../../command.ts';
import { printFlags } from '../../flag-sets.ts';
import type { Kubeconfig } from '../../kubeconfig/kubeconfig.ts';
import { inGoOrder, toFile } from '../../kubeconfig/kubeconfig.ts';
import type { JsonMap } from '../../manifest-files.ts';
import { textAt } from '../../objects.ts';
import { printerFor, wholePrinter } from '../../printers/index.ts';
import { configCommand } from './config-command.ts';

export const view = configCommand({
  word: 'view',
  summary: 'Display merged kubeconfig settings or a specified kubeconfig file',
  usage: '[flags] [options]',
  flags: [
    ...printFlags.map((flag) => (flag.name === 'output' ? { ...flag, default: 'yaml' } : flag)),
    { name: 'flatten', type: 'bool', help: 'Show secrets as --raw does' },
    { name: 'merge', type: 'bool', default: 'true', help: 'Show all files of $KUBECONFIG as one' },
    { name: 'minify', type: 'bool', help: 'Only what the current context needs' },
    { name: 'raw', type: 'bool', help: 'Show secrets' },
  ],
  run(context, { config }) {
    const { flags, out } = context;
    const used = flags.bool('minify') ? minified(config, flags.text('context')) : config;
    const shown = flags.bool('raw') || flags.bool('flatten') ? used : withoutSecrets(used);
    const format = flags.text('output')?.toLowerCase();
    if (format === 'json') out(`${JSON.stringify(inGoOrder(shown), null, 4)}\n`);
    // A configuration has no name.
    else if (format === 'name') out('config/<unknown>\n');
    else {
      const print = printerFor(context) ?? wholePrinter('yaml');
      out(print([{ kind: {} as Kind, object: toFile(shown) as unknown as KubeObject }], false));
    }
  },
});

/** Only the context that is in force, with the cluster and the user it names. Throws `CommandError`. */
function minified(config: Kubeconfig, named: string | undefined): Kubeconfig {
  const name = named || config.currentContext;
  if (name === '') throw usageError('current-context must exist in order to minify');
  const context = config.contexts.get(name);
  if (!context) throw usageError(`cannot locate context ${name}`);
  const only = (section: ReadonlyMap<string, JsonMap>, wanted: string | undefined) =>
    new Map([...section].filter(([it]) => it === wanted));
  return {
    clusters: only(config.clusters, textAt(context, 'cluster')),
    contexts: only(config.contexts, name),
    users: only(config.users, textAt(context, 'user')),
    currentContext: name,
  };
}

function withoutSecrets(config: Kubeconfig): Kubeconfig {
  return { ...config, clusters: hidden(config.clusters), users: hidden(config.users) };
}

function hidden(section: ReadonlyMap<string, JsonMap>): ReadonlyMap<string, JsonMap> {
  return new Map(
    [...section].map(([name, entry]) => [
      name,
      Object.fromEntries(Object.entries(entry).map(([field, value]) => [field, hide(field, value)])),
    ]),
  );
}

function hide(field: string, value: unknown): unknown {
  if (field === 'token' || field === 'password') return 'REDACTED';
  return field.endsWith('-data') ? 'DATA+OMITTED' : value;
}
