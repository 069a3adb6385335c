/** The annotation that `rollout history` prints beside a revision. */
export const CHANGE_CAUSE = 'kubernetes.io/change-cause';
