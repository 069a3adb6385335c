import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { describeInvalid, renderFieldError, statusCauses } from '../machinery/field-error.ts';
import { decode } from './decode.ts';
import { findKind, kindFor } from './discovery.ts';
import type { Kind } from './kind.ts';
import { resourceName } from './kind.ts';
import type { KubeObject } from './meta.ts';

interface Row {
  id: string;
  manifest: KubeObject;
  /** What kubectl printed of a server-side dry run. */
  says: string;
  /** As the server filled it in, without metadata and what admission adds. */
  object?: KubeObject;
}

const rows: Row[] = JSON.parse(readFileSync(new URL('./testdata/manifests.json', import.meta.url), 'utf8'));

/** Everything that happens to a new object but for admission and the giving out of addresses. */
function create(row: Row): { says: string[]; object?: KubeObject } {
  const { manifest } = row;
  const kind = kindFor(manifest.apiVersion, manifest.kind) as Kind;
  const decoded = decode(kind, manifest, row.id.endsWith('-ignored') ? 'Ignore' : 'Strict');
  if (!decoded.ok) {
    return {
      says: [`Error from server (BadRequest): error when creating "${row.id}.yaml": ${decoded.message}`],
    };
  }
  const { object } = decoded;
  kind.prepareForCreate?.(object);
  kind.defaults?.(object);
  const errors = kind.validate?.(object) ?? [];
  const name = object.metadata.name ?? '';
  if (errors.length > 0) {
    return { says: describeInvalid(kind.kind, name, statusCauses(errors)).split('\n') };
  }
  const warnings = (kind.warnings?.(object) ?? []).map((it) => `Warning: ${it}`);
  const created = `${resourceName({ ...kind, plural: kind.singular })}/${name} created (server dry run)`;
  return { says: [created, ...warnings], object };
}

describe('what a real API server says of a manifest', () => {
  test.each(rows.map((row) => [row.id, row] as const))('%s', (_, row) => {
    const { says, object } = create(row);
    // The order of maps is chance there.
    expect(says.toSorted()).toEqual(row.says.split('\n').toSorted());
    if (row.object) expect({ ...object, metadata: undefined }).toEqual(row.object);
  });
});

describe('changes', () => {
  const sts = {
    selector: { matchLabels: { app: 'a' } },
    serviceName: 'a',
    template: {
      metadata: { labels: { app: 'a' } },
      spec: { containers: [{ name: 'c', image: 'i' }] },
    },
  };
  const claim = { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } };
  const bound = { phase: 'Bound', capacity: { storage: '1Gi' } };
  const service = { ports: [{ port: 80 }], clusterIP: '10.96.0.5' };
  test.each<[string, object, object, object, string[]]>([
    ['sts', sts, {}, { ...sts, template: { ...sts.template, spec: { containers: [] } } }, []],
    ['sts', sts, {}, { ...sts, replicas: 5, minReadySeconds: 3 }, []],
    ['sts', sts, {}, { ...sts, serviceName: 'b' }, [stsForbidden()]],
    [
      'rs',
      sts,
      {},
      { ...sts, selector: { matchLabels: { app: 'b' } } },
      ['spec.selector: Invalid value: {"matchLabels":{"app":"b"}}: field is immutable'],
    ],
    ['pvc', claim, bound, { ...claim, resources: { requests: { storage: '2Gi' } } }, []],
    [
      'pvc',
      claim,
      bound,
      { ...claim, resources: { requests: { storage: '500Mi' } } },
      ['spec.resources.requests.storage: Forbidden: field can not be less than status.capacity'],
    ],
    [
      'pvc',
      claim,
      bound,
      { ...claim, accessModes: ['ReadWriteMany'] },
      [
        'spec: Forbidden: spec is immutable after creation except resources.requests and volumeAttributesClassName for bound claims\n@@ -1,6 +1,6 @@\n {\n  "AccessModes": [\n-  "ReadWriteOnce"\n+  "ReadWriteMany"\n  ],\n  "Selector": null,\n  "Resources": {\n',
      ],
    ],
    ['svc', service, {}, { ports: [{ port: 81 }] }, []],
    [
      'svc',
      service,
      {},
      { ...service, clusterIP: 'None' },
      ['spec.clusterIPs[0]: Invalid value: ["None"]: may not change once set'],
    ],
  ])('of %s %#', (word, spec, status, next, says) => {
    const kind = findKind(word) as Kind;
    const old = { apiVersion: '', kind: '', metadata: { name: 'a' }, spec: structuredClone(spec), status };
    kind.defaults?.(old);
    const draft = { ...old, spec: structuredClone(next) };
    kind.prepareForUpdate?.(draft, old);
    kind.defaults?.(draft);
    expect((kind.validateUpdate?.(draft, old) ?? []).map(renderFieldError)).toEqual(says);
  });
});

function stsForbidden(): string {
  return "spec: Forbidden: updates to statefulset spec for fields other than 'replicas', 'ordinals', 'template', 'updateStrategy', 'revisionHistoryLimit', 'persistentVolumeClaimRetentionPolicy' and 'minReadySeconds' are forbidden";
}
