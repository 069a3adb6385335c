// A cordoned node takes no pods, but for those that tolerate just that.
import type { FilterPlugin } from '../framework.ts';
import { tolerates } from './taint-toleration.ts';

const CORDONED = { key: 'node.kubernetes.io/unschedulable', effect: 'NoSchedule' } as const;

export const nodeUnschedulable: FilterPlugin = {
  name: 'NodeUnschedulable',
  prepare({ pod }) {
    if (tolerates(pod.spec.tolerations, CORDONED)) return undefined;
    return {
      filter: ({ node }) =>
        node.spec?.unschedulable === true
          ? { reasons: ['node(s) were unschedulable'], isFinal: true }
          : undefined,
    };
  },
};
