// A call whose words name none of the commands: `kubectl` alone, `kubectl help get`, `kubectl options`, mistakes.
import { CommandError } from './command.ts';
import { commands } from './commands/index.ts';
import { findCommand, namingWords } from './find-command.ts';
import { parseFlags } from './flags.ts';
import { globalFlags } from './global-flags.ts';
import { commandHelp, generalHelp, generalUsage, membersOf, optionsHelp } from './help.ts';
import { insteadOf, unknownCommand } from './unknown-command.ts';

interface Answer {
  readonly text: string;
  /** True where it goes to stderr, though nothing failed. */
  readonly isAside?: boolean;
}

/** What is printed. Throws `CommandError` and what `parseFlags` throws. */
export function answerWithoutCommand(words: readonly string[]): Answer {
  const [first, ...rest] = namingWords(words);
  if (first === undefined) {
    parseFlags(words, globalFlags);
    return { text: generalHelp(commands) };
  }
  if (first === 'help') return helpOn(rest);
  if (first === 'options') return { text: optionsHelp(globalFlags) };
  if (first === 'alpha') {
    return { text: 'No alpha commands are available in this version of kubectl\n', isAside: true };
  }
  throw unknownCommand(first);
}

function helpOn(words: readonly string[]): Answer {
  if (words.length === 0) return { text: generalHelp(commands) };
  const instead = insteadOf(words);
  if (instead !== undefined) throw new CommandError(`error: ${instead}`);
  const { command } = findCommand(commands, words);
  if (command) return { text: commandHelp(command, membersOf(command, commands)) };
  const topic = words.map((word) => `\`${word}\``).join(' ');
  return { text: `Unknown help topic [${topic}]\n\n\n${generalUsage(commands)}`, isAside: true };
}
