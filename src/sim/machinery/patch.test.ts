import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json, JsonObject, MergeRule } from './patch.ts';
import {
  applyJsonMergePatch,
  applyJsonPatch,
  applyStrategicMergePatch,
  createJsonMergePatch,
  createThreeWayMerge,
  createTwoWayMerge,
  PatchError,
} from './patch.ts';

const RULES: Record<string, MergeRule> = {
  'metadata.finalizers': { patchStrategy: 'merge' },
  'spec.containers': { patchStrategy: 'merge', mergeKey: 'name' },
  'spec.containers.ports': { patchStrategy: 'merge', mergeKey: 'containerPort' },
  'spec.containers.env': { patchStrategy: 'merge', mergeKey: 'name' },
  'spec.volumes': { patchStrategy: 'merge,retainKeys', mergeKey: 'name' },
  'spec.strategy': { patchStrategy: 'retainKeys' },
  'spec.whole': { patchStrategy: 'replace' },
};
const lookup = (path: readonly string[]) => RULES[path.join('.')];
const strategic = (object: JsonObject, patch: JsonObject) => applyStrategicMergePatch(object, patch, lookup);

const web = { name: 'web', image: 'nginx:1.25' };
const log = { name: 'log', image: 'busybox' };
const containers = (...items: Json[]): JsonObject => ({ spec: { containers: items } });

describe('JSON merge patch', () => {
  // The examples of RFC 7386, appendix A.
  test.each<[Json, Json, Json]>([
    [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
    [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
    [{ a: 'b' }, { a: null }, {}],
    [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
    [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
    [{ a: 'c' }, { a: ['b'] }, { a: ['b'] }],
    [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
    [{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }],
    [
      ['a', 'b'],
      ['c', 'd'],
      ['c', 'd'],
    ],
    [{ a: 'b' }, ['c'], ['c']],
    [{ a: 'foo' }, null, null],
    [{ a: 'foo' }, 'bar', 'bar'],
    [{ e: null }, { a: 1 }, { e: null, a: 1 }],
    [[1, 2], { a: 'b', c: null }, { a: 'b' }],
    [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
  ])('%j with %j is %j', (target, patch, result) =>
    expect(applyJsonMergePatch(target, patch)).toEqual(result),
  );

  test('a created patch takes one object to the other', () => {
    fc.assert(
      fc.property(anyObject, anyObject, (from, to) => {
        expect(applyJsonMergePatch(from, createJsonMergePatch(from, to))).toEqual(to);
        expect(createJsonMergePatch(from, from)).toEqual({});
      }),
    );
  });

  test('a key named __proto__ is a key like any other', () => {
    const patch = JSON.parse('{"__proto__": {"admin": true}}') as Json;
    const patched = applyJsonMergePatch({ a: 1 }, patch);
    expect(Object.keys(patched as object)).toEqual(['a', '__proto__']);
    expect((patched as { admin?: boolean }).admin).toBeUndefined();
  });
});

describe('JSON patch', () => {
  const document = { a: { b: [1, 2] }, 'x/y': 'z', n: null };
  test.each<[string, Json, Json]>([
    ['adds a member', [{ op: 'add', path: '/c', value: 3 }], { ...document, c: 3 }],
    ['adds an item', [{ op: 'add', path: '/a/b/1', value: 9 }], { ...document, a: { b: [1, 9, 2] } }],
    ['appends an item', [{ op: 'add', path: '/a/b/-', value: 9 }], { ...document, a: { b: [1, 2, 9] } }],
    ['removes an item', [{ op: 'remove', path: '/a/b/0' }], { ...document, a: { b: [2] } }],
    [
      'replaces through an escaped key',
      [{ op: 'replace', path: '/x~1y', value: 1 }],
      { ...document, 'x/y': 1 },
    ],
    ['moves', [{ op: 'move', from: '/a/b', path: '/m' }], { a: {}, 'x/y': 'z', n: null, m: [1, 2] }],
    ['copies', [{ op: 'copy', from: '/a/b/1', path: '/m' }], { ...document, m: 2 }],
    ['goes on after a test that holds', [{ op: 'test', path: '/a/b', value: [1, 2] }], document],
    ['takes what is missing for null in a test', [{ op: 'test', path: '/gone', value: null }], document],
    ['replaces the whole', [{ op: 'replace', path: '', value: 1 }], 1],
  ])('%s', (_, operations, result) => expect(applyJsonPatch(document, operations)).toEqual(result));

  test.each<[Json, string]>([
    [
      [{ op: 'remove', path: '/gone' }],
      "error in remove for path: '/gone': Unable to remove nonexistent key: gone",
    ],
    [
      [{ op: 'replace', path: '/gone', value: 1 }],
      'replace operation does not apply: doc is missing key: /gone',
    ],
    [
      [{ op: 'add', path: '/gone/deep', value: 1 }],
      'add operation does not apply: doc is missing path: "/gone/deep"',
    ],
    [[{ op: 'test', path: '/a/b/0', value: 2 }], 'testing value /a/b/0 failed: test failed'],
    [[{ op: 'add', path: '/a/b/7', value: 1 }], 'Unable to access invalid index: 7'],
    [
      [{ op: 'move', from: '/gone', path: '/m' }],
      'move operation does not apply: doc is missing from path: /gone',
    ],
    [[{ op: 'remove', path: 'a' }], 'remove operation failed to decode path: missing value'],
    [[{ op: 'merge', path: '/a' }], 'Unexpected kind: merge'],
    [[{ path: '/a' }], 'Unexpected kind: unknown'],
    [{ op: 'add' }, 'a JSON patch is a list of operations'],
  ])('%j is refused', (operations, message) => {
    expect(() => applyJsonPatch(document, operations)).toThrow(PatchError);
    expect(() => applyJsonPatch(document, operations)).toThrow(message);
  });
});

test('copies of copies do not grow without end', () => {
  const doubling = Array.from({ length: 100 }, (_, i) => ({ op: 'copy', from: '', path: `/${i}` }));
  expect(() => applyJsonPatch({ a: 'b' }, doubling)).toThrow('exceeding the limit 3145728');
});

describe('strategic merge patch', () => {
  test.each<[string, JsonObject, JsonObject, JsonObject]>([
    ['merges objects, null removes', { a: { b: 1, c: 2 } }, { a: { b: null, d: 3 } }, { a: { c: 2, d: 3 } }],
    ['replaces lists of unknown types', { args: [1, 2] }, { args: [3] }, { args: [3] }],
    ['nulls in what is new are dropped', {}, { a: { b: null, c: 1 } }, { a: { c: 1 } }],
    [
      'merges list items by their key',
      containers(web, log),
      containers({ name: 'log', image: 'busybox:1.36' }),
      containers(web, { ...log, image: 'busybox:1.36' }),
    ],
    ['puts a new item first', containers(web), containers(log), containers(log, web)],
    ['deletes an item', containers(web, log), containers({ $patch: 'delete', name: 'web' }), containers(log)],
    ['replaces a list', containers(web), containers(log, { $patch: 'replace' }), containers(log)],
    [
      'replaces an object',
      { spec: { a: 1, b: 2 } },
      { spec: { $patch: 'replace', c: 3 } },
      { spec: { c: 3 } },
    ],
    ['deletes the members of an object', { spec: { a: 1 } }, { spec: { $patch: 'delete' } }, { spec: {} }],
    [
      'replaces where the type says so',
      { spec: { whole: { a: 1 } } },
      { spec: { whole: { b: 2 } } },
      { spec: { whole: { b: 2 } } },
    ],
    [
      'retains only the listed keys',
      { spec: { strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1 } } } },
      { spec: { strategy: { $retainKeys: ['type'], type: 'Recreate' } } },
      { spec: { strategy: { type: 'Recreate' } } },
    ],
    [
      'unites lists of plain values',
      { metadata: { finalizers: ['a', 'b'] } },
      { metadata: { finalizers: ['b', 'c'] } },
      { metadata: { finalizers: ['a', 'b', 'c'] } },
    ],
    [
      'takes plain values out',
      { metadata: { finalizers: ['a', 'b'] } },
      { metadata: { '$deleteFromPrimitiveList/finalizers': ['a'] } },
      { metadata: { finalizers: ['b'] } },
    ],
    [
      'orders items',
      containers(web, log),
      { spec: { '$setElementOrder/containers': [{ name: 'log' }, { name: 'web' }] } },
      containers(log, web),
    ],
    [
      "keeps the server's own items in place",
      containers({ name: 'injected' }, web),
      { spec: { '$setElementOrder/containers': [{ name: 'web' }, { name: 'log' }], containers: [log] } },
      containers({ name: 'injected' }, web, log),
    ],
  ])('%s', (_, object, patch, result) => {
    const before = structuredClone({ object, patch });
    expect(strategic(object, patch)).toEqual(result);
    expect({ object, patch }).toEqual(before);
  });

  test('items that share a key are all kept', () => {
    const dns = [
      { containerPort: 53, protocol: 'UDP' },
      { containerPort: 53, protocol: 'TCP' },
    ];
    const patch = containers({ name: 'web', ports: [{ containerPort: 80 }] });
    expect(strategic(containers({ ...web, ports: dns }), patch)).toEqual(
      containers({ ...web, ports: [{ containerPort: 80 }, ...dns] }),
    );
  });

  test('lists are ordered as documented', () => {
    const { spec } = strategic(containers(web), containers(log)) as { spec: { containers: JsonObject[] } };
    expect(spec.containers.map(({ name }) => name)).toEqual(['log', 'web']);
  });

  test.each<[JsonObject, string]>([
    [containers({ image: 'nginx' }), 'map: map[image:nginx] does not contain declared merge key: name'],
    [{ spec: { $patch: 'merge' } }, 'Unknown patch type: merge in map: map[$patch:merge]'],
    [
      { spec: { strategy: { $retainKeys: ['type'], rollingUpdate: {} } } },
      'invalid patch format of retainKeys',
    ],
    [
      { spec: { '$setElementOrder/containers': [{ name: 'web' }], containers: [log] } },
      "doesn't match $setElementOrder/containers list",
    ],
  ])('%j is refused', (patch, message) => {
    expect(() => strategic(containers(web), patch)).toThrow(PatchError);
    expect(() => strategic(containers(web), patch)).toThrow(message);
  });

  test('a patch too deep to be of use is refused', () => {
    let patch: JsonObject = {};
    for (let i = 0; i < 300; i++) patch = { a: patch };
    expect(() => strategic({}, patch)).toThrow('200 levels');
  });
});

describe('what apply sends', () => {
  const threeWay = (original: JsonObject, modified: JsonObject, current: JsonObject) => {
    const patch = createThreeWayMerge(original, modified, current, lookup);
    return { patch, result: strategic(current, patch) };
  };

  test('nothing, if nothing is to be done', () => {
    const manifest = containers(web);
    const live = { ...containers({ ...web, imagePullPolicy: 'IfNotPresent' }), status: { phase: 'Running' } };
    expect(threeWay(manifest, manifest, live).patch).toEqual({});
  });

  test('what the manifest changed, and not what others set', () => {
    const live = { spec: { replicas: 5, containers: [{ ...web, imagePullPolicy: 'Always' }] } };
    const { patch, result } = threeWay(containers(web), containers({ ...web, image: 'nginx:1.27' }), live);
    expect(patch).toEqual({
      spec: {
        containers: [{ name: 'web', image: 'nginx:1.27' }],
        '$setElementOrder/containers': [{ name: 'web' }],
      },
    });
    expect(result).toEqual({
      spec: { replicas: 5, containers: [{ name: 'web', image: 'nginx:1.27', imagePullPolicy: 'Always' }] },
    });
  });

  test('what the manifest no longer says is removed, what it never said stays', () => {
    const { patch, result } = threeWay(
      { metadata: { labels: { a: '1', b: '2' } } },
      { metadata: { labels: { a: '1' } } },
      { metadata: { labels: { a: '1', b: '2', c: '3' } } },
    );
    expect(patch).toEqual({ metadata: { labels: { b: null } } });
    expect(result).toEqual({ metadata: { labels: { a: '1', c: '3' } } });
  });

  test('a container gone from the manifest goes, an injected one stays', () => {
    const { result } = threeWay(
      containers(web, log),
      containers(web),
      containers({ name: 'proxy' }, web, log),
    );
    expect(result).toEqual(containers({ name: 'proxy' }, web));
  });

  test('the order of a list again, where the server put items of its own', () => {
    const live = containers(web, { name: 'proxy' });
    const { patch, result } = threeWay(containers(web), containers(web), live);
    expect(patch).toEqual({ spec: { '$setElementOrder/containers': [{ name: 'web' }] } });
    expect(result).toEqual(live);
  });

  test('what drifted comes back', () => {
    const manifest = { spec: { replicas: 3 } };
    expect(threeWay(manifest, manifest, { spec: { replicas: 7 } }).patch).toEqual({ spec: { replicas: 3 } });
  });

  test('another strategy drops the parameters of the old one', () => {
    const { patch, result } = threeWay(
      { spec: {} },
      { spec: { strategy: { type: 'Recreate' } } },
      { spec: { strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: '25%' } } } },
    );
    expect(patch).toEqual({ spec: { strategy: { type: 'Recreate', $retainKeys: ['type'] } } });
    expect(result).toEqual({ spec: { strategy: { type: 'Recreate' } } });
  });

  test('another kind of volume replaces the old one', () => {
    const volume = (source: JsonObject): JsonObject => ({ spec: { volumes: [{ name: 'data', ...source }] } });
    const { result } = threeWay(
      volume({ emptyDir: {} }),
      volume({ configMap: { name: 'c' } }),
      volume({ emptyDir: {}, extra: true }),
    );
    expect(result).toEqual(volume({ configMap: { name: 'c' } }));
  });
});

describe('for any two objects', () => {
  test('the two-way patch takes one to the other, order of lists included', () => {
    fc.assert(
      fc.property(anyPod, anyPod, (from, to) => {
        expect(strategic(from, createTwoWayMerge(from, to, lookup))).toEqual(to);
        expect(createTwoWayMerge(from, from, lookup)).toEqual({});
      }),
      { numRuns: 500 },
    );
  });

  test('the three-way patch sets all the manifest says, and applying twice changes nothing', () => {
    fc.assert(
      fc.property(anyPod, anyPod, anyPod, (original, modified, current) => {
        const applied = strategic(current, createThreeWayMerge(original, modified, current, lookup));
        const again = createThreeWayMerge(modified, modified, applied, lookup);
        expect(strategic(applied, again)).toEqual(applied);
      }),
      { numRuns: 500 },
    );
  });
});

const name = fc.constantFrom('a', 'b', 'c', '__proto__');
const scalar: fc.Arbitrary<Json> = fc.oneof(
  fc.integer({ min: 0, max: 3 }),
  fc.boolean(),
  fc.constantFrom('x', 'y'),
);
const { value: anyValue } = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    scalar,
    fc.array(scalar, { maxLength: 3 }),
    fc.dictionary(name, tie('value'), { maxKeys: 3, noNullPrototype: true }),
  ),
}));
const anyObject: fc.Arbitrary<JsonObject> = fc.dictionary(name, anyValue, {
  maxKeys: 4,
  noNullPrototype: true,
});

const optional = (members: Record<string, fc.Arbitrary<Json>>, requiredKeys: string[] = []) =>
  fc.record(members, { requiredKeys, noNullPrototype: true }) as unknown as fc.Arbitrary<JsonObject>;
const listOf = (item: fc.Arbitrary<JsonObject>, key: string): fc.Arbitrary<Json> =>
  fc.uniqueArray(item, { selector: (member) => member[key], maxLength: 4 });

const container = optional(
  {
    name: fc.constantFrom('a', 'b', 'c', 'd'),
    image: scalar,
    args: fc.array(scalar, { maxLength: 2 }),
    ports: listOf(
      optional({ containerPort: fc.integer({ min: 80, max: 83 }), protocol: scalar }, ['containerPort']),
      'containerPort',
    ),
    env: listOf(optional({ name: fc.constantFrom('A', 'B'), value: scalar }, ['name']), 'name'),
  },
  ['name'],
);
const anyPod = optional({
  metadata: optional({
    labels: anyObject,
    finalizers: fc.uniqueArray(fc.constantFrom('f', 'g', 'h', 'i'), { maxLength: 4 }),
  }),
  spec: optional({
    replicas: scalar,
    containers: listOf(container, 'name'),
    volumes: listOf(
      optional({ name: fc.constantFrom('v', 'w'), emptyDir: anyObject, configMap: anyObject }, ['name']),
      'name',
    ),
    strategy: optional({ type: scalar, rollingUpdate: anyObject }),
    whole: anyObject,
    other: anyValue,
  }),
});
