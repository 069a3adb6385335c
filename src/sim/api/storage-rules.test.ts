import { describe, expect, test } from 'vitest';
import { renderFieldError } from '../machinery/field-error.ts';
import { decode } from './decode.ts';
import { kindFor } from './discovery.ts';
import type { Kind } from './kind.ts';
import type { KubeObject } from './meta.ts';

const claim = { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } };
const volume = { accessModes: ['ReadWriteOnce'], capacity: { storage: '1Gi' }, hostPath: { path: '/a' } };
const zones = (...values: string[]) => ({ matchLabelExpressions: [{ key: 'zone', values }] });

function make(kind: Kind, rest: object): KubeObject {
  const apiVersion = kind.group ? `${kind.group}/${kind.version}` : kind.version;
  const decoded = decode(kind, { apiVersion, kind: kind.kind, metadata: { name: 'a' }, ...rest }, 'Strict');
  if (!decoded.ok) throw new Error(decoded.message);
  kind.prepareForCreate?.(decoded.object);
  kind.defaults?.(decoded.object);
  return decoded.object;
}

const kindOf = (name: string) => kindFor(name === 'StorageClass' ? 'storage.k8s.io/v1' : 'v1', name) as Kind;

test.each<[string, string, object, string[]]>([
  [
    'claims without a mode or a size',
    'PersistentVolumeClaim',
    { spec: {} },
    [
      'spec.accessModes: Required value: at least 1 access mode is required',
      'spec.resources[storage]: Required value',
    ],
  ],
  [
    'a claim of no size',
    'PersistentVolumeClaim',
    { spec: { ...claim, resources: { requests: { storage: '0' } } } },
    ['spec.resources[storage]: Invalid value: "0": must be greater than zero'],
  ],
  [
    'a claim for one pod and for others',
    'PersistentVolumeClaim',
    { spec: { ...claim, accessModes: ['ReadWriteOncePod', 'ReadWriteMany'] } },
    ['spec.accessModes: Forbidden: may not use ReadWriteOncePod with other access modes'],
  ],
  [
    'a volume of nothing',
    'PersistentVolume',
    { spec: { capacity: volume.capacity, accessModes: volume.accessModes } },
    ['spec: Required value: must specify a volume type'],
  ],
  [
    'a volume of two things',
    'PersistentVolume',
    { spec: { ...volume, nfs: { server: 's', path: '/b' } } },
    ['spec.nfs: Forbidden: may not specify more than 1 volume type'],
  ],
  [
    'a local volume of no node',
    'PersistentVolume',
    { spec: { ...volume, hostPath: undefined, local: { path: '/a' } } },
    ['spec.nodeAffinity: Required value: Local volume requires node affinity'],
  ],
  [
    'zones twice, of no value and of the same value',
    'StorageClass',
    { provisioner: 'p', allowedTopologies: [zones('a', 'a'), zones('a'), zones()] },
    [
      'allowedTopologies[0].matchLabelExpressions[0].values[1]: Duplicate value: "a"',
      'allowedTopologies[1].matchLabelExpressions: Duplicate value: ""',
      'allowedTopologies[2].matchLabelExpressions[0].values: Required value',
    ],
  ],
  [
    'a parameter without a name',
    'StorageClass',
    { provisioner: 'p', parameters: { '': 'a' } },
    ['parameters: Invalid value: "": field can not be empty.'],
  ],
])('%s', (_, name, rest, errors) => {
  const kind = kindOf(name);
  expect((kind.validate?.(make(kind, rest)) ?? []).map(renderFieldError)).toEqual(errors);
});

describe('changes of a claim', () => {
  const kind = kindOf('PersistentVolumeClaim');
  const bound = { phase: 'Bound', capacity: { storage: '1Gi' } };
  const below = 'spec.resources.requests.storage: Forbidden: field can not be less than status.capacity';
  const size = (storage: string) => ({ ...claim, resources: { requests: { storage } } });

  test.each<[string, object, object, string[]]>([
    ['more', size('2Gi'), bound, []],
    ['less than it has', size('500Mi'), bound, [below]],
    [
      'more, and nothing bound',
      size('2Gi'),
      { phase: 'Pending' },
      [
        `spec: Forbidden: spec is immutable after creation except resources.requests and volumeAttributesClassName for bound claims
@@ -6,7 +6,7 @@
  "Resources": {
   "Limits": null,
   "Requests": {
-   "storage": "1Gi"
+   "storage": "2Gi"
   }
  },
  "VolumeName": "",
`,
      ],
    ],
  ])('%s', (_, spec, status, errors) => {
    const old = { ...make(kind, { spec: claim }), status };
    const next = { ...make(kind, { spec }), status };
    expect((kind.validateUpdate?.(next, old) ?? []).map(renderFieldError)).toEqual(errors);
  });
});

describe('changes of a volume', () => {
  const kind = kindOf('PersistentVolume');

  test('its source stays', () => {
    const next = make(kind, { spec: { ...volume, hostPath: { path: '/b' } } });
    const [error, ...others] = kind.validateUpdate?.(next, make(kind, { spec: volume })) ?? [];
    expect(others).toEqual([]);
    expect(
      error && renderFieldError(error),
    ).toBe(`spec.persistentvolumesource: Forbidden: spec.persistentvolumesource is immutable after creation
@@ -2,7 +2,7 @@
  "GCEPersistentDisk": null,
  "AWSElasticBlockStore": null,
  "HostPath": {
-  "Path": "/a",
+  "Path": "/b",
   "Type": ""
  },
  "Glusterfs": null,
`);
  });
});

test.each<[string, string, object, string[]]>([
  [
    'part of a byte',
    'PersistentVolumeClaim',
    { spec: { ...claim, resources: { requests: { storage: '1500m' } } } },
    ['spec.resources.requests[storage]: fractional byte value "1500m" is invalid, must be an integer'],
  ],
  [
    'a port that two containers have',
    'Pod',
    {
      spec: {
        containers: ['a', 'b'].map((name) => ({
          name,
          image: 'i:1',
          ports: [{ name: 'web', containerPort: 80 }],
        })),
      },
    },
    [
      'spec.containers[1].ports[0]: duplicate port definition with spec.containers[0].ports[0]',
      'spec.containers[1].ports[0]: duplicate port name "web" with spec.containers[0].ports[0], services and probes that select ports by name will use spec.containers[0].ports[0]',
    ],
  ],
  [
    'files in each other',
    'Pod',
    {
      spec: {
        containers: [{ name: 'a', image: 'i:1' }],
        volumes: [
          {
            name: 'v',
            configMap: {
              name: 'c',
              items: [
                { key: 'k', path: 'a' },
                { key: 'l', path: 'a/b' },
              ],
            },
          },
        ],
      },
    },
    ['volume "v" (ConfigMap "c"): overlapping paths: "a/b" with "a"'],
  ],
  [
    'an annotation of old',
    'Pod',
    {
      metadata: { name: 'a', annotations: { 'scheduler.alpha.kubernetes.io/critical-pod': '' } },
      spec: { containers: [{ name: 'a', image: 'i:1' }] },
    },
    [
      'metadata.annotations[scheduler.alpha.kubernetes.io/critical-pod]: non-functional in v1.16+; use the "priorityClassName" field instead',
    ],
  ],
  [
    'an old zone',
    'StorageClass',
    {
      provisioner: 'p',
      allowedTopologies: [
        { matchLabelExpressions: [{ key: 'failure-domain.beta.kubernetes.io/zone', values: ['a'] }] },
      ],
    },
    [
      'allowedTopologies[0].matchLabelExpressions[0].key: failure-domain.beta.kubernetes.io/zone is deprecated since v1.17; use "topology.kubernetes.io/zone" instead',
    ],
  ],
])('a warning of %s', (_, name, rest, warnings) => {
  const kind = kindOf(name);
  expect(kind.warnings?.(make(kind, rest))).toEqual(warnings);
});
