import { describe, expect, test } from 'vitest';
import { textToBase64 } from '../machinery/base64.ts';
import { renderFieldError } from '../machinery/field-error.ts';
import { objectOf } from '../testing/spoilt.ts';

const secret = (type: string, texts: Record<string, string> = {}) => ({ type, stringData: texts });

describe('a change', () => {
  const kept = (field: string) => `${field}: Forbidden: field is immutable when \`immutable\` is set`;
  test.each<[kind: string, old: object, next: object, refusals: string[]]>([
    ['ConfigMap', { data: { a: '1' } }, { data: { a: '2' }, immutable: true }, []],
    [
      'ConfigMap',
      { data: { a: '1' }, immutable: true },
      { data: { a: '2' }, binaryData: { b: textToBase64('b') } },
      [kept('immutable'), kept('data'), kept('binaryData')],
    ],
    ['ConfigMap', { immutable: true }, { immutable: true, metadata: { name: 'x', labels: { a: 'b' } } }, []],
    ['Secret', secret('Opaque', { a: '1' }), secret('Opaque', { a: '2' }), []],
    [
      'Secret',
      { ...secret('Opaque', { a: '1' }), immutable: true },
      secret('kubernetes.io/tls', { a: '1' }),
      ['type: Invalid value: "kubernetes.io/tls": field is immutable', kept('immutable')],
    ],
    [
      'ControllerRevision',
      { data: { a: 1 } },
      { data: { a: 2 }, revision: 2 },
      ['data: Invalid value: {"a":2}: field is immutable'],
    ],
    [
      'EndpointSlice',
      {},
      { addressType: 'IPv6' },
      ['addressType: Invalid value: "IPv6": field is immutable'],
    ],
    [
      'Node',
      { spec: { podCIDR: '10.244.0.0/24', podCIDRs: ['10.244.0.0/24'], providerID: 'a' } },
      { spec: { podCIDR: '10.244.1.0/24', podCIDRs: ['10.244.1.0/24'], unschedulable: true } },
      [
        'spec.podCIDRs: Forbidden: node updates may not change podCIDR except from "" to valid',
        'spec.providerID: Forbidden: node updates may not change providerID except from "" to valid',
      ],
    ],
    [
      'PriorityClass',
      {},
      { value: 2, preemptionPolicy: 'Never' },
      [
        'value: Forbidden: may not be changed in an update.',
        'preemptionPolicy: Invalid value: "Never": field is immutable',
      ],
    ],
  ])('%s %j to %j', (kind, old, next, refusals) => {
    const { of, object } = objectOf(kind, next);
    const errors = of.validateUpdate?.(object, objectOf(kind, old).object) ?? [];
    expect(errors.map(renderFieldError)).toEqual(refusals);
  });
});

test('stringData wins over data and is never seen again', () => {
  const { object } = objectOf('Secret', { data: { a: 'YQ==', b: 'Yg==' }, stringData: { a: 'new' } });
  expect(object).toMatchObject({ type: 'Opaque', data: { a: textToBase64('new'), b: 'Yg==' } });
  expect(object).not.toHaveProperty('stringData');
});
