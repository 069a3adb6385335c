// The simulation's own words: what a person can do to a cluster that no Kubernetes command does.
import type { Cluster, Program } from '../../sim/index.ts';
import { awaitPods } from './await.ts';
import { crash } from './crash.ts';
import { gcloud } from './gcloud.ts';
import { load } from './load.ts';
import { minikube } from './minikube.ts';
import { node } from './node.ts';
import { settle } from './settle.ts';

/** Programs for the learner's machine, by name. */
export function simulationPrograms(cluster: Cluster): ReadonlyMap<string, Program> {
  return new Map([
    ['await', awaitPods(cluster)],
    ['crash', crash(cluster)],
    ['load', load(cluster)],
    ['minikube', minikube(cluster)],
    ['gcloud', gcloud(cluster)],
    ['node', node(cluster)],
    ['settle', settle(cluster)],
  ]);
}
