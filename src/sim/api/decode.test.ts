import { describe, expect, test } from 'vitest';
import { ConfigMapKind } from './config-map.ts';
import type { Decoded } from './decode.ts';
import { decode, metadataDecodingError } from './decode.ts';
import type { Kind } from './kind.ts';
import { PodKind } from './pod.ts';
import { StatefulSetKind } from './stateful-set.ts';

const POD = PodKind as Kind;
const CANNOT = 'Pod in version "v1" cannot be handled as a Pod: ';

function pod(spec: unknown, rest: object = {}): object {
  return { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'p' }, spec, ...rest };
}

function container(fields: object): object {
  return pod({ containers: [{ name: 'c', image: 'nginx', ...fields }] });
}

function messageOf(decoded: Decoded): string {
  return decoded.ok ? 'accepted' : decoded.message.replace(CANNOT, '');
}

describe('wrong types', () => {
  test.each([
    [pod('hello'), 'json: cannot unmarshal string into Go struct field Pod.spec of type v1.PodSpec'],
    [pod(['a']), 'json: cannot unmarshal array into Go struct field Pod.spec of type v1.PodSpec'],
    [
      container({ image: 5 }),
      'json: cannot unmarshal number into Go struct field Container.spec.containers.image of type string',
    ],
    [
      container({ env: { A: 'b' } }),
      'json: cannot unmarshal object into Go struct field Container.spec.containers.env of type []v1.EnvVar',
    ],
    [
      container({ env: [{ name: 'A', value: true }] }),
      'json: cannot unmarshal bool into Go struct field EnvVar.spec.containers.env.value of type string',
    ],
    [
      container({ command: ['a', 1] }),
      'json: cannot unmarshal number into Go struct field Container.spec.containers.command of type string',
    ],
    [
      container({ ports: [{ containerPort: 80.5 }] }),
      'json: cannot unmarshal number 80.5 into Go struct field ContainerPort.spec.containers.ports.containerPort of type int32',
    ],
    [
      container({ resources: { limits: { memory: '64MB' } } }),
      "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'",
    ],
    [
      container({ imagePullPolicy: 1 }),
      'json: cannot unmarshal number into Go struct field Container.spec.containers.imagePullPolicy of type v1.PullPolicy',
    ],
  ])('%j', (json, message) => {
    expect(messageOf(decode(POD, json, 'Strict'))).toBe(message);
  });

  test('of a map and of what is in it', () => {
    const wrong = (data: unknown) => messageOf(decode(ConfigMapKind as Kind, { data }, 'Strict'));
    expect(wrong({ a: true })).toMatch(/unmarshal bool into Go struct field ConfigMap.data of type string$/);
    expect(wrong('x')).toMatch(
      /unmarshal string into Go struct field ConfigMap.data of type map\[string\]string$/,
    );
  });

  test('of metadata are found by kubectl', () => {
    expect(metadataDecodingError({ metadata: 'cfg' })).toBe(
      'json: cannot unmarshal string into Go struct field metadataOnlyObject.metadata of type v1.ObjectMeta',
    );
    expect(metadataDecodingError({ metadata: { annotations: { x: true } } })).toBe(
      'json: cannot unmarshal bool into Go struct field ObjectMeta.metadata.annotations of type string',
    );
    expect(metadataDecodingError({ metadata: { name: 'x', nmae: 1 } })).toBeUndefined();
    expect(metadataDecodingError({})).toBeUndefined();
  });
});

describe('unknown fields', () => {
  const json = pod({ container: [], containers: [{ name: 'c', image: 'i', envs: [] }] }, { foo: 1 });

  test('are refused, all at once, in order of their names', () => {
    expect(messageOf(decode(POD, json, 'Strict'))).toBe(
      'strict decoding error: unknown field "foo", unknown field "spec.container", unknown field "spec.containers[0].envs"',
    );
  });

  test('are reported, or dropped', () => {
    expect(decode(POD, json, 'Warn')).toMatchObject({
      ok: true,
      warnings: [
        'unknown field "foo"',
        'unknown field "spec.container"',
        'unknown field "spec.containers[0].envs"',
      ],
    });
    const ignored = decode(POD, json, 'Ignore');
    expect(ignored).toMatchObject({ ok: true, warnings: [] });
    expect(ignored.ok && ignored.object).not.toHaveProperty('foo');
  });
});

describe('the form in which values are kept', () => {
  test('nothing given is left out, and what is always written is there', () => {
    const json = {
      ...pod({
        containers: [
          { name: 'c', image: 'i', args: [], tty: false, env: [{ name: 'A', value: '' }], workingDir: null },
        ],
        hostNetwork: false,
        automountServiceAccountToken: false,
      }),
      metadata: { name: 'p', labels: {}, creationTimestamp: null },
    };
    const decoded = decode(POD, json, 'Strict');
    expect(decoded.ok && decoded.object).toEqual({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'p' },
      spec: {
        automountServiceAccountToken: false,
        containers: [{ name: 'c', image: 'i', env: [{ name: 'A' }], resources: {} }],
      },
      status: {},
    });
  });

  test('quantities are canonical, null in a map is empty, a missing template is an empty one', () => {
    const limits = { memory: '1024Mi', cpu: 1 };
    const decoded = decode(POD, container({ resources: { limits } }), 'Strict');
    expect(decoded.ok && decoded.object).toHaveProperty('spec.containers.0.resources.limits', {
      cpu: '1',
      memory: '1Gi',
    });
    const data = decode(ConfigMapKind as Kind, { data: { a: null } }, 'Strict');
    expect(data.ok && data.object).toHaveProperty('data', { a: '' });
    const claims = decode(StatefulSetKind as Kind, { spec: { volumeClaimTemplates: [null] } }, 'Strict');
    expect(claims.ok && claims.object).toHaveProperty('spec.volumeClaimTemplates.0.spec', { resources: {} });
    const set = decode(StatefulSetKind as Kind, { spec: {} }, 'Strict');
    expect(set.ok && set.object).toHaveProperty('spec.template', {
      metadata: {},
      spec: { containers: [] },
    });
  });
});

describe('hostile input', () => {
  test('names that objects inherit are fields like others', () => {
    const json = JSON.parse('{"__proto__": {"a": 1}, "constructor": 1, "data": {"__proto__": "x"}}');
    expect(messageOf(decode(ConfigMapKind as Kind, json, 'Strict'))).toContain(
      'unknown field "__proto__", unknown field "constructor"',
    );
    const decoded = decode(ConfigMapKind as Kind, JSON.parse('{"data": {"__proto__": "x"}}'), 'Strict');
    const { data } = (decoded.ok ? decoded.object : {}) as { data: object };
    expect(Object.keys(data)).toEqual(['__proto__']);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  test('deep nesting ends', () => {
    let deep: unknown = 1;
    for (let i = 0; i < 1e5; i++) deep = [deep];
    expect(decode(POD, pod(deep), 'Strict').ok).toBe(false);
    expect(decode(POD, { metadata: { managedFields: [{ fieldsV1: { a: deep } }] } }, 'Strict').ok).toBe(
      false,
    );
  });

  test.each([null, undefined, 5, 'x', []])('%j is no object', (json) => {
    expect(decode(POD, json, 'Strict').ok).toBe(false);
  });
});
