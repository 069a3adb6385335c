// Which pods go when there are too many: the ones that have got least far.
import type { Job } from '../../api/job.ts';
import type { Pod } from '../../api/pod.ts';
import { compareText } from '../../machinery/go-text.ts';
import { isReady, readySinceMs } from '../pod-facts.ts';
import { isIndexed, validIndex } from './predicates.ts';

/** The pods to remove: all without a place among the indexes, and at least so many. */
export function podsToRemove(job: Job, active: readonly Pod[], atLeast: number): Pod[] {
  const misplaced = isIndexed(job) ? misplacedPods(job, active) : [];
  const others = active.filter((pod) => !misplaced.includes(pod)).sort(byProgress);
  return [...misplaced, ...others.slice(0, Math.max(0, atLeast - misplaced.length))];
}

/** Without an index that the Job has, or second to another pod with the same one. */
function misplacedPods(job: Job, active: readonly Pod[]): Pod[] {
  const byIndex = new Map<number, Pod[]>();
  const misplaced: Pod[] = [];
  for (const pod of active) {
    const index = validIndex(job, pod);
    if (index === undefined) misplaced.push(pod);
    else byIndex.set(index, [...(byIndex.get(index) ?? []), pod]);
  }
  for (const pods of byIndex.values()) misplaced.push(...pods.sort(byProgress).slice(0, -1));
  return misplaced;
}

const PHASES = ['Pending', 'Unknown', 'Running'];

function byProgress(a: Pod, b: Pod): number {
  return (
    compareNumbers(Number(!!a.spec.nodeName), Number(!!b.spec.nodeName)) ||
    compareNumbers(PHASES.indexOf(a.status?.phase ?? ''), PHASES.indexOf(b.status?.phase ?? '')) ||
    compareNumbers(Number(isReady(a)), Number(isReady(b))) ||
    compareNumbers(readySinceMs(b) ?? 0, readySinceMs(a) ?? 0) ||
    compareNumbers(restarts(b), restarts(a)) ||
    compareText(b.metadata.creationTimestamp ?? '', a.metadata.creationTimestamp ?? '') ||
    compareText(a.metadata.name, b.metadata.name)
  );
}

function compareNumbers(a: number, b: number): number {
  return a - b;
}

function restarts({ status }: Pod): number {
  return Math.max(0, ...(status?.containerStatuses ?? []).map(({ restartCount }) => restartCount));
}
