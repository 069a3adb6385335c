// A call whose words name none of the commands: `kubectl` alone, `kubectl help get`, `kubectl options`, mistakes.
import { CommandError } from './command.ts';
import { commands } from './commands/index.ts';
import { findCommand, namingWords } from './find-command.ts';
import { parseFlags } from './flags.ts';
import { globalFlags } from './global-flags.ts';
import { commandHelp, generalHelp, membersOf, optionsHelp } from './help.ts';
import { insteadOf, unknownCommand } from './unknown-command.ts';

/** What is printed. Throws `CommandError` and what `parseFlags` throws. */
export function answerWithoutCommand(words: readonly string[]): string {
  const [first, ...rest] = namingWords(words);
  if (first === undefined) {
    parseFlags(words, globalFlags);
    return generalHelp(commands);
  }
  if (first === 'help') return helpOn(rest);
  if (first === 'options') return optionsHelp(globalFlags);
  if (first === 'alpha') return 'No alpha commands are available in this version of kubectl\n';
  throw unknownCommand(first);
}

function helpOn(words: readonly string[]): string {
  if (words.length === 0) return generalHelp(commands);
  const instead = insteadOf(words);
  if (instead !== undefined) throw new CommandError(`error: ${instead}`);
  const { command } = findCommand(commands, words);
  if (command) return commandHelp(command, membersOf(command, commands));
  return `Unknown help topic [\`${words.join(' ')}\`]\n\n\n${generalHelp(commands)}`;
}
