// EndpointSlice: some of the addresses behind a Service, with their conditions.
import { ageColumn, firstThree, nameColumn, UNSET } from './columns.ts';
import { validateEndpointSlice, validateEndpointSliceUpdate } from './endpoints-validation.ts';
import type { Kind } from './kind.ts';
import type { KubeObject, ObjectReference } from './meta.ts';

export interface EndpointSlice extends KubeObject {
  addressType: 'IPv4' | 'IPv6' | 'FQDN';
  endpoints: Endpoint[] | null;
  ports?: { name?: string; port?: number; protocol?: string; appProtocol?: string }[] | null;
}

export interface Endpoint {
  addresses: string[];
  conditions?: { ready?: boolean; serving?: boolean; terminating?: boolean };
  hostname?: string;
  nodeName?: string;
  targetRef?: ObjectReference;
  zone?: string;
}

export const EndpointSliceKind: Kind<EndpointSlice> = {
  group: 'discovery.k8s.io',
  version: 'v1',
  kind: 'EndpointSlice',
  plural: 'endpointslices',
  singular: 'endpointslice',
  shortNames: [],
  namespaced: true,
  schema: 'io.k8s.api.discovery.v1.EndpointSlice',
  hasStatus: false,
  defaults({ ports }) {
    for (const port of ports ?? []) {
      port.name ??= '';
      port.protocol ||= 'TCP';
    }
  },
  validate: validateEndpointSlice,
  validateUpdate: validateEndpointSliceUpdate,
  columns: [
    nameColumn,
    { name: 'ADDRESSTYPE', cell: ({ addressType }) => addressType },
    {
      name: 'PORTS',
      cell: ({ ports }) =>
        firstThree(
          (ports ?? []).map(({ port, name }) => String(port ?? name ?? '*')),
          UNSET,
        ),
    },
    {
      name: 'ENDPOINTS',
      cell: ({ endpoints }) =>
        firstThree(
          (endpoints ?? []).flatMap(({ addresses }) => addresses),
          UNSET,
        ),
    },
    ageColumn,
  ],
};
