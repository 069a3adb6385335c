import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ControllerRevisionKind } from '../api/controller-revision.ts';
import { decode } from '../api/decode.ts';
import { mergeKeyLookup } from '../api/fields.ts';
import type { Kind } from '../api/kind.ts';
import type { KubeObject } from '../api/meta.ts';
import { ServiceAccountKind } from '../api/service-account.ts';
import { bootstrap } from '../bootstrap.ts';
import { defaultBounds } from '../bounds.ts';
import type { JsonObject } from '../machinery/json.ts';
import type { MergeLookup } from '../machinery/merge-lookup.ts';
import { applyStrategicMergePatch, createTwoWayMerge, PatchError } from '../machinery/patch.ts';
import { createRandom } from '../machinery/random.ts';
import {
  arbitraryChange,
  arbitraryManifest,
  choices,
  plainManifests,
} from '../testing/arbitrary-manifest.ts';
import { ApiServer } from './api-server.ts';
import { Store } from './store.ts';

// The same cases on every machine; another seed looks at others.
fc.configureGlobal({ seed: 1 });

function freshServer(): ApiServer {
  const random = createRandom('properties');
  const api = new ApiServer({
    store: new Store({ freeze: true }),
    random,
    now: () => 1_767_603_600_000,
    objectsMax: defaultBounds.objects,
  });
  bootstrap(api, ['node-1']);
  const metadata = { name: 'default', namespace: 'default' };
  api.create(ServiceAccountKind, { apiVersion: 'v1', kind: 'ServiceAccount', metadata });
  return api;
}

const strict = { fieldValidation: 'Strict' } as const;

/** As kubectl sends it: with the namespace that it goes to. */
function sent(manifest: { json: Record<string, unknown>; kind: { namespaced: boolean } }): unknown {
  const { metadata } = manifest.json;
  if (!manifest.kind.namespaced || typeof metadata !== 'object' || metadata === null) return manifest.json;
  return { ...manifest.json, metadata: { namespace: 'default', ...metadata } };
}

/** Every refusal has a reason, a code and something to say. */
function expectAnswer(answer: ReturnType<ApiServer['create']>): void {
  if (answer.ok) return;
  expect(answer.status.code).toBeGreaterThanOrEqual(400);
  expect(answer.status.message).not.toBe('');
  expect(answer.status.message).not.toMatch(/\[object Object\]|undefined/);
}

describe('one manifest of every kind', () => {
  test.each(plainManifests.map((manifest) => [manifest.kind.kind, manifest] as const))(
    '%s',
    (_, manifest) => {
      const answer = freshServer().create(manifest.kind, sent(manifest), strict);
      expect(answer.ok ? '' : answer.status.message).toBe('');
    },
  );
});

describe('whatever is sent [A1]', () => {
  test('create answers', () => {
    fc.assert(
      fc.property(arbitraryManifest({ changes: 5 }), (manifest) => {
        expectAnswer(freshServer().create(manifest.kind, sent(manifest), strict));
      }),
      { numRuns: 1500 },
    );
  });

  test('create answers where there is not even an object', () => {
    fc.assert(
      fc.property(fc.constantFrom(...plainManifests), fc.jsonValue({ maxDepth: 5 }), ({ kind }, json) => {
        const { apiVersion, kind: name } = plainManifests.find((it) => it.kind === kind)?.json ?? {};
        expectAnswer(freshServer().create(kind, json, strict));
        expectAnswer(
          freshServer().create(kind, { apiVersion, kind: name, spec: json, metadata: json }, strict),
        );
      }),
      { numRuns: 300 },
    );
  });

  test('update and patch answer', () => {
    fc.assert(
      fc.property(
        arbitraryManifest({ changes: 1 }),
        choices,
        fc.constantFrom('strategic', 'merge'),
        (manifest, numbers, type) => {
          const api = freshServer();
          const made = api.create(manifest.kind, sent(manifest), strict);
          if (!made.ok) return;
          const { namespace = '', name } = made.object.metadata;
          const { json } = arbitraryChange(manifest, numbers);
          expectAnswer(api.patch(manifest.kind, namespace, name, { type, body: json }));
          expectAnswer(api.update(manifest.kind, { ...json, metadata: made.object.metadata }, strict));
        },
      ),
      { numRuns: 800 },
    );
  });

  test('a JSON patch answers', () => {
    const step = fc.record({
      op: fc.constantFrom('add', 'remove', 'replace', 'move', 'copy', 'test', 'no'),
      path: fc.constantFrom(
        '/spec',
        '/metadata/labels/app',
        '/spec/containers/0',
        '/spec/containers/-',
        '/a/__proto__/b',
        '',
        'x',
        '/~2',
      ),
      from: fc.constantFrom('/spec', '/metadata', '/none'),
      value: fc.jsonValue({ maxDepth: 3 }),
    });
    const pod = plainManifests.find(({ kind }) => kind.kind === 'Pod');
    fc.assert(
      fc.property(fc.oneof(fc.array(step, { maxLength: 4 }), fc.jsonValue()), (body) => {
        const api = freshServer();
        if (pod === undefined || !api.create(pod.kind, sent(pod), strict).ok) throw new Error('no pod');
        expectAnswer(api.patch(pod.kind, 'default', 'web', { type: 'json', body }));
      }),
      { numRuns: 500 },
    );
  });
});

describe('what the API server accepts', () => {
  test('reads as itself, and writing it again changes nothing [A4]', () => {
    let valid = 0;
    fc.assert(
      fc.property(arbitraryManifest(), (manifest) => {
        const api = freshServer();
        const answer = api.create(manifest.kind, sent(manifest), strict);
        if (!answer.ok) return;
        valid += 1;
        expect(decode(manifest.kind, answer.object, 'Strict')).toEqual({
          ok: true,
          object: answer.object,
          warnings: [],
        });
        const again = api.update(manifest.kind, answer.object, strict);
        expect(again.ok ? again.object : again.status.message).toEqual(answer.object);
      }),
      { numRuns: 1500 },
    );
    expect(valid).toBeGreaterThan(200);
  });

  test('a strategic patch from one to the other gets there', () => {
    let pairs = 0;
    fc.assert(
      fc.property(arbitraryManifest({ changes: 2 }), choices, (manifest, numbers) => {
        const [a, b] = [manifest, arbitraryChange(manifest, numbers)].map((it) => {
          const answer = freshServer().create(it.kind, sent(it), strict);
          return answer.ok ? answer.object : undefined;
        });
        // A merge cannot write a null, which the data of a revision may hold.
        if (a === undefined || b === undefined || manifest.kind === (ControllerRevisionKind as Kind)) return;
        const lookup = mergeKeyLookup(manifest.kind.schema);
        const [from, to] = [json(a), json(b)];
        const patched = patchedTowards(from, to, lookup);
        if (patched === undefined || hasTwins(from) || hasTwins(to)) return;
        pairs += 1;
        expect(patched).toEqual(to);
      }),
      { numRuns: 1500 },
    );
    expect(pairs).toBeGreaterThan(150);
  });
});

/** What is made of `from` by a patch that leads to `to`; undefined where the items of a list cannot be told apart. */
function patchedTowards(from: JsonObject, to: JsonObject, lookup: MergeLookup): JsonObject | undefined {
  try {
    return applyStrategicMergePatch(from, createTwoWayMerge(from, to, lookup), lookup);
  } catch (error) {
    if (error instanceof PatchError && /does not contain declared merge key/.test(error.message))
      return undefined;
    throw error;
  }
}

/** Where two items of a list bear the same key, a merge makes one of them. */
function hasTwins(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const parts = Object.values(value);
  const keys = Array.isArray(value) ? parts.map(keyOf) : [];
  return new Set(keys).size < keys.length || parts.some(hasTwins);
}

function keyOf(item: unknown): unknown {
  if (typeof item !== 'object' || item === null) return item;
  const key = MERGE_KEYS.find((name) => name in item);
  return key ? (item as JsonObject)[key] : item;
}

const MERGE_KEYS = [
  'name',
  'containerPort',
  'port',
  'mountPath',
  'devicePath',
  'uid',
  'topologyKey',
  'ip',
  'type',
  'key',
];

function json(object: KubeObject): JsonObject {
  return object as unknown as JsonObject;
}
