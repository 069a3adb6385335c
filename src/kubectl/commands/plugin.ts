// kubectl plugin: lists the programs that are commands of kubectl's.
import type { Command } from '../command.ts';
import { CommandError, usageError } from '../command.ts';
import { isExecutable, pluginPaths } from '../plugins.ts';
import { commandGroup } from './command-group.ts';

const list: Command = {
  words: ['plugin', 'list'],
  summary: "List all visible plugin executables on a user's PATH",
  usage: 'kubectl plugin list [flags] [options]',
  isOffline: true,
  flags: [{ name: 'name-only', type: 'bool', help: 'Only the names, not where they are' }],
  run({ process, flags, out, err }) {
    const paths = pluginPaths(process);
    if (paths.length === 0) throw usageError('unable to find any kubectl plugins in your PATH');
    out('The following compatible plugins are available:\n\n');
    let warnings = 0;
    for (const path of paths) {
      out(`${flags.bool('name-only') ? path.slice(path.lastIndexOf('/') + 1) : path}\n`);
      if (isExecutable(process, path)) continue;
      warnings += 1;
      err(`  - warning: ${path} identified as a kubectl plugin, but it is not executable\n`);
    }
    if (warnings === 0) return 0;
    throw new CommandError(
      `\nerror: ${warnings === 1 ? 'one plugin warning was' : `${warnings} plugin warnings were`} found`,
    );
  },
};

export const pluginCommands = commandGroup({
  words: ['plugin'],
  summary: 'Provides utilities for interacting with plugins',
  members: [list],
});
