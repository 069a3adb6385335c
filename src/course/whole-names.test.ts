import { expect, test } from 'vitest';
import { isWholeName, wholeNames } from './whole-names.ts';

test.each([
  ['web-0', true],
  ['kubectl get pods', false],
  ['0 9-17 * * 1-5', true],
  ['1 2 3', false],
  ['web-0.nginx.default.svc.cluster.local', false],
])('%s stays in one piece: %s', (code, isWhole) => {
  expect(isWholeName(code)).toBe(isWhole);
  const replaced: unknown[] = [];
  const node = { type: 'inlineCode', value: code } as const;
  wholeNames.inlineCode(node, { replaceNode: (_, nodes) => replaced.push(...nodes) });
  const marked = { ...node, data: { hProperties: { className: ['whole'] } } };
  expect(replaced).toEqual(isWhole ? [marked] : []);
});
