// kubectl completion: a script that makes a shell complete kubectl's words. The shell here does so by itself.
import type { Command } from '../command.ts';
import { helpfulError } from '../command.ts';

const shells = ['bash', 'fish', 'powershell', 'zsh'];

export const completion: Command = {
  words: ['completion'],
  summary: 'Output shell completion code for the specified shell (bash, zsh, fish, or powershell)',
  usage: 'kubectl completion SHELL',
  isOffline: true,
  flags: [],
  run({ args, out }) {
    const [shell, ...more] = args;
    if (shell === undefined) throw helpfulError(completion, 'Shell not specified.');
    if (more.length > 0) throw helpfulError(completion, 'Too many arguments. Expected only the shell type.');
    if (!shells.includes(shell))
      throw helpfulError(completion, `Unsupported shell type ${JSON.stringify(shell)}.`);
    out('# petset: the shell here completes the words of kubectl by itself: there is nothing to set up.\n');
    return 0;
  },
};
