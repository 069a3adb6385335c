import { expect, test } from 'vitest';
import { alignTabs } from './elastic-tabs.ts';

test.each([
  ['one column', 'Name:\tweb\nNamespace:\tdefault\n', 'Name:       web\nNamespace:  default\n'],
  [
    'a line without a tab ends the block',
    'a:\t1\nCommand:\n  sh\nlonger:\t2\n',
    'a:  1\nCommand:\n  sh\nlonger:  2\n',
  ],
  ['an empty cell keeps its column', 'Labels:\ta=1\n\tb=2\n', 'Labels:  a=1\n         b=2\n'],
  [
    'inner columns have widths of their own',
    'Port:\thttp\t80/TCP\nTargetPort:\t80/TCP\n',
    'Port:        http  80/TCP\nTargetPort:  80/TCP\n',
  ],
])('%s', (_, text, want) => {
  expect(alignTabs(text)).toBe(want);
});
