import { describe, expect, test } from 'vitest';
import { renderFieldError } from '../machinery/field-error.ts';
import type { Deployment, DeploymentSpec } from './deployment.ts';
import { DeploymentKind } from './deployment.ts';

const base: DeploymentSpec = {
  selector: { matchLabels: { app: 'web' } },
  template: {
    metadata: { labels: { app: 'web' } },
    spec: { containers: [{ name: 'c', image: 'nginx:1.25' }] },
  },
};

/** A Deployment as it comes out of the defaults. */
function deployment(spec: object = {}): Deployment {
  const draft = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'web' },
    spec: structuredClone({ ...base, ...spec }),
  } as Deployment;
  DeploymentKind.defaults?.(draft);
  return draft;
}

describe('defaults', () => {
  const rolling = { maxUnavailable: '25%', maxSurge: '25%' };
  const cases: [string, object, object][] = [
    ['of everything', {}, { replicas: 1, revisionHistoryLimit: 10, progressDeadlineSeconds: 600 }],
    ['of the strategy', {}, { strategy: { type: 'RollingUpdate', rollingUpdate: rolling } }],
    [
      'of an empty strategy',
      { strategy: {} },
      { strategy: { type: 'RollingUpdate', rollingUpdate: rolling } },
    ],
    [
      'of half a rolling update',
      { strategy: { rollingUpdate: { maxSurge: 0 } } },
      { strategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: '25%', maxSurge: 0 } } },
    ],
    ['leave Recreate alone', { strategy: { type: 'Recreate' } }, { strategy: { type: 'Recreate' } }],
    [
      'leave what is given',
      { replicas: 0, revisionHistoryLimit: 0, progressDeadlineSeconds: 1 },
      { replicas: 0, revisionHistoryLimit: 0, progressDeadlineSeconds: 1 },
    ],
  ];
  test.each(cases)('%s', (_, given, wanted) => expect(deployment(given).spec).toMatchObject(wanted));
});

describe('validation', () => {
  const rolling = (rollingUpdate: object) => ({ strategy: { type: 'RollingUpdate', rollingUpdate } });
  const percent =
    "a valid percent string must be a numeric string followed by an ending '%' (e.g. '1%',  or '93%', regex used for validation is '[0-9]+%')";
  const at = 'spec.strategy.rollingUpdate';
  const negative = 'must be greater than or equal to 0';
  const cases: [string, object, string[]][] = [
    ['nothing wrong', {}, []],
    ['counts', rolling({ maxSurge: 1, maxUnavailable: 0 }), []],
    ['surge above all', rolling({ maxSurge: '200%', maxUnavailable: '100%' }), []],
    [
      'both 0',
      rolling({ maxSurge: 0, maxUnavailable: 0 }),
      [`${at}.maxUnavailable: Invalid value: 0: may not be 0 when \`maxSurge\` is 0`],
    ],
    [
      'both 0 %',
      rolling({ maxSurge: '0%', maxUnavailable: '0%' }),
      [`${at}.maxUnavailable: Invalid value: "0%": may not be 0 when \`maxSurge\` is 0`],
    ],
    [
      'a text that is a number',
      rolling({ maxSurge: 0, maxUnavailable: '1' }),
      [`${at}.maxUnavailable: Invalid value: "1": ${percent}`],
    ],
    [
      'texts that are no numbers count as 0',
      rolling({ maxSurge: 'x', maxUnavailable: 'y' }),
      [
        `${at}.maxUnavailable: Invalid value: "y": ${percent}`,
        `${at}.maxSurge: Invalid value: "x": ${percent}`,
        `${at}.maxUnavailable: Invalid value: "y": may not be 0 when \`maxSurge\` is 0`,
      ],
    ],
    [
      'more than all',
      rolling({ maxUnavailable: '101%' }),
      [`${at}.maxUnavailable: Invalid value: "101%": must not be greater than 100%`],
    ],
    [
      'negative counts',
      rolling({ maxSurge: -1, maxUnavailable: -2 }),
      [
        `${at}.maxUnavailable: Invalid value: -2: ${negative}`,
        `${at}.maxSurge: Invalid value: -1: ${negative}`,
      ],
    ],
    [
      'Recreate with a rolling update',
      { strategy: { type: 'Recreate', rollingUpdate: { maxSurge: 1 } } },
      [`${at}: Forbidden: may not be specified when strategy \`type\` is 'Recreate'`],
    ],
    [
      'another strategy',
      { strategy: { type: 'BlueGreen' } },
      [
        'spec.strategy: Unsupported value: {"Type":"BlueGreen","RollingUpdate":null}: supported values: "Recreate", "RollingUpdate"',
      ],
    ],
    [
      'a deadline within minReadySeconds',
      { minReadySeconds: 30, progressDeadlineSeconds: 30 },
      ['spec.progressDeadlineSeconds: Invalid value: 30: must be greater than minReadySeconds'],
    ],
    ['a deadline beyond it', { minReadySeconds: 30, progressDeadlineSeconds: 31 }, []],
    [
      'everything at once, in order',
      {
        replicas: -1,
        selector: { matchLabels: { app: 'db' } },
        strategy: { type: 'Recreate', rollingUpdate: {} },
        minReadySeconds: -1,
        revisionHistoryLimit: -1,
        progressDeadlineSeconds: -1,
      },
      [
        `spec.replicas: Invalid value: -1: ${negative}`,
        'spec.template.metadata.labels: Invalid value: {"app":"web"}: `selector` does not match template `labels`',
        `${at}: Forbidden: may not be specified when strategy \`type\` is 'Recreate'`,
        `spec.minReadySeconds: Invalid value: -1: ${negative}`,
        `spec.revisionHistoryLimit: Invalid value: -1: ${negative}`,
        `spec.progressDeadlineSeconds: Invalid value: -1: ${negative}`,
        'spec.progressDeadlineSeconds: Invalid value: -1: must be greater than minReadySeconds',
      ],
    ],
    [
      'an empty selector',
      { selector: {} },
      ['spec.selector: Invalid value: {}: empty selector is invalid for deployment'],
    ],
  ];
  test.each(cases)('%s', (_, spec, wanted) => {
    expect(DeploymentKind.validate?.(deployment(spec)).map(renderFieldError)).toEqual(wanted);
  });
});

describe('changes', () => {
  const cases: [string, object, string[]][] = [
    [
      'the number, the template, the strategy',
      { replicas: 5, strategy: { type: 'Recreate' }, paused: true },
      [],
    ],
    [
      'the selector',
      { selector: { matchLabels: { app: 'db' } } },
      ['spec.selector: Invalid value: {"matchLabels":{"app":"db"}}: field is immutable'],
    ],
  ];
  test.each(cases)('%s', (_, spec, wanted) => {
    const found = DeploymentKind.validateUpdate?.(deployment(spec), deployment()) ?? [];
    expect(found.map(renderFieldError)).toEqual(wanted);
  });
});

test('the scale of a Deployment without a status', () => {
  expect(DeploymentKind.scale?.get(deployment({ replicas: 2 }))).toEqual({
    spec: 2,
    status: 0,
    selector: 'app=web',
  });
});

test.each([
  ['web', 0],
  ['web.v1', 1],
])('the name %s gets %i warnings', (name, count) => {
  const named = { ...deployment(), metadata: { name } };
  expect(DeploymentKind.warnings?.(named)).toHaveLength(count);
});
