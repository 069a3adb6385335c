import { describe, expect, test } from 'vitest';
import { kindFor } from './discovery.ts';
import { parseFieldSelector } from './field-selector.ts';
import type { Kind } from './kind.ts';
import type { KubeObject } from './meta.ts';

const pod = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'web-0', namespace: 'default' },
  spec: { nodeName: 'node-1', restartPolicy: 'Always' },
  status: { phase: 'Running', podIP: '10.244.1.5', podIPs: [{ ip: '10.244.1.5' }] },
} as KubeObject;

const kind = (apiVersion: string, name: string) => kindFor(apiVersion, name) as Kind;

describe('a field selector', () => {
  test.each([
    ['status.phase=Running', true],
    ['status.phase==Running', true],
    ['status.phase!=Running', false],
    ['metadata.name=web-0,spec.nodeName=node-2', false],
    ['metadata.name=web-0,,spec.nodeName=node-1', true],
    ['status.nominatedNodeName=', true],
    ['spec.hostNetwork=false', true],
    ['status.podIPs=10.244.1.5', true],
    ['', true],
    [String.raw`metadata.name=web\,0`, false],
    [String.raw`spec.nodeName=node\-1`, false],
    [String.raw`spec.nodeName!=a\=b,metadata.name=web-0`, true],
  ])('%s: %s', (text, holds) => {
    const read = parseFieldSelector(kind('v1', 'Pod'), text);
    expect(read.ok && read.value(pod)).toBe(holds);
  });

  test.each([
    ['v1', 'Pod', 'spec.containers=a', 'field label not supported: spec.containers'],
    ['v1', 'Node', 'metadata.namespace=a', 'field label not supported: metadata.namespace'],
    [
      'apps/v1',
      'Deployment',
      'spec.replicas=3',
      '"spec.replicas" is not a known field selector: only "metadata.name", "metadata.namespace"',
    ],
    [
      'v1',
      'PersistentVolume',
      'spec.storageClassName=a',
      '"spec.storageClassName" is not a known field selector: only "metadata.name", "metadata.namespace"',
    ],
    ['batch/v1', 'Job', 'status.failed=1', 'field label "status.failed" not supported for batchv1.Job'],
    [
      'v1',
      'Pod',
      'spec.nodeName=a,status.phase',
      "invalid selector: 'spec.nodeName=a,status.phase'; can't understand 'status.phase'",
    ],
    ['v1', 'Pod', 'status.phase', "invalid selector: 'status.phase'; can't understand 'status.phase'"],
  ])('%s %s knows no %s', (apiVersion, name, text, error) => {
    expect(parseFieldSelector(kind(apiVersion, name), text)).toEqual({ ok: false, error });
  });
});
