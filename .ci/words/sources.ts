/** Where the project's English is written, and how each kind of file is read. */
import { globSync, readFileSync } from 'node:fs';
import { codePassages } from './code-passages.ts';
import { pagePassages } from './page-passages.ts';
import type { Passage } from './passage.ts';
import type { Steps } from './yaml-passages.ts';
import { yamlPassages } from './yaml-passages.ts';

/** What learners read from top to bottom: held to a reading level too. */
const LESSONS = ['content/en/**/*.mdx', 'exercises/*/text/en.md'];
const PAGES = ['README.md', 'content/*.md', 'grader/**/*.md', 'src/**/*.md'];
const CODE = [
  'src/{components,course,pages}/**/*.{ts,tsx}',
  'src/kubectl/field-texts/en/*.ts',
  'grader/**/*.ts',
];

const YAML: readonly { readonly paths: string; readonly isRead: (steps: Steps) => boolean }[] = [
  { paths: 'content/course.yaml', isRead: (steps) => steps.at(-1) === 'en' },
  { paths: 'content/en/glossary.yaml', isRead: (steps) => steps.at(-1) !== 'id' },
  { paths: 'content/en/{ui,without-effect}.yaml', isRead: () => true },
];

export interface EnglishText {
  readonly lessons: readonly Passage[];
  /** Everything else that is said to somebody. */
  readonly others: readonly Passage[];
}

export function readEnglish(): EnglishText {
  const read = (paths: string | readonly string[], as: (path: string, text: string) => Passage[]) =>
    globSync(paths)
      .filter((path) => !/\.test\.tsx?$|(^|\/)testdata\//.test(path))
      .sort()
      .flatMap((path) => as(path, readFileSync(path, 'utf8')));
  return {
    lessons: read(LESSONS, pagePassages),
    others: [
      ...read(PAGES, pagePassages),
      ...read(CODE, codePassages),
      ...YAML.flatMap(({ paths, isRead }) => read(paths, (path, text) => yamlPassages(path, text, isRead))),
    ],
  };
}
