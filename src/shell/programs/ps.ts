// ps: the processes of a machine, as procps prints them, or BusyBox where its tools are BusyBox's.
import type { Process, ProcessInfo } from '../../sim/index.ts';
import { civilTime } from '../../sim/index.ts';
import { isBusybox } from './busybox.ts';
import { fail, instant } from './program.ts';
import { userName, userOf } from './users.ts';

export const ps = instant((process, args) => {
  const letters = args.join('').replace(/[-\s]/g, '');
  const rows = process.host.processes?.() ?? [];
  const user = userName(process, userOf(process).uid);
  if (isBusybox(process)) {
    print(process, 'PID   USER     TIME  COMMAND', rows, (row) => [
      String(row.pid).padStart(5),
      user.padEnd(8),
      ' 0:00',
      row.argv.join(' '),
    ]);
    return 0;
  }
  if (/[^aefuxw]/.test(letters))
    return fail(process, `unsupported option ${args.join(' ')}; use ps, ps -ef or ps aux`);
  if (letters.includes('f')) printFull(process, rows, user);
  else if (letters.includes('u')) printLong(process, rows, user);
  else
    print(process, '    PID TTY          TIME CMD', rows, (row) => [
      String(row.pid).padStart(7),
      '?        00:00:00',
      row.argv[0] ?? '',
    ]);
  return 0;
});

/** `ps -ef`. */
function printFull(process: Process, rows: readonly ProcessInfo[], user: string): void {
  print(process, 'UID          PID    PPID  C STIME TTY          TIME CMD', rows, (row) => [
    user.padEnd(8),
    String(row.pid).padStart(7),
    String(row.parentPid).padStart(7),
    ` 0 ${clock(row.startedAtMs)} ?        00:00:00`,
    row.argv.join(' '),
  ]);
}

/** `ps aux`. */
function printLong(process: Process, rows: readonly ProcessInfo[], user: string): void {
  print(
    process,
    'USER         PID %CPU %MEM    VSZ   RSS TTY      STAT START   TIME COMMAND',
    rows,
    (row) => [
      user.padEnd(8),
      String(row.pid).padStart(7),
      ` 0.0  0.0   2792  1512 ?        S${row.pid === 1 ? 's  ' : '   '} ${clock(row.startedAtMs)}   0:00`,
      row.argv.join(' '),
    ],
  );
}

function print(
  { stdout }: Process,
  head: string,
  rows: readonly ProcessInfo[],
  cells: (row: ProcessInfo) => readonly string[],
): void {
  stdout.write(`${head}\n${rows.map((row) => `${cells(row).join(' ')}\n`).join('')}`);
}

function clock(atMs: number): string {
  const { hour, minute } = civilTime(atMs);
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
