// gcloud, as far as the course's notes use it: `compute ssh NODE` to shut a node's network down, `compute instances reset NODE` to bring
// it back, `compute disks create` for the disks that volumes name.
//
// Departs: there is no cloud behind it: projects and zones are names only, and all that one can do on a node is `ifconfig eth0 down` and `up`.
import type { Cluster, Process, Program } from '../../sim/index.ts';
import { gceDiskId, NodeKind, parseQuantity, quantityValue, untilReadable } from '../../sim/index.ts';
import type { Steps } from '../language/shell-state.ts';

const project = 'petset';
const usualZone = 'europe-west1-b';
const withValue = new Set(['zone', 'project', 'size', 'type', 'command', 'region', 'account']);
const gibibyte = 2 ** 30;

export function gcloud(cluster: Cluster): Program {
  return function* (process) {
    const call = readCall(process.argv.slice(1));
    const command = call.words.slice(0, 3).join(' ');
    if (command.startsWith('compute ssh')) return yield* ssh(cluster, process, call);
    if (command === 'compute instances reset') return reset(cluster, process, call);
    if (command === 'compute disks create') return createDisks(cluster, process, call);
    const known = 'compute ssh NODE, compute instances reset NODE or compute disks create NAME';
    return fail(process, `petset does not simulate gcloud ${call.words.join(' ')}; use ${known}`);
  };
}

interface Call {
  readonly words: readonly string[];
  readonly flags: ReadonlyMap<string, string>;
  /** What stands after `--`. */
  readonly rest: readonly string[];
}

function readCall(args: readonly string[]): Call {
  const end = args.includes('--') ? args.indexOf('--') : args.length;
  const words: string[] = [];
  const flags = new Map<string, string>();
  const given = args.slice(0, end);
  for (let i = 0; i < given.length; i++) {
    const [, name, value] = /^--([a-z-]+)(?:=(.*))?$/s.exec(given[i] ?? '') ?? [];
    if (name === undefined) words.push(given[i] ?? '');
    else flags.set(name, value ?? (withValue.has(name) ? (given[++i] ?? '') : ''));
  }
  return { words, flags, rest: args.slice(end + 1) };
}

/** With a command, or with the lines of the input for commands. */
function* ssh(cluster: Cluster, process: Process, { words, flags, rest }: Call): Steps {
  const name = (words[2] ?? '').replace(/^.*@/, '');
  if (!isNode(cluster, name)) return noSuchInstance(process, name, flags);
  const command = flags.get('command') ?? rest.join(' ');
  for (const line of command === '' ? yield* readLines(process) : [command]) {
    const [, state] = /^(?:sudo +)?ifconfig +eth0 +(down|up)$/.exec(line.trim()) ?? [];
    if (state === 'down') cluster.world.cut(name);
    else if (state === 'up') cluster.world.restore(name);
    else if (!/^(?:exit|logout)?$/.test(line.trim()))
      return fail(
        process,
        `petset does not simulate ${line.trim()} on a node; use sudo ifconfig eth0 down or up`,
      );
  }
  return 0;
}

function* readLines({ stdin }: Process): Steps<string[]> {
  let text = '';
  for (let piece = stdin.read(); piece !== undefined; piece = stdin.read()) {
    if (piece === 'wait') yield untilReadable(stdin);
    else text += piece;
  }
  return text.split('\n');
}

/** The machine starts anew, and with it its network and its containers. */
function reset(cluster: Cluster, process: Process, { words, flags }: Call): number {
  const names = words.slice(3);
  if (names.length === 0)
    return fail(process, 'argument INSTANCE_NAMES [INSTANCE_NAMES ...]: Must be specified.');
  for (const name of names) {
    if (!isNode(cluster, name)) return noSuchInstance(process, name, flags);
    cluster.world.powerOff(name);
    cluster.world.restore(name);
    cluster.world.powerOn(name);
    process.stderr.write(`Updated [${linkTo(flags, 'instances', name)}].\n`);
  }
  return 0;
}

function createDisks(cluster: Cluster, process: Process, { words, flags }: Call): number {
  const names = words.slice(3);
  if (names.length === 0) return fail(process, 'argument DISK_NAME [DISK_NAME ...]: Must be specified.');
  const size = parseQuantity(
    (flags.get('size') ?? '500GB').replace(/^(\d+)(GB|GiB)?$/, '$1Gi').replace(/TB$/, 'Ti'),
  );
  if (!size.ok) return fail(process, `argument --size: ${flags.get('size')} is not a size; use 10GB`);
  const gigabytes = Math.ceil(quantityValue(size.value) / gibibyte);
  const rows = names.map((name) => {
    cluster.world.provisionDisk(gceDiskId(name), quantityValue(size.value));
    process.stderr.write(`Created [${linkTo(flags, 'disks', name)}].\n`);
    return [name, zoneOf(flags), String(gigabytes), flags.get('type') ?? 'pd-standard', 'READY'];
  });
  process.stdout.write(table([['NAME', 'ZONE', 'SIZE_GB', 'TYPE', 'STATUS'], ...rows]));
  return 0;
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd();
  return rows.map((row) => `${line(row)}\n`).join('');
}

function isNode(cluster: Cluster, name: string): boolean {
  return cluster.view.get(NodeKind, '', name) !== undefined;
}

function noSuchInstance(process: Process, name: string, flags: Call['flags']): number {
  const path = `projects/${project}/zones/${zoneOf(flags)}/instances/${name}`;
  return fail(process, `Could not fetch resource:\n - The resource '${path}' was not found`);
}

function fail(process: Process, message: string): number {
  process.stderr.write(`ERROR: (gcloud) ${message}\n`);
  return 1;
}

function zoneOf(flags: Call['flags']): string {
  return flags.get('zone') ?? usualZone;
}

function linkTo(flags: Call['flags'], kind: string, name: string): string {
  return `https://www.googleapis.com/compute/v1/projects/${project}/zones/${zoneOf(flags)}/${kind}/${name}`;
}
