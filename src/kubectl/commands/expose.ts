// kubectl expose: makes a Service for the pods that an object selects.
import type { Kind, KubeObject } from '../../sim/index.ts';
import { resourceName, ServiceKind } from '../../sim/index.ts';
import type { Command, Context } from '../command.ts';
import { printWarnings, report, serverError, usageError } from '../command.ts';
import { dryRunOf } from '../dry-run.ts';
import {
  dryRunFlag,
  fieldManagerFlag,
  filenameFlags,
  noRecordFlag,
  printFlags,
  saveConfigFlag,
} from '../flag-sets.ts';
import { savedConfig } from '../last-applied.ts';
import { listAt, mapAt, numberAt, textAt } from '../objects.ts';
import { outcomePrinter } from '../outcome.ts';
import { overridden, overrideFlags } from '../overrides.ts';
import { containersAt, podSpecPath } from '../pod-template.ts';
import type { Target } from '../targets.ts';
import { findTargets } from '../targets.ts';

/** The kinds that kubectl knows how to expose. A StatefulSet is to have a Service of its own, a DaemonSet none. */
const exposable: ReadonlySet<string> = new Set([
  'deployments.apps',
  'pods',
  'replicasets.apps',
  'replicationcontrollers',
  'services',
]);

export const expose: Command = {
  words: ['expose'],
  summary:
    'Take a replication controller, service, deployment or pod and expose it as a new Kubernetes service',
  ownsSelector: true,
  usage:
    'kubectl expose (-f FILENAME | TYPE NAME) [--port=port] [--protocol=TCP|UDP|SCTP] [--target-port=number-or-name] [--name=name] [--external-ip=external-ip-of-service] [--type=type] [options]',
  flags: [
    ...filenameFlags,
    ...printFlags,
    dryRunFlag,
    fieldManagerFlag,
    noRecordFlag,
    { name: 'name', type: 'string', help: 'The name of the service' },
    { name: 'port', type: 'string', help: 'The port of the service' },
    { name: 'target-port', type: 'string', help: 'The port of the pods, by number or name' },
    { name: 'protocol', type: 'string', help: 'TCP, UDP or SCTP' },
    { name: 'type', type: 'string', help: 'ClusterIP, NodePort, LoadBalancer' },
    { name: 'cluster-ip', type: 'string', help: 'None makes the service headless' },
    { name: 'labels', short: 'l', type: 'string', help: 'Labels of the service' },
    { name: 'selector', type: 'string', help: 'Labels of the pods' },
    { name: 'session-affinity', type: 'string', help: 'None or ClientIP' },
    { name: 'external-ip', type: 'string', help: 'An outside address at which the service answers too' },
    { name: 'load-balancer-ip', type: 'string', help: 'The address that a load balancer is to have' },
    ...overrideFlags,
    saveConfigFlag,
  ],
  *run(context) {
    const { targets, problems } = yield* findTargets(context);
    if (problems.length > 0) return report(context, problems);
    const dryRun = dryRunOf(context);
    const print = outcomePrinter(context);
    for (const target of targets) {
      const service = overridden(context, ServiceKind as Kind, serviceFor(context, target));
      if (dryRun === 'client') {
        print(ServiceKind as Kind, service, 'exposed');
        continue;
      }
      const { namespace = '' } = target.object.metadata;
      const sent = { ...service, metadata: { ...service.metadata, namespace } };
      const object = savedConfig(context, sent);
      const answer = context.cluster.api.create(ServiceKind, object, {
        fieldValidation: 'Ignore',
        dryRun: dryRun === 'server',
      });
      printWarnings(context, answer);
      if (!answer.ok) throw serverError(answer.status);
      print(ServiceKind as Kind, answer.object, 'exposed');
    }
    return 0;
  },
};

function serviceFor({ flags }: Context, { kind, object }: Target): KubeObject {
  if (!exposable.has(resourceName(kind))) throw cannotExpose(kind);
  const name = flags.text('name') || object.metadata.name.slice(0, 63);
  // Which pods it is for is asked before which ports they have.
  const selector = selectorFor(flags, kind, object);
  const labels = flags.has('labels') ? readLabels(flags.text('labels') ?? '') : object.metadata.labels;
  const [type, clusterIP, affinity, externalIP, loadBalancerIP] = [
    ...['type', 'cluster-ip', 'session-affinity', 'external-ip', 'load-balancer-ip'].map((flag) =>
      flags.text(flag),
    ),
  ];
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, ...(labels ? { labels } : {}) },
    spec: {
      ...(clusterIP ? { clusterIP } : {}),
      ...(externalIP ? { externalIPs: [externalIP] } : {}),
      ...(loadBalancerIP && type === 'LoadBalancer' ? { loadBalancerIP } : {}),
      ports: portsOf(flags, kind, object),
      selector,
      ...(affinity ? { sessionAffinity: affinity } : {}),
      ...(type ? { type } : {}),
    },
    status: { loadBalancer: {} },
  } as KubeObject;
}

function portsOf(flags: Context['flags'], kind: Kind, object: KubeObject): readonly object[] {
  const given = (flags.text('port') ?? '').split(',').filter((text) => text !== '');
  const declared = declaredPorts(kind, object);
  const protocol = flags.text('protocol');
  const ports = given.length > 0 ? given.map(readPort) : declared.map(({ port }) => port);
  if (ports.length === 0) throw usageError("couldn't find port via --port flag or introspection");
  const target = flags.text('target-port');
  return ports.map((port, i) => ({
    ...(ports.length > 1 ? { name: `port-${i + 1}` } : {}),
    port,
    protocol: protocol || (declared.find((it) => it.port === port)?.protocol ?? 'TCP'),
    targetPort: target ? (/^\d+$/.test(target) ? Number(target) : target) : port,
  }));
}

function readPort(text: string): number {
  if (!/^\d{1,9}$/.test(text)) {
    throw usageError(`strconv.Atoi: parsing ${JSON.stringify(text)}: invalid syntax`);
  }
  return Number(text);
}

function declaredPorts(kind: Kind, object: KubeObject): { port: number; protocol: string | undefined }[] {
  const path = podSpecPath(kind, object);
  const ports = path
    ? containersAt(object, path).flatMap((container) => listAt(container, 'ports'))
    : listAt(object, 'spec', 'ports');
  return ports.flatMap((port) => {
    const number = numberAt(port, path ? 'containerPort' : 'port');
    return number === undefined ? [] : [{ port: number, protocol: textAt(port, 'protocol') }];
  });
}

function selectorFor(flags: Context['flags'], kind: Kind, object: KubeObject): object {
  const given = flags.text('selector');
  if (given) return readLabels(given);
  if (kind.group === '' && kind.kind === 'Pod') {
    const labels = object.metadata.labels ?? {};
    if (Object.keys(labels).length > 0) return labels;
    throw usageError(
      "couldn't retrieve selectors via --selector flag or introspection: the pod has no labels and cannot be exposed",
    );
  }
  const selector = mapAt(object, 'spec', 'selector');
  if (kind.group !== '' && listAt(selector, 'matchExpressions').length > 0) {
    const expressions = listAt(selector, 'matchExpressions').map(expressionText).join(' ');
    throw usageError(
      `couldn't retrieve selectors via --selector flag or introspection: couldn't convert expressions - "[${expressions}]" to map-based selector format`,
    );
  }
  const labels = kind.group === '' ? selector : mapAt(selector, 'matchLabels');
  if (Object.keys(labels).length > 0) return labels;
  throw cannotExpose(kind);
}

/** As Go prints it. */
function expressionText(expression: unknown): string {
  const values = listAt(expression, 'values').join(' ');
  return `{Key:${textAt(expression, 'key')} Operator:${textAt(expression, 'operator')} Values:[${values}]}`;
}

function cannotExpose(kind: Kind): Error {
  return usageError(`cannot expose a ${kind.group ? `${kind.kind}.${kind.group}` : kind.kind}`);
}

function readLabels(text: string): Record<string, string> {
  const entries = text.split(',').map((pair) => {
    const equals = pair.indexOf('=');
    if (equals <= 0) throw usageError(`unexpected label spec: ${pair}`);
    return [pair.slice(0, equals), pair.slice(equals + 1)] as const;
  });
  return Object.fromEntries(entries);
}
