import { expect, test } from 'vitest';
import type { Passage } from './passage.ts';
import { CODE } from './passage.ts';
import { gradeOf, readingFaults } from './reading-level.ts';

const passage = (text: string, role: Passage['role'] = 'sentences'): Passage => ({
  path: 'a.mdx',
  line: 3,
  role,
  text,
});
const EASY = 'A pod runs. It ends. Then it is made anew. ';

test('long words and long sentences are harder than short ones', () => {
  const long = 'The organisation of continuous reconciliation necessitates considerable coordination.';
  expect(gradeOf([long])).toBeGreaterThan(gradeOf([EASY]) + 10);
  expect(gradeOf([EASY.replaceAll('. ', ', ')])).toBeGreaterThan(gradeOf([EASY]));
});

test('a sentence may begin with code, which is one word', () => {
  expect(gradeOf([`It runs. ${CODE} ends.`])).toBe(gradeOf(['It runs. Object ends.']));
});

test('a sentence that is too long is told with its own line', () => {
  const long = `Here ${'one and '.repeat(15)}one.`;
  expect(readingFaults([passage(`${EASY.repeat(5)}\n${long}`)])).toEqual([
    'a.mdx:4: “Here one and …” has 32 words, 30 at most: make it two sentences',
  ]);
});

test('a passage that is too hard is told, though its page is easy', () => {
  const hard = `Continuous reconciliation ${'necessitates coordination '.repeat(9)}.`;
  const faults = readingFaults([...Array.from({ length: 90 }, () => passage(EASY)), passage(hard)]);
  expect(faults).toHaveLength(1);
  expect(faults[0]).toMatch(/^a\.mdx:3: reads at grade \d+\.\d, 10 at most/);
});

test('a page that is too hard as a whole is told, with its hardest passage; labels do not count', () => {
  const middling = 'Every controller considers its objects again and again. ';
  const faults = readingFaults([passage(middling.repeat(2)), passage(EASY, 'label')]);
  expect(faults).toHaveLength(1);
  expect(faults[0]).toContain('the page reads at grade');
});
