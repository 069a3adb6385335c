import { describe, expect, test } from 'vitest';
import { renderFieldError } from '../machinery/field-error.ts';
import { decode } from './decode.ts';
import type { Kind } from './kind.ts';
import type { Pod } from './pod.ts';
import { PodKind } from './pod.ts';

const container = { name: 'c', image: 'i:1' };
const probed = (probe: object) => ({ containers: [{ ...container, livenessProbe: probe }] });
const contained = (more: object) => ({ containers: [{ ...container, ...more }] });
const volume = (source: object) => ({ volumes: [{ name: 'v', ...source }] });
const required = (term: object) => ({
  affinity: { podAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [term] } },
});

function pod(spec: object, metadata: object = {}): Pod {
  const given = { metadata: { name: 'p', ...metadata }, spec: { containers: [container], ...spec } };
  const decoded = decode(PodKind as unknown as Kind, { apiVersion: 'v1', kind: 'Pod', ...given }, 'Strict');
  if (!decoded.ok) throw new Error(decoded.message);
  const draft = decoded.object as Pod;
  PodKind.prepareForCreate?.(draft);
  PodKind.defaults?.(draft);
  return draft;
}

const errorsOf = (object: Pod) => (PodKind.validate?.(object) ?? []).map(renderFieldError);

const label63 =
  "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')";
const namePart =
  "name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')";
const innerContext =
  '{"Capabilities":null,"Privileged":true,"SELinuxOptions":null,"WindowsOptions":null,"RunAsUser":null,"RunAsGroup":null,"RunAsNonRoot":null,"ReadOnlyRootFilesystem":null,"AllowPrivilegeEscalation":false,"ProcMount":null,"SeccompProfile":null,"AppArmorProfile":null}';
const C = 'spec.containers[0]';
const V = 'spec.volumes[0]';

describe('validation', () => {
  test.each<[string, object, string[]]>([
    [
      'a probe that does nothing',
      probed({}),
      [`${C}.livenessProbe: Required value: must specify a handler type`],
    ],
    [
      'a probe that does two things',
      probed({ exec: { command: ['a'] }, tcpSocket: { port: 1 } }),
      [`${C}.livenessProbe.tcpSocket: Forbidden: may not specify more than 1 handler type`],
    ],
    [
      'a liveness probe that has to succeed twice',
      probed({ exec: { command: ['a'] }, successThreshold: 2 }),
      [`${C}.livenessProbe.successThreshold: Invalid value: 2: must be 1`],
    ],
    [
      'numbers of a probe below zero',
      probed({ exec: { command: ['a'] }, initialDelaySeconds: -1, terminationGracePeriodSeconds: 0 }),
      [
        `${C}.livenessProbe.initialDelaySeconds: Invalid value: -1: must be greater than or equal to 0`,
        `${C}.livenessProbe.terminationGracePeriodSeconds: Invalid value: 0: must be greater than 0`,
      ],
    ],
    [
      'a hook that sleeps for longer than the pod may end',
      contained({ lifecycle: { preStop: { sleep: { seconds: 60 } } } }),
      [
        `${C}.lifecycle.preStop.sleep: Invalid value: 60: must be non-negative and less than terminationGracePeriodSeconds (30)`,
      ],
    ],
    [
      'a port named twice',
      contained({
        ports: [
          { name: 'a', containerPort: 1 },
          { name: 'a', containerPort: 70000 },
        ],
      }),
      [
        `${C}.ports[1].name: Duplicate value: "a"`,
        `${C}.ports[1].containerPort: Invalid value: 70000: must be between 1 and 65535, inclusive`,
      ],
    ],
    [
      'a variable from nowhere, and from two places',
      contained({
        env: [
          { name: 'A', valueFrom: {} },
          { name: 'B', value: 'b', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
        ],
      }),
      [
        `${C}.env[0].valueFrom: Invalid value: "": must specify one of: \`fieldRef\`, \`resourceFieldRef\`, \`configMapKeyRef\`, \`secretKeyRef\` or \`fileKeyRef\``,
        `${C}.env[1].valueFrom: Invalid value: "": may not be specified when \`value\` is not empty`,
      ],
    ],
    [
      'more requested than allowed',
      contained({ resources: { requests: { cpu: '2' }, limits: { cpu: '1' } } }),
      [`${C}.resources.requests: Invalid value: "2": must be less than or equal to cpu limit of 1`],
    ],
    [
      'huge pages without a processor or memory',
      contained({ resources: { limits: { 'hugepages-2Mi': '4Mi' } } }),
      [`${C}.resources: Forbidden: HugePages require cpu or memory`],
    ],
    [
      'a mount of no volume, at no path',
      contained({ volumeMounts: [{ name: 'x', mountPath: '' }] }),
      [`${C}.volumeMounts[0].name: Not found: "x"`, `${C}.volumeMounts[0].mountPath: Required value`],
    ],
    [
      'a path that leads out of the volume',
      { ...contained({ volumeMounts: [{ name: 'v', mountPath: '/a', subPath: '../b' }] }), ...volume({}) },
      [`${C}.volumeMounts.subPath: Invalid value: "../b": must not contain '..'`],
    ],
    [
      'two sources of one volume',
      volume({ emptyDir: {}, hostPath: { path: '/a' } }),
      [`${V}.hostPath: Forbidden: may not specify more than 1 volume type`],
    ],
    [
      'a path of the host of no known type',
      volume({ hostPath: { path: '/a', type: 'Folder' } }),
      [
        `${V}.hostPath.type: Unsupported value: "Folder": supported values: "", "BlockDevice", "CharDevice", "Directory", "DirectoryOrCreate", "File", "FileOrCreate", "Socket"`,
      ],
    ],
    [
      'files of no mode that there is',
      volume({ secret: { secretName: 's', defaultMode: 512 } }),
      [
        `${V}.secret.defaultMode: Invalid value: 512: must be a number between 0 and 0777 (octal), both inclusive`,
      ],
    ],
    [
      'a token that is gone at once',
      {
        serviceAccountName: 'a',
        ...volume({
          projected: { sources: [{ serviceAccountToken: { path: 't', expirationSeconds: 60 } }] },
        }),
      },
      [
        `${V}.projected.sources[0].serviceAccountToken.expirationSeconds: Invalid value: 60: may not specify a duration less than 10 minutes`,
      ],
    ],
    [
      'privileges given and taken',
      contained({ securityContext: { privileged: true, allowPrivilegeEscalation: false } }),
      [
        `${C}.securityContext: Invalid value: ${innerContext}: cannot set \`allowPrivilegeEscalation\` to false and \`privileged\` to true`,
      ],
    ],
    [
      'a user below zero',
      { securityContext: { runAsUser: -1 } },
      ['spec.securityContext.runAsUser: Invalid value: -1: must be between 0 and 2147483647, inclusive'],
    ],
    [
      'a profile of the node without a path',
      { securityContext: { seccompProfile: { type: 'Localhost' } } },
      [
        'spec.securityContext.seccompProfile.localhostProfile: Required value: must be set when seccomp type is Localhost',
      ],
    ],
    [
      'neighbours nowhere',
      required({ labelSelector: {}, topologyKey: 'a b' }),
      [
        `spec.affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution[0].topologyKey: Invalid value: "a b": ${namePart}`,
      ],
    ],
    [
      'a spread by nothing',
      { topologySpreadConstraints: [{ maxSkew: 0, topologyKey: 'zone', whenUnsatisfiable: 'Never' }] },
      [
        'spec.topologySpreadConstraints[0].maxSkew: Invalid value: 0: must be greater than zero',
        'spec.topologySpreadConstraints[0].whenUnsatisfiable: Unsupported value: "Never": supported values: "DoNotSchedule", "ScheduleAnyway"',
      ],
    ],
    [
      'a toleration of any value with a value',
      { tolerations: [{ key: 'a', operator: 'Exists', value: 'b' }] },
      ['spec.tolerations[0].operator: Invalid value: "b": value must be empty when `operator` is \'Exists\''],
    ],
    [
      'an alias of no address',
      { hostAliases: [{ ip: 'here', hostnames: ['a'] }] },
      [
        'spec.hostAliases[0].ip: Invalid value: "here": must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)',
      ],
    ],
    [
      'no name server at all',
      { dnsPolicy: 'None' },
      ['spec.dnsConfig: Required value: must provide `dnsConfig` when `dnsPolicy` is None'],
    ],
    [
      'a node before the gates open',
      { nodeName: 'n', schedulingGates: [{ name: 'a' }] },
      ['spec.nodeName: Forbidden: cannot be set until all schedulingGates have been cleared'],
    ],
    [
      'a container that is not there from the start',
      { ephemeralContainers: [{ name: 'e', image: 'i' }] },
      ['spec.ephemeralContainers: Forbidden: cannot be set on create'],
    ],
    [
      'a host name with capitals',
      { hostname: 'A', subdomain: 'b.c' },
      [
        `spec.hostname: Invalid value: "A": ${label63}`,
        `spec.subdomain: Invalid value: "b.c": must not contain dots`,
      ],
    ],
    [
      'a deadline that has passed',
      { activeDeadlineSeconds: 0 },
      ['spec.activeDeadlineSeconds: Invalid value: 0: must be between 1 and 2147483647, inclusive'],
    ],
    [
      'an init container with a readiness probe',
      { initContainers: [{ ...container, name: 'i', readinessProbe: { tcpSocket: { port: 1 } } }] },
      [
        'spec.initContainers[0].readinessProbe: Forbidden: may not be set for init containers without restartPolicy=Always',
      ],
    ],
    [
      'a container twice',
      { initContainers: [container] },
      ['spec.initContainers[0].name: Duplicate value: "c"'],
    ],
    [
      'limits of the pod below those of its containers',
      { resources: { limits: { cpu: '1' } }, ...contained({ resources: { requests: { cpu: '2' } } }) },
      ['spec.resources.requests: Invalid value: "2": must be less than or equal to cpu limit of 1'],
    ],
    [
      'Windows without what it cannot have',
      { os: { name: 'windows' }, hostPID: true },
      ['spec.hostPID: Forbidden: cannot be set for a windows pod'],
    ],
  ])('%s', (_, spec, errors) => {
    expect(errorsOf(pod(spec))).toEqual(errors);
  });

  test.each<[Record<string, string>, string[]]>([
    [
      { 'controller.kubernetes.io/pod-deletion-cost': '1.5' },
      [
        'metadata.annotations[controller.kubernetes.io/pod-deletion-cost]: Invalid value: "1.5": must be a 32bit integer',
      ],
    ],
    [
      { 'container.apparmor.security.beta.kubernetes.io/x': 'runtime/default' },
      [
        'metadata.annotations[container.apparmor.security.beta.kubernetes.io/x]: Invalid value: "x": container not found',
      ],
    ],
  ])('the annotation %o', (annotations, errors) => {
    expect(errorsOf(pod({}, { annotations }))).toEqual(errors);
  });
});

describe('changes', () => {
  const changed = (change: object, old: Pod) => {
    const next = { ...old, spec: { ...old.spec, ...change } } as Pod;
    return (PodKind.validateUpdate?.(next, old) ?? []).map(renderFieldError);
  };
  const old = pod({ tolerations: [{ key: 'a', operator: 'Exists' }], activeDeadlineSeconds: 60 });
  const gated = pod({ schedulingGates: [{ name: 'g' }], nodeSelector: { a: 'b' } });
  const only =
    'pod updates may not change fields other than `spec.containers[*].image`,`spec.initContainers[*].image`,`spec.activeDeadlineSeconds`,`spec.tolerations` (only additions to existing tolerations),`spec.terminationGracePeriodSeconds` (allow it to be set to 1 if it was previously negative)';

  test.each<[string, object, Pod, string[]]>([
    ['another image', { containers: [{ ...old.spec.containers?.[0], image: 'j:2' }] }, old, []],
    ['a nearer deadline', { activeDeadlineSeconds: 30 }, old, []],
    [
      'a later deadline',
      { activeDeadlineSeconds: 90 },
      old,
      ['spec.activeDeadlineSeconds: Invalid value: 90: must be less than or equal to previous value'],
    ],
    [
      'another container',
      { containers: [] },
      old,
      ['spec.containers: Forbidden: pod updates may not add or remove containers'],
    ],
    [
      'no toleration',
      { tolerations: [] },
      old,
      ['spec.tolerations: Forbidden: existing toleration can not be modified except its tolerationSeconds'],
    ],
    ['a narrower choice while it is held back', { nodeSelector: { a: 'b', c: 'd' } }, gated, []],
    [
      'another choice while it is held back',
      { nodeSelector: { a: 'c' } },
      gated,
      [
        'spec.nodeSelector: Invalid value: {"a":"c"}: only additions to spec.nodeSelector are allowed (no mutations or deletions)',
      ],
    ],
    [
      'one more gate',
      { schedulingGates: [{ name: 'g' }, { name: 'h' }] },
      gated,
      [
        "spec.schedulingGates[1].name: Forbidden: only deletion is allowed, but found new scheduling gate 'h'",
      ],
    ],
    [
      'another restart policy',
      { restartPolicy: 'Never' },
      old,
      [
        `spec: Forbidden: ${only}\n${[
          '@@ -35,7 +35,7 @@',
          '   }',
          '  ],',
          '  "EphemeralContainers": null,',
          '- "RestartPolicy": "Always",',
          '+ "RestartPolicy": "Never",',
          '  "TerminationGracePeriodSeconds": 30,',
          '  "ActiveDeadlineSeconds": 60,',
          '  "DNSPolicy": "ClusterFirst",',
          '',
        ].join('\n')}`,
      ],
    ],
  ])('%s', (_, change, before, errors) => {
    expect(changed(change, before)).toEqual(errors);
  });
});
