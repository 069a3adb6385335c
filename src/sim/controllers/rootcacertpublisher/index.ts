// The publisher of the cluster's CA certificate.
// Watches: namespaces, the config maps it wrote. Writes: config maps.
// Decides: that every namespace has kube-root-ca.crt, by which pods know the API server.
// Departs: the certificate is a stand-in; nothing in this cluster is encrypted.
import type { ConfigMap } from '../../api/config-map.ts';
import { ConfigMapKind } from '../../api/config-map.ts';
import type { Kind } from '../../api/kind.ts';
import { NamespaceKind } from '../../api/namespace.ts';
import type { Component } from '../../component.ts';
import { isEqual } from '../../machinery/equality.ts';

/** From a change to the look at it. */
const latencyMs = 5;
const name = 'kube-root-ca.crt';

const annotations = {
  'kubernetes.io/description':
    'Contains a CA bundle that can be used to verify the kube-apiserver when using internal endpoints such as the internal service IP or kubernetes.default.svc. No other usage is guaranteed across distributions of Kubernetes clusters.',
};
const data = {
  'ca.crt': '-----BEGIN CERTIFICATE-----\nUGV0c2V0OiBhIHN0YW5kLWlu\n-----END CERTIFICATE-----\n',
};

/** Keys are names of namespaces. */
export const rootCaCertPublisher: Component = {
  name: 'root-ca-certificate-publisher-controller',
  latencyMs,
  doorbells: [
    {
      kind: NamespaceKind as Kind,
      keys: ({ type, after }) => (type === 'DELETED' ? [] : [after.metadata.name]),
    },
    {
      kind: ConfigMapKind as Kind,
      keys: ({ after }) => (after.metadata.name === name ? [after.metadata.namespace ?? ''] : []),
    },
  ],
  startKeys: (view) => view.list(NamespaceKind).map(({ metadata }) => metadata.name),
  reconcile(key, view) {
    const namespace = view.get(NamespaceKind, '', key);
    if (!namespace || namespace.metadata.deletionTimestamp !== undefined) return [];
    const stored = view.get(ConfigMapKind, key, name);
    if (!stored) {
      const metadata = { name, namespace: key, annotations };
      const object = { apiVersion: 'v1', kind: 'ConfigMap', metadata, data } as ConfigMap;
      return [{ verb: 'create', kind: ConfigMapKind, object }];
    }
    if (isEqual(stored.data, data)) return [];
    return [{ verb: 'update', kind: ConfigMapKind, object: { ...stored, data } as ConfigMap }];
  },
};
