import { expect, test } from 'vitest';
import { FieldPath } from './field-path.ts';

test('a path is written as Kubernetes writes it', () => {
  const containers = FieldPath.of('spec', 'template').child('spec', 'containers');
  expect(String(containers)).toBe('spec.template.spec.containers');
  expect(String(containers.index(0).child('resources', 'requests').key('cpu'))).toBe(
    'spec.template.spec.containers[0].resources.requests[cpu]',
  );
});
