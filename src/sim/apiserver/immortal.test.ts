import { expect, test } from 'vitest';
import type { Kind } from '../api/kind.ts';
import { NamespaceKind } from '../api/namespace.ts';
import { PriorityClassKind, systemPriorityClasses } from '../api/priority-class.ts';
import { createRandom } from '../machinery/random.ts';
import { ApiServer } from './api-server.ts';
import { Store } from './store.ts';

const namespace = (name: string) => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } });
const priorityClass = (name: string) => ({
  ...(systemPriorityClasses.find(({ metadata }) => metadata.name === name) ?? { value: 1 }),
  apiVersion: 'scheduling.k8s.io/v1',
  kind: 'PriorityClass',
  metadata: { name },
});

test.each<[kind: Kind, object: { metadata: { name: string } }, says: string]>([
  [NamespaceKind as Kind, namespace('default'), 'is forbidden: this namespace may not be deleted'],
  [NamespaceKind as Kind, namespace('kube-system'), 'is forbidden: this namespace may not be deleted'],
  [NamespaceKind as Kind, namespace('shop'), ''],
  [
    PriorityClassKind as Kind,
    priorityClass('system-node-critical'),
    'is forbidden: this is a system priority class and cannot be deleted',
  ],
  [PriorityClassKind as Kind, priorityClass('high'), ''],
])('%#: what the cluster needs stays', (kind, object, says) => {
  const store = new Store({ freeze: true });
  const api = new ApiServer({ store, random: createRandom('test'), now: () => 0, objectsMax: 9 });
  expect(api.create(kind, object).ok).toBe(true);
  const answer = api.delete(kind, '', object.metadata.name);
  expect(answer.ok ? '' : answer.status.message.replace(/^\S+ "[^"]*" /, '')).toBe(says);
});
