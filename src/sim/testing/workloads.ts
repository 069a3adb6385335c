// A handful of manifests of all workload kinds for random scripts, a file each. They share labels on purpose: what is
// relabelled is adopted by another.

const pod = (app: string, more = '', image = 'nginx:1.24', cpu = '100m', limits = '{}'): string => `
  template:
    metadata: {labels: {app: ${app}}}
    spec:
      terminationGracePeriodSeconds: 5${more}
      containers:
      - name: main
        image: '${image}'
        resources: {requests: {cpu: ${cpu}}, limits: ${limits}}`;

/** One that does not hear the signal to end, so that it runs for all of its grace period. */
const deaf = (app: string): string => `${pod(app, soon)}
        env: [{name: SIM_SIGTERM, value: ignore}]`;

const soon = `
      tolerations:
      - {key: node.kubernetes.io/unreachable, operator: Exists, effect: NoExecute, tolerationSeconds: 20}
      - {key: node.kubernetes.io/not-ready, operator: Exists, effect: NoExecute, tolerationSeconds: 20}`;

const sleeper = (seconds: number, code = 0, policy = 'Never'): string => `
  template:
    spec:
      restartPolicy: ${policy}
      terminationGracePeriodSeconds: 5
      containers:
      - {name: main, image: 'busybox:1.36', command: [sh, -c, 'sleep ${seconds}; exit ${code}']}`;

const manifest = (apiVersion: string, kind: string, name: string, spec: string): string =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: ${name}, labels: {app: ${name}}}\nspec:${spec}\n`;

const selects = (app: string): string => `
  selector: {matchLabels: {app: ${app}}}`;

const service = (name: string, app: string, more: string): string =>
  manifest('v1', 'Service', name, `\n  selector: {app: ${app}}\n  ports: [{port: 80}]\n  ${more}`);

/** Manifests by the name of their file, without its ending. */
export const workloads: ReadonlyMap<string, string> = new Map([
  [
    'web',
    manifest('apps/v1', 'Deployment', 'web', `\n  replicas: 3${selects('web')}${pod('web', soon)}`) +
      '---\n' +
      service('web', 'web', 'type: NodePort'),
  ],
  [
    'careful',
    manifest(
      'apps/v1',
      'Deployment',
      'careful',
      `
  replicas: 4
  minReadySeconds: 3
  progressDeadlineSeconds: 40
  revisionHistoryLimit: 1
  strategy: {rollingUpdate: {maxSurge: 0, maxUnavailable: 1}}${selects('careful')}${pod('careful')}`,
    ),
  ],
  [
    'fresh',
    manifest(
      'apps/v1',
      'Deployment',
      'fresh',
      `\n  replicas: 2\n  strategy: {type: Recreate}${selects('fresh')}${pod('fresh', soon, 'nginx:1.24', '1500m')}`,
    ),
  ],
  [
    'front',
    manifest('apps/v1', 'ReplicaSet', 'front', `\n  replicas: 3${selects('front')}${pod('front', soon)}`),
  ],
  [
    'old',
    manifest('v1', 'ReplicationController', 'old', `\n  replicas: 2\n  selector: {app: old}${pod('old')}`),
  ],
  [
    'db',
    manifest(
      'apps/v1',
      'StatefulSet',
      'db',
      `
  replicas: 3
  serviceName: db
  persistentVolumeClaimRetentionPolicy: {whenScaled: Delete, whenDeleted: Delete}${selects('db')}${deaf('db')}
        volumeMounts: [{name: data, mountPath: /data}]
  volumeClaimTemplates:
  - metadata: {name: data}
    spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}`,
    ) +
      '---\n' +
      service('db', 'db', 'clusterIP: None'),
  ],
  [
    'ring',
    manifest(
      'apps/v1',
      'StatefulSet',
      'ring',
      `\n  replicas: 2\n  serviceName: ring\n  podManagementPolicy: Parallel${selects('ring')}${deaf('ring')}`,
    ),
  ],
  [
    'cache',
    manifest(
      'apps/v1',
      'Deployment',
      'cache',
      `
  replicas: 2${selects('cache')}${pod('cache', '', 'nginx:1.24', '100m', '{ephemeral-storage: 6Mi}')}
        volumeMounts: [{name: kept, mountPath: /kept}]
      volumes: [{name: kept, emptyDir: {sizeLimit: 4Mi}}]`,
    ),
  ],
  ['agent', manifest('apps/v1', 'DaemonSet', 'agent', `${selects('agent')}${pod('agent')}`)],
  [
    'relay',
    manifest(
      'apps/v1',
      'DaemonSet',
      'relay',
      `\n  updateStrategy: {rollingUpdate: {maxSurge: 1, maxUnavailable: 0}}${selects('relay')}${pod('relay')}`,
    ),
  ],
  ['sums', manifest('batch/v1', 'Job', 'sums', `\n  completions: 4\n  parallelism: 2${sleeper(8)}`)],
  [
    'parts',
    manifest(
      'batch/v1',
      'Job',
      'parts',
      `\n  completions: 3\n  parallelism: 3\n  completionMode: Indexed\n  backoffLimit: 3\n  ttlSecondsAfterFinished: 30${sleeper(4, 1)}`,
    ),
  ],
  [
    'tick',
    manifest(
      'batch/v1',
      'CronJob',
      'tick',
      `\n  schedule: '* * * * *'\n  jobTemplate:\n    spec:\n      ${sleeper(50, 0, 'OnFailure').trimStart().replaceAll('\n', '\n    ')}`,
    ),
  ],
  [
    'few',
    manifest('v1', 'ResourceQuota', 'few', `\n  hard: {pods: '16', services: '3', count/jobs.batch: '2'}`),
  ],
  ['guard', manifest('policy/v1', 'PodDisruptionBudget', 'guard', `\n  maxUnavailable: 1${selects('web')}`)],
]);
