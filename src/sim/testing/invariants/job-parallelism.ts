// A Job never creates a pod beyond its parallelism, and none while it is suspended.
import { JobKind } from '../../api/job.ts';
import { keyOf } from '../../api/meta.ts';
import { activePods, ownersServed } from './created-pods.ts';
import type { Invariant } from './moment.ts';

export const jobParallelism: Invariant = {
  name: 'a Job never has more active pods than its parallelism [I9]',
  broken(moment) {
    const served = ownersServed(moment, 'job-controller');
    if (served.size === 0) return [];
    return moment.view.list(JobKind).flatMap((job) => {
      if (!served.has(job.metadata.uid ?? '')) return [];
      const most = job.spec.suspend ? 0 : (job.spec.parallelism ?? 1);
      const count = activePods(moment.view, job.metadata.uid).length;
      return count > most ? [`job ${keyOf(job)} has ${count} active pods of ${most}`] : [];
    });
  },
};
