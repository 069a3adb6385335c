import { describe, expect, test } from 'vitest';
import { refusalsOf } from '../testing/spoilt.ts';

const rule = (path: object) => ({ spec: { rules: [{ http: { paths: [path] } }] } });
const backend = { service: { name: 'web', port: { number: 80 } } };
const at = 'spec.rules[0].http.paths[0]';
const secret = (type: string, texts: Record<string, string> = {}) => ({ type, stringData: texts });
const service = (more: object = {}) => ({ spec: { ports: [{ port: 80 }], ...more } });
const system = `metadata.name: Forbidden: priority class names with 'system-' prefix are reserved for system use only. error:`;
const subdomain = `a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')`;
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
    ...[
      'ControllerRevision',
      'EndpointSlice',
      'Endpoints',
      'Event',
      'Node',
      'ServiceAccount',
      'StorageClass',
    ].map((kind): [string, object, string[]] => [kind, {}, []]),
    [
      'ControllerRevision',
      { data: null, revision: -1 },
      [
        'data: Required value: data is mandatory',
        'revision: Invalid value: -1: must be greater than or equal to 0',
      ],
    ],
    [
      'Endpoints',
      {
        subsets: [
          {},
          { addresses: [{ ip: '169.254.0.1', hostname: 'a.b' }], ports: [{ port: 0 }, { port: 80 }] },
        ],
      },
      [
        'subsets[0]: Required value: must specify `addresses` or `notReadyAddresses`',
        'subsets[1].addresses[0].hostname: Invalid value: "a.b": must not contain dots',
        'subsets[1].addresses[0].ip: Invalid value: "169.254.0.1": may not be in the link-local range (169.254.0.0/16, fe80::/10)',
        'subsets[1].ports[0].name: Required value',
        'subsets[1].ports[0].port: Invalid value: 0: must be between 1 and 65535, inclusive',
        'subsets[1].ports[1].name: Required value',
      ],
    ],
    [
      'EndpointSlice',
      { addressType: 'IPv5', ports: [{ port: 80 }, { port: 81, protocol: 'ICMP' }] },
      [
        'addressType: Unsupported value: "IPv5": supported values: "FQDN", "IPv4", "IPv6"',
        'ports[1].name: Duplicate value: ""',
        'ports[1].protocol: Unsupported value: "ICMP": supported values: "SCTP", "TCP", "UDP"',
      ],
    ],
    [
      'EndpointSlice',
      { endpoints: [{ addresses: [] }, { addresses: ['::1'] }] },
      [
        'endpoints[0].addresses: Required value: must contain at least 1 address',
        'endpoints[1].addresses[0]: Invalid value: "::1": must be a valid IPv4 address',
        'endpoints[1].addresses[0]: Invalid value: "::1": may not be in the loopback range (127.0.0.0/8, ::1/128)',
      ],
    ],
    [
      'Event',
      { involvedObject: { namespace: 'other' }, metadata: { name: 'a/b', namespace: 'default' } },
      [
        `metadata.name: Invalid value: "a/b": may not contain '/'`,
        'involvedObject.namespace: Invalid value: "other": does not match event.namespace',
      ],
    ],
    [
      'Node',
      {
        spec: {
          podCIDR: '10.244.0.1/24',
          taints: [
            { key: 'a', effect: 'NoSchedule' },
            { key: 'a', value: 'b', effect: 'NoSchedule' },
            { key: '', effect: 'No' },
            { key: 'b' },
          ],
        },
      },
      [
        'metadata.taints[1]: Duplicate value: {"Key":"a","Value":"b","Effect":"NoSchedule","TimeAdded":null}: taints must be unique by key and effect pair',
        'metadata.taints[2].key: Invalid value: "": name part must be non-empty',
        `metadata.taints[2].key: Invalid value: "": name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')`,
        'metadata.taints[2].effect: Unsupported value: "No": supported values: "NoSchedule", "PreferNoSchedule", "NoExecute"',
        'metadata.taints[3].effect: Required value',
        'spec.podCIDRs[0]: Invalid value: "10.244.0.1/24": must not have bits set beyond the prefix length',
      ],
    ],
    ['ServiceAccount', { metadata: { name: 'a_b' } }, [`metadata.name: Invalid value: "a_b": ${subdomain}`]],
    [
      'StorageClass',
      { provisioner: 'A/b/c', reclaimPolicy: 'Recycle' },
      [
        `provisioner: Invalid value: "A/b/c": a valid label key must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]') with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')`,
        'reclaimPolicy: Unsupported value: "Recycle": supported values: "Delete", "Retain"',
      ],
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
