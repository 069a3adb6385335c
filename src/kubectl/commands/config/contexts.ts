// kubectl config use-context, set-context, rename-context and delete-context.
import { CommandError, usageError } from '../../command.ts';
import { commandHelp } from '../../help.ts';
import { withEntry } from '../../kubeconfig/kubeconfig.ts';
import { configCommand } from './config-command.ts';

export const useContext = configCommand({
  word: 'use-context',
  aliases: ['use'],
  summary: 'Set the current-context in a kubeconfig file',
  usage: 'CONTEXT_NAME [options]',
  arguments: 1,
  run({ args: [name = ''], out }, { config, write }) {
    if (!config.contexts.has(name)) {
      throw usageError(`no context exists with the name: ${JSON.stringify(name)}`);
    }
    write({ ...config, currentContext: name });
    out(`Switched to context ${JSON.stringify(name)}.\n`);
  },
});

export const setContext = configCommand({
  word: 'set-context',
  summary: 'Set a context entry in kubeconfig',
  usage:
    '[NAME | --current] [--cluster=cluster_nickname] [--user=user_nickname] [--namespace=namespace] [options]',
  flags: [{ name: 'current', type: 'bool', help: 'Change the current context' }],
  run({ args, flags, out }, { config, write }) {
    const isCurrent = flags.bool('current');
    const [named = '', ...more] = args;
    if (more.length > 0) throw usageError(`Unexpected args: [${args.join(' ')}]`);
    if (named === '' && !isCurrent)
      throw usageError('you must specify a non-empty context name or --current');
    if (named !== '' && isCurrent) throw usageError('you cannot specify both a context name and --current');
    const name = isCurrent ? config.currentContext : named;
    if (name === '') throw usageError('no current context is set');
    const before = config.contexts.get(name);
    const given = ['cluster', 'user', 'namespace'].filter((flag) => flags.has(flag));
    const entry = Object.fromEntries(given.map((flag) => [flag, flags.text(flag) ?? '']));
    const next = Object.entries({ ...before, ...entry }).filter(([, value]) => value !== '');
    write(withEntry(config, 'contexts', name, Object.fromEntries(next)));
    out(`Context ${JSON.stringify(name)} ${before ? 'modified' : 'created'}.\n`);
  },
});

export const renameContext = configCommand({
  word: 'rename-context',
  summary: 'Rename a context from the kubeconfig file',
  usage: 'CONTEXT_NAME NEW_NAME [options]',
  arguments: 2,
  run({ args: [from = '', to = ''], out }, { config, path, write }) {
    const context = config.contexts.get(from);
    const cannot = `cannot rename the context ${JSON.stringify(from)}`;
    if (!context) throw usageError(`${cannot}, it's not in ${path}`);
    if (config.contexts.has(to)) {
      throw usageError(`${cannot}, the context ${JSON.stringify(to)} already exists in ${path}`);
    }
    const renamed = withEntry(withEntry(config, 'contexts', from, undefined), 'contexts', to, context);
    write(config.currentContext === from ? { ...renamed, currentContext: to } : renamed);
    out(`Context ${JSON.stringify(from)} renamed to ${JSON.stringify(to)}.\n`);
  },
});

export const deleteContext = configCommand({
  word: 'delete-context',
  summary: 'Delete the specified context from the kubeconfig',
  usage: 'NAME [options]',
  run({ args: [name, ...more], out, err }, { config, path, write }) {
    if (name === undefined || more.length > 0) {
      out(commandHelp(deleteContext, []));
      return;
    }
    if (!config.contexts.has(name))
      throw new CommandError(`error: cannot delete context ${name}, not in ${path}`);
    if (config.currentContext === name) {
      err(
        'warning: this removed your active context, use "kubectl config use-context" to select a different one\n',
      );
    }
    write(withEntry(config, 'contexts', name, undefined));
    out(`deleted context ${name} from ${path}\n`);
  },
});
