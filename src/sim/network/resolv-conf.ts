// How a machine asks for names: /etc/resolv.conf by the pod's DNS policy.
// Source: "DNS for Services and Pods: Pod's DNS Policy and DNS Config" in the Kubernetes documentation.
import type { Pod } from '../api/pod.ts';
import { ZONE } from './dns-name.ts';
import type { ResolvConf } from './network.ts';

/** The address of the Service kube-dns. */
export const CLUSTER_DNS_IP = '10.96.0.10';
/** What the nodes, and pods with the policy Default, ask. It knows nothing of the cluster. */
export const NODE_DNS_IP = '192.168.49.1';

/** The learner's own machine. */
export const learnerResolvConf: ResolvConf = { nameserver: '192.168.1.1', search: [], ndots: 1 };

/** The C library heeds no more than this many search domains. */
const MAX_SEARCH = 32;

export function resolvConfOf(pod: Pod): ResolvConf {
  const { dnsPolicy = 'ClusterFirst', dnsConfig = {}, hostNetwork } = pod.spec;
  const usesNode = dnsPolicy === 'Default' || (dnsPolicy === 'ClusterFirst' && hostNetwork === true);
  const base: ResolvConf =
    dnsPolicy === 'None'
      ? { nameserver: '', search: [], ndots: 1 }
      : usesNode
        ? { nameserver: NODE_DNS_IP, search: [], ndots: 1 }
        : clusterFirst(pod.metadata.namespace ?? 'default');
  const ndots = dnsConfig.options?.find(({ name }) => name === 'ndots')?.value;
  return {
    nameserver: base.nameserver || (dnsConfig.nameservers?.[0] ?? ''),
    search: [...new Set([...base.search, ...(dnsConfig.searches ?? [])])].slice(0, MAX_SEARCH),
    ndots: ndots !== undefined && /^\d{1,2}$/.test(ndots) ? Math.min(15, Number(ndots)) : base.ndots,
  };
}

function clusterFirst(namespace: string): ResolvConf {
  return { nameserver: CLUSTER_DNS_IP, search: [`${namespace}.svc.${ZONE}`, `svc.${ZONE}`, ZONE], ndots: 5 };
}

/** The names that are tried for a name, in order: the search list first where it has fewer dots than ndots. */
export function candidatesFor(name: string, { search, ndots }: ResolvConf): readonly string[] {
  if (name.endsWith('.')) return [name];
  const searched = search.map((domain) => `${name}.${domain}`);
  const dots = name.split('.').length - 1;
  return dots >= ndots ? [name, ...searched] : [...searched, name];
}
