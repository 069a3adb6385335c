// A word that only has subcommands of its own, e.g. `rollout` or `create secret`.
import type { Command } from '../command.ts';
import { helpfulError } from '../command.ts';
import { commandHelp } from '../help.ts';

export interface Group {
  readonly words: readonly string[];
  readonly aliases?: readonly string[];
  readonly summary: string;
  /** If it is not the usual one. */
  readonly usage?: string;
  readonly members: readonly Command[];
  /** Where the help goes that is all such a word does. */
  readonly prints?: 'stdout';
}

/** The group and its members. Alone it prints its help and fails: there is nothing to do yet. */
export function commandGroup({ words, aliases, summary, usage, members, prints }: Group): readonly Command[] {
  const command: Command = {
    words,
    ...(aliases === undefined ? {} : { aliases }),
    summary,
    usage: usage ?? `kubectl ${words.join(' ')} [flags] [options]`,
    flags: [],
    run({ args, err, out }) {
      if (args.length > 0) throw helpfulError(command, `unknown command ${JSON.stringify(args.join(' '))}`);
      (prints === 'stdout' ? out : err)(commandHelp(command, members));
      return 1;
    },
  };
  return [command, ...members];
}
