// The kinds that bound what a namespace holds: LimitRange, ResourceQuota, PodDisruptionBudget, HorizontalPodAutoscaler.
import { describe, expect, test } from 'vitest';
import { renderFieldError } from '../machinery/field-error.ts';
import { decode } from './decode.ts';
import type { HorizontalPodAutoscaler } from './horizontal-pod-autoscaler.ts';
import { HorizontalPodAutoscalerKind } from './horizontal-pod-autoscaler.ts';
import type { Kind } from './kind.ts';
import { apiVersionOf } from './kind.ts';
import { LimitRangeKind } from './limit-range.ts';
import type { KubeObject } from './meta.ts';
import { PodDisruptionBudgetKind } from './pod-disruption-budget.ts';
import { ResourceQuotaKind } from './resource-quota.ts';

/** A new object of that spec, with everything filled in. */
function create<T extends KubeObject>(kind: Kind<T>, spec: object, name = 'it'): T {
  const manifest = { apiVersion: apiVersionOf(kind as Kind), kind: kind.kind, metadata: { name }, spec };
  const decoded = decode(kind as Kind, manifest, 'Strict');
  if (!decoded.ok) throw new Error(decoded.message);
  const object = decoded.object as T;
  kind.prepareForCreate?.(object);
  kind.defaults?.(object);
  return object;
}

function errorsOf<T extends KubeObject>(kind: Kind<T>, spec: object): string[] {
  return (kind.validate?.(create(kind, spec)) ?? []).map(renderFieldError);
}

describe('a LimitRange', () => {
  test('gives containers defaults that follow from its bounds', () => {
    const limits = [
      { type: 'Container', max: { cpu: '1', memory: '1Gi' }, min: { cpu: '100m', 'a.b/c': 1 } },
    ];
    expect(create(LimitRangeKind, { limits }).spec.limits?.[0]).toMatchObject({
      default: { cpu: '1', memory: '1Gi' },
      defaultRequest: { 'a.b/c': '1', cpu: '1', memory: '1Gi' },
    });
  });

  test('gives pods and claims none', () => {
    const limits = [
      { type: 'Pod', max: { cpu: '1' } },
      { type: 'PersistentVolumeClaim', max: { storage: '1Gi' } },
    ];
    expect(create(LimitRangeKind, { limits }).spec.limits).toEqual(limits);
    expect(errorsOf(LimitRangeKind, { limits })).toEqual([]);
  });

  test.each<[object, string[]]>([
    [
      { type: 'Container', min: { cpu: '2' }, max: { cpu: '1' } },
      [
        'spec.limits[0].min[cpu]: Invalid value: "2": min value 2 is greater than max value 1',
        'spec.limits[0].default[cpu]: Invalid value: "2": min value 2 is greater than default value 1',
        'spec.limits[0].defaultRequest[cpu]: Invalid value: "1": min value 2 is greater than default request value 1',
      ],
    ],
    [
      { type: 'Container', default: { cpu: '1' }, defaultRequest: { cpu: '2' } },
      [
        'spec.limits[0].defaultRequest[cpu]: Invalid value: "2": default request value 2 is greater than default limit value 1',
      ],
    ],
    [
      { type: 'Pod', default: { cpu: '1' } },
      ["spec.limits[0].default: Forbidden: may not be specified when `type` is 'Pod'"],
    ],
    [
      { type: 'PersistentVolumeClaim', max: { cpu: '1' } },
      [
        'spec.limits[0].limits: Required value: either minimum or maximum storage value is required, but neither was provided',
      ],
    ],
    [
      { type: 'Box', max: { cpu: '1' } },
      ['spec.limits[0].type: Invalid value: "Box": must be a standard limit type or fully qualified'],
    ],
    [
      { type: 'Container', max: { cpu: '4' }, min: { cpu: '2' }, maxLimitRequestRatio: { cpu: '3' } },
      [
        'spec.limits[0].maxLimitRequestRatio[cpu]: Invalid value: "3": ratio 3 is greater than max/min = 2.000000',
      ],
    ],
    [
      { type: 'Container', max: { storage: '4Gi' } },
      [
        ...['default', 'defaultRequest', 'max'].map(
          (field) =>
            `spec.limits[0].${field}[storage]: Invalid value: "storage": must be a standard resource for containers`,
        ),
      ],
    ],
  ])('%j', (item, errors) => {
    expect(errorsOf(LimitRangeKind, { limits: [item] }).sort()).toEqual(errors.sort());
  });

  test('bounds one type once', () => {
    const limits = [
      { type: 'Pod', max: { cpu: '1' } },
      { type: 'Pod', max: { cpu: '2' } },
    ];
    expect(errorsOf(LimitRangeKind, { limits })).toEqual(['spec.limits[1].type: Duplicate value: "Pod"']);
  });
});

describe('a ResourceQuota', () => {
  test.each<[object, string[]]>([
    [{ hard: { pods: '3', 'count/deployments.apps': 2, 'requests.cpu': '1', 'limits.memory': '1Gi' } }, []],
    [{ hard: { pods: '3' }, scopes: ['BestEffort', 'NotTerminating'] }, []],
    [{ hard: { pods: '-1' } }, ['spec.hard[pods]: Invalid value: "-1": must be greater than or equal to 0']],
    [{ hard: { pods: '1500m' } }, ['spec.hard[pods]: Invalid value: "1500m": must be an integer']],
    [
      { hard: { pots: '1' } },
      [
        'spec.hard[pots]: Invalid value: "pots": must be a standard resource type or fully qualified',
        'spec.hard[pots]: Invalid value: "pots": must be a standard resource for quota',
      ],
    ],
    [
      { hard: { cpu: '1' }, scopes: ['BestEffort'] },
      ['spec.scopes: Invalid value: ["BestEffort"]: unsupported scope applied to resource'],
    ],
    [
      { hard: { pods: '1' }, scopes: ['BestEffort', 'NotBestEffort'] },
      ['spec.scopes: Invalid value: ["BestEffort","NotBestEffort"]: conflicting scopes'],
    ],
    [{ scopes: ['Best'] }, ['spec.scopes: Invalid value: ["Best"]: unsupported scope']],
    [
      { scopeSelector: { matchExpressions: [{ scopeName: 'PriorityClass', operator: 'In' }] } },
      [
        "spec.scopeSelector.matchExpressions.values: Required value: must be at least one value when `operator` is 'In' or 'NotIn' for scope selector",
      ],
    ],
    [
      {
        hard: { services: '1' },
        scopeSelector: { matchExpressions: [{ scopeName: 'Terminating', operator: 'Exists' }] },
      },
      [
        'spec.scopeSelector.matchExpressions: Invalid value: {"MatchExpressions":[{"ScopeName":"Terminating","Operator":"Exists","Values":null}]}: unsupported scope applied to resource',
      ],
    ],
  ])('%j', (spec, errors) => {
    expect(errorsOf(ResourceQuotaKind, spec)).toEqual(errors);
  });

  test('keeps its scopes', () => {
    const [next, old] = [
      create(ResourceQuotaKind, { scopes: ['BestEffort'] }),
      create(ResourceQuotaKind, {}),
    ];
    expect(ResourceQuotaKind.validateUpdate?.(next, old).map(renderFieldError)).toEqual([
      'spec.scopes: Invalid value: ["BestEffort"]: field is immutable',
    ]);
  });
});

describe('a PodDisruptionBudget', () => {
  test.each<[object, string[]]>([
    [{ minAvailable: 2, selector: {} }, []],
    [{ maxUnavailable: '50%', unhealthyPodEvictionPolicy: 'AlwaysAllow' }, []],
    [
      { minAvailable: 1, maxUnavailable: '1%', selector: { matchLabels: { app: 'web' } } },
      [
        'spec: Invalid value: {"MinAvailable":1,"Selector":{"matchLabels":{"app":"web"}},"MaxUnavailable":"1%","UnhealthyPodEvictionPolicy":null}: minAvailable and maxUnavailable cannot be both set',
      ],
    ],
    [{ minAvailable: -1 }, ['spec.minAvailable: Invalid value: -1: must be greater than or equal to 0']],
    [
      { maxUnavailable: '101%' },
      ['spec.maxUnavailable: Invalid value: "101%": must not be greater than 100%'],
    ],
    [
      { unhealthyPodEvictionPolicy: 'Never' },
      [
        'spec.unhealthyPodEvictionPolicy: Unsupported value: "Never": supported values: "AlwaysAllow", "IfHealthyBudget"',
      ],
    ],
  ])('%j', (spec, errors) => {
    expect(errorsOf(PodDisruptionBudgetKind, spec)).toEqual(errors);
  });

  test('may have any name that fits into a path', () => {
    const named = (name: string) =>
      PodDisruptionBudgetKind.validate?.(create(PodDisruptionBudgetKind, {}, name)).map(renderFieldError);
    expect(named('My_Budget')).toEqual([]);
    expect(named('a/b')).toEqual([`metadata.name: Invalid value: "a/b": may not contain '/'`]);
  });
});

describe('a HorizontalPodAutoscaler', () => {
  const scaleTargetRef = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' };
  const cpu = {
    type: 'Resource',
    resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 80 } },
  };

  test('has one replica at least, and aims at 80 % of the CPU', () => {
    const { spec, status } = create(HorizontalPodAutoscalerKind, { scaleTargetRef, maxReplicas: 3 });
    expect(spec).toEqual({ scaleTargetRef, maxReplicas: 3, minReplicas: 1, metrics: [cpu] });
    expect(status).toEqual({ currentMetrics: null, desiredReplicas: 0 });
  });

  test('fills in a behavior in both directions', () => {
    const behavior = { scaleDown: { stabilizationWindowSeconds: 60 } };
    const { spec } = create(HorizontalPodAutoscalerKind, { scaleTargetRef, maxReplicas: 3, behavior });
    expect(spec.behavior).toEqual({
      scaleDown: {
        stabilizationWindowSeconds: 60,
        selectPolicy: 'Max',
        policies: [{ type: 'Percent', value: 100, periodSeconds: 15 }],
      },
      scaleUp: {
        stabilizationWindowSeconds: 0,
        selectPolicy: 'Max',
        policies: [
          { type: 'Pods', value: 4, periodSeconds: 15 },
          { type: 'Percent', value: 100, periodSeconds: 15 },
        ],
      },
    });
  });

  test.each<[object, string[]]>([
    [{ scaleTargetRef, maxReplicas: 3, minReplicas: 2 }, []],
    [{ scaleTargetRef: { apiVersion: 'v1', kind: 'ReplicationController', name: 'a' }, maxReplicas: 3 }, []],
    [
      { scaleTargetRef, maxReplicas: 3, minReplicas: 5 },
      ['spec.maxReplicas: Invalid value: 3: must be greater than or equal to `minReplicas`'],
    ],
    [
      { scaleTargetRef: { apiVersion: 'v1', kind: 'Deployment', name: '' }, maxReplicas: 3 },
      [
        'spec.scaleTargetRef.name: Required value',
        'spec.scaleTargetRef.apiVersion: Invalid value: "v1": apiVersion must specify API group',
      ],
    ],
    [
      { scaleTargetRef, maxReplicas: 3, metrics: [{ type: 'Resource' }] },
      ['spec.metrics[0].resource: Required value: must populate information for the given metric source'],
    ],
    [
      { scaleTargetRef, maxReplicas: 3, metrics: [{ ...cpu, type: 'Pods' }] },
      ['spec.metrics[0].pods: Required value: must populate information for the given metric source'],
    ],
    [
      {
        scaleTargetRef,
        maxReplicas: 3,
        metrics: [{ type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization' } } }],
      },
      [
        'spec.metrics[0].resource.target.averageUtilization: Required value: must set either a target raw value or a target utilization',
      ],
    ],
    [
      {
        scaleTargetRef,
        maxReplicas: 3,
        behavior: { scaleUp: { policies: [{ type: 'Percentage', value: 0, periodSeconds: 1801 }] } },
      },
      [
        'spec.behavior.scaleUp.policies[0].type: Unsupported value: "Percentage": supported values: "Percent", "Pods"',
        'spec.behavior.scaleUp.policies[0].value: Invalid value: 0: must be greater than zero',
        'spec.behavior.scaleUp.policies[0].periodSeconds: Invalid value: 1801: must be less than or equal to 1800',
      ],
    ],
  ])('%j', (spec, errors) => {
    expect(errorsOf(HorizontalPodAutoscalerKind, spec)).toEqual(errors);
  });

  test.each<[object[], object[] | null, string]>([
    [[cpu], null, 'cpu: <unknown>/80%'],
    [
      [cpu],
      [{ type: 'Resource', resource: { name: 'cpu', current: { averageUtilization: 7 } } }],
      'cpu: 7%/80%',
    ],
    [
      [
        {
          type: 'Resource',
          resource: { name: 'memory', target: { type: 'AverageValue', averageValue: '1Gi' } },
        },
        {
          type: 'External',
          external: { metric: { name: 'q' }, target: { type: 'AverageValue', averageValue: '3' } },
        },
        {
          type: 'Pods',
          pods: { metric: { name: 'p' }, target: { type: 'AverageValue', averageValue: '5' } },
        },
      ],
      null,
      'memory: <unknown>/1Gi, <unknown>/3 (avg) + 1 more...',
    ],
  ])('%j', (metrics, currentMetrics, text) => {
    const autoscaler = create(HorizontalPodAutoscalerKind, { scaleTargetRef, maxReplicas: 3, metrics });
    autoscaler.status = { desiredReplicas: 1, currentMetrics } as HorizontalPodAutoscaler['status'] & object;
    const column = HorizontalPodAutoscalerKind.columns.find(({ name }) => name === 'TARGETS');
    expect(column?.cell(autoscaler, 0)).toBe(text);
  });
});
