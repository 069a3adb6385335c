// Who may read and write what, by the modes of files and directories.
import type { ContainerUser } from './container-user.ts';
import type { FileStat } from './file-system.ts';

/** Where anybody may write on any machine. */
const openDirectories = ['/tmp', '/var/tmp', '/dev'];
const setGid = 0o2000;

interface Place {
  readonly isMountPoint: boolean;
  /** True: anybody may write here. */
  readonly isOpen: boolean;
  /** The group that all of it belongs to, and that may write it. */
  readonly gid?: number;
}

/** A file as it shows where it is mounted. */
export function inPlace(stat: FileStat, { isMountPoint, isOpen, gid }: Place): FileStat {
  const opened = isOpen && isMountPoint ? { ...stat, mode: stat.mode | 0o777 } : stat;
  if (gid === undefined) return opened;
  // What was there is given to the group; what a user has made since is the group's, but as the user made it.
  const given = stat.type === 'directory' ? setGid | 0o070 : 0o060;
  return { ...opened, gid, mode: stat.uid === 0 ? opened.mode | given : opened.mode };
}

export function mayRead(user: ContainerUser, stat: FileStat): boolean {
  return user.uid === 0 || (stat.mode & (0o4 << shiftFor(user, stat))) !== 0;
}

export function mayWrite(user: ContainerUser, stat: FileStat, path: string): boolean {
  if (user.uid === 0) return true;
  if (stat.type === 'directory' && openDirectories.includes(path)) return true;
  return (stat.mode & (0o2 << shiftFor(user, stat))) !== 0;
}

/** Which of the three digits of a mode applies: the owner's, the group's, or everybody's. */
function shiftFor(user: ContainerUser, { uid, gid }: FileStat): number {
  if (user.uid === uid) return 6;
  return user.gid === gid || user.groups.includes(gid) ? 3 : 0;
}
