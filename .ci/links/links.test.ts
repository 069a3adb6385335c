import { expect, test } from 'vitest';
import { linkFaults } from './link-faults.ts';
import { readPage } from './page.ts';
import { placeOf } from './place.ts';
import { repositoryFaults } from './repository-links.ts';

/** The faults of one page of a small site at `/petset/`, which leads to `target`. */
function faultsOf(target: string): string[] {
  const html = (body: string) => readPage(`<!doctype html><body>${body}</body>`);
  const site = {
    base: '/petset/',
    pages: new Map([
      ['en/pods/a-lesson/', html(`<h2 id="one-page">x</h2><a href="${target}">x</a>`)],
      ['en/reference/glossary/', html('<dt id="access-mode">x</dt><dt id="이름">y</dt>')],
    ]),
    files: new Set(['favicon.svg', 'en/pods/a.png']),
    hosts: new Set(['kubernetes.io']),
  };
  return linkFaults(site).map(({ fault }) => fault);
}

test.each([
  '#one-page',
  '#',
  '../../reference/glossary/#access-mode',
  '../../reference/glossary/#%EC%9D%B4%EB%A6%84',
  '/petset/en/reference/glossary/',
  '/petset/favicon.svg',
  '../a.png',
  'https://kubernetes.io/docs/concepts/#any',
])('%s leads somewhere', (target) => {
  expect(faultsOf(target)).toEqual([]);
});

test.each([
  ['#one-pag', 'leads to a page that has no "one-pag": #one-page?'],
  ['../../reference/glossary/#acces-mode', 'leads to a page that has no "acces-mode": #access-mode?'],
  ['../../reference/glosary/', 'leads nowhere: en/reference/glossary/?'],
  ['../other/glossary/', 'leads nowhere: en/reference/glossary/?'],
  ['../../reference/glossary', 'lacks the slash at its end: en/reference/glossary/?'],
  ['/en/reference/glossary/', 'leads out of the site, which lies at /petset/'],
  ['../b.png', 'leads nowhere: en/pods/a.png?'],
  ['http://kubernetes.io/docs/', 'is no https address: https://kubernetes.io/docs/?'],
  ['https://kubernets.io/docs/', 'leads to a host that is not in .ci/links/hosts.ts: kubernetes.io?'],
  ['https://example.org/', 'leads to a host that is not in .ci/links/hosts.ts'],
  ['https://kubernetes.io:8443/', 'names a user or a port'],
  ['https://kubernetes.io/a b', 'is no address'],
  ['https://', 'is no address'],
])('%s %s', (target, fault) => {
  expect(faultsOf(target)).toEqual([fault]);
});

test('a page names what its pictures, scripts and styles load', () => {
  const { targets } = readPage(
    '<link href="a.css"><script src="b.js"></script><img src="c.png" srcset="d.png 1x, e.png 2x"><svg><use href="#f"/></svg>',
  );
  expect([...targets]).toEqual(['a.css', 'b.js', 'c.png', 'd.png', 'e.png', '#f']);
});

test('a fault is told where the lesson names the link', () => {
  const place = placeOf(
    'dist',
    'en/network/a-way-in/',
    'https://kubernetes.io/docs/concepts/services-networking/service/',
  );
  expect(place).toMatch(/^content\/en\/network\/a-way-in\.mdx:\d+$/);
  const translated = placeOf('dist', 'ko/pods/is-it-well/', '../never/');
  expect(translated).toBe('dist/ko/pods/is-it-well/index.html');
});

test("the project's own Markdown leads to files that are there", () => {
  expect(repositoryFaults(['README.md', '.ci/links/testdata/lost.md'])).toEqual([
    '.ci/links/testdata/lost.md:3: ../nowhere.ts is not there',
    '.ci/links/testdata/lost.md:5: missing.png is not there',
  ]);
});
