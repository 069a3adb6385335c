// Deployments and ReplicaSets for tests, in one line each.
import type { Deployment, DeploymentSpec } from '../../../api/deployment.ts';
import { DeploymentKind } from '../../../api/deployment.ts';
import type { ObjectMeta } from '../../../api/meta.ts';
import type { ReplicaSet } from '../../../api/replica-set.ts';
import { formatRfc3339 } from '../../../machinery/time.ts';

export const NOW_MS = 1_767_603_600_000;

/** `1` or `'25%'`, as tables write it. */
export function bound(text: string): number | string {
  return text.endsWith('%') ? text : Number(text);
}

/** A Deployment with its defaults. */
export function deploymentOf(spec: Partial<DeploymentSpec> = {}, metadata: Partial<ObjectMeta> = {}): Deployment {
  const deployment: Deployment = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'web', namespace: 'default', uid: 'd', generation: 1, ...metadata },
    spec: {
      selector: { matchLabels: { app: 'web' } },
      template: templateOf('v1'),
      ...structuredClone(spec),
    },
    status: {},
  };
  DeploymentKind.defaults?.(deployment);
  return deployment;
}

/** The template of a version: its image. */
export function templateOf(version: string): DeploymentSpec['template'] {
  return {
    metadata: { labels: { app: 'web' } },
    spec: { containers: [{ name: 'c', image: `nginx:${version}` }] },
  };
}

export interface SetOptions {
  readonly version?: string;
  readonly size?: number;
  readonly available?: number;
  readonly status?: ReplicaSet['status'];
  readonly annotations?: Record<string, string>;
  readonly createdSecondsAgo?: number;
}

/** A ReplicaSet of the Deployment, as its controller left it: all its pods are there. */
export function setOf(name: string, options: SetOptions = {}): ReplicaSet {
  const { version = name, size = 1, available = size, annotations = {}, createdSecondsAgo = 60 } = options;
  const labels = { app: 'web', 'pod-template-hash': name };
  const deployment = deploymentOf({ template: templateOf(version) });
  return {
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: {
      name: `web-${name}`,
      namespace: 'default',
      uid: name,
      resourceVersion: '7',
      generation: 1,
      creationTimestamp: formatRfc3339(NOW_MS - createdSecondsAgo * 1000),
      labels,
      annotations,
    },
    spec: {
      replicas: size,
      selector: { matchLabels: labels },
      template: { ...deployment.spec.template, metadata: { labels } },
    },
    status: {
      replicas: size,
      readyReplicas: available,
      availableReplicas: available,
      terminatingReplicas: 0,
      observedGeneration: 1,
      ...options.status,
    },
  };
}
