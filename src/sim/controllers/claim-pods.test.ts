import { expect, test } from 'vitest';
import type { ConfigMap } from '../api/config-map.ts';
import { ConfigMapKind } from '../api/config-map.ts';
import type { KubeObject, ObjectMeta } from '../api/meta.ts';
import { controllerReference } from '../api/meta.ts';
import { claim } from './claim-pods.ts';

const owner: KubeObject = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'owner', uid: 'u-1' } };
const other: KubeObject = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'other', uid: 'u-2' } };
const terminating = (object: KubeObject) => ({
  ...object,
  metadata: { ...object.metadata, deletionTimestamp: '2026-01-05T09:00:00Z' },
});

function candidate(metadata: Partial<ObjectMeta>): ConfigMap {
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'it', ...metadata } };
}

const mine = { ownerReferences: [controllerReference(owner)] };
const theirs = { ownerReferences: [controllerReference(other)] };
const friend = { ...controllerReference(other), controller: false };

type Outcome = 'claimed' | 'adopted' | 'released' | 'left alone';
test.each<[string, KubeObject, ConfigMap, boolean, Outcome]>([
  ['mine and selected', owner, candidate(mine), true, 'claimed'],
  ['mine and not selected', owner, candidate(mine), false, 'released'],
  ['mine and not selected, on my way out', terminating(owner), candidate(mine), false, 'left alone'],
  ['mine and selected, on my way out', terminating(owner), candidate(mine), true, 'claimed'],
  ['an orphan that is selected', owner, candidate({}), true, 'adopted'],
  ['an orphan with a friend', owner, candidate({ ownerReferences: [friend] }), true, 'adopted'],
  ['an orphan that is not selected', owner, candidate({}), false, 'left alone'],
  ['an orphan on its way out', owner, candidate(terminating(candidate({})).metadata), true, 'left alone'],
  ['an orphan, on my way out', terminating(owner), candidate({}), true, 'left alone'],
  ["another's", owner, candidate(theirs), true, 'left alone'],
])('%s', (_, who, what, isSelected, outcome) => {
  const { claimed, requests } = claim(who, ConfigMapKind, [what], () => isSelected);
  const updated = requests.map((it) => it.verb === 'update' && it.object.metadata.ownerReferences);
  if (outcome === 'claimed') expect([claimed, updated]).toEqual([[what], []]);
  if (outcome === 'left alone') expect([claimed, updated]).toEqual([[], []]);
  if (outcome === 'released') expect([claimed, updated]).toEqual([[], [undefined]]);
  if (outcome === 'adopted') {
    const before = what.metadata.ownerReferences ?? [];
    expect([claimed, updated]).toEqual([[], [[...before, controllerReference(owner)]]]);
  }
});
