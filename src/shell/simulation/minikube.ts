// `minikube addons enable metrics-server`: the one way to something that measures pods, as in the walk-throughs of the documentation.
//
// Departs: of minikube there is only this.
import type { Cluster, Process, Program } from '../../sim/index.ts';
import { DeploymentKind, ServiceKind } from '../../sim/index.ts';
import { metricsServerObjects } from './metrics-server.ts';

const usage = 'usage: minikube addons list | minikube addons enable|disable metrics-server\n';
const ADDON = 'metrics-server';
const namespace = 'kube-system';

export function minikube(cluster: Cluster): Program {
  // biome-ignore lint/correctness/useYield: it waits for nothing
  return function* (process) {
    const [, group, verb, addon, ...more] = process.argv;
    if (group !== 'addons')
      return fail(process, `petset does not simulate minikube ${group ?? ''}; only its addons\n`, 1);
    if (verb === 'list' && addon === undefined) {
      const isOn = cluster.view.get(DeploymentKind, namespace, ADDON) !== undefined;
      process.stdout.write(`${ADDON}: ${isOn ? 'enabled' : 'disabled'}\n`);
      return 0;
    }
    if ((verb !== 'enable' && verb !== 'disable') || addon === undefined || more.length > 0) {
      return fail(process, usage, 2);
    }
    if (addon !== ADDON) return fail(process, `petset has no addon "${addon}", but: ${ADDON}\n`, 1);
    if (verb === 'enable') enable(cluster);
    else disable(cluster);
    process.stdout.write(`The '${ADDON}' addon is ${verb}d\n`);
    return 0;
  };
}

function enable({ api }: Cluster): void {
  for (const { kind, object } of metricsServerObjects) {
    if (!api.get(kind, namespace, object.metadata.name).ok) api.create(kind, object);
  }
}

function disable({ api }: Cluster): void {
  api.delete(DeploymentKind, namespace, ADDON, { propagationPolicy: 'Background' });
  api.delete(ServiceKind, namespace, ADDON);
}

function fail(process: Process, text: string, exitCode: number): number {
  process.stderr.write(text);
  return exitCode;
}
