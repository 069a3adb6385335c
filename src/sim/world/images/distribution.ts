// What the images of a Linux distribution share: directories, a few files of /etc, and which tools are installed.
import type { ImageFiles } from '../file-tree.ts';
import type { Tools } from '../image.ts';
import type { Program } from '../process.ts';
import { inBusyboxWords } from './busybox-words.ts';

const directories = [
  '/bin/',
  '/dev/',
  '/etc/',
  '/home/',
  '/mnt/',
  '/opt/',
  '/proc/',
  '/root/',
  '/run/',
  '/srv/',
  '/sys/',
  '/tmp/',
  '/usr/bin/',
  '/usr/local/bin/',
  '/usr/sbin/',
  '/var/lib/',
  '/var/log/',
  '/var/run/',
];

/** Programs that a Debian image does not bring along. */
const notInDebian = new Set([
  'busybox',
  'curl',
  'dig',
  'free',
  'ifconfig',
  'ip',
  'jq',
  'nc',
  'netcat',
  'netstat',
  'nslookup',
  'ping',
  'ps',
  'telnet',
  'top',
  'traceroute',
  'vi',
  'watch',
  'wget',
]);

/** Programs that BusyBox does not have. */
const notInBusybox = new Set(['bash', 'curl', 'dig', 'jq']);

/** Directories, /etc/passwd, /etc/group and /etc/os-release. */
export function distributionFiles(prettyName: string, more: ImageFiles = new Map()): ImageFiles {
  const id = prettyName.split(/[ /]/, 1)[0]?.toLowerCase() ?? 'linux';
  return new Map([
    ...directories.map((path) => [path, ''] as const),
    ['/etc/passwd', 'root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534:nobody:/nonexistent:/bin/false\n'],
    ['/etc/group', 'root:x:0:\nnogroup:x:65534:\n'],
    ['/etc/os-release', `PRETTY_NAME="${prettyName}"\nID=${id}\n`],
    ...more,
  ]);
}

/** What the runtime adds to an image of nothing. */
export function scratchFiles(): ImageFiles {
  return new Map(['/dev/', '/etc/', '/proc/', '/sys/'].map((path) => [path, ''] as const));
}

/** BusyBox: sh and its tools. `extra` names those installed beyond that. */
export function busyboxPrograms(
  { programs, shell }: Tools,
  extra: readonly string[] = [],
): Map<string, Program> {
  const tools = [...programs].filter(([name]) => extra.includes(name) || !notInBusybox.has(name));
  const bash: [string, Program][] = extra.includes('bash') ? [['bash', shell]] : [];
  return inBusyboxWords(new Map([...tools, ['sh', shell], ...bash]));
}

/** Debian and what derives from it: sh and bash; no tools for the network. `extra` names those installed beyond that. */
export function debianPrograms(
  { programs, shell }: Tools,
  extra: readonly string[] = [],
): Map<string, Program> {
  const tools = [...programs].filter(([name]) => extra.includes(name) || !notInDebian.has(name));
  return new Map([...tools, ['sh', shell], ['bash', shell]]);
}
