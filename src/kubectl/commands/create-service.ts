// kubectl create service clusterip, nodeport, loadbalancer and externalname.
import type { Kind, KubeObject, Service } from '../../sim/index.ts';
import { dns1123Subdomain, portName, portNumber, ServiceKind } from '../../sim/index.ts';
import type { Command, Context } from '../command.ts';
import { usageError } from '../command.ts';
import type { FlagSpec } from '../flags.ts';
import { commandGroup } from './command-group.ts';
import { createGenerated, generatorFlags, nameOf } from './generate.ts';

type Type = 'ClusterIP' | 'NodePort' | 'LoadBalancer' | 'ExternalName';

const tcpFlag: FlagSpec = { name: 'tcp', type: 'list', help: 'A port and the one of the pods, as 80:8080' };

function typed(type: Type, summary: string, usage: string, flags: readonly FlagSpec[]): Command {
  const word = type.toLowerCase();
  return {
    words: ['create', 'service', word],
    groupAliases: ['svc'],
    summary,
    usage: `kubectl create service ${word} NAME ${usage} [--dry-run=server|client|none] [options]`,
    flags: [...generatorFlags, tcpFlag, ...flags],
    run: (context) => createService(context, type),
  };
}

const types: readonly Command[] = [
  typed('ClusterIP', 'Create a ClusterIP service', '[--tcp=<port>:<targetPort>]', [
    { name: 'clusterip', type: 'string', help: 'An address of your own, or None for a headless service' },
  ]),
  typed('ExternalName', 'Create an ExternalName service', '--external-name external.name', [
    { name: 'external-name', type: 'string', isRequired: true, help: 'The name that the service stands for' },
  ]),
  typed('LoadBalancer', 'Create a LoadBalancer service', '[--tcp=port:targetPort]', []),
  typed('NodePort', 'Create a NodePort service', '[--tcp=port:targetPort]', [
    { name: 'node-port', type: 'int', help: 'The port on every node' },
  ]),
];

export const createServiceCommands = commandGroup({
  words: ['create', 'service'],
  aliases: ['svc'],
  summary: 'Create a service using a specified subcommand',
  members: types,
});

function createService(context: Context, type: Type): number {
  const { flags } = context;
  const name = nameOf(context);
  const [clusterIP, externalName] = [flags.text('clusterip'), flags.text('external-name')];
  const given = flags.list('tcp');
  if (clusterIP !== 'None' && given.length === 0 && type !== 'ExternalName') {
    throw usageError('at least one tcp port specifier must be provided');
  }
  if (type === 'ExternalName' && dns1123Subdomain(externalName ?? '').length > 0) {
    throw usageError(`invalid service external name ${externalName ?? ''}`);
  }
  const nodePort = flags.int('node-port');
  const ports = given.map((text) => ({ ...readPorts(text), ...(nodePort ? { nodePort } : {}) }));
  const service: Service = {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { labels: { app: name }, name },
    spec: {
      ...(clusterIP ? { clusterIP } : {}),
      ...(externalName ? { externalName } : {}),
      ...(ports.length > 0 ? { ports } : {}),
      selector: { app: name },
      type,
    },
    status: { loadBalancer: {} },
  };
  return createGenerated(
    context,
    ServiceKind as Kind,
    service as KubeObject,
    `failed to create ${type} service`,
  );
}

/** `80`, `80:8080` or `80:http`. Throws `CommandError`. */
function readPorts(text: string): {
  name: string;
  port: number;
  protocol: string;
  targetPort: number | string;
} {
  const [first = '', target] = text.split(':');
  const quoted = JSON.stringify(first);
  if (!/^\d+$/.test(first)) throw usageError(`strconv.ParseUint: parsing ${quoted}: invalid syntax`);
  const port = Number(first);
  if (port > 65_535) throw usageError(`strconv.ParseUint: parsing ${quoted}: value out of range`);
  const isNumber = target === undefined || /^[+-]?\d+$/.test(target);
  const targetPort = target === undefined ? port : isNumber ? Number(target) : target;
  const problems =
    target === undefined
      ? []
      : typeof targetPort === 'number'
        ? portNumber(targetPort)
        : portName(targetPort);
  if (problems.length > 0) throw usageError(problems.join(','));
  return { name: text.replaceAll(':', '-'), port, protocol: 'TCP', targetPort };
}
