// The parts of a Job's status that hold counts.
import type { JobStatus } from '../../api/job.ts';

/** The status with the pods counted that are not `tracked` any more. */
export function counted(status: JobStatus, tracked: ReadonlySet<string>): JobStatus {
  const { succeeded = [], failed = [] } = status.uncountedTerminatedPods ?? {};
  const left = (uids: readonly string[]) => uids.filter((uid) => tracked.has(uid));
  return {
    ...status,
    succeeded: (status.succeeded ?? 0) + succeeded.length - left(succeeded).length,
    failed: (status.failed ?? 0) + failed.length - left(failed).length,
    uncountedTerminatedPods: {
      ...ifAny('succeeded', left(succeeded)),
      ...ifAny('failed', left(failed)),
    },
  };
}

/** A list of uids, if there are any. */
export function ifAny(field: string, uids: string[]): Record<string, string[]> {
  return uids.length === 0 ? {} : { [field]: uids };
}

/** Counts of zero, and texts and lists with nothing in them, are left out of a status. */
export function tidy(status: JobStatus): JobStatus {
  const { active, succeeded, failed, completedIndexes, conditions, ...others } = status;
  return {
    ...others,
    ...(active ? { active } : {}),
    ...(succeeded ? { succeeded } : {}),
    ...(failed ? { failed } : {}),
    ...(completedIndexes ? { completedIndexes } : {}),
    ...(conditions && conditions.length > 0 ? { conditions } : {}),
  };
}
