// hostname, whoami, uname, ps, base64's neighbours: what a machine says of itself; basename and dirname.
import { civilTime, nameOf as lastName, parentOf } from '../../sim/index.ts';
import { fail, instant, parseOptions, UsageError } from './program.ts';

export const hostname = instant((process, args) => {
  const { flags, operands } = parseOptions(args, {
    flags: 'sfdiI',
    long: { short: 's', fqdn: 'f', 'ip-address': 'i' },
  });
  if (operands.length > 0) throw new UsageError('you must be root to change the host name');
  if (flags.has('i') || flags.has('I')) process.stdout.write(`${process.host.network.ip ?? '127.0.0.1'}\n`);
  else
    process.stdout.write(`${flags.has('s') ? process.host.hostname.split('.')[0] : process.host.hostname}\n`);
  return 0;
});

export const whoami = instant((process) => {
  process.stdout.write('root\n');
  return 0;
});

export const uname = instant((process, args) => {
  const { flags } = parseOptions(args, { flags: 'asnrvm', long: { all: 'a' } });
  const fields: [string, string][] = [
    ['s', 'Linux'],
    ['n', process.host.hostname],
    ['r', '6.6.0'],
    ['v', '#1 SMP'],
    ['m', 'x86_64'],
  ];
  const shown = fields.filter(
    ([letter]) => flags.has('a') || flags.has(letter) || (flags.size === 0 && letter === 's'),
  );
  process.stdout.write(`${shown.map(([, text]) => text).join(' ')}\n`);
  return 0;
});

export const ps = instant((process, args) => {
  const letters = args.join('').replace(/[-\s]/g, '');
  if (/[^aefuxw]/.test(letters))
    return fail(process, `unsupported option ${args.join(' ')}; use ps, ps -ef or ps aux`);
  const rows = (process.host.processes?.() ?? []).map(({ pid, parentPid, argv, startedAtMs }) => ({
    pid,
    parentPid,
    command: argv.join(' '),
    startedAtMs,
  }));
  if (/[fu]/.test(letters)) {
    process.stdout.write('UID          PID    PPID  C STIME TTY          TIME CMD\n');
    for (const row of rows) {
      const { hour, minute } = civilTime(row.startedAtMs);
      const start = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
      process.stdout.write(
        `root     ${String(row.pid).padStart(7)} ${String(row.parentPid).padStart(7)}  0 ${start} ?        00:00:00 ${row.command}\n`,
      );
    }
    return 0;
  }
  process.stdout.write('    PID TTY          TIME CMD\n');
  for (const row of rows)
    process.stdout.write(`${String(row.pid).padStart(7)} ?        00:00:00 ${row.command}\n`);
  return 0;
});

export const basename = instant((process, args) => {
  const [path, suffix] = args;
  if (path === undefined) throw new UsageError('missing operand');
  const name = path === '/' ? '/' : lastName(path.replace(/\/+$/, ''));
  const isCut = suffix !== undefined && name !== suffix && name.endsWith(suffix);
  process.stdout.write(`${isCut ? name.slice(0, -suffix.length) : name}\n`);
  return 0;
});

export const dirname = instant((process, args) => {
  if (args.length === 0) throw new UsageError('missing operand');
  for (const path of args) {
    const plain = path.replace(/(.)\/+$/, '$1');
    process.stdout.write(`${plain.includes('/') ? parentOf(plain) : '.'}\n`);
  }
  return 0;
});
