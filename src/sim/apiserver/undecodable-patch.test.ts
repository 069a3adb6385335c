import { expect, test } from 'vitest';
import type { Kind } from '../api/kind.ts';
import { StatefulSetKind } from '../api/stateful-set.ts';
import { badRequest, notFound } from './status.ts';
import { isUndecodablePatch, refusalOfPatch } from './undecodable-patch.ts';

const handling = 'StatefulSet in version "v1" cannot be handled as a StatefulSet: ';

function said(why: string, type: 'strategic' | 'merge', body: unknown = { spec: { a: 1 } }) {
  return refusalOfPatch(badRequest(handling + why), { type, body }, { spec: { b: [2], a: 1 } });
}

function unmarshalling(word: string, type: string): string {
  return `json: cannot unmarshal ${word} into Go struct field StatefulSetSpec.spec.a of type ${type}`;
}

test('a patch whose outcome has unknown fields is invalid, and the patch is told', () => {
  const status = said('strict decoding error: unknown field "spec.a"', 'strategic');
  expect(status).toMatchObject({ reason: 'Invalid', code: 422 });
  expect(status.message).toBe(
    ' "" is invalid: patch: Invalid value: "map[spec:map[a:1]]": strict decoding error: unknown field "spec.a"',
  );
  expect(isUndecodablePatch(status)).toBe(true);
});

test('of other patches it is the outcome that is told', () => {
  const [cause] = said(unmarshalling('string', 'int32'), 'merge').details?.causes ?? [];
  expect(cause).toMatchObject({
    field: 'patch',
    message: `Invalid value: "{\\"spec\\":{\\"a\\":1,\\"b\\":[2]}}": ${unmarshalling('string', 'int32')}`,
  });
});

test.each([
  ['string', 'int32', 'unrecognized type: int32'],
  ['number 1.5', 'int32', 'cannot convert float64 to int32'],
  ['number', 'bool', 'unrecognized type: bool'],
  ['number', 'v1.PullPolicy', 'cannot convert int64 to v1.PullPolicy'],
  ['bool', 'v1.PullPolicy', 'unrecognized type: string'],
  ['object', '[]v1.Container', 'cannot restore slice from map'],
  ['array', 'map[string]string', 'cannot restore map from slice'],
  ['string', 'v1.PodSpec', 'cannot restore struct from: string'],
  ['bool', 'intstr.IntOrString', unmarshalling('bool', 'intstr.IntOrString')],
])('a %s for a %s does not convert', (word, type, why) => {
  const [cause] = said(unmarshalling(word, type), 'strategic').details?.causes ?? [];
  expect(cause?.message).toBe(`Invalid value: "map[spec:map[a:1]]": ${why}`);
});

test('other refusals stay as they are', () => {
  const status = notFound(StatefulSetKind as Kind, 'web');
  expect(refusalOfPatch(status, { type: 'merge', body: {} }, {})).toBe(status);
  expect(isUndecodablePatch(status)).toBe(false);
});
