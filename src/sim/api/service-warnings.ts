// What the API server says beside its answer of a Service that does less than it seems to.
import type { Service } from './service.ts';

const HINTS = 'service.kubernetes.io/topology-aware-hints';
const MODE = 'service.kubernetes.io/topology-mode';

export function serviceWarnings({ metadata, spec }: Service): string[] {
  const warnings: string[] = [];
  const { type, clusterIP, externalIPs = [] } = spec;
  const isHeadless = type === 'ClusterIP' && clusterIP === 'None';
  if (Object.hasOwn(metadata.annotations ?? {}, HINTS)) {
    warnings.push(`annotation ${HINTS} is deprecated, please use ${MODE} instead`);
  }
  if (isHeadless && spec.loadBalancerIP)
    warnings.push('spec.loadBalancerIP is ignored for headless services');
  if (isHeadless && externalIPs.length > 0)
    warnings.push('spec.externalIPs is ignored for headless services');
  if (isHeadless && spec.sessionAffinity !== 'None') {
    warnings.push('spec.SessionAffinity is ignored for headless services');
  }
  if (externalIPs.length > 0) {
    if (type === 'ExternalName')
      warnings.push('spec.externalIPs is ignored when spec.type is "ExternalName"');
    else if (!isHeadless) warnings.push('spec.externalIPs is deprecated');
  }
  if (type !== 'ExternalName' && spec.externalName) {
    warnings.push('spec.externalName is ignored when spec.type is not "ExternalName"');
  }
  if (spec.trafficDistribution === 'PreferClose') {
    warnings.push('spec.trafficDistribution: "PreferClose" is deprecated; use "PreferSameZone"');
  }
  return warnings;
}
