// Fields of a pod's spec whose feature gates are off in Kubernetes 1.36: the API server drops them without a word.
import type { PodSpec } from './pod-spec.ts';

/** `stopSignal` is behind ContainerStopSignals, `schedulingGroup` behind GenericWorkload. Mutates a draft. */
export function dropGatedFields(spec: PodSpec): void {
  delete spec.schedulingGroup;
  for (const container of [...(spec.initContainers ?? []), ...(spec.containers ?? [])]) {
    const { lifecycle } = container;
    if (lifecycle?.stopSignal === undefined) continue;
    delete lifecycle.stopSignal;
    if (Object.keys(lifecycle).length === 0) delete container.lifecycle;
  }
}
