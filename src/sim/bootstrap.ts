// What every fresh cluster holds before anyone touches it: namespaces, nodes, the default storage class, the API's and DNS' Services.
import { NamespaceKind } from './api/namespace.ts';
import { NodeKind } from './api/node.ts';
import { PriorityClassKind, systemPriorityClasses } from './api/priority-class.ts';
import { ServiceKind } from './api/service.ts';
import { StorageClassKind } from './api/storage-class.ts';
import { DEFAULT_CLASS } from './apiserver/admission/default-storage-class.ts';
import type { ApiServer } from './apiserver/api-server.ts';
import { defaultCapacity, initialNode } from './kubelet/initial-node.ts';

/** The address of the API server inside the cluster. */
export const API_SERVER_IP = '10.96.0.1';
/** The address of cluster DNS. */
export const DNS_IP = '10.96.0.10';

/** The priority classes of the system's own pods. */
export function createSystemClasses(api: ApiServer): void {
  for (const object of systemPriorityClasses) api.create(PriorityClassKind, object);
}

/** The class is applied, as the addons of a cluster are. */
const standardClass = {
  apiVersion: 'storage.k8s.io/v1',
  kind: 'StorageClass',
  metadata: { annotations: { [DEFAULT_CLASS]: 'true' }, name: 'standard' },
  provisioner: 'k8s.io/minikube-hostpath',
  reclaimPolicy: 'Delete',
  volumeBindingMode: 'Immediate',
};
const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';
const lastApplied = `${JSON.stringify(standardClass)}\n`;

export function bootstrap(api: ApiServer, nodeNames: readonly string[]): void {
  for (const name of ['default', 'kube-system', 'kube-public', 'kube-node-lease']) {
    api.create(NamespaceKind, { apiVersion: 'v1', kind: 'Namespace', metadata: { name } });
  }
  nodeNames.forEach((name, index) => {
    api.create(NodeKind, initialNode(name, index, defaultCapacity));
  });
  api.create(StorageClassKind, {
    ...standardClass,
    metadata: { name: 'standard', annotations: { [LAST_APPLIED]: lastApplied, [DEFAULT_CLASS]: 'true' } },
  });
  api.create(ServiceKind, {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      name: 'kubernetes',
      namespace: 'default',
      labels: { component: 'apiserver', provider: 'kubernetes' },
    },
    spec: {
      clusterIP: API_SERVER_IP,
      ports: [{ name: 'https', port: 443, protocol: 'TCP', targetPort: 6443 }],
    },
  });
  api.create(ServiceKind, {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'kube-dns', namespace: 'kube-system', labels: { 'k8s-app': 'kube-dns' } },
    spec: {
      clusterIP: DNS_IP,
      ports: [
        { name: 'dns', port: 53, protocol: 'UDP', targetPort: 53 },
        { name: 'dns-tcp', port: 53, protocol: 'TCP', targetPort: 53 },
      ],
    },
  });
}
