import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { preferredLocale } from './locale.ts';
import { lessonOfExercise, lessonsInOrder, parseCourse, sidebarOf } from './order.ts';

const TITLE = '{en: A, ko: 가}';
const course = parseCourse(`
modules:
  - {id: one, title: ${TITLE}, lessons: [{id: a, title: ${TITLE}, exercises: [x, y]}, {id: b, title: ${TITLE}, exercises: []}]}
  - {id: two, title: ${TITLE}, lessons: [{id: a, title: ${TITLE}, exercises: [z]}]}
`);

test('lessons follow each other across modules', () => {
  expect(lessonsInOrder(course).map(({ slug }) => slug)).toEqual(['one/a', 'one/b', 'two/a']);
});

test('an exercise knows its lesson', () => {
  expect(lessonOfExercise(course, 'z')?.slug).toBe('two/a');
  expect(lessonOfExercise(course, 'w')).toBeUndefined();
});

test('the sidebar is labelled in every language', () => {
  expect(sidebarOf(course)[1]).toEqual({
    label: 'A',
    translations: { en: 'A', ko: '가' },
    items: [{ label: 'A', translations: { en: 'A', ko: '가' }, slug: 'two/a' }],
  });
});

test('reference pages stand after the lessons', () => {
  const text = `modules: [{id: m, title: ${TITLE}, lessons: [{id: a, title: ${TITLE}, exercises: []}]}]
reference: {title: ${TITLE}, pages: [{id: fields, title: ${TITLE}}]}`;
  const labels = { label: 'A', translations: { en: 'A', ko: '가' } };
  expect(sidebarOf(parseCourse(text)).at(-1)).toEqual({
    ...labels,
    items: [{ ...labels, slug: 'reference/fields' }],
  });
});

describe('a course that is refused says why', () => {
  const lesson = `{id: a, title: ${TITLE}, exercises: [x]}`;
  test.each([
    ['no modules', 'modules: []', 'modules'],
    ['a title without Korean', `modules: [{id: m, title: {en: A}, lessons: [${lesson}]}]`, 'title.ko'],
    ['an unknown key', `modules: [{id: m, title: ${TITLE}, lessons: [${lesson}], draft: true}]`, 'draft'],
    ['an id that is no address', `modules: [{id: A b, title: ${TITLE}, lessons: [${lesson}]}]`, 'hyphens'],
    [
      'a lesson twice',
      `modules: [{id: m, title: ${TITLE}, lessons: [${lesson}, ${lesson}]}]`,
      'lesson "a" is listed twice',
    ],
    [
      'an exercise twice',
      `modules: [{id: m, title: ${TITLE}, lessons: [${lesson}, {id: b, title: ${TITLE}, exercises: [x]}]}]`,
      'exercise "x" is listed twice',
    ],
  ])('%s', (_, text, reason) => {
    expect(() => parseCourse(text)).toThrow(reason);
  });
});

test('the course as it stands is well formed', () => {
  expect(lessonsInOrder(parseCourse(readFileSync('content/course.yaml', 'utf8'))).length).toBeGreaterThan(0);
});

test.each([
  [['ko-KR', 'en'], 'ko'],
  [['fr', 'ko'], 'ko'],
  [['en-GB', 'ko'], 'en'],
  [['fr'], 'en'],
  [[], 'en'],
])('readers of %j get %s', (languages, locale) => {
  expect(preferredLocale(languages)).toBe(locale);
});
