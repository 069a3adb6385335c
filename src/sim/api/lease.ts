// Lease: who holds something, and until when. Kubelets renew one as their heartbeat.
import { ageColumn, nameColumn } from './columns.ts';
import type { Kind } from './kind.ts';
import type { KubeObject } from './meta.ts';

export interface Lease extends KubeObject {
  spec?: {
    holderIdentity?: string;
    leaseDurationSeconds?: number;
    /** With microseconds. */
    acquireTime?: string;
    /** With microseconds. */
    renewTime?: string;
    leaseTransitions?: number;
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
  columns: [nameColumn, { name: 'HOLDER', cell: ({ spec }) => spec?.holderIdentity ?? '' }, ageColumn],
};
