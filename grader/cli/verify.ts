// `petset verify [SLUG…]`: proves the curriculum.
import { parseArgs } from 'node:util';
import { LOCALES } from '../locale.ts';
import { shownLine } from '../report/shown.ts';
import { verifyExercise } from '../verify.ts';
import { command } from './command.ts';
import { fileProblem, flagProblem, wrongUsage } from './complain.ts';
import { EXERCISES } from './exercises-folder.ts';
import { loadExercise, slugsIn } from './load-exercise.ts';

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
  const once = () => (chosen.map((slug) => verifyOne(exercises, slug)).includes(false) ? 1 : 0);
  if (!watch) return once();
  const { watchPaths } = await import('./watch.ts');
  return await watchPaths([exercises], async () => once());
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

function verifyOne(folder: string, slug: string): boolean {
  const parsed = loadExercise(folder, slug);
  if (!parsed.ok) {
    process.stdout.write(
      `✗ ${shownLine(slug)}\n${parsed.problems.map((problem) => `    ${shownLine(problem)}\n`).join('')}`,
    );
    return false;
  }
  const { problems, graded } = verifyExercise(parsed.value);
  const { checks, quiz, seeds } = parsed.value.definition;
  const about = `${checks.length} checks, ${quiz.length} questions, ${graded} submissions on ${seeds.length} seeds`;
  const untranslated = LOCALES.filter((locale) => !parsed.value.texts.has(locale));
  const missing = untranslated.length === 0 ? '' : `; not translated: ${untranslated.join(', ')}`;
  const mark = problems.length === 0 ? '✓' : '✗';
  process.stdout.write(
    `${mark} ${slug}: ${about}${missing}\n${problems.map((problem) => `    ${problem}\n`).join('')}`,
  );
  return problems.length === 0;
}
