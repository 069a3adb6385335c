// kubectl describe horizontalpodautoscaler.
import type { HorizontalPodAutoscaler, MetricSpec, ScalingRules } from '../../sim/index.ts';
import { measuredAt, percentText, sourceFieldOf } from '../../sim/index.ts';
import { formatTime } from './containers.ts';
import type { Describer } from './describer.ts';
import { annotationEntries, Document, mapEntries } from './document.ts';
import { addEvents } from './events.ts';

const UNKNOWN = '<unknown>';

export const describeHorizontalPodAutoscaler: Describer<HorizontalPodAutoscaler> = (
  autoscaler,
  view,
  nowMs,
) => {
  const { metadata, spec, status } = autoscaler;
  const { kind, name } = spec.scaleTargetRef;
  const document = new Document();
  document.line(0, 'Name:', metadata.name);
  document.line(0, 'Namespace:', metadata.namespace ?? '');
  document.entries(0, 'Labels:', mapEntries(metadata.labels));
  document.entries(0, 'Annotations:', annotationEntries(metadata.annotations));
  document.line(0, 'CreationTimestamp:', formatTime(metadata.creationTimestamp));
  document.line(0, 'Reference:', `${kind}/${name}`);
  document.line(0, 'Metrics:', '( current / target )');
  for (const [i, metric] of (spec.metrics ?? []).entries()) {
    document.line(1, ...metricCells(autoscaler, metric, i));
  }
  document.line(0, 'Min replicas:', String(spec.minReplicas ?? '<unset>'));
  document.line(0, 'Max replicas:', String(spec.maxReplicas));
  if (spec.behavior) {
    document.line(0, 'Behavior:');
    addRules(document, 'Scale Up', spec.behavior.scaleUp);
    addRules(document, 'Scale Down', spec.behavior.scaleDown);
  }
  const replicas = `${status?.currentReplicas ?? 0} current / ${status?.desiredReplicas ?? 0} desired`;
  document.line(0, `${kind} pods:`, replicas);
  const conditions = status?.conditions ?? [];
  if (conditions.length > 0) {
    document.line(0, 'Conditions:');
    document.line(1, 'Type', 'Status', 'Reason', 'Message');
    document.line(1, '----', '------', '------', '-------');
    for (const { type, status: value, reason = '', message = '' } of conditions) {
      document.line(1, type, value, reason, message);
    }
  }
  addEvents(document, autoscaler, view, nowMs);
  return document.toString();
};

function metricCells(autoscaler: HorizontalPodAutoscaler, metric: MetricSpec, i: number): string[] {
  const field = sourceFieldOf(metric);
  const source = field && metric[field];
  if (!field || !source) return [`<unknown metric type ${JSON.stringify(metric.type)}>`];
  const { target } = source;
  const current = measuredAt(autoscaler, i, field);
  const isAverage = target.averageValue !== undefined;
  const title = titleOf(metric);
  if (field === 'resource' || field === 'containerResource') {
    if (isAverage) return [`${title}:`, `${current.averageValue ?? UNKNOWN} / ${target.averageValue}`];
    const measured =
      current.averageUtilization === undefined
        ? UNKNOWN
        : `${percentText(current.averageUtilization)} (${current.averageValue ?? '0'})`;
    const wanted = percentText(target.averageUtilization) ?? '<auto>';
    return [`${title}  (as a percentage of request):`, `${measured} / ${wanted}`];
  }
  if (field === 'pods') return [`${title}:`, `${current.averageValue ?? UNKNOWN} / ${target.averageValue}`];
  return isAverage
    ? [`${title} (target average value):`, `${current.averageValue ?? UNKNOWN} / ${target.averageValue}`]
    : [`${title} (target value):`, `${current.value ?? UNKNOWN} / ${target.value}`];
}

function titleOf({ external, pods, object, resource, containerResource }: MetricSpec): string {
  if (external) return JSON.stringify(external.metric.name);
  if (pods) return `${JSON.stringify(pods.metric.name)} on pods`;
  if (object) {
    const { kind, name } = object.describedObject;
    return `${JSON.stringify(object.metric.name)} on ${kind}/${name}`;
  }
  if (resource) return `resource ${resource.name} on pods`;
  return `resource ${containerResource?.name} of container "${containerResource?.container}" on pods`;
}

function addRules(document: Document, direction: string, rules: ScalingRules | undefined): void {
  if (!rules) return;
  document.line(1, `${direction}:`);
  const { stabilizationWindowSeconds: window, selectPolicy = 'Max', policies = [] } = rules;
  if (window !== undefined) document.line(2, `Stabilization Window: ${window} seconds`);
  if (policies.length === 0) return;
  document.line(2, `Select Policy: ${selectPolicy}`);
  document.line(2, 'Policies:');
  for (const { type, value, periodSeconds } of policies) {
    document.line(3, `- Type: ${type}`, `Value: ${value}`, `Period: ${periodSeconds} seconds`);
  }
}
