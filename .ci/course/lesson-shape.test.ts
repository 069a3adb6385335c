import { existsSync, readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { expect, test } from 'vitest';
import type { Definition } from '../../grader/exercise.ts';
import { definitionSchema } from '../../grader/exercise.ts';
import { shapeFaults } from './lesson-shape.ts';
import { writtenLessons } from './lessons.ts';

function definitionsOf(slugs: readonly string[]): ReadonlyMap<string, Definition> {
  const paths = slugs.map((slug) => [slug, `exercises/${slug}/exercise.yaml`] as const);
  return new Map(
    paths
      .filter(([, path]) => existsSync(path))
      .map(([slug, path]) => [slug, definitionSchema.parse(load(readFileSync(path, 'utf8')))]),
  );
}

const lessons = writtenLessons();

test.each(lessons)('$path has what a lesson has', ({ source, listed }) => {
  const definitions = definitionsOf([...source.exercises, ...source.quizzes]);
  expect(shapeFaults({ source, listed: listed.exercises, definitions })).toEqual([]);
});

test('a lesson without anything lacks everything, and cannot tell two notes apart', () => {
  const source = { ...(lessons[0] as (typeof lessons)[number]).source };
  const bare = {
    ...source,
    exercises: [],
    quizzes: [],
    labs: [],
    imports: [],
    notes: ['A note', 'Another', 'A note'],
    components: new Set<string>(),
    frontMatter: {},
  };
  expect(shapeFaults({ source: bare, listed: ['x'], definitions: new Map() })).toHaveLength(10);
});
