// The scale subresource of the kinds that count pods: spec.replicas, status.replicas and the selector of those pods.
import { formatLabelSelector, isEmptyLabelSelector } from '../machinery/label-selector.ts';
import type { Scale } from './kind.ts';
import type { KubeObject, LabelSelector } from './meta.ts';

interface Scalable extends KubeObject {
  spec: { replicas?: number; selector: LabelSelector };
  status?: { replicas?: number };
}

export function scaleReplicas<T extends Scalable>(): Scale<T> {
  return {
    get: ({ spec, status }) => ({
      spec: spec.replicas ?? 0,
      status: status?.replicas ?? 0,
      selector: isEmptyLabelSelector(spec.selector) ? '' : formatLabelSelector(spec.selector),
    }),
    set: (object, replicas) => ({ ...object, spec: { ...object.spec, replicas } }),
  };
}
