// The metrics server as minikube installs it: a Deployment, and the Service by which the API server finds it.
//
// Departs: without accounts, rights and the APIService; its probes ask without TLS.
import type { Kind, KubeObject } from '../../sim/index.ts';
import { DeploymentKind, ServiceKind } from '../../sim/index.ts';

const metadata = {
  name: 'metrics-server',
  namespace: 'kube-system',
  labels: { 'k8s-app': 'metrics-server' },
};
const selector = { 'k8s-app': 'metrics-server' };

function probe(path: string) {
  return { httpGet: { path, port: 'https', scheme: 'HTTP' }, periodSeconds: 10, failureThreshold: 3 };
}

const container = {
  name: 'metrics-server',
  image: 'registry.k8s.io/metrics-server/metrics-server:v0.8.0',
  imagePullPolicy: 'IfNotPresent',
  args: [
    '--cert-dir=/tmp',
    '--secure-port=10250',
    '--kubelet-preferred-address-types=InternalIP,ExternalIP,Hostname',
    '--kubelet-use-node-status-port',
    '--metric-resolution=15s',
  ],
  ports: [{ name: 'https', containerPort: 10_250, protocol: 'TCP' }],
  resources: { requests: { cpu: '100m', memory: '200Mi' } },
  livenessProbe: probe('/livez'),
  readinessProbe: probe('/readyz'),
};

const deployment = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata,
  spec: {
    selector: { matchLabels: selector },
    strategy: { rollingUpdate: { maxUnavailable: 0 } },
    template: {
      metadata: { labels: selector },
      spec: { containers: [container], priorityClassName: 'system-cluster-critical' },
    },
  },
};

const service = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata,
  spec: { ports: [{ name: 'https', port: 443, protocol: 'TCP', targetPort: 'https' }], selector },
};

export const metricsServerObjects: readonly { readonly kind: Kind; readonly object: KubeObject }[] = [
  { kind: DeploymentKind as Kind, object: deployment },
  { kind: ServiceKind as Kind, object: service },
];
