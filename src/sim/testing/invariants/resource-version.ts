// The resourceVersion counts the writes of the whole store and only grows [S1].
import { keyOf } from '../../api/meta.ts';
import type { Invariant } from './moment.ts';

export const resourceVersion: Invariant = {
  name: 'the resourceVersion only grows [S1]',
  broken: ({ writes }) =>
    writes.flatMap(({ kind, before, after, resourceVersion: version }, i) => {
      const what = `${kind.singular} ${keyOf(after)}`;
      const last = writes[i - 1]?.resourceVersion ?? 0;
      const [was, is] = [
        Number(before?.metadata.resourceVersion ?? 0),
        Number(after.metadata.resourceVersion),
      ];
      return [
        ...(version <= last ? [`${what} was written as ${version} after ${last}`] : []),
        ...(is !== version ? [`${what} bears ${is}, written as ${version}`] : []),
        ...(is <= was ? [`${what} went from ${was} to ${is}`] : []),
      ];
    }),
};
