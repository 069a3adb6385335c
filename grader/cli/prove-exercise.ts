// Proves one exercise of a folder, and says what came of it.
import { LOCALES } from '../locale.ts';
import { shownLine } from '../report/shown.ts';
import { verifyExercise } from '../verify.ts';
import { loadExercise } from './load-exercise.ts';

/** `text` is what to print, with its line feeds. */
export interface Proof {
  readonly isProved: boolean;
  readonly text: string;
}

export function proveExercise(folder: string, slug: string): Proof {
  const parsed = loadExercise(folder, slug);
  if (!parsed.ok) return proof(shownLine(slug), parsed.problems.map(shownLine));
  const { problems, graded } = verifyExercise(parsed.value);
  const { checks, quiz, seeds } = parsed.value.definition;
  const about = `${checks.length} checks, ${quiz.length} questions, ${graded} submissions on ${seeds.length} seeds`;
  const untranslated = LOCALES.filter((locale) => !parsed.value.texts.has(locale));
  const missing = untranslated.length === 0 ? '' : `; not translated: ${untranslated.join(', ')}`;
  return proof(`${slug}: ${about}${missing}`, problems);
}

function proof(title: string, problems: readonly string[]): Proof {
  const isProved = problems.length === 0;
  const lines = problems.map((problem) => `    ${problem}\n`).join('');
  return { isProved, text: `${isProved ? '✓' : '✗'} ${title}\n${lines}` };
}
