// hostname, uname: what a machine says of itself; basename and dirname.
import { nameOf as lastName, parentOf } from '../../sim/index.ts';
import { instant, parseOptions, UsageError } from './program.ts';

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
