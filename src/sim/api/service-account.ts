// ServiceAccount: the identity that a pod runs under.
import { dns1123Subdomain } from '../machinery/names.ts';
import { ageColumn, nameColumn } from './columns.ts';
import type { Kind } from './kind.ts';
import type { KubeObject } from './meta.ts';
import { validateMetadata, validateMetadataUpdate } from './metadata-validation.ts';

export interface ServiceAccount extends KubeObject {
  secrets?: unknown[];
  imagePullSecrets?: { name?: string }[];
  automountServiceAccountToken?: boolean;
}

export const ServiceAccountKind: Kind<ServiceAccount> = {
  group: '',
  version: 'v1',
  kind: 'ServiceAccount',
  plural: 'serviceaccounts',
  singular: 'serviceaccount',
  shortNames: ['sa'],
  namespaced: true,
  schema: 'io.k8s.api.core.v1.ServiceAccount',
  hasStatus: false,
  validate: ({ metadata }) => validateMetadata(metadata, dns1123Subdomain),
  validateUpdate: (next, old) => validateMetadataUpdate(next.metadata, old.metadata),
  checksChangeFirst: true,
  columns: [nameColumn, ageColumn],
};
