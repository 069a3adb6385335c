// Service: a stable name, and usually address, for the pods that a selector picks.

import { ageColumn, labelsText, NONE, nameColumn } from './columns.ts';
import type { Kind } from './kind.ts';
import type { Condition, KubeObject } from './meta.ts';
import { fillInService } from './service-defaults.ts';
import { prepareServiceUpdate } from './service-update.ts';
import { validateService, validateServiceUpdate } from './service-validation.ts';
import { serviceWarnings } from './service-warnings.ts';

export interface Service extends KubeObject {
  spec: ServiceSpec;
  status?: { loadBalancer?: { ingress?: { ip?: string; hostname?: string }[] }; conditions?: Condition[] };
}

export interface ServiceSpec {
  type?: 'ClusterIP' | 'NodePort' | 'LoadBalancer' | 'ExternalName';
  selector?: Record<string, string>;
  ports?: ServicePort[];
  /** 'None' makes it headless. */
  clusterIP?: string;
  clusterIPs?: string[];
  externalIPs?: string[];
  externalName?: string;
  externalTrafficPolicy?: string;
  internalTrafficPolicy?: string;
  ipFamilies?: string[];
  ipFamilyPolicy?: string;
  publishNotReadyAddresses?: boolean;
  sessionAffinity?: string;
  allocateLoadBalancerNodePorts?: boolean;
  loadBalancerIP?: string;
  loadBalancerClass?: string;
  loadBalancerSourceRanges?: string[];
  healthCheckNodePort?: number;
  trafficDistribution?: string;
  sessionAffinityConfig?: { clientIP?: { timeoutSeconds?: number } };
}

export interface ServicePort {
  name?: string;
  protocol?: string;
  appProtocol?: string;
  port: number;
  targetPort?: number | string;
  nodePort?: number;
}

export const ServiceKind: Kind<Service> = {
  group: '',
  version: 'v1',
  kind: 'Service',
  plural: 'services',
  singular: 'service',
  shortNames: ['svc'],
  categories: ['all'],
  namespaced: true,
  schema: 'io.k8s.api.core.v1.Service',
  hasStatus: true,
  prepareForCreate(draft) {
    draft.status = { loadBalancer: {} };
  },
  prepareForUpdate: (draft, old) => prepareServiceUpdate(draft.spec, old.spec),
  defaults: ({ spec }) => fillInService(spec),
  validate: validateService,
  validateUpdate: validateServiceUpdate,
  checksChangeFirst: true,
  warnings: serviceWarnings,
  columns: [
    nameColumn,
    { name: 'TYPE', cell: ({ spec }) => spec.type ?? '' },
    { name: 'CLUSTER-IP', cell: ({ spec }) => spec.clusterIPs?.[0] ?? (spec.clusterIP || NONE) },
    { name: 'EXTERNAL-IP', cell: externalIpCell },
    { name: 'PORT(S)', cell: portsCell },
    ageColumn,
    { name: 'SELECTOR', wide: true, cell: ({ spec }) => labelsText(spec.selector) },
  ],
};

function externalIpCell({ spec, status }: Service): string {
  const { type, externalIPs = [], externalName = '' } = spec;
  if (type === 'ExternalName') return externalName;
  if (type !== 'LoadBalancer') return externalIPs.join(',') || NONE;
  const ingress = status?.loadBalancer?.ingress ?? [];
  const addresses = ingress.map(({ ip, hostname }) => ip || hostname || '').filter(Boolean);
  return [...new Set(addresses), ...externalIPs].join(',') || '<pending>';
}

function portsCell({ spec }: Service): string {
  const ports = (spec.ports ?? []).map(({ port, nodePort, protocol = 'TCP' }) =>
    nodePort ? `${port}:${nodePort}/${protocol}` : `${port}/${protocol}`,
  );
  return ports.join(',') || NONE;
}
