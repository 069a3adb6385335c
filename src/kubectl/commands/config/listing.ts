// kubectl config current-context, get-clusters, get-contexts and get-users.
import type { Context } from '../../command.ts';
import { CommandError, usageError } from '../../command.ts';
import type { Kubeconfig } from '../../kubeconfig/kubeconfig.ts';
import { textAt } from '../../objects.ts';
import { createTableWriter } from '../../printers/table-writer.ts';
import { configCommand } from './config-command.ts';

export const currentContext = configCommand({
  word: 'current-context',
  summary: 'Display the current-context',
  usage: '[flags] [options]',
  run({ out }, { config }) {
    if (config.currentContext === '') throw usageError('current-context is not set');
    out(`${config.currentContext}\n`);
  },
});

export const getClusters = configCommand({
  word: 'get-clusters',
  summary: 'Display clusters defined in the kubeconfig',
  usage: '[flags] [options]',
  run({ out }, { config }) {
    out(['NAME', ...namesOf(config.clusters)].map((name) => `${name}\n`).join(''));
  },
});

export const getUsers = configCommand({
  word: 'get-users',
  summary: 'Display users defined in the kubeconfig',
  usage: '[flags] [options]',
  run({ out }, { config }) {
    out(['NAME', ...namesOf(config.users)].map((name) => `${name}\n`).join(''));
  },
});

export const getContexts = configCommand({
  word: 'get-contexts',
  summary: 'Describe one or many contexts',
  usage: '[(-o|--output=)name)] [options]',
  flags: [
    { name: 'no-headers', type: 'bool', help: 'Leave out the header row' },
    { name: 'output', short: 'o', type: 'string', help: 'name: only the names' },
  ],
  run(context, { config }) {
    const { args, flags, out } = context;
    const format = flags.text('output') ?? '';
    if (format !== '' && format !== 'name') {
      throw usageError(
        `--output ${format} is not available in kubectl config get-contexts; resetting to default output format`,
      );
    }
    const names =
      args.length === 0 ? namesOf(config.contexts) : args.filter((name) => config.contexts.has(name));
    if (format === 'name') out(names.map((name) => `${name}\n`).join(''));
    else out(tableOf(context, config, names));
    const unknown = args.filter((name) => !config.contexts.has(name));
    if (unknown.length === 0) return;
    const lines = unknown.map((name) => `context ${name} not found`);
    throw new CommandError(`${unknown.length === 1 ? 'error: ' : ''}${lines.join('\n')}`);
  },
});

function tableOf({ flags }: Context, config: Kubeconfig, names: readonly string[]): string {
  const header = flags.bool('no-headers') ? [] : [['CURRENT', 'NAME', 'CLUSTER', 'AUTHINFO', 'NAMESPACE']];
  const rows = names.map((name) => {
    const context = config.contexts.get(name);
    const part = (word: string) => textAt(context, word) ?? '';
    return [
      name === config.currentContext ? '*' : '',
      name,
      part('cluster'),
      part('user'),
      part('namespace'),
    ];
  });
  return createTableWriter().lines([...header, ...rows]);
}

function namesOf(section: ReadonlyMap<string, unknown>): readonly string[] {
  return [...section.keys()].sort();
}
