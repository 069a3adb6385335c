import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { FieldType } from '../../sim/index.ts';
import { kindFor, kinds, parseManifests, schemaOf } from '../../sim/index.ts';
import { englishTexts } from './en/index.ts';
import { readFieldTexts, typeName } from './field-texts.ts';
import { koreanTexts } from './ko/index.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const LANGUAGES = [
  ['en', englishTexts],
  ['ko', koreanTexts],
] as const;

/** Volumes of old drivers, devices and Windows: their own fields need no text. */
const LEFT_OUT =
  /^(AWS|Azure|CephFS|Cinder|FC|Flex|Flocker|GitRepo|Glusterfs|ISCSI|Photon|Portworx|Quobyte|RBD|ScaleIO|StorageOS|Vsphere)\w*Source$|^(ClusterTrustBundleProjection|ConfigMapNodeConfigSource|ContainerExtendedResourceRequest|NodeAllocatableResourceClaimStatus|NodeConfig(Source|Status)|PodCertificateProjection|PodExtendedResourceClaimStatus|WindowsSecurityContextOptions)$/;

/** Types that are read as one value. */
const VALUES = ['Quantity', 'IntOrString'];

/** Every type that can be reached from a kind, by its name in the texts, with the names of its fields. */
function reachableTypes(): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  const queue = [...kinds.map(({ schema }) => schema), 'io.k8s.api.autoscaling.v1.Scale'];
  const seen = new Set<string>();
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    const fields = found.get(typeName(name)) ?? new Set<string>();
    found.set(typeName(name), fields);
    for (const field of schemaOf(name)?.fields.values() ?? []) {
      fields.add(field.name);
      const inner = innerType(field.type);
      if (inner.form === 'object') queue.push(inner.schema);
    }
  }
  return found;
}

function innerType(type: FieldType): FieldType {
  return type.form === 'list' || type.form === 'map' ? innerType(type.item) : type;
}

/** The manifests of the course: every YAML file with an apiVersion and a kind. */
function courseObjects(): object[] {
  const names = ['content', 'exercises'].flatMap((folder) =>
    readdirSync(ROOT + folder, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`),
  );
  return names
    .filter((name) => name.endsWith('.yaml'))
    .flatMap((name) => parseManifests(readFileSync(ROOT + name, 'utf8')).documents)
    .filter((it): it is object => typeof it === 'object' && it !== null && 'apiVersion' in it);
}

/** The fields that an object uses, as `PodSpec.containers`. */
function usedFields(schema: string, value: unknown, used: Set<string>): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, member] of Object.entries(value)) {
    const field = schemaOf(schema)?.fields.get(name);
    if (!field) continue;
    used.add(`${typeName(schema)}.${name}`);
    const inner = innerType(field.type);
    const items = Array.isArray(member) ? member : [member];
    if (inner.form === 'object') for (const item of items) usedFields(inner.schema, item, used);
  }
}

describe('the texts of fields', () => {
  const types = reachableTypes();

  test.each(LANGUAGES)('%s: every text is about a field that there is', (_, texts) => {
    const wrong = texts.keys().filter((key) => {
      const [type = '', field] = key.split('.');
      if (VALUES.includes(type)) return field !== undefined;
      return field === undefined ? !types.has(type) : types.get(type)?.has(field) !== true;
    });
    expect(wrong).toEqual([]);
  });

  test.each(LANGUAGES)('%s: every field has one, but those of old drivers and devices', (_, texts) => {
    const all = [...types].filter(([type]) => !LEFT_OUT.test(type));
    const fields = all.flatMap(([type, names]) => [...names].map((name) => [type, name] as const));
    expect(fields.length).toBeGreaterThan(1100);
    expect(fields.filter(([type, name]) => texts.of(type, name) === undefined)).toEqual([]);
    expect(kinds.filter(({ kind }) => texts.of(kind) === undefined)).toEqual([]);
  });

  test.each(LANGUAGES)('%s: every field that the course writes has one', (_, texts) => {
    const used = new Set<string>();
    for (const object of courseObjects()) {
      const { apiVersion, kind } = object as { apiVersion: string; kind: string };
      const found = kindFor(apiVersion, kind);
      if (found) usedFields(found.schema, object, used);
    }
    expect(used.size).toBeGreaterThan(30);
    expect([...used].filter((key) => !texts.keys().includes(key))).toEqual([]);
  });

  test.each(LANGUAGES)('%s: each is a sentence or two', (_, texts) => {
    const odd = texts.keys().filter((key) => {
      const [type = '', field] = key.split('.');
      const text = texts.of(type, field) ?? '';
      return text.length < 6 || text.length > 240 || !text.endsWith('.') || /\s\s|^\s|[`<]/.test(text);
    });
    expect(odd).toEqual([]);
  });

  test('both languages have the same', () => {
    expect([...koreanTexts.keys()].sort()).toEqual([...englishTexts.keys()].sort());
    const untranslated = koreanTexts.keys().filter((key) => {
      const [type = '', field] = key.split('.');
      return !/[가-힣]/.test(koreanTexts.of(type, field) ?? '');
    });
    expect(untranslated).toEqual([]);
  });

  test('types share what they have in common', () => {
    const texts = readFieldTexts(['# A B\n= Both.\nname What it is called.\n\n# B\nsize How big.\n']);
    expect(texts.keys()).toEqual(['A', 'B', 'A.name', 'B.name', 'B.size']);
    expect(texts.of('B', 'size')).toBe('How big.');
    expect(texts.of('A', 'size')).toBeUndefined();
    expect(() => readFieldTexts(['# A\nb One.\nb Two.']).keys()).toThrow('two texts for A.b');
  });
});
