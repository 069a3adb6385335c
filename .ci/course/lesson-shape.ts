/** What every lesson has, beside its text. */
import type { Definition } from '../../grader/exercise.ts';
import type { LessonSource } from './lesson-source.ts';

const EXERCISES_MIN = 3;
const QUESTIONS_MIN = 5;
const OBJECTIVES_MIN = 3;
const PICTURES = '#components/pictures/';

export interface ShapedLesson {
  readonly source: LessonSource;
  /** As course.yaml lists them. */
  readonly listed: readonly string[];
  readonly definitions: ReadonlyMap<string, Definition>;
}

/** One line for each thing that a lesson lacks. */
export function shapeFaults({ source, listed, definitions }: ShapedLesson): string[] {
  const { frontMatter, exercises, quizzes, components, labs } = source;
  const faults: string[] = [];
  const need = (isThere: boolean, fault: string) => isThere || faults.push(fault);
  const questions = quizzes.flatMap((slug) => definitions.get(slug)?.quiz ?? []);
  need(exercises.length >= EXERCISES_MIN, `${exercises.length} exercises, ${EXERCISES_MIN} at least`);
  need(questions.length >= QUESTIONS_MIN, `${questions.length} questions, ${QUESTIONS_MIN} at least`);
  need(
    questions.some(({ kind }) => kind === 'predict'),
    'no question to predict what is printed',
  );
  need(sizeOf(frontMatter.objectives) >= OBJECTIVES_MIN, `fewer than ${OBJECTIVES_MIN} objectives`);
  need(sizeOf(frontMatter.reading) > 0, 'no further reading');
  need(components.has('Summary'), 'no <Summary>');
  need(labs.length > 0, 'no <Lab>');
  need(
    source.imports.some((module) => module.startsWith(PICTURES)),
    'no picture',
  );
  need(
    [...exercises, ...quizzes].sort().join() === [...listed].sort().join(),
    'not the exercises of course.yaml',
  );
  // Each is a landmark of the page, and is found by its name.
  for (const [index, title] of source.notes.entries()) {
    need(source.notes.indexOf(title) === index, `two notes are called "${title}": say what each is about`);
  }
  for (const slug of [...exercises, ...quizzes]) need(definitions.has(slug), `there is no exercise ${slug}`);
  return faults;
}

function sizeOf(value: unknown): number {
  return typeof value === 'object' && value !== null ? Object.keys(value).length : 0;
}
