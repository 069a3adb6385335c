// An exercise's folder, as text by path, becomes an exercise.
import { load } from 'js-yaml';
import type { z } from 'zod';
import type { Definition } from './exercise.ts';
import { definitionSchema } from './exercise.ts';
import type { ExerciseText } from './exercise-text.ts';
import { parseExerciseText } from './exercise-text.ts';
import { hashOf } from './hash.ts';
import type { Locale } from './locale.ts';
import { FALLBACK_LOCALE, LOCALES } from './locale.ts';

export interface Exercise {
  readonly definition: Definition;
  readonly texts: ReadonlyMap<Locale, ExerciseText>;
  /** The script that is run before the learner begins. */
  readonly startScript: string;
  /** What the learner finds in the home directory, by path. */
  readonly startFiles: ReadonlyMap<string, string>;
  /** Submissions that must score full marks, by folder; empty where the page left them out. */
  readonly solutions: ReadonlyMap<string, SubmissionFolder>;
  readonly mistakes: ReadonlyMap<string, SubmissionFolder>;
  /** Of all that a grade depends on: the definition and the start. */
  readonly hash: string;
  /** The checks that do not tell what they wanted and saw, by id: those of an exam, and those of rules/hidden-checks.ts. */
  readonly hidden?: ReadonlySet<string>;
}

/** Text by name of the files of one submission. */
export type SubmissionFolder = ReadonlyMap<string, string>;

export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly string[] };

const START_SCRIPT = 'start.sh';
const yamlCharsMax = 100_000;

/**
 * Reads exercise.yaml, text/, start/ and, where they are among the files, solution…/ and mistakes/. Paths are relative to the
 * exercise's folder. Problems say what is wrong, each in one line.
 */
export function parseExercise(files: ReadonlyMap<string, string>): Parsed<Exercise> {
  const read = readDefinition(files.get('exercise.yaml'));
  if (!read.ok) return read;
  const definition = read.value;
  const { texts, problems } = readTexts(files, definition);
  const start = folder(files, 'start/');
  const startFiles = new Map([...start].filter(([path]) => path !== START_SCRIPT));
  const solutions = new Map<string, SubmissionFolder>();
  const mistakes = new Map<string, SubmissionFolder>();
  for (const [path] of files) {
    if (/^(exercise\.yaml|start\/[^/]+)$/.test(path)) continue;
    const [, solution] = /^(solution(?:-\d+)?)\/[^/]+$/.exec(path) ?? [];
    const [, mistake] = /^mistakes\/([a-z0-9-]+)\/[^/]+$/.exec(path) ?? [];
    if (solution !== undefined) solutions.set(solution, folder(files, `${solution}/`));
    else if (mistake !== undefined) mistakes.set(mistake, folder(files, `mistakes/${mistake}/`));
    else if (!LOCALES.some((locale) => path === `text/${locale}.md`))
      problems.push(`${path} is a stray file`);
  }
  if (problems.length > 0) return { ok: false, problems };
  const startScript = start.get(START_SCRIPT) ?? '';
  const hash = hashOf({ definition, start: [...start].sort(([a], [b]) => (a < b ? -1 : 1)) });
  const hidden = definition.exam ? { hidden: new Set(definition.checks.map(({ id }) => id)) } : {};
  return {
    ok: true,
    value: { definition, texts, startScript, startFiles, solutions, mistakes, hash, ...hidden },
  };
}

/** The texts of a language, or of the fallback; `isFallback` where it is not translated. */
export function textOf(
  exercise: Exercise,
  locale: Locale,
): { readonly text: ExerciseText; readonly isFallback: boolean } {
  const text = exercise.texts.get(locale);
  if (text) return { text, isFallback: false };
  return { text: exercise.texts.get(FALLBACK_LOCALE) as ExerciseText, isFallback: true };
}

/** One line for each thing that a schema found wrong. */
export function issuesOf(error: z.ZodError): string[] {
  return error.issues.slice(0, 20).map(({ path, message }) => {
    const where = path.map(String).join('.');
    return where === '' ? message : `${where}: ${message}`;
  });
}

function readDefinition(yaml: string | undefined): Parsed<Definition> {
  if (yaml === undefined) return { ok: false, problems: ['there is no exercise.yaml'] };
  if (yaml.length > yamlCharsMax)
    return { ok: false, problems: [`exercise.yaml is longer than ${yamlCharsMax} characters`] };
  let tree: unknown;
  try {
    tree = load(yaml);
  } catch (error) {
    return { ok: false, problems: [`exercise.yaml: ${(error as Error).message.split('\n')[0]}`] };
  }
  const parsed = definitionSchema.safeParse(tree);
  if (parsed.success) return { ok: true, value: parsed.data };
  return { ok: false, problems: issuesOf(parsed.error).map((issue) => `exercise.yaml: ${issue}`) };
}

function readTexts(
  files: ReadonlyMap<string, string>,
  definition: Definition,
): { readonly texts: Map<Locale, ExerciseText>; readonly problems: string[] } {
  const texts = new Map<Locale, ExerciseText>();
  const problems: string[] = [];
  for (const locale of LOCALES) {
    const markdown = files.get(`text/${locale}.md`);
    if (markdown === undefined) continue;
    const parsed = parseExerciseText(markdown, definition);
    texts.set(locale, parsed.text);
    problems.push(...parsed.problems.map((problem) => `text/${locale}.md: ${problem}`));
  }
  if (!texts.has(FALLBACK_LOCALE)) problems.push(`there is no text/${FALLBACK_LOCALE}.md`);
  return { texts, problems };
}

function folder(files: ReadonlyMap<string, string>, prefix: string): SubmissionFolder {
  return new Map(
    [...files]
      .filter(([path]) => path.startsWith(prefix))
      .map(([path, text]) => [path.slice(prefix.length), text]),
  );
}
