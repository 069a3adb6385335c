import { describe, expect, test } from 'vitest';
import { renderFieldError } from '../machinery/field-error.ts';
import { decode } from './decode.ts';
import type { Kind } from './kind.ts';
import type { ReplicationController } from './replication-controller.ts';
import { ReplicationControllerKind } from './replication-controller.ts';

const labels = { app: 'a', tier: 'b' };
const template = { metadata: { labels }, spec: { containers: [{ name: 'c', image: 'i:1' }] } };

function replicationController(spec: object, metadata: object = {}): ReplicationController {
  const json = {
    apiVersion: 'v1',
    kind: 'ReplicationController',
    metadata: { name: 'r', ...metadata },
    spec,
  };
  const decoded = decode(ReplicationControllerKind as unknown as Kind, json, 'Strict');
  if (!decoded.ok) throw new Error(decoded.message);
  const draft = decoded.object as ReplicationController;
  ReplicationControllerKind.prepareForCreate?.(draft);
  ReplicationControllerKind.defaults?.(draft);
  return draft;
}

describe('what is taken from the template', () => {
  test.each<[string, object, object, object | undefined, object | undefined]>([
    ['selector and labels', { template }, {}, labels, labels],
    ['not the selector, if there is one', { template, selector: { app: 'a' } }, {}, { app: 'a' }, labels],
    ['the selector, if it is empty', { template, selector: {} }, {}, labels, labels],
    ['not the labels, if there are some', { template }, { labels: { x: 'y' } }, labels, { x: 'y' }],
    ['nothing, if it has no labels', { template: { spec: template.spec } }, {}, undefined, undefined],
  ])('%s', (_, spec, metadata, selector, own) => {
    const object = replicationController(spec, metadata);
    expect(object.spec.selector).toEqual(selector);
    expect(object.metadata.labels).toEqual(own);
    expect(object.spec.replicas).toBe(1);
  });
});

describe('validation', () => {
  test.each<[string, object, string[]]>([
    ['valid', { template }, []],
    ['nothing at all', {}, ['spec.selector: Required value', 'spec.template: Required value']],
    ['a selector alone', { selector: { app: 'a' } }, ['spec.template: Required value']],
    ['no labels anywhere', { template: { spec: template.spec } }, ['spec.selector: Required value']],
    [
      'another selector',
      { selector: { app: 'b' }, template },
      [
        'spec.template.metadata.labels: Invalid value: {"app":"a","tier":"b"}: `selector` does not match template `labels`',
      ],
    ],
    [
      'negative numbers',
      { replicas: -1, minReadySeconds: -2, template },
      [
        'spec.minReadySeconds: Invalid value: -2: must be greater than or equal to 0',
        'spec.replicas: Invalid value: -1: must be greater than or equal to 0',
      ],
    ],
    [
      'pods that end',
      {
        template: {
          ...template,
          spec: { ...template.spec, restartPolicy: 'OnFailure', activeDeadlineSeconds: 5 },
        },
      },
      [
        'spec.template.spec.restartPolicy: Unsupported value: "OnFailure": supported values: "Always"',
        'spec.template.spec.activeDeadlineSeconds: Forbidden: activeDeadlineSeconds in ReplicationController is not Supported',
      ],
    ],
  ])('%s', (_, spec, says) => {
    const errors = ReplicationControllerKind.validate?.(replicationController(spec)) ?? [];
    expect(errors.map(renderFieldError)).toEqual(says);
  });

  test('the selector may change', () => {
    const old = replicationController({ template });
    const next = replicationController({ template, selector: { tier: 'b' } });
    expect(ReplicationControllerKind.validateUpdate?.(next, old)).toEqual([]);
  });

  test('a name that is no DNS label is warned of', () => {
    const warnings = ReplicationControllerKind.warnings?.(
      replicationController({ template }, { name: 'a.b' }),
    );
    expect(warnings).toEqual([
      expect.stringContaining('metadata.name: this is used in Pod names and hostnames'),
    ]);
  });
});

test('scale', () => {
  const object = replicationController({ template, replicas: 3 });
  expect(ReplicationControllerKind.scale?.get(object)).toEqual({
    spec: 3,
    status: 0,
    selector: 'app=a,tier=b',
  });
  expect(ReplicationControllerKind.scale?.set(object, 5).spec.replicas).toBe(5);
});
