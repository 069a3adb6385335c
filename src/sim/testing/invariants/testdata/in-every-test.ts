// A setup file for Vitest: every cluster that a test creates is held to the invariants.
import { vi } from 'vitest';

vi.mock(import('../../../cluster.ts'), async (original) => {
  const [cluster, { watchInvariants }] = await Promise.all([original(), import('../watch-invariants.ts')]);
  return {
    ...cluster,
    createCluster(options) {
      const created = cluster.createCluster(options);
      watchInvariants(created);
      return created;
    },
  };
});
