// Lease: who holds something, and until when. Kubelets renew one as their heartbeat.
import type { FieldError } from '../machinery/field-error.ts';
import { invalid } from '../machinery/field-error.ts';
import { FieldPath } from '../machinery/field-path.ts';
import { dns1123Subdomain } from '../machinery/names.ts';
import { ageColumn, nameColumn } from './columns.ts';
import type { Kind } from './kind.ts';
import type { KubeObject } from './meta.ts';
import { validateMetadata, validateMetadataUpdate } from './metadata-validation.ts';
import { checkNonNegative } from './scalar-validation.ts';

export interface Lease extends KubeObject {
  spec?: {
    holderIdentity?: string;
    leaseDurationSeconds?: number;
    /** With microseconds. */
    acquireTime?: string;
    /** With microseconds. */
    renewTime?: string;
    leaseTransitions?: number;
    /** Coordinated leader election, which 1.36 leaves switched off: it drops both. */
    preferredHolder?: string;
    strategy?: string;
  };
}

export const LeaseKind: Kind<Lease> = {
  group: 'coordination.k8s.io',
  version: 'v1',
  kind: 'Lease',
  plural: 'leases',
  singular: 'lease',
  shortNames: [],
  namespaced: true,
  schema: 'io.k8s.api.coordination.v1.Lease',
  hasStatus: false,
  prepareForCreate: dropDisabled,
  prepareForUpdate: dropDisabled,
  validate: validateLease,
  validateUpdate: (next, old) => validateMetadataUpdate(next.metadata, old.metadata),
  checksChangeFirst: true,
  columns: [nameColumn, { name: 'HOLDER', cell: ({ spec }) => spec?.holderIdentity ?? '' }, ageColumn],
};

function dropDisabled({ spec }: Lease): void {
  delete spec?.preferredHolder;
  delete spec?.strategy;
}

function validateLease({ metadata, spec = {} }: Lease): FieldError[] {
  const errors = validateMetadata(metadata, dns1123Subdomain);
  const { leaseDurationSeconds, leaseTransitions } = spec;
  if (leaseDurationSeconds !== undefined && leaseDurationSeconds <= 0) {
    const path = FieldPath.of('spec', 'leaseDurationSeconds');
    errors.push(invalid(path, leaseDurationSeconds, 'must be greater than 0'));
  }
  checkNonNegative(leaseTransitions, FieldPath.of('spec', 'leaseTransitions'), errors);
  return errors;
}
