// How quotas count Services: as such, by the ports they take on nodes, and as load balancers.
import type { Service } from '../api/service.ts';
import { quantityOf } from '../machinery/quantity.ts';
import type { QuotaEvaluator } from './evaluator.ts';

const TRACKED = new Set(['count/services', 'services', 'services.nodeports', 'services.loadbalancers']);

export const serviceEvaluator: QuotaEvaluator = {
  tracks: (resource) => TRACKED.has(resource),
  usage(object) {
    const service = object as Service;
    return new Map([
      ['count/services', quantityOf(1)],
      ['services', quantityOf(1)],
      ['services.nodeports', quantityOf(nodePortsOf(service))],
      ['services.loadbalancers', quantityOf(service.spec.type === 'LoadBalancer' ? 1 : 0)],
    ]);
  },
  isInScope: () => false,
  growsWith: () => true,
  shrinksWith: (next, old) => (next as Service).spec.type !== (old as Service).spec.type,
};

function nodePortsOf({ spec }: Service): number {
  const { type, ports = [], allocateLoadBalancerNodePorts } = spec;
  if (type === 'NodePort') return ports.length;
  if (type !== 'LoadBalancer') return 0;
  if (allocateLoadBalancerNodePorts !== false) return ports.length;
  return ports.filter(({ nodePort }) => nodePort).length;
}
