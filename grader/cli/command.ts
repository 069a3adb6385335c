// What every command does first: it reads its words, says what is wrong with them, and answers --help.
import { wrongUsage } from './complain.ts';

type ExitCode = number | Promise<number>;

/**
 * A command of the words after its name. `readCall` gives what is asked for, or one sentence on what is wrong with the words; `run`
 * does it, and gives the exit code.
 */
export function command<C extends { readonly help: boolean }, E extends ExitCode>(
  usage: string,
  readCall: (words: readonly string[]) => C | string,
  run: (call: C) => E,
): (words: readonly string[]) => E | number {
  return (words) => {
    const call = readCall(words);
    if (typeof call === 'string') return wrongUsage(call);
    if (!call.help) return run(call);
    process.stdout.write(usage);
    return 0;
  };
}
