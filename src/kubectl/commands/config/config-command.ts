// What the subcommands of config have in common: they change or show a kubeconfig and ask no cluster.
import type { Command, Context } from '../../command.ts';
import { CommandError } from '../../command.ts';
import { commandHelp } from '../../help.ts';
import type { Kubeconfig } from '../../kubeconfig/kubeconfig.ts';
import { kubeconfigPath, readKubeconfig, writeKubeconfig } from '../../kubeconfig/kubeconfig-files.ts';

export interface ConfigCommand {
  readonly word: string;
  readonly aliases?: readonly string[];
  readonly summary: string;
  /** What stands behind the command's name. */
  readonly usage: string;
  readonly flags?: Command['flags'];
  /** How many arguments it takes, if it refuses others with its help. */
  readonly arguments?: number;
  run(context: Context, file: ConfigFile): void;
}

/** The kubeconfig of a call. */
export interface ConfigFile {
  readonly config: Kubeconfig;
  /** As messages name it. */
  readonly path: string;
  write(config: Kubeconfig): void;
}

export function configCommand(given: ConfigCommand): Command {
  const command: Command = {
    words: ['config', given.word],
    ...(given.aliases ? { aliases: given.aliases } : {}),
    summary: given.summary,
    usage: `kubectl config ${given.word} ${given.usage}`,
    isOffline: true,
    flags: given.flags ?? [],
    run(context) {
      const { args, flags, process, out } = context;
      if (given.arguments !== undefined && args.length !== given.arguments) {
        out(commandHelp(command, []));
        throw new CommandError(`error: Unexpected args: [${args.join(' ')}]`);
      }
      const path = flags.text('kubeconfig');
      given.run(context, {
        config: readKubeconfig(process, path),
        path: kubeconfigPath(process, path),
        write: (config) => writeKubeconfig(process, path, config),
      });
      return 0;
    },
  };
  return command;
}
