import { describe, expect, test } from 'vitest';
import { renderFieldError } from '../machinery/field-error.ts';
import type { DaemonSet } from './daemon-set.ts';
import { DaemonSetKind, TEMPLATE_GENERATION } from './daemon-set.ts';
import { decode } from './decode.ts';
import type { Kind } from './kind.ts';

const labels = { app: 'a' };
const template = { metadata: { labels }, spec: { containers: [{ name: 'c', image: 'i:1' }] } };
const valid = { selector: { matchLabels: labels }, template };

function daemonSet(spec: object, metadata: object = {}): DaemonSet {
  const json = { apiVersion: 'apps/v1', kind: 'DaemonSet', metadata: { name: 'd', ...metadata }, spec };
  const decoded = decode(DaemonSetKind as unknown as Kind, json, 'Strict');
  if (!decoded.ok) throw new Error(decoded.message);
  const draft = decoded.object as DaemonSet;
  DaemonSetKind.prepareForCreate?.(draft);
  DaemonSetKind.defaults?.(draft);
  return draft;
}

function changed(old: DaemonSet, spec: object, metadata: object = {}): DaemonSet {
  const draft = daemonSet(spec, metadata);
  DaemonSetKind.prepareForUpdate?.(draft, old);
  DaemonSetKind.defaults?.(draft);
  return draft;
}

describe('defaults', () => {
  test.each([
    [
      'nothing given',
      undefined,
      { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 1, maxSurge: 0 } },
    ],
    ['OnDelete', { type: 'OnDelete' }, { type: 'OnDelete' }],
    [
      'a surge',
      { rollingUpdate: { maxSurge: '10%', maxUnavailable: 0 } },
      { type: 'RollingUpdate', rollingUpdate: { maxSurge: '10%', maxUnavailable: 0 } },
    ],
  ])('update strategy: %s', (_, updateStrategy, filled) => {
    expect(daemonSet({ ...valid, updateStrategy }).spec.updateStrategy).toEqual(filled);
  });

  test('history and status', () => {
    const { spec, status } = daemonSet(valid);
    expect(spec.revisionHistoryLimit).toBe(10);
    expect(status).toEqual({
      currentNumberScheduled: 0,
      desiredNumberScheduled: 0,
      numberMisscheduled: 0,
      numberReady: 0,
    });
  });
});

describe('validation', () => {
  const percent = "a valid percent string must be a numeric string followed by an ending '%'";
  const strategy = 'spec.updateStrategy.rollingUpdate';
  const noMatch =
    'spec.template.metadata.labels: Invalid value: {"app":"a"}: `selector` does not match template `labels`';
  test.each<[string, object, string[]]>([
    ['valid', {}, []],
    ['no selector', { selector: undefined }, [noMatch]],
    ['another selector', { selector: { matchLabels: { app: 'b' } } }, [noMatch]],
    [
      'an empty selector',
      { selector: {} },
      ['spec.selector: Invalid value: {}: empty selector is invalid for daemonset'],
    ],
    [
      'a selector that cannot be',
      { selector: { matchExpressions: [{ key: 'app', operator: 'Is' }] } },
      ['spec.selector.matchExpressions[0].operator: Invalid value: "Is": not a valid selector operator'],
    ],
    [
      'no template',
      { template: undefined },
      [
        'spec.template.metadata.labels: Invalid value: null: `selector` does not match template `labels`',
        'spec.template.spec.containers: Required value',
      ],
    ],
    [
      'pods that end',
      {
        template: {
          ...template,
          spec: { ...template.spec, restartPolicy: 'Never', activeDeadlineSeconds: 5 },
        },
      },
      [
        'spec.template.spec.restartPolicy: Unsupported value: "Never": supported values: "Always"',
        'spec.template.spec.activeDeadlineSeconds: Forbidden: activeDeadlineSeconds in DaemonSet is not Supported',
      ],
    ],
    [
      'negative numbers',
      {
        minReadySeconds: -1,
        revisionHistoryLimit: -2,
        updateStrategy: { rollingUpdate: { maxUnavailable: -3 } },
      },
      [
        'spec.minReadySeconds: Invalid value: -1: must be greater than or equal to 0',
        `${strategy}.maxUnavailable: Invalid value: -3: must be greater than or equal to 0`,
        'spec.revisionHistoryLimit: Invalid value: -2: must be greater than or equal to 0',
      ],
    ],
    [
      'a strategy of Deployments',
      { updateStrategy: { type: 'Recreate', rollingUpdate: { maxSurge: '5%' } } },
      [
        'spec.updateStrategy: Unsupported value: {"Type":"Recreate","RollingUpdate":{"MaxUnavailable":0,"MaxSurge":"5%"}}: supported values: "RollingUpdate", "OnDelete"',
      ],
    ],
    [
      'a surge beside the default of maxUnavailable',
      { updateStrategy: { rollingUpdate: { maxSurge: '30%' } } },
      [`${strategy}.maxSurge: Invalid value: "30%": may not be set when maxUnavailable is non-zero`],
    ],
    [
      'neither surge nor unavailable',
      { updateStrategy: { rollingUpdate: { maxUnavailable: '0%' } } },
      [`${strategy}.maxUnavailable: Required value: cannot be 0 when maxSurge is 0`],
    ],
    [
      'more than all',
      { updateStrategy: { rollingUpdate: { maxUnavailable: '101%' } } },
      [`${strategy}.maxUnavailable: Invalid value: "101%": must not be greater than 100%`],
    ],
    ['more pods than all', { updateStrategy: { rollingUpdate: { maxUnavailable: 1000 } } }, []],
    [
      'a text that is no percentage',
      { updateStrategy: { rollingUpdate: { maxUnavailable: '5' } } },
      [expect.stringContaining(`${strategy}.maxUnavailable: Invalid value: "5": ${percent}`) as string],
    ],
  ])('%s', (_, fields, says) => {
    const errors = DaemonSetKind.validate?.(daemonSet({ ...valid, ...fields })) ?? [];
    expect(errors.map(renderFieldError)).toEqual(says);
  });

  test('the selector is fixed', () => {
    const old = daemonSet(valid);
    const next = changed(old, { ...valid, selector: { matchLabels: { app: 'b' } } });
    expect(DaemonSetKind.validateUpdate?.(next, old).map(renderFieldError)).toEqual([
      'spec.selector: Invalid value: {"matchLabels":{"app":"b"}}: field is immutable',
    ]);
  });
});

describe('the generation of the template', () => {
  const generationOf = ({ metadata }: DaemonSet) => metadata.annotations?.[TEMPLATE_GENERATION];
  const other = { ...valid, template: { ...template, spec: { containers: [{ name: 'c', image: 'i:2' }] } } };
  test.each<[string, DaemonSet, string]>([
    ['starts at 1', daemonSet(valid), '1'],
    ['may start higher', daemonSet(valid, { annotations: { [TEMPLATE_GENERATION]: '7' } }), '7'],
    ['grows with the template', changed(daemonSet(valid), other), '2'],
    ['stays with the template', changed(daemonSet(valid), { ...valid, minReadySeconds: 5 }), '1'],
    [
      'belongs to the server alone',
      changed(daemonSet(valid), valid, { annotations: { [TEMPLATE_GENERATION]: '9' } }),
      '1',
    ],
  ])('%s', (_, object, generation) => {
    expect(generationOf(object)).toBe(generation);
  });
});
