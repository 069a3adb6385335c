import { describe, expect, test } from 'vitest';
import { fieldOf } from './fields.ts';
import type { Kind } from './kind.ts';
import { StatefulSetKind } from './stateful-set.ts';
import { findUnsupported, unsupportedFields } from './unsupported.ts';

describe('unsupported fields', () => {
  test.each([...unsupportedFields.keys()])('%s is a field', (name) => {
    const [type, field] = name.split('.') as [string, string];
    expect(fieldOf(`io.k8s.api.core.v1.${type}`, field)).toBeDefined();
  });

  test('are found wherever they are', () => {
    const object = {
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      metadata: { name: 'web' },
      spec: {
        template: {
          spec: {
            volumes: [
              { name: 'a', emptyDir: {} },
              { name: 'b', csi: {} },
            ],
            resourceClaims: [],
          },
        },
        volumeClaimTemplates: [{ spec: { dataSource: {} } }],
      },
    };
    expect(findUnsupported(StatefulSetKind as Kind, object).map(({ path }) => path)).toEqual([
      'spec.template.spec.resourceClaims',
      'spec.template.spec.volumes[1].csi',
      'spec.volumeClaimTemplates[0].spec.dataSource',
    ]);
  });
});
