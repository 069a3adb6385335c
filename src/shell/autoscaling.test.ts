// The walk-through of the documentation: an autoscaler, a load that comes and goes, and what is to be seen meanwhile.
import { beforeAll, describe, expect, test } from 'vitest';
import type { HorizontalPodAutoscaler } from '../sim/index.ts';
import { HorizontalPodAutoscalerKind, PodKind, resourceMetrics } from '../sim/index.ts';
import type { Session } from './session.ts';
import { createSession } from './session.ts';

const manifest = `
apiVersion: apps/v1
kind: Deployment
metadata: {name: php-apache}
spec:
  selector: {matchLabels: {run: php-apache}}
  template:
    metadata: {labels: {run: php-apache}}
    spec:
      nodeSelector: {kubernetes.io/hostname: node-2}
      containers:
      - name: php-apache
        image: registry.k8s.io/hpa-example
        ports: [{containerPort: 80}]
        resources: {limits: {cpu: 500m}, requests: {cpu: 200m}}
---
apiVersion: v1
kind: Service
metadata: {name: php-apache}
spec: {ports: [{port: 80}], selector: {run: php-apache}}
`;

let session: Session;

function run(line: string): string {
  const execution = session.perform({ do: 'run', line });
  session.terminal.finish();
  return execution?.output.map(({ text }) => text).join('') ?? '';
}

const autoscaler = () =>
  session.cluster.view.get(HorizontalPodAutoscalerKind, 'default', 'php-apache') as HorizontalPodAutoscaler;
const replicas = () => autoscaler().status?.currentReplicas;
const conditions = () => autoscaler().status?.conditions?.map((it) => `${it.type} ${it.status} ${it.reason}`);

beforeAll(() => {
  session = createSession({ seed: 1, files: new Map([['app.yaml', manifest]]), freeze: true });
  run('kubectl apply -f app.yaml; kubectl autoscale deployment php-apache --cpu=50% --min=1 --max=10');
});

describe('an autoscaler', () => {
  test('knows nothing until something measures, and says which part of the way is missing', () => {
    run('sleep 20');
    expect(conditions()).toEqual([
      'AbleToScale True SucceededGetScale',
      'ScalingActive False FailedGetResourceMetric',
    ]);
    expect(resourceMetrics(session.cluster.view)).toEqual({ state: 'absent' });
    run('minikube addons enable metrics-server; sleep 3');
    expect(resourceMetrics(session.cluster.view)).toEqual({ state: 'unavailable' });
    run('sleep 57');
    expect(resourceMetrics(session.cluster.view).state).toBe('served');
    expect(conditions()).toEqual([
      'AbleToScale True ScaleDownStabilized',
      'ScalingActive True ValidMetricFound',
      'ScalingLimited False DesiredWithinRange',
    ]);
    expect(replicas()).toBe(1);
  });

  test('follows a load up, step by step', () => {
    expect(run('load svc/php-apache 8')).toBe('');
    expect(run('load')).toBe('svc/php-apache -n default: 8 requests a second\n');
    run('sleep 30');
    expect(replicas()).toBeLessThanOrEqual(4);
    run('sleep 180');
    expect(replicas()).toBeGreaterThanOrEqual(7);
    expect(run('kubectl get events')).toMatch(
      /SuccessfulRescale .*New size: 4; reason: cpu resource utilization \(percentage of request\) above target/,
    );
    expect(autoscaler().status?.currentMetrics).toMatchObject([
      { type: 'Resource', resource: { name: 'cpu' } },
    ]);
  });

  test('and down again, once it has been enough for five minutes', () => {
    run('load svc/php-apache 0; sleep 240');
    expect(replicas()).toBeGreaterThanOrEqual(7);
    expect(conditions()?.[0]).toBe('AbleToScale True ScaleDownStabilized');
    run('sleep 120');
    expect(replicas()).toBe(1);
    expect(run('load')).toBe('no Service has a load\n');
  });

  test('what is not known of a node that is lost is left out', () => {
    const [pod] = session.cluster.view.list(PodKind, 'default');
    const metrics = () => {
      const found = resourceMetrics(session.cluster.view);
      return found.state === 'served' && pod ? found.ofPod(pod) : undefined;
    };
    expect(metrics()?.containers).toMatchObject([{ name: 'php-apache' }]);
    const home = session.cluster.view.list(PodKind, 'kube-system')[0]?.spec.nodeName;
    expect(pod?.spec.nodeName).not.toBe(home);
    run(`node ${pod?.spec.nodeName} down; sleep 20`);
    expect(metrics()).toBeUndefined();
  });
});

test.each([
  ['load svc/nosuch 5', 'load: there is no Service "nosuch" in namespace default\n'],
  ['load svc/php-apache:81 5', 'load: Service "php-apache" has no port 81, but: 80\n'],
  ['load svc/php-apache much', 'usage: load svc/NAME[:PORT] REQUESTS-PER-SECOND, or load\n'],
  ['load svc/php-apache 9999999', 'load: at most 1000000 requests a second\n'],
  ['load pod/x 1', 'usage: load svc/NAME[:PORT] REQUESTS-PER-SECOND, or load\n'],
  ['minikube start', 'petset does not simulate minikube start; only its addons\n'],
  ['minikube addons enable ingress', 'petset has no addon "ingress", but: metrics-server\n'],
  ['minikube addons', 'usage: minikube addons list | minikube addons enable|disable metrics-server\n'],
  ['minikube addons disable metrics-server', "The 'metrics-server' addon is disabled\n"],
  ['minikube addons list', 'metrics-server: disabled\n'],
])('%s', (line, output) => {
  expect(run(line)).toBe(output);
});
