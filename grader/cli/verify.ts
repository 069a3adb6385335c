// `petset verify [SLUG…]`: proves the curriculum.
import { parseArgs } from 'node:util';
import { command } from './command.ts';
import { fileProblem, flagProblem, wrongUsage } from './complain.ts';
import { EXERCISES } from './exercises-folder.ts';
import { slugsIn } from './load-exercise.ts';
import { proveExercises } from './prove-exercises.ts';

export const usage = `Usage: petset verify [SLUG…] [--watch] [--exercises DIR]

Proves the exercises (all of them, or those named): every start does not pass, every solution scores full marks on every
seed, every mistake loses exactly its checks, every check is lost by something, every text is there.

  --watch          prove them again whenever a file changes
  --exercises DIR  where the exercises are

Exit codes: 0 proved, 1 there are problems, 2 wrong usage, 3 something of ours broke.
`;

interface Call {
  readonly asked: readonly string[];
  readonly help: boolean;
  readonly watch: boolean;
  readonly exercises: string;
}

/** Runs the command with the words after `verify`; returns the exit code. */
export const verifyCommand = command(usage, readCall, verify);

async function verify({ asked, exercises, watch }: Call): Promise<number> {
  let slugs: readonly string[];
  try {
    slugs = slugsIn(exercises);
  } catch (error) {
    return wrongUsage(`--exercises ${fileProblem(exercises, error)}`);
  }
  const unknown = asked.filter((slug) => !slugs.includes(slug));
  if (unknown.length > 0)
    return wrongUsage(`there is no exercise ${unknown.join(', ')}: ${slugs.join(', ')}`);
  const chosen = asked.length > 0 ? asked : slugs;
  if (chosen.length === 0) return wrongUsage(`there are no exercises in ${exercises}`);
  const once = async () => {
    let code = 0;
    await proveExercises(exercises, chosen, ({ isProved, text }) => {
      process.stdout.write(text);
      if (!isProved) code = 1;
    });
    return code;
  };
  if (!watch) return await once();
  const { watchPaths } = await import('./watch.ts');
  return await watchPaths([exercises], once);
}

function readCall(words: readonly string[]): Call | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h', default: false },
        watch: { type: 'boolean', default: false },
        exercises: { type: 'string', default: EXERCISES },
      },
    });
    return { ...values, asked: positionals };
  } catch (error) {
    return flagProblem(error);
  }
}
