import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kinds } from '../api/index.ts';
import { apiVersionOf } from '../api/kind.ts';
import { marksOf } from './marks.ts';
import { oldApi } from './old-apis.ts';
import type { Refusal } from './refusal.ts';
import { adviceText } from './sentences.ts';

const file = { source: 'web.yaml', document: 0, at: '' };

function refused(text: string, said: Refusal['said'], more: Partial<Refusal> = {}) {
  return marksOf({ ...file, text, said, ...more });
}

describe('old versions', () => {
  const noMatch = (apiVersion: string, kind: string) =>
    refused(
      `apiVersion: ${apiVersion}\nkind: ${kind}\nspec: {}\n`,
      `no matches for kind "${kind}" in version "${apiVersion}"`,
    )[0];

  test.each([
    ['apps/v1beta1', 'StatefulSet', 'apps/v1', 'selector'],
    ['apps/v1beta2', 'Deployment', 'apps/v1', 'selector'],
    ['extensions/v1beta1', 'DaemonSet', 'apps/v1', 'selector'],
    ['extensions/v1beta1', 'Deployment', 'apps/v1', 'selector'],
    ['extensions/v1beta1', 'ReplicaSet', 'apps/v1', 'selector'],
    ['extensions/v1beta1', 'Ingress', 'networking.k8s.io/v1', 'ingress'],
    ['extensions/v1beta1', 'Job', 'batch/v1', undefined],
    ['batch/v1beta1', 'CronJob', 'batch/v1', undefined],
    ['batch/v2alpha1', 'CronJob', 'batch/v1', undefined],
    ['autoscaling/v2beta1', 'HorizontalPodAutoscaler', 'autoscaling/v2', 'metric-target'],
    ['autoscaling/v2beta2', 'HorizontalPodAutoscaler', 'autoscaling/v2', undefined],
    ['policy/v1beta1', 'PodDisruptionBudget', 'policy/v1', undefined],
    ['networking.k8s.io/v1beta1', 'Ingress', 'networking.k8s.io/v1', 'ingress'],
  ])('%s %s is %s today', (old, kind, apiVersion, also) => {
    const mark = noMatch(old, kind);
    expect(mark).toMatchObject({
      line: 1,
      column: 13,
      length: old.length,
      instead: apiVersion,
      advice: { is: 'moved-api', kind, apiVersion, also },
    });
  });

  test('never points to a version that is not served', () => {
    const versions = [
      'extensions/v1beta1',
      'apps/v1beta1',
      'apps/v1beta2',
      'batch/v1beta1',
      'policy/v1beta1',
    ];
    for (const { kind, ...it } of kinds) {
      for (const version of versions) {
        const today = oldApi(version, kind)?.apiVersion;
        if (today !== undefined) expect(today).toBe(apiVersionOf({ kind, ...it }));
      }
    }
  });

  test('what has a selector already is not told to add one', () => {
    const [mark] = refused(
      'apiVersion: apps/v1beta2\nkind: Deployment\nspec:\n  selector: {matchLabels: {a: b}}\n',
      'no matches for kind "Deployment" in version "apps/v1beta2"',
    );
    expect(mark?.advice).toMatchObject({ is: 'moved-api', also: undefined });
  });
});

test('a List: the place is in the item', () => {
  const text = 'apiVersion: v1\nkind: List\nitems:\n- {}\n- apiVersion: v1\n  kind: pod\n';
  const [mark] = refused(text, 'no matches for kind "pod" in version "v1"', { at: 'items[1]' });
  expect(mark).toMatchObject({ line: 6, column: 9, length: 3, instead: 'Pod' });
});

/** Whatever stands in a file and whatever is said of it. */
const SAID = [
  'no matches for kind "x" in version "y"',
  'error validating data: kind not set',
  'json: cannot unmarshal bool into Go struct field ObjectMeta.metadata.labels of type string',
  'petset does not simulate X (y) yet',
  'invalid object to validate',
  '',
];
const FIELD = fc.constantFrom(
  '',
  '<nil>',
  'spec',
  'spec.selector',
  'spec.a[0].b',
  'metadata.labels[a.b/c]',
  '[',
  ']',
);
const status = (message: string, causes: readonly { field: string; message: string }[]): Refusal['said'] => ({
  kind: 'Status',
  apiVersion: 'v1',
  status: 'Failure',
  code: 422,
  reason: causes.length > 0 ? 'Invalid' : 'BadRequest',
  message,
  details: { causes: causes.map((cause) => ({ reason: 'FieldValueInvalid', ...cause })) },
});

test('H2: every refusal has a place in its file, and advice has words in both languages', () => {
  const kind = fc.constantFrom('Pod', 'Deployment', 'StatefulSet', 'ConfigMap', 'pod', 1, null);
  const object = fc.record(
    {
      apiVersion: fc.constantFrom('v1', 'apps/v1', 'apps/v1beta1', 5),
      kind,
      spec: fc.jsonValue(),
      metadata: fc.jsonValue(),
    },
    { requiredKeys: [] },
  );
  const message = fc.constantFrom(
    'Invalid value: "A_b": a lowercase RFC 1123 label must',
    'Unsupported value: "a": supported values: "A", "B"',
    'Required value',
    'Not found: "x"',
    'Invalid value: null: `selector` does not match template `labels`',
  );
  const unknown = FIELD.map((field) => `strict decoding error: unknown field "${field}"`);
  const said = fc.oneof(
    fc.constantFrom(...SAID),
    unknown.map((text) => status(text, [])),
    fc.constant(status('Pod in version "v1" cannot be handled as a Pod: json', [])),
    fc.array(fc.record({ field: FIELD, message }), { minLength: 1 }).map((causes) => status('', causes)),
  );
  fc.assert(
    fc.property(fc.oneof(object, fc.jsonValue()), said, (document, it) => {
      const text = JSON.stringify(document, undefined, 1);
      const lines = text.split('\n');
      for (const { line, column, length, advice } of refused(text, it)) {
        expect(line).toBeGreaterThan(0);
        expect(line).toBeLessThanOrEqual(lines.length);
        expect(column - 1 + length).toBeLessThanOrEqual(lines[line - 1]?.length ?? 0);
        if (advice)
          for (const language of ['en', 'ko'] as const) expect(adviceText(advice, language)).toMatch(/\S/);
      }
    }),
  );
});

test('a file that is no YAML has its place, whatever it holds', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', ':', ' ', '-', '\n', '\t', '{', '[', '"', '@', '*') }),
      (text) => {
        const [mark] = marksOf({ source: 'x', text, at: '', said: 'error parsing x' });
        expect(mark?.line).toBeGreaterThan(0);
        expect(mark?.column).toBeGreaterThan(0);
      },
    ),
  );
});

test('of very many errors the first are looked at', () => {
  const fields = Array.from({ length: 1000 }, (_, i) => `f${i}`);
  const text = `apiVersion: v1\nkind: Pod\n${fields.map((field) => `${field}: 1\n`).join('')}`;
  const said = fields.map((field) => `unknown field "${field}"`).join(', ');
  const marks = refused(text, status(`strict decoding error: ${said}`, []));
  expect(marks).toHaveLength(50);
  expect(marks.at(-1)).toMatchObject({ line: 52, column: 1, length: 3, said: 'unknown field "f49"' });
});

test('the selector of a ReplicationController that its file leaves out was settled before', () => {
  const field = 'spec.template.metadata.labels';
  const message = 'Invalid value: {"app":"b"}: `selector` does not match template `labels`';
  const [mark] = refused(
    'apiVersion: v1\nkind: ReplicationController\nspec: {template: {metadata: {labels: {app: b}}}}\n',
    {
      apiVersion: 'v1',
      kind: 'Status',
      status: 'Failure',
      code: 422,
      reason: 'Invalid',
      message: `${field}: ${message}`,
      details: { causes: [{ reason: 'FieldValueInvalid', field, message }] },
    },
  );
  expect(mark?.advice).toEqual({ is: 'fixed-at-creation', kind: 'ReplicationController' });
});

test('what a patch does not decode to has its place in the manifest', () => {
  const text = 'apiVersion: apps/v1\nkind: StatefulSet\nmetadata: {name: web}\nspec:\n  replica: 3\n';
  const unknown = {
    field: 'patch',
    message: 'Invalid value: "map[]": strict decoding error: unknown field "spec.replica"',
  };
  expect(refused(text, status('', [unknown]))[0]).toMatchObject({ line: 5, column: 3, length: 7 });
  const wrong = { field: 'patch', message: 'Invalid value: "map[]": unrecognized type: int32' };
  const [mark] = refused(text.replace('replica: 3', 'replicas: x'), status('', [wrong]));
  expect(mark).toMatchObject({ line: 5, advice: { is: expect.any(String) } });
});
