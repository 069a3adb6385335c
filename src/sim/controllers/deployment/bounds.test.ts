import { describe, expect, test } from 'vitest';
import { maxSurgeOf, maxUnavailableOf } from './replica-sets.ts';
import { newReplicaSetSize } from './rolling.ts';
import { bound, deploymentOf, setOf } from './testdata/deployment.ts';
import fenceposts from './testdata/fenceposts.json' with { type: 'json' };
import sizes from './testdata/newrs-replicas.json' with { type: 'json' };

function rolling(row: { replicas: number; maxSurge: string; maxUnavailable: string }) {
  const rollingUpdate = { maxSurge: bound(row.maxSurge), maxUnavailable: bound(row.maxUnavailable) };
  return deploymentOf({ replicas: row.replicas, strategy: { type: 'RollingUpdate', rollingUpdate } });
}

describe('how far a rolling update may go up and down', () => {
  test.each(fenceposts.fenceposts)('$maxSurge up, $maxUnavailable down of $replicas', (row) => {
    const deployment = rolling(row);
    expect(maxSurgeOf(deployment)).toBe(row.surge);
    // A Deployment of no pods, or of fewer than its bound, can miss no more than it has.
    expect(maxUnavailableOf(deployment)).toBe(Math.min(row.unavailable, row.replicas));
  });

  test('Recreate has no bounds', () => {
    const deployment = deploymentOf({ replicas: 4, strategy: { type: 'Recreate' } });
    expect([maxSurgeOf(deployment), maxUnavailableOf(deployment)]).toEqual([0, 0]);
  });
});

describe('how many pods the new ReplicaSet is given', () => {
  const rows = sizes.rows.map((row) => [JSON.stringify({ ...row, error: undefined }), row] as const);
  test.each(rows)('%s', (_, row) => {
    const current = setOf('new', { size: row.newSpec });
    const sets = [setOf('old', { size: row.oldSpec }), current];
    expect(newReplicaSetSize(rolling(row), sets, current)).toBe(row.newRSNewReplicas);
  });

  test('all at once where the old ones go first', () => {
    const deployment = deploymentOf({ replicas: 4, strategy: { type: 'Recreate' } });
    const current = setOf('new', { size: 0 });
    expect(newReplicaSetSize(deployment, [setOf('old', { size: 4 }), current], current)).toBe(4);
  });
});
