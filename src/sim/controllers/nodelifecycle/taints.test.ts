import { describe, expect, test } from 'vitest';
import { evictionAmong } from './taints.ts';

describe('how many nodes are lost', () => {
  test.each([
    ['TTT', 'usual'],
    ['TTU', 'usual'],
    ['TUU', 'usual'],
    ['UUU', 'none'],
    ['TUUU', 'nothing-new'],
    ['TTTUUU', 'usual'],
  ])('%s: %s', (letters, eviction) => {
    const nodes = [...letters].map((letter) => ({
      apiVersion: 'v1',
      kind: 'Node',
      metadata: { name: 'n' },
      spec: {},
      status: {
        conditions: [{ type: 'Ready', status: letter === 'T' ? ('True' as const) : ('Unknown' as const) }],
      },
    }));
    expect(evictionAmong(nodes)).toBe(eviction);
  });
});
