/** Services with the pods behind them, as their EndpointSlices say: late where the cluster is late. */
import type { Cluster, Endpoint, Service } from '../../sim/index.ts';
import { EndpointSliceKind, ServiceKind } from '../../sim/index.ts';
import type { ServiceView } from './frame.ts';

const SERVICES_MAX = 40;
const SERVICE_NAME = 'kubernetes.io/service-name';

/** All but the cluster's own. */
export function serviceViews({ view }: Cluster): ServiceView[] {
  const services = view.list(ServiceKind).filter(isLearners);
  return services.slice(0, SERVICES_MAX).map(({ metadata, spec }) => {
    const { namespace = '', name } = metadata;
    const endpoints = view
      .list(EndpointSliceKind, namespace)
      .filter((slice) => slice.metadata.labels?.[SERVICE_NAME] === name)
      .flatMap((slice) => slice.endpoints ?? []);
    return {
      uid: metadata.uid ?? name,
      namespace,
      name,
      type: spec.clusterIP === 'None' ? 'headless' : (spec.type ?? 'ClusterIP'),
      selector: Object.entries(spec.selector ?? {})
        .map(([key, value]) => `${key}=${value}`)
        .join(','),
      ready: podsOf(endpoints.filter(isReady)),
      unready: podsOf(endpoints.filter((endpoint) => !isReady(endpoint))),
    };
  });
}

function isLearners({ metadata }: Service): boolean {
  return metadata.name !== 'kubernetes' && metadata.namespace !== 'kube-system';
}

function isReady({ conditions }: Endpoint): boolean {
  return conditions?.ready ?? true;
}

function podsOf(endpoints: readonly Endpoint[]): string[] {
  const names = endpoints.flatMap(({ targetRef }) =>
    targetRef?.kind === 'Pod' ? [targetRef.name ?? ''] : [],
  );
  return [...new Set(names)].sort();
}
