import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { schemaOf } from './fields.ts';
import { kinds } from './index.ts';
import { unsupportedFields } from './unsupported.ts';
import { fieldsWithoutEffect, reasonOf, refusedFields, withoutEffect } from './without-effect.ts';

/** Every word of the code that acts upon objects. */
function actingWords(): ReadonlySet<string> {
  const sim = fileURLToPath(new URL('..', import.meta.url));
  const folders = [
    'controllers',
    'scheduler',
    'kubelet',
    'world',
    'network',
    'metrics',
    'storage',
    'apiserver',
    'quota',
    'disruption',
  ];
  const words = new Set<string>();
  for (const folder of folders) {
    for (const name of readdirSync(join(sim, folder), { recursive: true, encoding: 'utf8' })) {
      if (!name.endsWith('.ts') || name.endsWith('.test.ts') || name.includes('testdata')) continue;
      const code = readFileSync(join(sim, folder, name), 'utf8').replace(/\/\/.*|\/\*[\s\S]*?\*\//g, '');
      for (const word of code.match(/\w+/g) ?? []) words.add(word);
    }
  }
  return words;
}

const READ_ALL_THE_SAME = new Set([
  // Under a name that is put together.
  'Container.livenessProbe',
  // By the API server's rules for the kind.
  'ConfigMap.immutable',
  'JobSpec.manualSelector',
  'Secret.immutable',
  'Secret.stringData',
  'ServiceSpec.allocateLoadBalancerNodePorts',
]);

/** The fields of specs that no acting code names, by type. */
function unread(words: ReadonlySet<string>): string[] {
  const found: string[] = [];
  const seen = new Set<string>();
  const visit = (schema: string): void => {
    if (seen.has(schema)) return;
    seen.add(schema);
    const struct = schema.slice(schema.lastIndexOf('.') + 1);
    for (const field of schemaOf(schema)?.fields.values() ?? []) {
      const name = `${struct}.${field.name}`;
      if (unsupportedFields.has(name) || reasonOf(struct, field.name) || READ_ALL_THE_SAME.has(name))
        continue;
      let { type } = field;
      while (type.form === 'list' || type.form === 'map') type = type.item;
      if (!words.has(field.name)) found.push(name);
      if (type.form === 'object' && !type.schema.endsWith('Status')) visit(type.schema);
    }
  };
  for (const kind of kinds) visit(kind.schema);
  return found;
}

describe('fields without effect', () => {
  test('a field that no code reads is listed, or refused by name', () => {
    const words = actingWords();
    expect(words.size).toBeGreaterThan(2000);
    expect(unread(words)).toEqual([]);
  });

  test('every entry names fields that there are', () => {
    const listed = fieldsWithoutEffect();
    const reasons = new Set(listed.map(({ reason }) => reason));
    expect([...Object.keys(withoutEffect)].filter((reason) => !reasons.has(reason))).toEqual([]);
    expect(listed.length).toBeGreaterThan(100);
  });

  test('paths are those of manifests', () => {
    const paths = fieldsWithoutEffect().map(({ kind, path }) => `${kind.kind} ${path}`);
    expect(paths).toContain('Pod spec.containers[].securityContext.capabilities');
    expect(paths).toContain('Pod spec.hostUsers');
    expect(new Set(paths).size).toBe(paths.length);
  });

  test('what is refused is not listed as well', () => {
    const refused = refusedFields().map(({ kind, path }) => `${kind.kind} ${path}`);
    const listed = new Set(fieldsWithoutEffect().map(({ kind, path }) => `${kind.kind} ${path}`));
    expect(refused.filter((path) => listed.has(path))).toEqual([]);
    expect(refused).toContain('Pod spec.containers[].volumeDevices[]');
  });
});
