// kubectl cluster-info dump: what there is in some namespaces and what containers wrote, to the screen or into files.
import type { FileSystem, Kind, KubeObject, Pod } from '../../sim/index.ts';
import {
  DaemonSetKind,
  DeploymentKind,
  EventKind,
  NamespaceKind,
  NodeKind,
  PodKind,
  parentOf,
  ReplicaSetKind,
  ReplicationControllerKind,
  ServiceKind,
  toYaml,
} from '../../sim/index.ts';
import type { Command, Context } from '../command.ts';
import { usageError } from '../command.ts';
import { allNamespacesFlag, printFlags } from '../flag-sets.ts';
import { absolutePath } from '../paths.ts';
import { inGoOrder } from '../printers/go-order.ts';
import { sortKeys } from '../printers/whole.ts';

/** What is dumped of a namespace, by the names of its files. */
const parts: readonly (readonly [file: string, kind: Kind])[] = [
  ['events', EventKind as Kind],
  ['replication-controllers', ReplicationControllerKind as Kind],
  ['services', ServiceKind as Kind],
  ['daemonsets', DaemonSetKind as Kind],
  ['deployments', DeploymentKind as Kind],
  ['replicasets', ReplicaSetKind as Kind],
  ['pods', PodKind as Kind],
];

export const clusterInfoDump: Command = {
  words: ['cluster-info', 'dump'],
  summary: 'Dump relevant information for debugging and diagnosis',
  usage: 'kubectl cluster-info dump [flags] [options]',
  flags: [
    ...printFlags.map((flag) =>
      flag.name === 'output' ? { ...flag, default: 'json', help: 'json or yaml' } : flag,
    ),
    allNamespacesFlag,
    {
      name: 'namespaces',
      type: 'list',
      help: 'Which namespaces, instead of the current one and kube-system',
    },
    { name: 'output-directory', type: 'string', help: 'Where to write files; empty or -: print' },
    { name: 'pod-running-timeout', type: 'duration', default: '20s', help: 'Has no effect here' },
  ],
  run(context) {
    const { cluster, flags, out } = context;
    const format = flags.text('output') ?? 'json';
    if (format !== 'json' && format !== 'yaml') {
      throw usageError(`petset does not simulate --output=${format} here; use json or yaml`);
    }
    const write = writerOf(context);
    const print = (kind: Kind, objects: readonly KubeObject[], file: string) =>
      write(`${file}.${format}`, listText(kind, objects, format));
    print(NodeKind as Kind, cluster.api.list(NodeKind), 'nodes');
    for (const namespace of namespacesOf(context)) {
      for (const [file, kind] of parts) {
        print(kind, cluster.api.list(kind, namespace), `${namespace}/${file}`);
      }
      for (const pod of cluster.api.list(PodKind, namespace)) {
        write(`${namespace}/${pod.metadata.name}/logs.txt`, logsOf(context, pod));
      }
    }
    const directory = directoryOf(context);
    if (directory !== undefined) out(`Cluster info dumped to ${directory}\n`);
    return 0;
  },
};

function directoryOf({ flags }: Context): string | undefined {
  const directory = flags.text('output-directory') ?? '';
  return directory === '' || directory === '-' ? undefined : directory;
}

/** Writes one file of the dump, or prints what would be in it. */
function writerOf(context: Context): (path: string, text: string) => void {
  const directory = directoryOf(context);
  if (directory === undefined) return (_, text) => context.out(text);
  const files: FileSystem = context.process.host.files;
  return (path, text) => {
    const where = absolutePath(context.process, `${directory}/${path}`);
    files.mkdir(parentOf(where), { parents: true });
    files.write(where, text);
  };
}

function namespacesOf({ cluster, flags, isAllNamespaces, namespace }: Context): readonly string[] {
  if (isAllNamespaces) return cluster.api.list(NamespaceKind).map(({ metadata }) => metadata.name);
  const named = flags.list('namespaces');
  return named.length > 0 ? named : ['kube-system', namespace];
}

/** A list as its struct is written: its items do not say what they are. */
function listText(kind: Kind, objects: readonly KubeObject[], format: 'json' | 'yaml'): string {
  const items = objects.map((object) => {
    const { kind: _, apiVersion: __, ...rest } = inGoOrder(kind, object) as Record<string, unknown>;
    return rest;
  });
  const apiVersion = kind.group === '' ? kind.version : `${kind.group}/${kind.version}`;
  if (format === 'yaml')
    return toYaml({ apiVersion, items: items.map(sortKeys), kind: `${kind.kind}List`, metadata: {} });
  return `${JSON.stringify({ kind: `${kind.kind}List`, apiVersion, metadata: {}, items }, null, 4)}\n`;
}

function logsOf({ cluster }: Context, pod: Pod): string {
  const { uid = '', name, namespace } = pod.metadata;
  return [...(pod.spec.initContainers ?? []), ...pod.spec.containers]
    .map((container) => {
      const lines = cluster.world.logs(uid, container.name)?.lines ?? [];
      const whose = `logs for container ${container.name} of pod ${namespace}/${name} ====\n`;
      return `==== START ${whose}${lines.map(({ text }) => `${text}\n`).join('')}==== END ${whose}`;
    })
    .join('');
}
