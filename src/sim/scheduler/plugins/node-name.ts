// A pod that names its node goes there. Such a pod usually never comes to the scheduler.
import type { FilterPlugin } from '../framework.ts';

export const nodeName: FilterPlugin = {
  name: 'NodeName',
  prepare({ pod }) {
    const wanted = pod.spec.nodeName;
    if (!wanted) return undefined;
    return {
      filter: ({ name }) =>
        name === wanted
          ? undefined
          : { reasons: ["node(s) didn't match the requested node name"], isFinal: true },
    };
  },
};
