import { describe, expect, test } from 'vitest';
import type { Pod, View } from '../../sim/index.ts';
import { DaemonSetKind } from '../../sim/index.ts';
import type { DrainRules } from './pod-filters.ts';
import { filterPods } from './pod-filters.ts';

const nowMs = 1_767_603_600_000;
const rules: DrainRules = {
  force: false,
  ignoresDaemonSets: false,
  deletesEmptyDirs: false,
  skipAfterSeconds: 0,
};
const view = {
  get: (kind: unknown, _: string, name: string) =>
    kind === DaemonSetKind && name === 'agent' ? {} : undefined,
} as unknown as View;

function pod(name: string, owner: string | undefined, more: Partial<Pod> = {}): Pod {
  const [kind = '', ownerName = ''] = owner?.split('/') ?? [];
  const ownerReferences = [{ apiVersion: 'apps/v1', kind, name: ownerName, uid: 'u', controller: true }];
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace: 'default', ...(owner ? { ownerReferences } : {}), ...more.metadata },
    spec: { containers: [], ...more.spec },
    status: { phase: 'Running', ...more.status },
  };
}

const scratch = { containers: [], volumes: [{ name: 's', emptyDir: {} }] };

describe('which pods are taken away', () => {
  test.each<[string, Pod, Partial<DrainRules>, string]>([
    ['of a controller', pod('a', 'ReplicaSet/web'), {}, 'taken'],
    [
      'of nobody',
      pod('a', undefined),
      {},
      'cannot delete Pods that declare no controller (use --force to override): default/a',
    ],
    [
      'of nobody, by force',
      pod('a', undefined),
      { force: true },
      'taken; deleting Pods that declare no controller: default/a',
    ],
    ['of nobody, but done', pod('a', undefined, { status: { phase: 'Succeeded' } }), {}, 'taken'],
    [
      'of a DaemonSet',
      pod('a', 'DaemonSet/agent'),
      {},
      'cannot delete DaemonSet-managed Pods (use --ignore-daemonsets to ignore): default/a',
    ],
    [
      'of a DaemonSet, ignored',
      pod('a', 'DaemonSet/agent'),
      { ignoresDaemonSets: true },
      'left; ignoring DaemonSet-managed Pods: default/a',
    ],
    [
      'of a DaemonSet that is gone',
      pod('a', 'DaemonSet/gone'),
      { ignoresDaemonSets: true },
      'cannot delete daemonsets.apps "gone" not found: default/a',
    ],
    [
      'with an emptyDir',
      pod('a', 'ReplicaSet/web', { spec: scratch }),
      {},
      'cannot delete Pods with local storage (use --delete-emptydir-data to override): default/a',
    ],
    // The last rule that has nothing to say takes the warning of an earlier one with it, as in the real kubectl.
    [
      'with an emptyDir, given up',
      pod('a', 'ReplicaSet/web', { spec: scratch }),
      { deletesEmptyDirs: true },
      'taken',
    ],
    [
      'long gone',
      pod('a', 'ReplicaSet/web', { metadata: { name: 'a', deletionTimestamp: '2026-01-05T08:59:00Z' } }),
      { skipAfterSeconds: 30 },
      'left',
    ],
  ])('%s', (_, one, given, outcome) => {
    const { pods, warnings, errors } = filterPods([one], { ...rules, ...given }, view, nowMs);
    const taken = pods.length > 0 ? 'taken' : 'left';
    expect(errors[0] ?? [taken, warnings].filter(Boolean).join('; ')).toBe(outcome);
  });
});
