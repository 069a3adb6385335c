// A word that only has subcommands of its own, e.g. `create secret`.
import type { Command } from '../command.ts';
import { helpfulError } from '../command.ts';

/** Prints which subcommands there are, and fails: there is nothing to do yet. */
export function commandGroup(
  words: readonly string[],
  summary: string,
  members: readonly Command[],
  aliases: readonly string[] = [],
): Command {
  const command: Command = {
    words,
    aliases,
    summary,
    usage: `kubectl ${words.join(' ')} [flags] [options]`,
    flags: [],
    run({ args, err }) {
      if (args.length > 0) throw helpfulError(command, `unknown command ${JSON.stringify(args.join(' '))}`);
      const rows = members.map((it) => `  ${(it.words.at(-1) ?? '').padEnd(15)} ${it.summary}`);
      const more = `Use "kubectl ${words.join(' ')} <command> --help" for more information about a given command.`;
      err(
        `${summary}.\n\nAvailable Commands:\n${rows.join('\n')}\n\nUsage:\n  ${command.usage}\n\n${more}\n`,
      );
      return 1;
    },
  };
  return command;
}
