// What an autoscaler says of a metric that it cannot get.
import type { MetricSpec } from '../../api/horizontal-pod-autoscaler.ts';
import { formatLabelSelector } from '../../machinery/label-selector.ts';

export interface MissingMetric {
  /** Of the event and of the condition. */
  readonly reason: string;
  readonly error: string;
  /** What the sum of all metrics says before the error. */
  readonly summary: string;
}

const RESOURCES =
  'unable to fetch metrics from resource metrics API: the server could not find the requested resource (get pods.metrics.k8s.io)';
const CUSTOM =
  'unable to fetch metrics from custom metrics API: no custom metrics API (custom.metrics.k8s.io) registered';
const EXTERNAL =
  'unable to fetch metrics from external metrics API: no external metrics API (external.metrics.k8s.io) registered';

/** Of a resource, with the reason why. */
export function missingResource({ resource, containerResource }: MetricSpec, why: string): MissingMetric {
  const { name, target } = (resource ?? containerResource) as NonNullable<typeof resource>;
  const error = `failed to get ${name} ${target.averageValue === undefined ? 'utilization' : 'usage'}: ${why}`;
  return resource
    ? { reason: 'FailedGetResourceMetric', error, summary: `failed to get ${name} resource metric value` }
    : {
        reason: 'FailedGetContainerResourceMetric',
        error,
        summary: `failed to get ${name} container metric value`,
      };
}

/** Of any metric in a cluster where nothing measures it. */
export function missingMetric(metric: MetricSpec, namespace: string): MissingMetric {
  const { resource, containerResource, pods, object, external } = metric;
  if (resource || containerResource) {
    const { name } = (resource ?? containerResource) as NonNullable<typeof resource>;
    return missingResource(metric, `unable to get metrics for resource ${name}: ${RESOURCES}`);
  }
  if (pods) {
    const error = `unable to get metric ${pods.metric.name}: ${CUSTOM}`;
    return { reason: 'FailedGetPodsMetric', error, summary: 'failed to get pods metric value' };
  }
  if (object) {
    const { kind, name } = object.describedObject;
    const error = `unable to get metric ${object.metric.name}: ${kind} on ${namespace} ${name}/${CUSTOM}`;
    return { reason: 'FailedGetObjectMetric', error, summary: 'failed to get object metric value' };
  }
  const name = external?.metric.name ?? '';
  const selector = external?.metric.selector ? formatLabelSelector(external.metric.selector) : 'nil';
  const error = `unable to get external metric ${namespace}/${name}/${selector}: ${EXTERNAL}`;
  return {
    reason: 'FailedGetExternalMetric',
    error,
    summary: `failed to get ${name} external metric value`,
  };
}
