// kubectl config: the one context there is, and the namespace it works in.
import type { Kind, KubeObject } from '../../sim/index.ts';
import type { Command, Context } from '../command.ts';
import { CommandError, usageError } from '../command.ts';
import {
  clusterName,
  contextNamespace,
  currentContext,
  kubeconfig,
  setContextNamespace,
  userName,
} from '../kubeconfig.ts';
import { printerFor } from '../printers/index.ts';
import { createTableWriter } from '../printers/table-writer.ts';
import { commandGroup } from './command-group.ts';

function command(
  word: string,
  summary: string,
  flags: Command['flags'],
  run: (context: Context) => void,
  aliases: readonly string[] = [],
): Command {
  return {
    words: ['config', word],
    aliases,
    summary,
    usage: `kubectl config ${word} [options]`,
    flags,
    run(context) {
      run(context);
      return 0;
    },
  };
}

const getContexts = command(
  'get-contexts',
  'Describe one or many contexts',
  [
    { name: 'no-headers', type: 'bool', help: 'Leave out the header row' },
    { name: 'output', short: 'o', type: 'string', help: 'name: only the names' },
  ],
  ({ args, flags, process, out }) => {
    const unknown = args.find((name) => name !== currentContext);
    if (unknown !== undefined) throw usageError(`context ${unknown} not found`);
    if (flags.text('output') === 'name') {
      out(`${currentContext}\n`);
      return;
    }
    const rows = [['*', currentContext, clusterName, userName, contextNamespace(process)]];
    const header = ['CURRENT', 'NAME', 'CLUSTER', 'AUTHINFO', 'NAMESPACE'];
    out(createTableWriter().lines(flags.bool('no-headers') ? rows : [header, ...rows]));
  },
);

const showCurrent = command('current-context', 'Display the current-context', [], ({ out }) => {
  out(`${currentContext}\n`);
});

const getClusters = command('get-clusters', 'Display clusters defined in the kubeconfig', [], ({ out }) => {
  out(`NAME\n${clusterName}\n`);
});

const getUsers = command('get-users', 'Display users defined in the kubeconfig', [], ({ out }) => {
  out(`NAME\n${userName}\n`);
});

const setContext = command(
  'set-context',
  'Set a context entry in kubeconfig',
  [{ name: 'current', type: 'bool', help: 'Change the current context' }],
  ({ args, flags, process, out }) => {
    const [name] = args;
    if (name === undefined && !flags.bool('current')) {
      throw usageError('you must specify a non-empty context name or --current');
    }
    if (name !== undefined && name !== currentContext) {
      throw usageError(`petset has one context, ${currentContext}: use --current`);
    }
    const namespace = flags.text('namespace');
    if (namespace !== undefined) setContextNamespace(process, namespace);
    out(`Context ${JSON.stringify(currentContext)} modified.\n`);
  },
);

const useContext = command(
  'use-context',
  'Set the current-context in a kubeconfig file',
  [],
  ({ args, out }) => {
    const [name] = args;
    if (name === undefined || args.length > 1) throw usageError(`unexpected args: [${args.join(' ')}]`);
    if (name !== currentContext) {
      throw new CommandError(`error: no context exists with the name: ${JSON.stringify(name)}`);
    }
    out(`Switched to context ${JSON.stringify(name)}.\n`);
  },
  ['use'],
);

const view = command(
  'view',
  'Display merged kubeconfig settings or a specified kubeconfig file',
  [
    { name: 'minify', type: 'bool', help: 'Only what the current context needs' },
    { name: 'raw', type: 'bool', help: 'Keep secrets; has no effect here' },
    { name: 'flatten', type: 'bool', help: 'Has no effect here' },
    { name: 'output', short: 'o', type: 'string', default: 'yaml', help: 'Output format' },
  ],
  (context) => {
    const { process, out } = context;
    const print = printerFor(context);
    if (!print)
      throw usageError('--output wide is not available in kubectl config view; valid outputs: yaml, json');
    const config = kubeconfig(contextNamespace(process)) as unknown as KubeObject;
    out(print([{ kind: {} as Kind, object: config }], false));
  },
);

export const configCommands = commandGroup({
  words: ['config'],
  summary: 'Modify kubeconfig files',
  usage: 'kubectl config SUBCOMMAND [options]',
  members: [showCurrent, getClusters, getContexts, getUsers, setContext, useContext, view],
});
