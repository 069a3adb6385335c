import { describe, expect, test } from 'vitest';
import * as field from './field-error.ts';
import { FieldPath } from './field-path.ts';
import { readFixture, recordedRefusals } from './testdata/recordings.ts';

const spec = FieldPath.of('spec');
const port = spec.child('ports').index(1);

describe('a message', () => {
  test.each<[field.FieldError, string]>([
    [field.invalid(spec.child('replicas'), -1, 'must be 1'), 'spec.replicas: Invalid value: -1: must be 1'],
    [field.invalid(spec, undefined, 'why'), 'spec: Invalid value: null: why'],
    [field.invalid(spec, { app: 'web' }, 'why'), 'spec: Invalid value: {"app":"web"}: why'],
    [field.invalid(spec, ['192.168.1.1'], 'why'), 'spec: Invalid value: ["192.168.1.1"]: why'],
    [field.invalid(spec, 'a "b"', ''), 'spec: Invalid value: "a \\"b\\""'],
    [field.invalid(field.NO_PATH, '*', 'why'), '<nil>: Invalid value: "*": why'],
    [field.required(port.child('name')), 'spec.ports[1].name: Required value'],
    [
      field.required(spec, 'must specify a handler type'),
      'spec: Required value: must specify a handler type',
    ],
    [
      field.notSupported(spec.child('type'), 'tcp', ['SCTP', 'TCP']),
      'spec.type: Unsupported value: "tcp": supported values: "SCTP", "TCP"',
    ],
    [
      field.notSupported(spec, null, ['storage']),
      'spec: Unsupported value: null: supported values: "storage"',
    ],
    [field.notSupported(spec, 'x', []), 'spec: Unsupported value: "x"'],
    [field.duplicate(port, { Name: '', Port: 80 }), 'spec.ports[1]: Duplicate value: {"Name":"","Port":80}'],
    [field.notFound(spec.child('name'), 'data'), 'spec.name: Not found: "data"'],
    [field.forbidden(spec, 'not now'), 'spec: Forbidden: not now'],
    [field.tooLong(spec, 63), 'spec: Too long: may not be more than 63 bytes'],
    [field.tooMany(spec, 3, 1), 'spec: Too many: 3: must have at most 1 item'],
    [field.typeInvalid(spec, true, 'must be text'), 'spec: Invalid value: true: must be text'],
    [field.immutable(spec.child('clusterIP'), ''), 'spec.clusterIP: Invalid value: "": field is immutable'],
    [field.internalError(spec, 'oops'), 'spec: Internal error: oops'],
  ])('%#: %s', (error, message) => expect(field.renderFieldError(error)).toBe(message));
});

describe('several errors', () => {
  const [first, second] = [field.required(spec), field.forbidden(port, 'no')];

  test('one stands alone, more go into brackets, the same one goes in once', () => {
    expect(field.renderFieldErrors([first])).toBe('spec: Required value');
    expect(field.renderFieldErrors([first, second, first])).toBe(
      '[spec: Required value, spec.ports[1]: Forbidden: no]',
    );
    expect(field.renderFieldErrors([first, first])).toBe('spec: Required value');
  });

  test('the message of a Status', () => {
    expect(field.invalidMessage('apps', 'ReplicaSet', 'x', [first])).toBe(
      'ReplicaSet.apps "x" is invalid: spec: Required value',
    );
    expect(field.invalidMessage('', 'Pod', 'x', [])).toBe('Pod "x" is invalid');
  });

  test('the causes of a Status carry the message without its path', () => {
    expect(field.statusCauses([second])).toEqual([
      { reason: 'FieldValueForbidden', message: 'Forbidden: no', field: 'spec.ports[1]' },
    ]);
  });
});

describe('what kubectl printed for refused manifests', () => {
  const recorded = recordedRefusals();
  test.skipIf(recorded.length === 0)(`the whole corpus (skipped without ../shared/recordings)`, () => {
    expect(recorded.length).toBeGreaterThan(100);
    for (const stderr of recorded) expectRoundTrip(stderr);
  });
  test('the trimmed corpus', () => {
    for (const stderr of readFixture<string[]>('invalid-messages')) expectRoundTrip(stderr);
  });
});

/** Takes a recorded message apart and expects it to be rebuilt from its parts alone. */
function expectRoundTrip(stderr: string): void {
  for (const message of stderr.split(/\n(?=The |Warning: |Error )/).map((part) => part.replace(/\n$/, ''))) {
    const head = /^The (\w+) "(.*?)" is invalid: /.exec(message);
    if (head === null || message.includes('@@')) continue;
    const body = message.slice(head[0].length);
    const lines = body.startsWith('\n* ') ? body.slice(3).split('\n* ') : [body];
    const causes = field.statusCauses(lines.map(parseFieldError));
    expect(field.describeInvalid(head[1] as string, head[2] as string, causes)).toBe(message);
  }
}

const BUILDERS: Record<string, field.FieldErrorType> = {
  'Invalid value': 'FieldValueInvalid',
  'Unsupported value': 'FieldValueNotSupported',
  'Duplicate value': 'FieldValueDuplicate',
  'Required value': 'FieldValueRequired',
  'Not found': 'FieldValueNotFound',
  Forbidden: 'FieldValueForbidden',
};

function parseFieldError(line: string): field.FieldError {
  const parts = /^([^:]+): ([A-Z][a-z]+(?: [a-z]+)?)(?:: (.*))?$/s.exec(line);
  if (parts === null) throw new Error(`no field error: ${line}`);
  const [, path = '', title = '', rest = ''] = parts;
  const type = BUILDERS[title];
  if (type === undefined) throw new Error(`unknown kind of error: ${title}`);
  if (type === 'FieldValueRequired' || type === 'FieldValueForbidden')
    return { type, field: path, badValue: '', detail: rest };
  const value = /^("(?:\\.|[^"\\])*"|-?\d+|null|[[{].*?[\]}](?=: |$))(?:: (.*))?$/s.exec(rest);
  if (value === null) throw new Error(`no value: ${rest}`);
  return { type, field: path, badValue: JSON.parse(value[1] as string), detail: value[2] ?? '' };
}
