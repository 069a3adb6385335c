import { expect, test } from 'vitest';
import type { Kind } from '../../api/kind.ts';
import type { Pod } from '../../api/pod.ts';
import { PodKind } from '../../api/pod.ts';
import { SecretKind } from '../../api/secret.ts';
import { checkOverhead, runtimeClass } from './runtime-class.ts';

const pod = (spec: object) =>
  ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'p' },
    spec: { containers: [], ...spec },
  }) as unknown as Pod;
const admit = (draft: Pod, kind: Kind = PodKind as Kind) =>
  runtimeClass({ kind, draft } as unknown as Parameters<typeof runtimeClass>[0])?.message;

test('a pod may name no runtime, as there is none', () => {
  const named = pod({ runtimeClassName: 'gvisor' });
  expect(admit(named)).toBe('pods "p" is forbidden: pod rejected: RuntimeClass "gvisor" not found');
  expect(admit(pod({}))).toBeUndefined();
  expect(admit(named, SecretKind as Kind)).toBeUndefined();
});

test('nor does it say what the runtime takes', () => {
  expect(checkOverhead(PodKind as Kind, pod({ overhead: { cpu: '1' } }))?.message).toBe(
    'pods "p" is forbidden: pod rejected: Pod Overhead set without corresponding RuntimeClass defined Overhead',
  );
  expect(checkOverhead(PodKind as Kind, pod({ overhead: {} }))).toBeUndefined();
});
