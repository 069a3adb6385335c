// The service account controller.
// Watches: namespaces, service accounts that go away. Writes: service accounts.
// Decides: that every namespace has the account `default`, under which pods run that name no other.
import type { Kind } from '../../api/kind.ts';
import { NamespaceKind } from '../../api/namespace.ts';
import { ServiceAccountKind } from '../../api/service-account.ts';
import type { Component } from '../../component.ts';

/** From a change to the look at it. */
const latencyMs = 5;
const name = 'default';

/** Keys are names of namespaces. */
export const serviceAccountController: Component = {
  name: 'serviceaccount-controller',
  latencyMs,
  doorbells: [
    {
      kind: NamespaceKind as Kind,
      keys: ({ type, after }) => (type === 'DELETED' ? [] : [after.metadata.name]),
    },
    {
      kind: ServiceAccountKind as Kind,
      keys: ({ type, after }) => (type === 'DELETED' ? [after.metadata.namespace ?? ''] : []),
    },
  ],
  startKeys: (view) => view.list(NamespaceKind).map(({ metadata }) => metadata.name),
  reconcile(key, view) {
    const namespace = view.get(NamespaceKind, '', key);
    if (!namespace || namespace.metadata.deletionTimestamp !== undefined) return [];
    if (view.get(ServiceAccountKind, key, name)) return [];
    const object = { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name, namespace: key } };
    return [{ verb: 'create', kind: ServiceAccountKind, object }];
  },
};
