// whoami, id: whom a program runs as.
import type { Process } from '../../sim/index.ts';
import { rootUser } from '../../sim/index.ts';
import { fail, instant, parseOptions } from './program.ts';

export function userOf({ host }: Process) {
  return host.user ?? rootUser;
}

/** The name of a user, or the number where nobody has given it one. */
export function userName(process: Process, uid: number): string {
  const user = userOf(process);
  if (uid === 0) return 'root';
  return uid === user.uid && user.name !== undefined ? user.name : String(uid);
}

/** The name of a group: that of the user of the same number. */
export function groupName(process: Process, gid: number): string {
  const user = userOf(process);
  if (gid === 0) return 'root';
  return gid === user.uid && user.name !== undefined ? user.name : String(gid);
}

export const whoami = instant((process) => {
  const { uid, name } = userOf(process);
  if (name === undefined) return fail(process, `cannot find name for user ID ${uid}`);
  process.stdout.write(`${name}\n`);
  return 0;
});

/** `id [-u | -g | -G] [-n]`. */
export const id = instant((process, args) => {
  const { flags } = parseOptions(args, {
    flags: 'ugGn',
    long: { user: 'u', group: 'g', groups: 'G', name: 'n' },
  });
  const { uid, gid, groups } = userOf(process);
  const user = (number: number) => (flags.has('n') ? userName(process, number) : String(number));
  const group = (number: number) => (flags.has('n') ? groupName(process, number) : String(number));
  const all = [...new Set([gid, ...groups])].sort((a, b) => a - b);
  if (flags.has('u')) process.stdout.write(`${user(uid)}\n`);
  else if (flags.has('g')) process.stdout.write(`${group(gid)}\n`);
  else if (flags.has('G')) process.stdout.write(`${all.map(group).join(' ')}\n`);
  else {
    const named = (number: number, name: string) => (name === String(number) ? name : `${number}(${name})`);
    const inGroups = all.map((number) => named(number, groupName(process, number))).join(',');
    const own = `uid=${named(uid, userName(process, uid))} gid=${named(gid, groupName(process, gid))}`;
    process.stdout.write(`${own} groups=${inGroups}\n`);
  }
  return 0;
});
