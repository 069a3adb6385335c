import { describe, expect, test } from 'vitest';
import { textToBase64 } from '../machinery/base64.ts';
import { renderFieldError } from '../machinery/field-error.ts';
import { decode } from './decode.ts';
import { kindFor } from './discovery.ts';
import type { Kind } from './kind.ts';
import type { KubeObject } from './meta.ts';

/** A valid object of each kind, to be spoilt. */
const valid: Readonly<Record<string, object>> = {
  ConfigMap: { apiVersion: 'v1' },
  Ingress: {
    apiVersion: 'networking.k8s.io/v1',
    spec: { defaultBackend: { service: { name: 'web', port: { number: 80 } } } },
  },
  Lease: { apiVersion: 'coordination.k8s.io/v1' },
  PriorityClass: { apiVersion: 'scheduling.k8s.io/v1', value: 1 },
  Secret: { apiVersion: 'v1' },
  Service: { apiVersion: 'v1', spec: { ports: [{ port: 80 }] } },
};

function objectOf(kind: string, more: object): { of: Kind; object: KubeObject } {
  const manifest = { kind, metadata: { name: 'x' }, ...valid[kind], ...more } as unknown as KubeObject;
  const of = kindFor(manifest.apiVersion, kind) as Kind;
  const decoded = decode(of, manifest, 'Strict');
  if (!decoded.ok) throw new Error(decoded.message);
  of.defaults?.(decoded.object);
  return { of, object: decoded.object };
}

function refusalsOf(kind: string, more: object): string[] {
  const { of, object } = objectOf(kind, more);
  return (of.validate?.(object) ?? []).map(renderFieldError);
}

const rule = (path: object) => ({ spec: { rules: [{ http: { paths: [path] } }] } });
const backend = { service: { name: 'web', port: { number: 80 } } };
const at = 'spec.rules[0].http.paths[0]';
const secret = (type: string, texts: Record<string, string> = {}) => ({ type, stringData: texts });
const service = (more: object = {}) => ({ spec: { ports: [{ port: 80 }], ...more } });
const system = `metadata.name: Forbidden: priority class names with 'system-' prefix are reserved for system use only. error:`;
const wildcard = `a wildcard DNS-1123 subdomain must start with '*.', followed by a valid DNS subdomain, which must consist of lower case alphanumeric characters, '-' or '.' and end with an alphanumeric character (e.g. '*.example.com', regex used for validation is '\\*\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')`;

describe('a new object', () => {
  test.each<[kind: string, more: object, refusals: string[]]>([
    ['ConfigMap', { data: { a: 'x'.repeat(1024 * 1024) } }, []],
    [
      'ConfigMap',
      { data: { a: 'x'.repeat(1024 * 1024 + 1) } },
      [': Too long: may not be more than 1048576 bytes'],
    ],
    ['Secret', secret('example.com/x'), []],
    [
      'Secret',
      secret('Opaque', { a: 'é'.repeat(524_289) }),
      ['data: Too long: may not be more than 1048576 bytes'],
    ],
    ['Secret', secret('Opaque', { '..': 'x' }), [`data[..]: Invalid value: "..": must not be '..'`]],
    [
      'Secret',
      secret('kubernetes.io/tls'),
      ['tls.crt', 'tls.key'].map((it) => `data[${it}]: Required value`),
    ],
    ['Secret', secret('kubernetes.io/tls', { 'tls.crt': '', 'tls.key': '' }), []],
    [
      'Secret',
      secret('kubernetes.io/basic-auth'),
      ['username', 'password'].map((it) => `data[${it}]: Required value`),
    ],
    ['Secret', secret('kubernetes.io/basic-auth', { password: '' }), []],
    [
      'Secret',
      secret('kubernetes.io/ssh-auth', { 'ssh-privatekey': '' }),
      ['data[ssh-privatekey]: Required value'],
    ],
    [
      'Secret',
      secret('kubernetes.io/service-account-token'),
      ['metadata.annotations[kubernetes.io/service-account.name]: Required value'],
    ],
    ['Secret', secret('kubernetes.io/dockercfg'), ['data[.dockercfg]: Required value']],
    [
      'Secret',
      secret('kubernetes.io/dockerconfigjson', { '.dockerconfigjson': 'user' }),
      [
        `data[.dockerconfigjson]: Invalid value: "<secret contents redacted>": invalid character 'u' looking for beginning of value`,
      ],
    ],
    ['Ingress', {}, []],
    [
      'Ingress',
      { spec: {} },
      ['spec: Invalid value: null: either `defaultBackend` or `rules` must be specified'],
    ],
    ['Ingress', { spec: { rules: [{ http: {} }] } }, ['spec.rules[0].http.paths: Required value']],
    ['Ingress', rule({ backend }), [`${at}.pathType: Required value: pathType must be specified`]],
    [
      'Ingress',
      rule({ backend, pathType: 'Exact' }),
      [`${at}.path: Invalid value: "": must be an absolute path`],
    ],
    ['Ingress', rule({ backend, pathType: 'ImplementationSpecific' }), []],
    [
      'Ingress',
      rule({ backend, pathType: 'Prefix', path: '/a//%2fb/.' }),
      [
        `${at}.path: Invalid value: "/a//%2fb/.": must not contain '//'`,
        `${at}.path: Invalid value: "/a//%2fb/.": must not contain '%2f'`,
        `${at}.path: Invalid value: "/a//%2fb/.": cannot end with '/.'`,
      ],
    ],
    [
      'Ingress',
      rule({ backend: {}, pathType: 'Exact', path: '/' }),
      [`${at}.backend: Invalid value: "": resource or service backend is required`],
    ],
    [
      'Ingress',
      { spec: { defaultBackend: { service: { name: 'Web', port: { name: 'a', number: 1 } } } } },
      [
        `spec.defaultBackend.service.name: Invalid value: "Web": a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')`,
        'spec.defaultBackend: Invalid value: "": cannot set both port name & port number',
      ],
    ],
    [
      'Ingress',
      { spec: { defaultBackend: { service: { port: {} } } } },
      [
        'spec.defaultBackend.service.name: Required value',
        'spec.defaultBackend: Required value: port name or number is required',
      ],
    ],
    [
      'Ingress',
      { spec: { defaultBackend: { resource: { kind: 'a/b' } } } },
      [
        `spec.defaultBackend.resource.kind: Invalid value: "a/b": may not contain '/'`,
        'spec.defaultBackend.resource.name: Required value: name is required',
      ],
    ],
    ['Ingress', { spec: { rules: [{ host: '*.example.com' }] } }, []],
    [
      'Ingress',
      { spec: { rules: [{ host: 'a.*.com' }] } },
      [`spec.rules[0].host: Invalid value: "a.*.com": ${wildcard}`],
    ],
    [
      'Ingress',
      { spec: { rules: [{ host: '10.0.0.1' }] } },
      ['spec.rules[0].host: Invalid value: "10.0.0.1": must be a DNS name, not an IP address'],
    ],
    [
      'Ingress',
      {
        metadata: { name: 'x', annotations: { 'kubernetes.io/ingress.class': 'a' } },
        spec: { ingressClassName: 'b', rules: [{}] },
      },
      [
        'annotations.kubernetes.io/ingress.class: Invalid value: "a": must match `ingressClassName` when both are specified',
      ],
    ],
    ['PriorityClass', { value: 1_000_000_000, preemptionPolicy: 'Never' }, []],
    [
      'PriorityClass',
      { value: 1_000_000_001, preemptionPolicy: 'Always' },
      [
        'value: Forbidden: maximum allowed value of a user defined priority is 1000000000',
        'preemptionPolicy: Unsupported value: "Always": supported values: "Never", "PreemptLowerPriority"',
      ],
    ],
    [
      'PriorityClass',
      { metadata: { name: 'system-x' } },
      [`${system} system-x is not a known system priority class`],
    ],
    [
      'PriorityClass',
      { metadata: { name: 'system-node-critical' } },
      [`${system} value of system-node-critical PriorityClass must be 2000001000`],
    ],
    ['Service', service(), []],
    [
      'Service',
      service({
        type: 'ExternalName',
        clusterIP: '10.96.0.9',
        clusterIPs: ['10.96.0.9'],
        ipFamilies: ['IPv4'],
      }),
      [
        'spec.clusterIPs: Forbidden: may not be set for ExternalName services',
        'spec.ipFamilies: Forbidden: may not be set for ExternalName services',
        'spec.externalName: Required value',
      ],
    ],
    [
      'Service',
      service({ externalIPs: ['1.2.3.4', '127.0.0.1', '010.1.1.1', 'x', '::ffff:1.2.3.4'] }),
      [
        'spec.externalIPs[1]: Invalid value: "127.0.0.1": may not be in the loopback range (127.0.0.0/8, ::1/128)',
        'spec.externalIPs[2]: Invalid value: "010.1.1.1": must not have leading 0s',
        'spec.externalIPs[3]: Invalid value: "x": must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)',
        'spec.externalIPs[4]: Invalid value: "::ffff:1.2.3.4": must not be an IPv4-mapped IPv6 address',
      ],
    ],
    [
      'Service',
      service({
        loadBalancerSourceRanges: ['10.0.0.0/8'],
        allocateLoadBalancerNodePorts: true,
        loadBalancerClass: 'a',
      }),
      ['LoadBalancerSourceRanges', 'allocateLoadBalancerNodePorts', 'loadBalancerClass'].map(
        (field) => `spec.${field}: Forbidden: may only be used when \`type\` is 'LoadBalancer'`,
      ),
    ],
    [
      'Service',
      service({
        type: 'LoadBalancer',
        loadBalancerSourceRanges: [' 10.0.0.0/8', '10.0.0.1/8', '10.0.0.0/33'],
      }),
      [
        'spec.LoadBalancerSourceRanges[1]: Invalid value: "10.0.0.1/8": must not have bits set beyond the prefix length',
        'spec.LoadBalancerSourceRanges[2]: Invalid value: "10.0.0.0/33": must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)',
      ],
    ],
    [
      'Service',
      service({ healthCheckNodePort: 30_000, trafficDistribution: 'Near', internalTrafficPolicy: 'None' }),
      [
        "spec.healthCheckNodePort: Invalid value: 30000: may only be set when `type` is 'LoadBalancer' and `externalTrafficPolicy` is 'Local'",
        'spec.internalTrafficPolicy: Unsupported value: "None": supported values: "Cluster", "Local"',
        'spec.trafficDistribution: Unsupported value: "Near": supported values: "PreferClose", "PreferSameNode", "PreferSameZone"',
      ],
    ],
    [
      'Service',
      service({
        clusterIP: 'None',
        clusterIPs: ['None', '10.96.0.9'],
        ipFamilyPolicy: 'Both',
        ipFamilies: ['IPv5', 'IPv5'],
      }),
      [
        'spec.ipFamilies[0]: Unsupported value: "IPv5": supported values: "IPv4", "IPv6"',
        'spec.ipFamilies[1]: Unsupported value: "IPv5": supported values: "IPv4", "IPv6"',
        'spec.ipFamilies[1]: Duplicate value: "IPv5"',
        'spec.ipFamilyPolicy: Unsupported value: "Both": supported values: "PreferDualStack", "RequireDualStack", "SingleStack"',
        `spec.clusterIPs: Invalid value: ["None","10.96.0.9"]: 'None' must be the first and only value`,
      ],
    ],
    [
      'Lease',
      { spec: { leaseDurationSeconds: 0, leaseTransitions: -1 } },
      [
        'spec.leaseDurationSeconds: Invalid value: 0: must be greater than 0',
        'spec.leaseTransitions: Invalid value: -1: must be greater than or equal to 0',
      ],
    ],
  ])('%s %j', (kind, more, refusals) => {
    expect(refusalsOf(kind, more)).toEqual(refusals);
  });
});

describe('a change', () => {
  const kept = (field: string) => `${field}: Forbidden: field is immutable when \`immutable\` is set`;
  test.each<[kind: string, old: object, next: object, refusals: string[]]>([
    ['ConfigMap', { data: { a: '1' } }, { data: { a: '2' }, immutable: true }, []],
    [
      'ConfigMap',
      { data: { a: '1' }, immutable: true },
      { data: { a: '2' }, binaryData: { b: textToBase64('b') } },
      [kept('immutable'), kept('data'), kept('binaryData')],
    ],
    ['ConfigMap', { immutable: true }, { immutable: true, metadata: { name: 'x', labels: { a: 'b' } } }, []],
    ['Secret', secret('Opaque', { a: '1' }), secret('Opaque', { a: '2' }), []],
    [
      'Secret',
      { ...secret('Opaque', { a: '1' }), immutable: true },
      secret('kubernetes.io/tls', { a: '1' }),
      ['type: Invalid value: "kubernetes.io/tls": field is immutable', kept('immutable')],
    ],
    [
      'PriorityClass',
      {},
      { value: 2, preemptionPolicy: 'Never' },
      [
        'value: Forbidden: may not be changed in an update.',
        'preemptionPolicy: Invalid value: "Never": field is immutable',
      ],
    ],
  ])('%s %j to %j', (kind, old, next, refusals) => {
    const { of, object } = objectOf(kind, next);
    const errors = of.validateUpdate?.(object, objectOf(kind, old).object) ?? [];
    expect(errors.map(renderFieldError)).toEqual(refusals);
  });
});

test('stringData wins over data and is never seen again', () => {
  const { object } = objectOf('Secret', { data: { a: 'YQ==', b: 'Yg==' }, stringData: { a: 'new' } });
  expect(object).toMatchObject({ type: 'Opaque', data: { a: textToBase64('new'), b: 'Yg==' } });
  expect(object).not.toHaveProperty('stringData');
});
