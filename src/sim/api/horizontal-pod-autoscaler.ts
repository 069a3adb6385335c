// HorizontalPodAutoscaler: as many replicas as the load asks for.
import { ageColumn, nameColumn } from './columns.ts';
import { fillInHorizontalPodAutoscaler } from './horizontal-pod-autoscaler-defaults.ts';
import { metricsText } from './horizontal-pod-autoscaler-metrics.ts';
import { validateHorizontalPodAutoscaler } from './horizontal-pod-autoscaler-validation.ts';
import type { Kind } from './kind.ts';
import type { Condition, KubeObject, LabelSelector } from './meta.ts';
import { validateMetadataUpdate } from './metadata-validation.ts';

export interface HorizontalPodAutoscaler extends KubeObject {
  spec: HorizontalPodAutoscalerSpec;
  status?: HorizontalPodAutoscalerStatus;
}

export interface HorizontalPodAutoscalerSpec {
  scaleTargetRef: CrossVersionObjectReference;
  minReplicas?: number;
  maxReplicas: number;
  metrics?: MetricSpec[];
  behavior?: { scaleUp?: ScalingRules; scaleDown?: ScalingRules };
}

export interface CrossVersionObjectReference {
  apiVersion?: string;
  kind: string;
  name: string;
}

/** What is measured; `type` says which of the others is set. */
export interface MetricSpec {
  type: string;
  object?: { describedObject: CrossVersionObjectReference; metric: MetricIdentifier; target: MetricTarget };
  external?: { metric: MetricIdentifier; target: MetricTarget };
  pods?: { metric: MetricIdentifier; target: MetricTarget };
  resource?: { name: string; target: MetricTarget };
  containerResource?: { name: string; container: string; target: MetricTarget };
}

export interface MetricIdentifier {
  name: string;
  selector?: LabelSelector;
}

export interface MetricTarget {
  type: string;
  value?: string;
  averageValue?: string;
  averageUtilization?: number;
}

export interface ScalingRules {
  stabilizationWindowSeconds?: number;
  selectPolicy?: string;
  policies?: { type: string; value: number; periodSeconds: number }[];
  tolerance?: string;
}

export interface HorizontalPodAutoscalerStatus {
  observedGeneration?: number;
  lastScaleTime?: string;
  currentReplicas?: number;
  desiredReplicas: number;
  currentMetrics: MetricStatus[] | null;
  conditions?: Condition[];
}

/** What was measured last, in the order of the spec's metrics. */
export type MetricStatus = { type: string } & Partial<
  Record<
    'object' | 'external' | 'pods' | 'resource' | 'containerResource',
    { current: { value?: string; averageValue?: string; averageUtilization?: number } }
  >
>;

export const HorizontalPodAutoscalerKind: Kind<HorizontalPodAutoscaler> = {
  group: 'autoscaling',
  version: 'v2',
  kind: 'HorizontalPodAutoscaler',
  plural: 'horizontalpodautoscalers',
  singular: 'horizontalpodautoscaler',
  shortNames: ['hpa'],
  categories: ['all'],
  namespaced: true,
  schema: 'io.k8s.api.autoscaling.v2.HorizontalPodAutoscaler',
  hasStatus: true,
  prepareForCreate(draft) {
    draft.status = { currentMetrics: null, desiredReplicas: 0 };
  },
  defaults: ({ spec }) => fillInHorizontalPodAutoscaler(spec),
  validate: validateHorizontalPodAutoscaler,
  validateUpdate: (next, old) => validateMetadataUpdate(next.metadata, old.metadata),
  columns: [
    nameColumn,
    { name: 'REFERENCE', cell: ({ spec: { scaleTargetRef: to } }) => `${to.kind}/${to.name}` },
    { name: 'TARGETS', cell: metricsText },
    { name: 'MINPODS', cell: ({ spec }) => String(spec.minReplicas ?? '<unset>') },
    { name: 'MAXPODS', cell: ({ spec }) => String(spec.maxReplicas) },
    { name: 'REPLICAS', cell: ({ status }) => String(status?.currentReplicas ?? 0) },
    ageColumn,
  ],
};
