import { describe, expect, test } from 'vitest';
import { changesBetween } from './announcement.ts';
import { elapsedIso, elapsedText } from './clock-text.ts';
import type { Picture, PodView } from './frame.ts';
import { EMPTY_PICTURE } from './frame.ts';
import { moved, NO_HISTORY, withLine } from './history.ts';
import { problemsOf } from './manifest-problems.ts';
import { refusedWords } from './refused-words.ts';
import { commandOf, partsOf } from './run-text.ts';
import { fill } from './words.ts';
import { spansOf } from './yaml-colours.ts';

test.each([
  [0, '0:00', 'PT0S'],
  [7_999, '0:07', 'PT7S'],
  [754_000, '12:34', 'PT754S'],
  [3_723_000, '1:02:03', 'PT3723S'],
])('%i ms are %s', (ms, text, iso) => {
  expect(elapsedText(ms)).toBe(text);
  expect(elapsedIso(ms)).toBe(iso);
});

test.each([
  ['{{a}} of {{b}}', { a: 1, b: 'x' }, '1 of x'],
  ['{{toString}}', { a: 1 }, '{{toString}}'],
] as const)('%s is filled', (text, values, expected) => {
  expect(fill(text, values)).toBe(expected);
});

test('the arrows walk through the lines entered before and back to what was typed', () => {
  const history = withLine(withLine(withLine(NO_HISTORY, 'a'), 'b'), 'b');
  expect(history.lines).toEqual(['a', 'b']);
  const [one, b] = moved(history, -1, 'typed');
  const [two, a] = moved(one, -1, b);
  const [three] = moved(two, -1, a);
  const [four, bAgain] = moved(three, 1, a);
  const [, typed] = moved(four, 1, bAgain);
  expect([b, a, bAgain, typed]).toEqual(['b', 'a', 'b', 'typed']);
});

describe('the still picture of a manifest', () => {
  test.each([
    'apiVersion: v1',
    '  - name: web # first',
    '    "quoted key": \'x\'',
    '# all of it',
    '---',
    '',
    '  - 80',
    'text: |',
    '  anything: goes # here',
    'url: http://a:80/',
  ])('%s: nothing is lost', (line) => {
    expect(
      spansOf(line)
        .map(({ text }) => text)
        .join(''),
    ).toBe(line);
  });

  test('tells keys, values and comments apart', () => {
    expect(spansOf('  replicas: 3 # three').map(({ is }) => is)).toEqual([
      'plain',
      'key',
      'plain',
      'plain',
      'number',
      'comment',
    ]);
  });
});

test.each([
  ['kubectl get pods', 'kubectl get pods'],
  ['<p>echo &quot;a&quot; &amp;&amp; ls &#x3C; b</p>', 'echo "a" && ls < b'],
  [
    '<figure><pre><code>x</code></pre><button data-code="kubectl get po\u007fls &#62; a"></button></figure>',
    'kubectl get po\nls > a',
  ],
])('the command in %s', (html, command) => {
  expect(commandOf(html)).toBe(command);
});

test.each([
  ['kubectl scale deployment web --replicas=5', ['--replicas=5']],
  ["curl -s -m 3 $ip:8080 | grep -A 2 'name: data$'", ['-s', '-m', '-A']],
  ['kubectl exec client -- dig +short kubia-public.default.svc.cluster.local', ['--']],
  ['  sleep 10', []],
])('words with a hyphen stay whole, unless they are too long for a line: %s', (line, kept) => {
  const parts = partsOf(line);
  expect(parts.map(({ text }) => text).join('')).toBe(line);
  expect(parts.filter(({ isKept }) => isKept).map(({ text }) => text)).toEqual(kept);
});

describe('problems of a manifest', () => {
  const words = async () => refusedWords;

  test.each([
    ['a: 1\nb: [', 2],
    ['a: 1\n\tb: 2', 2],
    ['a: 1\na: 2', 2],
  ])('%j is wrong on line %i', async (text, line) => {
    expect((await problemsOf(text, 'en', words))[0]?.line).toBe(line);
  });

  test.each(['a: 1\n---\nb: 2\n', 'a: 1\n---\na: 2\n', 'a: {c: 1}\nb: {c: 1}\n', 'a: [{c: 1}, {c: 1}]\n'])(
    '%j is no problem',
    async (text) => {
      expect(await problemsOf(text, 'en', words)).toEqual([]);
    },
  );

  test.each([
    ['a: 1\n---\nb:\n  "c": 1\n  c: 2\n', { line: 5, column: 3, marked: 'c' }],
    ['a: &x {b: 1, b: 2}\n', { line: 1, column: 14, marked: 'b' }],
    ['a:\n- b: 1\n  b: 2\n', { line: 3, column: 3, marked: 'b' }],
  ])('%j has a field twice', async (text, place) => {
    expect(await problemsOf(text, 'en', words)).toMatchObject([place]);
  });
});

test('what changed is said in a few sentences', () => {
  const pod = (name: string, status: string): PodView =>
    ({ uid: name, name, status, ready: '0/1' }) as PodView;
  const picture = (...pods: PodView[]): Picture => ({ ...EMPTY_PICTURE, pods });
  const before = picture(pod('web-0', 'Running'), pod('web-1', 'Pending'));
  const after = picture(pod('web-0', 'Running'), pod('web-2', 'Pending'));
  expect(changesBetween(before, after, 'deleted')).toBe('web-2 Pending 0/1. web-1: deleted.');
  const many = picture(...Array.from({ length: 9 }, (_, index) => pod(`a-${index}`, 'Pending')));
  expect(changesBetween(EMPTY_PICTURE, many, 'deleted')).toMatch(/ \+5$/);
});
