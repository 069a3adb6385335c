import { describe, expect, test } from 'vitest';
import { FIELD_TABLES } from './fields.generated.ts';
import { fieldAt, fieldOf, mergeKeyLookup, schemaOf } from './fields.ts';
import { kinds } from './index.ts';

const POD = 'io.k8s.api.core.v1.Pod';

describe('field tables', () => {
  test('every type can be read, and every type that is named is there', () => {
    const names = FIELD_TABLES.split('\n').map((line) => line.split(' ', 1)[0] as string);
    expect(names.length).toBeGreaterThan(250);
    for (const kind of kinds) expect(schemaOf(kind.schema)?.fields.has('metadata')).toBe(true);
    for (const name of names) {
      const full = name.startsWith('meta.') ? `io.k8s.apimachinery.pkg.apis.${name}` : `io.k8s.api.${name}`;
      for (const { type } of schemaOf(full)?.fields.values() ?? []) {
        let inner = type;
        while (inner.form === 'list' || inner.form === 'map') inner = inner.item;
        if (inner.form === 'object') expect(schemaOf(inner.schema), inner.schema).toBeDefined();
      }
    }
  });

  test('a field knows its type, enum, default and keys', () => {
    expect(fieldOf('io.k8s.api.core.v1.ContainerPort', 'protocol')).toEqual({
      name: 'protocol',
      type: { form: 'string' },
      isRequired: false,
      enum: ['SCTP', 'TCP', 'UDP'],
      default: 'TCP',
    });
    expect(fieldAt(POD, ['spec', 'containers', 'ports'])).toMatchObject({
      listType: 'map',
      listKeys: ['containerPort', 'protocol'],
      mergeKey: 'containerPort',
    });
    expect(fieldAt(POD, ['metadata', 'labels', 'app'])).toMatchObject({ type: { form: 'string' } });
    expect(fieldAt(POD, ['spec', 'container'])).toBeUndefined();
    expect(fieldAt(POD, ['__proto__'])).toBeUndefined();
    expect(schemaOf('constructor')).toBeUndefined();
  });

  test('patches learn which lists merge', () => {
    const lookup = mergeKeyLookup('io.k8s.api.apps.v1.StatefulSet');
    expect(lookup(['spec', 'template', 'spec', 'containers'])).toEqual({
      patchStrategy: 'merge',
      mergeKey: 'name',
    });
    expect(lookup(['spec', 'template', 'spec', 'volumes'])).toEqual({
      patchStrategy: 'merge,retainKeys',
      mergeKey: 'name',
    });
    expect(lookup(['metadata', 'finalizers'])).toEqual({ patchStrategy: 'merge' });
    expect(lookup(['spec', 'volumeClaimTemplates'])).toBeUndefined();
  });
});
