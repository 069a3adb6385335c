import { describe, expect, test } from 'vitest';
import type { Node, Taint } from '../../api/node.ts';
import { formatRfc3339 } from '../../machinery/time.ts';
import { evictionOf } from './eviction.ts';
import { isEmptying } from './taints.ts';

const nowMs = 1_767_603_600_000;

/** T is ready, U is lost, E is lost and being emptied since `ago` seconds. A zone follows a colon. */
function nodesOf(text: string, ago = 60): Node[] {
  const emptying: Taint = {
    key: 'node.kubernetes.io/unreachable',
    effect: 'NoExecute',
    timeAdded: formatRfc3339(nowMs - ago * 1000),
  };
  return text.split(' ').flatMap((part) => {
    const [letters = '', zone] = part.split(':');
    return [...letters].map((letter) => ({
      apiVersion: 'v1',
      kind: 'Node',
      metadata: { name: 'n', ...(zone ? { labels: { 'topology.kubernetes.io/zone': zone } } : {}) },
      spec: letter === 'E' ? { taints: [emptying] } : {},
      status: { conditions: [{ type: 'Ready', status: letter === 'T' ? 'True' : 'Unknown' }] },
    }));
  }) as Node[];
}

describe('a lost node, the last of these,', () => {
  test.each([
    ['TTU', 'new'],
    ['TUU', 'new'],
    ['UUU', 'none'],
    ['TUUU', 'known'],
    ['TTTUUU', 'new'],
    ['TTUUU', 'known'],
    ['TTTTUUU', 'new'],
    ['TTT:a UUU:b', 'new'],
    ['UUU:a UUU:b', 'none'],
    ['TUUU:a TU:b', 'new'],
    ['TU:b TUUU:a', 'known'],
  ])('%s: %s', (text, allows) => {
    const nodes = nodesOf(text);
    expect(evictionOf(nodes.at(-1) as Node, nodes, isEmptying, nowMs).allows).toBe(allows);
  });
});

describe('one node of a zone after the other', () => {
  test.each([
    ['TTTEU', 4, 6000],
    ['TTTEU', 10, undefined],
    ['TTTU:a TTE:b', 4, undefined],
    ['TTE:b TTTU:a', 4, undefined],
    [`${'T'.repeat(20)}${'U'.repeat(40)}EU`, 40, 60_000],
  ])('%s, %d s later: waits for %s ms', (text, ago, waitMs) => {
    const nodes = nodesOf(text, ago);
    const eviction = evictionOf(nodes.at(-1) as Node, nodes, isEmptying, nowMs);
    expect('waitMs' in eviction ? eviction.waitMs : undefined).toBe(waitMs);
  });
});
