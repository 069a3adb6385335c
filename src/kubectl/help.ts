// What `kubectl --help` and `kubectl COMMAND --help` print: only what is really here.
import type { Command } from './command.ts';

export function generalHelp(commands: readonly Command[]): string {
  const rows = commands.map((command) => `  ${command.words.join(' ').padEnd(24)} ${command.summary}`);
  return `kubectl controls the Kubernetes cluster manager.\n\nAvailable Commands:\n${rows.join('\n')}\n\nUsage:\n  kubectl [flags] [options]\n\nUse "kubectl <command> --help" for more information about a given command.\n`;
}

/** The help of a word that only has subcommands, e.g. `rollout`. */
export function groupHelp(commands: readonly Command[], word: string): string {
  const rows = commands
    .filter((command) => command.words[0] === word && command.words.length > 1)
    .map((command) => `  ${(command.words[1] ?? '').padEnd(13)} ${command.summary}`);
  return `Available Commands:\n${rows.join('\n')}\n\nUsage:\n  kubectl ${word} SUBCOMMAND [options]\n\nUse "kubectl ${word} <command> --help" for more information about a given command.\n`;
}

export function commandHelp(command: Command): string {
  const rows = command.flags
    .filter((flag) => flag.unsupported === undefined)
    .map((flag) => {
      const short = flag.short ? `-${flag.short}, ` : '    ';
      const value = flag.type === 'bool' ? (flag.default ?? 'false') : (flag.default ?? '');
      return `    ${short}--${flag.name}=${value}:\n\t${flag.help}`;
    });
  const options = rows.length > 0 ? `Options:\n${rows.join('\n\n')}\n\n` : '';
  return `${command.summary}\n\n${options}Usage:\n  ${command.usage}\n`;
}
