// ls: names in directories.
import type { FileStat, Process } from '../../sim/index.ts';
import { civilTime, compareText, resolvePath } from '../../sim/index.ts';
import type { Options } from './program.ts';
import { fail, instant, parseOptions, pathOf } from './program.ts';
import { groupName, userName } from './users.ts';

export const ls = instant((process, args) => {
  const options = parseOptions(args, {
    flags: 'laA1dRhtrFpnL',
    code: 2,
    long: {
      all: 'a',
      'almost-all': 'A',
      directory: 'd',
      recursive: 'R',
      reverse: 'r',
      'human-readable': 'h',
    },
  });
  const operands = options.operands.length === 0 ? ['.'] : options.operands;
  const files: [string, FileStat][] = [];
  const directories: string[] = [];
  let code = 0;
  for (const operand of [...operands].sort(compareText)) {
    const stat = process.host.files.stat(pathOf(process, operand));
    if (stat === undefined) {
      fail(process, `cannot access '${operand}': No such file or directory`);
      code = 2;
    } else if (stat.type === 'directory' && !options.flags.has('d')) directories.push(operand);
    else files.push([operand, stat]);
  }
  print(process, options, files);
  const hasHeaders = operands.length > 1 || options.flags.has('R');
  for (const [i, directory] of directories.entries()) {
    if (i > 0 || files.length > 0) process.stdout.write('\n');
    listDirectory(process, options, directory, hasHeaders);
  }
  return code;
});

function listDirectory(process: Process, options: Options, directory: string, hasHeader: boolean): void {
  const path = pathOf(process, directory);
  const { files } = process.host;
  const names = files
    .list(path)
    .filter((name) => !name.startsWith('.') || options.flags.has('a') || options.flags.has('A'));
  const all = options.flags.has('a') ? ['.', '..', ...names] : names;
  const entries = all.flatMap((name): [string, FileStat][] => {
    const stat = files.stat(resolvePath(path, name));
    return stat === undefined ? [] : [[name, stat]];
  });
  if (hasHeader) process.stdout.write(`${directory}:\n`);
  if (options.flags.has('l'))
    process.stdout.write(
      `total ${entries.reduce((sum, [, stat]) => sum + Math.ceil(stat.size / 1024), 0)}\n`,
    );
  print(process, options, entries);
  if (!options.flags.has('R')) return;
  for (const [name, stat] of entries) {
    if (stat.type !== 'directory' || name === '.' || name === '..') continue;
    process.stdout.write('\n');
    listDirectory(process, options, `${directory.replace(/\/$/, '')}/${name}`, true);
  }
}

function print(process: Process, { flags }: Options, entries: readonly [string, FileStat][]): void {
  const sorted = [...entries];
  if (flags.has('t')) sorted.sort(([, a], [, b]) => b.modifiedAtMs - a.modifiedAtMs);
  if (flags.has('r')) sorted.reverse();
  const width = Math.max(0, ...sorted.map(([, { size }]) => String(size).length));
  for (const [name, stat] of sorted) {
    const mark = stat.type === 'directory' && (flags.has('F') || flags.has('p')) ? '/' : '';
    const details =
      flags.has('l') || flags.has('n') ? `${detailsOf(process, stat, width, flags.has('n'))} ` : '';
    process.stdout.write(`${details}${name}${mark}\n`);
  }
}

function detailsOf(process: Process, stat: FileStat, width: number, isNumeric: boolean): string {
  const links = stat.type === 'directory' ? 2 : 1;
  const { uid, gid, size, modifiedAtMs } = stat;
  const owner = isNumeric ? `${uid} ${gid}` : `${userName(process, uid)} ${groupName(process, gid)}`;
  return `${modeText(stat)} ${links} ${owner} ${String(size).padStart(width)} ${dateText(modifiedAtMs)}`;
}

function modeText({ type, mode }: FileStat): string {
  const letters = [...'rwxrwxrwx'].map((letter, i) => ((mode & (0o400 >> i)) === 0 ? '-' : letter));
  if ((mode & 0o2000) !== 0) letters[5] = (mode & 0o010) === 0 ? 'S' : 's';
  return (type === 'directory' ? 'd' : '-') + letters.join('');
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function dateText(atMs: number): string {
  const { month, day, hour, minute } = civilTime(atMs);
  return `${months[month - 1]} ${String(day).padStart(2)} ${two(hour)}:${two(minute)}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
