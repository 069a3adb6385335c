/** What a page needs to know of an exercise, found out once when the site is built. */

import type { ExerciseText } from '../../../grader/exercise-text.ts';
import type { Exercise } from '../../../grader/parse-exercise.ts';
import { parseExercise, textOf } from '../../../grader/parse-exercise.ts';
import type { Question } from '../../../grader/quiz-definition.ts';
import { lettersOf } from '../../../grader/quiz-definition.ts';
import type { Locale } from '../../course/locale.ts';
import { FALLBACK_LOCALE } from '../../course/locale.ts';
import type { LabSetup } from '../lab/lab-state.ts';
import type { FileList } from '../lab/protocol.ts';
import { exerciseFiles } from './exercise-files.ts';

export interface CheckText {
  readonly id: string;
  readonly wanted: string;
  readonly hints: readonly string[];
  readonly feedback: string;
}

export interface QuestionText {
  readonly id: string;
  readonly kind: Question['kind'];
  readonly asked: string;
  readonly choices: readonly { readonly letter: string; readonly text: string; readonly why: string }[];
  /** For questions without choices. */
  readonly why: string;
  readonly hints: readonly string[];
  /** The command lines of a predict question; the last one is what it is about. */
  readonly commands: readonly string[];
}

export interface ExercisePage {
  readonly id: string;
  readonly revision: number;
  readonly title: string;
  readonly brief: string;
  readonly isFallback: boolean;
  /** Nothing helps, and no solution is shown before it is passed. */
  readonly isExam: boolean;
  readonly checks: readonly CheckText[];
  readonly questions: readonly QuestionText[];
  readonly setup: LabSetup;
  /** What the grader is given. */
  readonly files: FileList;
}

/** Throws where the exercise is missing or wrong, saying what is. */
export function exercisePage(slug: string, locale: Locale): ExercisePage {
  const all = exerciseFiles(slug);
  const parsed = parseExercise(new Map(all));
  if (!parsed.ok) throw new Error(`exercises/${slug}: ${parsed.problems.join('; ')}`);
  const { definition } = parsed.value;
  const { text, isFallback } = textOf(parsed.value, locale);
  return {
    id: definition.id,
    revision: definition.revision,
    title: text.title,
    brief: text.brief,
    isFallback,
    isExam: definition.exam === true,
    checks: definition.checks.map(({ id }) => {
      const section = text.sections.get(id);
      return {
        id,
        wanted: section?.wanted ?? id,
        hints: section?.hints ?? [],
        feedback: section?.feedback ?? '',
      };
    }),
    questions: definition.quiz.map((question) => questionText(question, text)),
    setup: setupOf(parsed.value),
    files: all.filter(([path]) => !path.startsWith('text/') || isNeeded(path, locale)),
  };
}

/** Of the texts only the page's language and the one that stands in for it. */
function isNeeded(path: string, locale: Locale): boolean {
  return path === `text/${locale}.md` || path === `text/${FALLBACK_LOCALE}.md`;
}

function setupOf({ definition, startFiles, startScript }: Exercise): LabSetup {
  const { asks, seeds, cluster, limits, images } = definition;
  const files = new Map(startFiles);
  // The file to write is there to be written, even where the exercise begins without it.
  const drafts = asks.manifest !== undefined && !files.has(asks.manifest) ? [asks.manifest] : [];
  return {
    seed: seeds[0] ?? 1,
    nodes: cluster.nodes,
    files: [...files],
    drafts,
    ...(images === undefined ? {} : { images }),
    startScript,
    settleMs: limits.settle,
    bounds: { moments: limits.moments, objects: limits.objects },
  };
}

function questionText(question: Question, text: ExerciseText): QuestionText {
  const section = text.sections.get(question.id);
  const choiceText = (letter: string): string =>
    question.kind === 'predict' ? (question.choices[letter] ?? '') : (section?.choices.get(letter) ?? '');
  return {
    id: question.id,
    kind: question.kind,
    asked: section?.wanted ?? question.id,
    choices: lettersOf(question).map((letter) => ({
      letter,
      text: choiceText(letter),
      why: section?.whys.get(letter) ?? '',
    })),
    why: section?.whys.get('') ?? '',
    hints: section?.hints ?? [],
    commands: question.kind === 'predict' ? [...question.do, question.run] : [],
  };
}
