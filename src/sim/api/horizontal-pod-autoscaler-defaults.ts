// What a HorizontalPodAutoscaler that does not say so asks for.
// Source: "Horizontal Pod Autoscaling" in the documentation, "Configurable scaling behavior".
import type { HorizontalPodAutoscalerSpec, MetricSpec, ScalingRules } from './horizontal-pod-autoscaler.ts';

const PERIOD = { periodSeconds: 15 };

export function fillInHorizontalPodAutoscaler(spec: HorizontalPodAutoscalerSpec): void {
  spec.minReplicas ??= 1;
  if (!spec.metrics?.length) spec.metrics = [cpuMetric()];
  if (!spec.behavior) return;
  spec.behavior = {
    scaleDown: {
      policies: [{ ...PERIOD, type: 'Percent', value: 100 }],
      selectPolicy: 'Max',
      ...given(spec.behavior.scaleDown),
    },
    scaleUp: {
      policies: [
        { ...PERIOD, type: 'Pods', value: 4 },
        { ...PERIOD, type: 'Percent', value: 100 },
      ],
      selectPolicy: 'Max',
      stabilizationWindowSeconds: 0,
      ...given(spec.behavior.scaleUp),
    },
  };
}

/** 80 % of the CPU that the pods request. */
function cpuMetric(): MetricSpec {
  const target = { averageUtilization: 80, type: 'Utilization' };
  return { resource: { name: 'cpu', target }, type: 'Resource' };
}

function given(rules: ScalingRules | undefined): ScalingRules {
  return rules ?? {};
}
