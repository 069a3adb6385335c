import { expect, test } from 'vitest';
import { rows } from '../../src/sim/testing/curriculum/rows.ts';
import { coverageFaults } from './covers.ts';
import { writtenLessons } from './lessons.ts';

const coversOf = (frontMatter: Readonly<Record<string, unknown>>) => (frontMatter.covers ?? []) as string[];

test('the lessons claim rows that there are, and every row', () => {
  const claimed = new Map(writtenLessons().map(({ path, source }) => [path, coversOf(source.frontMatter)]));
  expect(coverageFaults({ claimed, rows: Object.keys(rows) })).toEqual([]);
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
  ['an unknown row', { claimed: [['a.mdx', ['x', 'z']]], rows: ['x'] }, '"z" is no row'],
  ['a row twice', { claimed: [['a.mdx', ['x', 'x']]], rows: ['x'] }, '"x" is claimed twice'],
  ['a row that nobody claims', { claimed: [['a.mdx', ['x']]], rows: ['x', 'y'] }, 'no lesson teaches "y"'],
] as const)('%s is a fault', (_, { claimed, ...rest }, fault) => {
  const faults = coverageFaults({ claimed: new Map(claimed as unknown as [string, string[]][]), ...rest });
  expect(faults).toHaveLength(1);
  expect(faults[0]).toContain(fault);
});
