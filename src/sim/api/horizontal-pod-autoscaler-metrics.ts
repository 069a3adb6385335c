// What a HorizontalPodAutoscaler measures and wants, as tables and descriptions print it.
import { quantityText } from './columns.ts';
import type {
  HorizontalPodAutoscaler,
  MetricSpec,
  MetricStatus,
  MetricTarget,
} from './horizontal-pod-autoscaler.ts';

const UNKNOWN = '<unknown>';
const SHOWN_MAX = 2;

type Measured = Pick<MetricTarget, 'value' | 'averageValue' | 'averageUtilization'>;

/** `object`, `external`, `pods`, `resource` or `containerResource`: the field that belongs to a metric's type. */
export type SourceField = 'object' | 'external' | 'pods' | 'resource' | 'containerResource';

const FIELDS: ReadonlyMap<string, SourceField> = new Map([
  ['Object', 'object'],
  ['External', 'external'],
  ['Pods', 'pods'],
  ['Resource', 'resource'],
  ['ContainerResource', 'containerResource'],
]);

export function sourceFieldOf({ type }: MetricSpec): SourceField | undefined {
  return FIELDS.get(type);
}

/** What was measured of the metric at that place of the list. */
export function measuredAt({ status }: HorizontalPodAutoscaler, i: number, field: SourceField): Measured {
  const found: MetricStatus | undefined = status?.currentMetrics?.[i];
  return found?.[field]?.current ?? {};
}

/** The TARGETS cell: `cpu: <unknown>/50%`, with the first two of several. */
export function metricsText(autoscaler: HorizontalPodAutoscaler): string {
  const { metrics = [] } = autoscaler.spec;
  if (metrics.length === 0) return '<none>';
  const texts = metrics.map((metric, i) => metricText(autoscaler, metric, i));
  const shown = texts.slice(0, SHOWN_MAX).join(', ');
  return texts.length > SHOWN_MAX ? `${shown} + ${texts.length - SHOWN_MAX} more...` : shown;
}

function metricText(autoscaler: HorizontalPodAutoscaler, metric: MetricSpec, i: number): string {
  const field = sourceFieldOf(metric);
  const source = field && metric[field];
  if (!field || !source) return '<unknown type>';
  const { target } = source;
  const current = measuredAt(autoscaler, i, field);
  const averages = `${quantityText(current.averageValue) || UNKNOWN}/${quantityText(target.averageValue)}`;
  if (field === 'pods') return averages;
  if (field === 'object' || field === 'external') {
    if (target.averageValue !== undefined) return `${averages} (avg)`;
    return `${quantityText(current.value) || UNKNOWN}/${quantityText(target.value)}`;
  }
  const { name } = source as { name: string };
  if (target.averageValue !== undefined) return `${name}: ${averages}`;
  return `${name}: ${percentText(current.averageUtilization) ?? UNKNOWN}/${percentText(target.averageUtilization) ?? '<auto>'}`;
}

/** `50%`. */
export function percentText(percent: number | undefined): string | undefined {
  return percent === undefined ? undefined : `${percent}%`;
}
