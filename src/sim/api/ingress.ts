// Ingress: which host and path leads to which Service.
//
// Departs: an object only, with no controller behind it: nothing here routes by it, and its address stays empty, as in a
// cluster without an ingress controller.
import { ageColumn, firstThree, NONE, nameColumn } from './columns.ts';
import { CLASS_ANNOTATION, validateIngress } from './ingress-validation.ts';
import type { Kind } from './kind.ts';
import type { KubeObject } from './meta.ts';
import { validateMetadataUpdate } from './metadata-validation.ts';

export interface Ingress extends KubeObject {
  spec?: IngressSpec;
  status?: { loadBalancer?: { ingress?: { ip?: string; hostname?: string }[] } };
}

export interface IngressSpec {
  ingressClassName?: string;
  defaultBackend?: IngressBackend;
  rules?: IngressRule[];
  tls?: { hosts?: string[]; secretName?: string }[];
}

export interface IngressRule {
  host?: string;
  http?: { paths?: IngressPath[] };
}

export interface IngressPath {
  path?: string;
  pathType?: string;
  backend?: IngressBackend;
}

export interface IngressBackend {
  service?: { name?: string; port?: { name?: string; number?: number } };
  resource?: { apiGroup?: string; kind?: string; name?: string };
}

export const IngressKind: Kind<Ingress> = {
  group: 'networking.k8s.io',
  version: 'v1',
  kind: 'Ingress',
  plural: 'ingresses',
  singular: 'ingress',
  shortNames: ['ing'],
  namespaced: true,
  schema: 'io.k8s.api.networking.v1.Ingress',
  hasStatus: true,
  hasGeneration: true,
  prepareForCreate(draft) {
    draft.status = { loadBalancer: {} };
  },
  validate: validateIngress,
  validateUpdate: (next, old) => validateMetadataUpdate(next.metadata, old.metadata),
  checksChangeFirst: true,
  warnings: ({ metadata, spec }, old) =>
    !old &&
    Object.hasOwn(metadata.annotations ?? {}, CLASS_ANNOTATION) &&
    spec?.ingressClassName === undefined
      ? [`annotation "${CLASS_ANNOTATION}" is deprecated, please use 'spec.ingressClassName' instead`]
      : [],
  columns: [
    nameColumn,
    { name: 'CLASS', cell: ({ spec }) => spec?.ingressClassName ?? NONE },
    { name: 'HOSTS', cell: hostsCell },
    { name: 'ADDRESS', cell: addressCell },
    { name: 'PORTS', cell: ({ spec }) => (spec?.tls?.length ? '80, 443' : '80') },
    ageColumn,
  ],
};

function hostsCell({ spec }: Ingress): string {
  const hosts = (spec?.rules ?? []).flatMap(({ host }) => host || []);
  return firstThree(hosts, '*');
}

const ADDRESS_WIDTH = 16;

function addressCell({ status }: Ingress): string {
  const given = (status?.loadBalancer?.ingress ?? []).map(({ ip, hostname }) => ip || hostname || '');
  const text = [...new Set(given.filter(Boolean))].sort().join(',');
  return text.length > ADDRESS_WIDTH ? `${text.slice(0, ADDRESS_WIDTH - 3)}...` : text;
}
