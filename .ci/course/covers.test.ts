import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { expect, test } from 'vitest';
import { rows } from '../../src/sim/testing/curriculum/rows.ts';
import { coverageFaults } from './covers.ts';
import { writtenLessons } from './lessons.ts';

const unclaimed = load(readFileSync('.ci/course/unclaimed.yaml', 'utf8')) as string[];
const coversOf = (frontMatter: Readonly<Record<string, unknown>>) => (frontMatter.covers ?? []) as string[];

test('the lessons claim rows that there are, and every row but those that are listed as missing', () => {
  const claimed = new Map(writtenLessons().map(({ path, source }) => [path, coversOf(source.frontMatter)]));
  expect(coverageFaults({ claimed, rows: Object.keys(rows), unclaimed })).toEqual([]);
});

test('a translation teaches what the lesson teaches', () => {
  const lessons = writtenLessons();
  for (const { slug, path, source } of lessons) {
    const original = lessons.find((lesson) => lesson.slug === slug);
    expect([path, coversOf(source.frontMatter)]).toEqual([
      path,
      coversOf(original?.source.frontMatter ?? {}),
    ]);
  }
});

test.each([
  ['an unknown row', { claimed: [['a.mdx', ['x', 'z']]], rows: ['x'], unclaimed: [] }, '"z" is no row'],
  ['a row twice', { claimed: [['a.mdx', ['x', 'x']]], rows: ['x'], unclaimed: [] }, '"x" is claimed twice'],
  [
    'a row that is listed and taught',
    { claimed: [['a.mdx', ['x']]], rows: ['x'], unclaimed: ['x'] },
    'take it out',
  ],
  [
    'a row that is neither',
    { claimed: [['a.mdx', ['x']]], rows: ['x', 'y'], unclaimed: [] },
    'no lesson teaches "y"',
  ],
  [
    'a listed row that is none',
    { claimed: [['a.mdx', ['x']]], rows: ['x'], unclaimed: ['y'] },
    '"y" is no row',
  ],
] as const)('%s is a fault', (_, { claimed, ...rest }, fault) => {
  const faults = coverageFaults({ claimed: new Map(claimed as unknown as [string, string[]][]), ...rest });
  expect(faults).toHaveLength(1);
  expect(faults[0]).toContain(fault);
});
