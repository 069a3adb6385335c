// StatefulSets to test with, in a small cluster.
import { compareText } from '../../../machinery/go-text.ts';
import { PodKind } from '../../../api/pod.ts';
import { type StatefulSet, StatefulSetKind, type StatefulSetSpec } from '../../../api/stateful-set.ts';
import { TestCluster, toyKubelet } from '../../../testing/test-cluster.ts';
import { statefulSetController } from '../index.ts';

const container = {
  name: 'nginx',
  image: 'nginx:1.24',
  imagePullPolicy: 'IfNotPresent' as const,
  ports: [{ containerPort: 80, name: 'web', protocol: 'TCP' }],
  resources: {},
  terminationMessagePath: '/dev/termination-log',
  terminationMessagePolicy: 'File',
};

export function template(image: string): StatefulSetSpec['template'] {
  return {
    metadata: { labels: { app: 'nginx' } },
    spec: {
      containers: [{ ...container, image }],
      dnsPolicy: 'ClusterFirst',
      restartPolicy: 'Always',
      schedulerName: 'default-scheduler',
      securityContext: {},
      terminationGracePeriodSeconds: 10,
    },
  };
}

export const volumeClaimTemplates = [
  {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name: 'www' },
    spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
  },
];

export function statefulSet(spec: Partial<StatefulSetSpec> = {}): StatefulSet {
  return {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: { name: 'web', namespace: 'default' },
    spec: {
      replicas: 3,
      selector: { matchLabels: { app: 'nginx' } },
      serviceName: 'nginx',
      template: template('nginx:1.24'),
      updateStrategy: { type: 'RollingUpdate', rollingUpdate: { partition: 0 } },
      podManagementPolicy: 'OrderedReady',
      revisionHistoryLimit: 10,
      ...spec,
    },
  };
}

export function started(spec: Partial<StatefulSetSpec> = {}): TestCluster {
  const cluster = new TestCluster(statefulSetController, toyKubelet);
  cluster.create(StatefulSetKind, statefulSet(spec));
  cluster.pass(5000);
  cluster.pods.splice(0);
  return cluster;
}

export function respec(cluster: TestCluster, spec: Partial<StatefulSetSpec>): void {
  cluster.change(StatefulSetKind, 'web', (set) => ({ ...set, spec: { ...set.spec, ...spec } }));
  cluster.pass(20_000);
}

export const status = (cluster: TestCluster) => cluster.get(StatefulSetKind, 'web').status;
export const images = (cluster: TestCluster) =>
  cluster.store
    .list(PodKind)
    .toSorted((a, b) => compareText(a.metadata.name, b.metadata.name))
    .map((pod) => pod.spec.containers[0]?.image);
