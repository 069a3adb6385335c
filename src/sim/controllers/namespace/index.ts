// The namespace controller.
// Watches: namespaces that are being deleted. Writes: deletes everything in them, then lets them go; their conditions.
// Decides: what is still there, what keeps it, and when to look again.

import { kinds } from '../../api/index.ts';
import type { Kind } from '../../api/kind.ts';
import { NamespaceKind } from '../../api/namespace.ts';
import type { Component } from '../../component.ts';
import { reconcileNamespace } from './reconcile.ts';

/** The controller waits a moment before it begins, so that every API server has heard of the deletion. */
const latencyMs = 5000;

const namespacedKinds = kinds.filter((kind) => kind.namespaced);

export const namespaceController: Component = {
  name: 'namespace-controller',
  latencyMs,
  doorbells: [
    {
      kind: NamespaceKind as Kind,
      keys: ({ type, before, after }) => {
        const isNews = before?.metadata.deletionTimestamp !== after.metadata.deletionTimestamp;
        return type !== 'DELETED' && isNews ? [after.metadata.name] : [];
      },
    },
  ],
  reconcile(key, view, nowMs) {
    const namespace = view.get(NamespaceKind, '', key);
    if (namespace?.metadata.deletionTimestamp === undefined) return [];
    const content = namespacedKinds.map((kind) => ({ kind, objects: view.list(kind, key) }));
    return reconcileNamespace(namespace, content, nowMs);
  },
};
