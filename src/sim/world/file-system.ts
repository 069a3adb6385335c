// Files of a machine: a tree in memory with volumes mounted into it.

/** Thrown by file operations, with the words of the C library. */
export class FileError extends Error {
  readonly code:
    | 'ENOENT'
    | 'EEXIST'
    | 'ENOTDIR'
    | 'EISDIR'
    | 'EROFS'
    | 'ENOTEMPTY'
    | 'ENOSPC'
    | 'EACCES'
    | 'EINVAL'
    | 'EBUSY';
  readonly path: string;
  constructor(code: FileError['code'], path: string) {
    super(`${path}: ${messages[code]}`);
    this.code = code;
    this.path = path;
  }
}

const messages = {
  ENOENT: 'No such file or directory',
  EEXIST: 'File exists',
  ENOTDIR: 'Not a directory',
  EISDIR: 'Is a directory',
  EROFS: 'Read-only file system',
  ENOTEMPTY: 'Directory not empty',
  ENOSPC: 'No space left on device',
  EACCES: 'Permission denied',
  EINVAL: 'Invalid argument',
  EBUSY: 'Device or resource busy',
} as const;

export interface FileStat {
  readonly type: 'file' | 'directory';
  /** Characters. */
  readonly size: number;
  readonly mode: number;
  readonly modifiedAtMs: number;
  readonly uid: number;
  readonly gid: number;
}

/** Whose a file is. */
export interface Owner {
  readonly uid: number;
  readonly gid: number;
}

/** All paths are absolute; `.` and `..` are resolved. Every method throws `FileError`. */
export interface FileSystem {
  read(path: string): string;
  write(path: string, content: string): void;
  append(path: string, content: string): void;
  /** Names in a directory, sorted by code unit. */
  list(path: string): readonly string[];
  /** Undefined: there is nothing of that name. */
  stat(path: string): FileStat | undefined;
  mkdir(path: string, options?: { readonly parents?: boolean }): void;
  remove(path: string, options?: { readonly recursive?: boolean }): void;
  chmod(path: string, mode: number): void;
}
