import { describe, expect, test } from 'vitest';
import type { Pod } from '../../api/pod.ts';
import { formatRfc3339 } from '../../machinery/time.ts';
import { rankVictims, sortVictims } from './rank-victims.ts';
import table from './testdata/scale-down-order.json' with { type: 'json' };

const nowMs = 1_767_603_600_000;

interface Row {
  name: string;
  nodeName: string;
  phase: string;
  ready: boolean;
  readySecondsAgo: number;
  createdSecondsAgo: number;
  restarts: number;
  deletionCost: string;
}

function podOf(row: Partial<Row>): Pod {
  const {
    name = 'p',
    nodeName = 'node-1',
    phase = 'Running',
    ready = true,
    restarts = 0,
    deletionCost,
  } = row;
  const ago = (seconds = 60) => formatRfc3339(nowMs - seconds * 1000);
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name,
      uid: '',
      creationTimestamp: ago(row.createdSecondsAgo),
      annotations: deletionCost ? { 'controller.kubernetes.io/pod-deletion-cost': deletionCost } : {},
    },
    spec: { nodeName, containers: [] },
    status: {
      phase: phase as 'Running',
      conditions: ready
        ? [{ type: 'Ready', status: 'True', lastTransitionTime: ago(row.readySecondsAgo) }]
        : [],
      containerStatuses: [{ name: 'c', restartCount: restarts, ready, image: '', imageID: '' }],
    },
  };
}

describe('the order of deletion, as recorded', () => {
  test.each(table.sets.map((set, i) => [i, set] as const))('set %i', (_, { pods, deletionOrder }) => {
    const candidates = pods.map((row) => ({ pod: podOf(row), neighbours: row.rank }));
    expect(sortVictims(candidates, nowMs).map(({ pod }) => pod.metadata.name)).toEqual(deletionOrder);
  });
});

describe('one rule at a time', () => {
  const cases: [string, Partial<Row>, Partial<Row>][] = [
    ['a pod without a node before one with a node', { nodeName: '' }, { ready: false, phase: 'Pending' }],
    ['pending before running', { phase: 'Pending', ready: false }, { ready: false }],
    ['not ready before ready', { ready: false }, {}],
    ['low deletion cost before high', { deletionCost: '-100' }, { deletionCost: '-5' }],
    ['no deletion cost is 0', {}, { deletionCost: '1' }],
    ['a deletion cost that is no number is 0', { deletionCost: '010' }, { deletionCost: '1' }],
    ['ready for a short time before ready for long', { readySecondsAgo: 5 }, { readySecondsAgo: 500 }],
    ['many restarts before few', { restarts: 3 }, { restarts: 1 }],
    ['young before old', { createdSecondsAgo: 5 }, { createdSecondsAgo: 5000 }],
  ];
  test.each(cases)('%s', (_, first, second) => {
    const pods = [podOf({ ...second, name: 'second' }), podOf({ ...first, name: 'first' })];
    expect(rankVictims(pods, [], nowMs).map(({ metadata }) => metadata.name)).toEqual(['first', 'second']);
  });

  test('a node with more pods of the same owner loses one first', () => {
    const pods = [podOf({ name: 'alone', nodeName: 'node-2' }), podOf({ name: 'doubled' })];
    const related = [...pods, podOf({ name: 'neighbour' })];
    expect(rankVictims(pods, related, nowMs)[0]?.metadata.name).toBe('doubled');
  });
});
