// Endpoints: the addresses behind a Service, in the old single-object form.
import { ageColumn, firstThree, NONE, nameColumn } from './columns.ts';
import { validateEndpoints } from './endpoints-validation.ts';
import type { Kind } from './kind.ts';
import type { KubeObject, ObjectReference } from './meta.ts';
import { validateMetadataUpdate } from './metadata-validation.ts';

export interface Endpoints extends KubeObject {
  subsets?: EndpointSubset[];
}

export interface EndpointSubset {
  addresses?: EndpointAddress[];
  notReadyAddresses?: EndpointAddress[];
  ports?: { name?: string; port: number; protocol?: string; appProtocol?: string }[];
}

export interface EndpointAddress {
  ip: string;
  hostname?: string;
  nodeName?: string;
  targetRef?: ObjectReference;
}

export const EndpointsKind: Kind<Endpoints> = {
  group: '',
  version: 'v1',
  kind: 'Endpoints',
  plural: 'endpoints',
  singular: 'endpoints',
  shortNames: ['ep'],
  namespaced: true,
  deprecated: 'v1 Endpoints is deprecated in v1.33+; use discovery.k8s.io/v1 EndpointSlice',
  schema: 'io.k8s.api.core.v1.Endpoints',
  hasStatus: false,
  defaults({ subsets = [] }) {
    for (const { ports = [] } of subsets) for (const port of ports) port.protocol ||= 'TCP';
  },
  validate: validateEndpoints,
  validateUpdate: (next, old) => validateMetadataUpdate(next.metadata, old.metadata),
  checksChangeFirst: true,
  columns: [nameColumn, { name: 'ENDPOINTS', cell: endpointsCell }, ageColumn],
};

function endpointsCell({ subsets = [] }: Endpoints): string {
  const all = subsets.flatMap(({ addresses = [], ports = [] }) =>
    ports.length === 0
      ? addresses.map(({ ip }) => ip)
      : ports.flatMap(({ port }) => addresses.map(({ ip }) => `${ip}:${port}`)),
  );
  return firstThree(all, subsets.length === 0 ? NONE : '');
}
