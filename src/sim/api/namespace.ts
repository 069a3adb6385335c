// Namespace: a scope for names.
import { dns1123Label } from '../machinery/names.ts';
import { ageColumn, nameColumn } from './columns.ts';
import type { Kind } from './kind.ts';
import type { Condition, KubeObject } from './meta.ts';
import { validateMetadata, validateMetadataUpdate } from './metadata-validation.ts';

export interface Namespace extends KubeObject {
  spec?: { finalizers?: string[] };
  status?: { phase?: 'Active' | 'Terminating'; conditions?: Condition[] };
}

/** A label that selectors can name a namespace by. */
const NAME_LABEL = 'kubernetes.io/metadata.name';

/** What the cluster itself cannot do without. */
const IMMORTAL = new Set(['default', 'kube-system', 'kube-public']);

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
  prepareForCreate(draft) {
    draft.spec = { finalizers: ['kubernetes'] };
    draft.status = { phase: 'Active' };
  },
  // Only what ends a namespace takes its finalizer away.
  prepareForUpdate(draft, old) {
    if (!old.metadata.deletionTimestamp && old.spec) draft.spec = old.spec;
  },
  defaults({ metadata }) {
    if (metadata.name) metadata.labels = { ...metadata.labels, [NAME_LABEL]: metadata.name };
  },
  validate: ({ metadata }) => validateMetadata(metadata, dns1123Label),
  validateUpdate: (next, old) => validateMetadataUpdate(next.metadata, old.metadata),
  whyImmortal: ({ metadata }) =>
    IMMORTAL.has(metadata.name) ? 'this namespace may not be deleted' : undefined,
  isHeld: ({ spec }) => (spec?.finalizers ?? []).length > 0,
  markDeleted: (namespace) => ({ ...namespace, status: { ...namespace.status, phase: 'Terminating' } }),
  columns: [nameColumn, { name: 'STATUS', cell: ({ status }) => status?.phase ?? '' }, ageColumn],
};
