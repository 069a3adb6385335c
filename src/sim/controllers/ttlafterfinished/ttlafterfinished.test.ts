import { expect, test } from 'vitest';
import type { Job } from '../../api/job.ts';
import { JobKind } from '../../api/job.ts';
import { formatRfc3339 } from '../../machinery/time.ts';
import { TestCluster } from '../../testing/test-cluster.ts';
import { ttlAfterFinishedController } from './index.ts';

/** How many seconds after its end the Job was still there. */
function keptS(ttlSecondsAfterFinished: number | undefined, type: string): number {
  const cluster = new TestCluster(ttlAfterFinishedController);
  const template = { spec: { restartPolicy: 'Never', containers: [{ name: 'c', image: 'busybox' }] } };
  const spec = { ...(ttlSecondsAfterFinished === undefined ? {} : { ttlSecondsAfterFinished }), template };
  const job = { apiVersion: 'batch/v1', kind: 'Job', metadata: { name: 'pi' }, spec };
  cluster.create(JobKind, job as unknown as Job);
  cluster.pass(60_000);
  const lastTransitionTime = formatRfc3339(cluster.nowMs);
  const conditions = [{ type, status: 'True' as const, lastTransitionTime }];
  cluster.change(JobKind, 'pi', (it) => ({ ...it, status: { ...it.status, conditions } }));
  for (let s = 0; s < 100; s++) {
    cluster.pass(1000);
    if (cluster.names(JobKind).length === 0 || isGoing(cluster.get(JobKind, 'pi'))) return s;
  }
  return Number.POSITIVE_INFINITY;
}

const isGoing = ({ metadata }: Job) => metadata.deletionTimestamp !== undefined;

test.each([
  [30, 'Complete', 29],
  [30, 'Failed', 29],
  [0, 'Complete', 0],
  [30, 'SuccessCriteriaMet', Number.POSITIVE_INFINITY],
  [undefined, 'Complete', Number.POSITIVE_INFINITY],
])('ttl %s after %s', (ttl, type, kept) => expect(keptS(ttl, type)).toBe(kept));
