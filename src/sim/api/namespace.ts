// Namespace: a scope for names.
import { ageColumn, nameColumn } from './columns.ts';
import type { Kind } from './kind.ts';
import type { Condition, KubeObject } from './meta.ts';

export interface Namespace extends KubeObject {
  spec?: { finalizers?: string[] };
  status?: { phase?: 'Active' | 'Terminating'; conditions?: Condition[] };
}

export const NamespaceKind: Kind<Namespace> = {
  group: '',
  version: 'v1',
  kind: 'Namespace',
  plural: 'namespaces',
  singular: 'namespace',
  shortNames: ['ns'],
  namespaced: false,
  schema: 'io.k8s.api.core.v1.Namespace',
  hasStatus: true,
  columns: [nameColumn, { name: 'STATUS', cell: ({ status }) => status?.phase ?? '' }, ageColumn],
};
