import { describe, expect, test } from 'vitest';
import { blocksOf, inlineOf } from './markdown.ts';

const text = (it: string) => ({ is: 'text', text: it });

describe('within a line', () => {
  test.each([
    ['plain', [text('plain')]],
    ['a `b *c*` d', [text('a '), { is: 'code', text: 'b *c*' }, text(' d')]],
    [
      '**a** and *b*',
      [{ is: 'strong', parts: [text('a')] }, text(' and '), { is: 'em', parts: [text('b')] }],
    ],
    ['[x](/y)', [{ is: 'link', href: '/y', parts: [text('x')] }]],
    ['2 * 3 * 4', [text('2 * 3 * 4')]],
    ['<b>x</b>', [text('<b>x</b>')]],
    ['[x](javascript:alert(1))', [text('[x](javascript:alert(1)'), text(')')]],
    ['', []],
  ])('%s', (line, parts) => {
    expect(inlineOf(line)).toEqual(parts);
  });
});

test('paragraphs, lists and code', () => {
  expect(
    blocksOf('One\ntwo.\n\n- a\n  b\n- c\n\n1. d\n\n```sh\n# no heading\n\n- no item\n```\nend'),
  ).toEqual([
    { is: 'paragraph', parts: [text('One two.')] },
    { is: 'list', ordered: false, items: [[text('a b')], [text('c')]] },
    { is: 'list', ordered: true, items: [[text('d')]] },
    { is: 'code', language: 'sh', text: '# no heading\n\n- no item' },
    { is: 'paragraph', parts: [text('end')] },
  ]);
});

test('every item of a long list is read', () => {
  const [list] = blocksOf(Array.from({ length: 7 }, (_, i) => `- \`${i}\``).join('\n'));
  expect(list).toMatchObject({ items: Array.from({ length: 7 }, (_, i) => [{ is: 'code', text: `${i}` }]) });
});

test('a fence that is never closed runs to the end', () => {
  expect(blocksOf('```\na')).toEqual([{ is: 'code', language: '', text: 'a' }]);
});
