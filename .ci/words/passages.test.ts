import { expect, test } from 'vitest';
import { codePassages } from './code-passages.ts';
import { pagePassages } from './page-passages.ts';
import { CODE, placeIn } from './passage.ts';
import { yamlPassages } from './yaml-passages.ts';

const LESSON = `---
title: A name
covers: [not.read]
objectives:
  - say who
---

import Lab from 'x';

## A heading

Two \`lines\` of
**plain** text, with a [link](../a/).

:::note[A title]
A note.
:::

<Lab id="not-read" files={{ 'a.yaml': 'not read' }} />
<Picture
  alt="What is seen."
  words={{
    one: 'the first',
    two: "the second",
  }}
/>
`;

test('a page gives its front matter, its text, and what components are told, each with its line', () => {
  expect(pagePassages('a.mdx', LESSON).map(({ line, text, role }) => [line, text, role])).toEqual([
    [2, 'A name', 'sentences'],
    [5, 'say who', 'sentences'],
    [10, 'A heading', 'label'],
    [12, `Two ${CODE} of\nplain text, with a link.`, 'sentences'],
    [15, 'A title', 'sentences'],
    [16, 'A note.', 'sentences'],
    [21, 'What is seen.', 'label'],
    [23, 'the first', 'label'],
    [24, 'the second', 'label'],
  ]);
});

test("an exercise's text gives no ids", () => {
  const text = '# Five\n\nDo it.\n\n## an-id\n\n### hint\n\nLook.\n';
  expect(pagePassages('exercises/five/text/en.md', text).map((passage) => passage.text)).toEqual([
    'Five',
    'Do it.',
    'Look.',
  ]);
});

test('a place counts the lines of its passage', () => {
  const [, , , passage] = pagePassages('a.mdx', LESSON);
  expect(passage && placeIn(passage, passage.text.indexOf('plain'))).toBe('a.mdx:13');
});

test('YAML gives the texts that are read, without what is code in them', () => {
  const yaml = 'title:\n  en: One `x` of {{count}}\n  ko: 하나\n';
  expect(yamlPassages('a.yaml', yaml, (steps) => steps.at(-1) === 'en')).toEqual([
    { path: 'a.yaml', line: 2, role: 'sentences', text: `One ${CODE} of ${CODE}` },
  ]);
});

test.each([
  ["const a = 'It is here.';", ['It is here.']],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is TypeScript to be read
  ['const a = `It is ${here} again.`;', [`It is ${CODE} again.`]],
  ["const a = 'The podIP is `x`.';", [`The ${CODE} is ${CODE}.`]],
  ["const a = 'two words'; const b = '파드 하나가 있습니다';", []],
])('TypeScript gives its sentences: %s', (source, texts) => {
  expect(codePassages('a.ts', source).map(({ text }) => text)).toEqual(texts);
});
