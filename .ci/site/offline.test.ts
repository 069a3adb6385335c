import { expect, test } from 'vitest';
import { keptPaths, versionOf } from './offline.ts';

test('all code is kept, and no page but those that stand in for others', () => {
  const built = [
    '_astro/lab.js',
    '_astro/page.css',
    'en/index.html',
    'favicon.svg',
    'index.html',
    'offline/index.html',
  ];
  expect(keptPaths([...built, 'pagefind/pagefind.js', 'sw.js'])).toEqual([
    '',
    '_astro/lab.js',
    '_astro/page.css',
    'favicon.svg',
    'offline/',
  ]);
});

test('a version is that of the names and the contents', () => {
  const version = versionOf(new Map([['a', 'b']]));
  expect(versionOf(new Map([['a', 'b']]))).toBe(version);
  expect(versionOf(new Map([['a', 'c']]))).not.toBe(version);
  expect(versionOf(new Map([['c', 'b']]))).not.toBe(version);
});
