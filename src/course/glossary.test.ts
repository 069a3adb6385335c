import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseGlossary, termsIn } from './glossary.ts';
import { lessonLocaleOf, linkTerms } from './link-terms.ts';
import { LOCALES } from './locale.ts';

const entries = parseGlossary(
  'glossary.yaml',
  `
- {id: pod, term: Pod, words: [pods, pod], means: The smallest thing.}
- {id: replica-set, term: ReplicaSet, words: [ReplicaSets], means: Keeps copies.}
- {id: pod-template, term: pod template, means: What a pod is made from.}
- {id: node, term: 노드, means: 기계.}
`,
);

const found = (text: string, known: readonly string[] = []) =>
  termsIn(text, entries, new Set(known)).map(({ entry, start, end }) => [entry.id, text.slice(start, end)]);

describe('the terms of a text', () => {
  test.each([
    [
      'two pods of a ReplicaSet',
      [
        ['pod', 'pods'],
        ['replica-set', 'ReplicaSet'],
      ],
    ],
    ['a pod template, then a pod', [['pod-template', 'pod template']]],
    ['podman is no term, nor is a sub-pod', []],
    ['노드가 사라지면', [['node', '노드']]],
    ['워커노드', []],
  ])('%s', (text, terms) => {
    expect(found(text)).toEqual(terms);
  });

  test('are linked once a page', () => {
    expect(found('a pod', ['pod'])).toEqual([]);
    const plugin = linkTerms(entries, '../glossary/');
    const replaced: unknown[] = [];
    const visited = {
      parent: () => ({ type: 'paragraph' }),
      replaceNode: (_: unknown, nodes: unknown) => replaced.push(nodes),
    };
    plugin.text({ type: 'text', value: 'One pod here' }, visited);
    plugin.text({ type: 'text', value: 'and a pod there' }, visited);
    expect(replaced).toEqual([
      [
        { type: 'text', value: 'One ' },
        expect.objectContaining({ type: 'link', url: '../glossary/#pod' }),
        { type: 'text', value: ' here' },
      ],
    ]);
  });

  test.each([{ type: 'heading' }, { type: 'paragraph', data: { directiveLabel: true } }])(
    'are not linked in headings and titles: %o',
    (parent) => {
      const visited = { parent: () => parent, replaceNode: () => expect.unreachable() };
      linkTerms(entries, '').text({ type: 'text', value: 'One pod' }, visited);
    },
  );
});

test.each([
  ['/x/content/en/pods/probes.mdx', 'en'],
  ['/x/content/ko/pods/probes.mdx', 'ko'],
  ['/x/content/en/index.mdx', undefined],
  ['/x/content/en/reference/glossary.mdx', undefined],
])('%s is a lesson in %s', (path, locale) => {
  expect(lessonLocaleOf(path)).toBe(locale);
});

test('a term that is explained twice is refused', () => {
  const twice = '[{id: a, term: A, means: b}, {id: a, term: A, means: b}]';
  expect(() => parseGlossary('g.yaml', twice)).toThrow('g.yaml: "a" is explained twice');
  expect(() => parseGlossary('g.yaml', '[{id: a, term: A}]')).toThrow('means');
});

test('every language explains the same terms', () => {
  const ids = LOCALES.map((locale) => {
    const path = `content/${locale}/glossary.yaml`;
    return parseGlossary(path, readFileSync(path, 'utf8'))
      .map(({ id }) => id)
      .sort();
  });
  for (const list of ids) expect(list).toEqual(ids[0]);
});
