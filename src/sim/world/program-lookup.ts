// Which program a name stands for on a machine: the programs it has, then executable scripts among its files.
import type { FileSystem } from './file-system.ts';
import { FileError } from './file-system.ts';
import { nameOf, resolvePath } from './memory-file-system.ts';
import type { Host, Process, Program } from './process.ts';

/** Where a machine's programs appear to be; `/bin/sh` and `sh` are the same one. */
const programDirectories = new Set([
  '/bin',
  '/usr/bin',
  '/sbin',
  '/usr/sbin',
  '/usr/local/bin',
  '/usr/local/sbin',
]);
const defaultPath = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

export interface LookupOptions {
  readonly files: FileSystem;
  /** By name (`sh`), found in any usual directory, or by absolute path (`/entrypoint`), found there only. */
  readonly programs: ReadonlyMap<string, Program>;
}

/** Makes the `lookup` of a host. A script needs its execute bit and an interpreter line (`#!/bin/sh`) to run. */
export function createLookup({ files, programs }: LookupOptions): Host['lookup'] {
  function builtIn(path: string): Program | undefined {
    const exact = programs.get(path);
    if (exact !== undefined) return exact;
    const name = nameOf(path);
    return programDirectories.has(path.slice(0, -name.length - 1)) ? programs.get(name) : undefined;
  }

  function at(path: string): Program | 'not-executable' | undefined {
    const program = builtIn(path);
    if (program !== undefined) return program;
    const stat = statOf(files, path);
    if (stat === undefined) return undefined;
    if (stat.type === 'directory' || (stat.mode & 0o111) === 0) return 'not-executable';
    const argv = interpreterOf(files.read(path));
    const interpreter = builtIn(argv[0] as string);
    if (interpreter === undefined) return 'not-executable';
    return (process) => interpreter(called(process, [...argv, path, ...process.argv.slice(1)]));
  }

  return (name, env, cwd) => {
    if (name === '') return undefined;
    if (name.includes('/')) return at(resolvePath(cwd, name));
    let found: 'not-executable' | undefined;
    for (const directory of (env.get('PATH') ?? defaultPath).split(':')) {
      const program = at(resolvePath(cwd, `${directory}/${name}`));
      if (typeof program === 'function') return program;
      found ??= program;
    }
    return found;
  };
}

/** The command that a script's first line names; `#!/usr/bin/env bash` names it by its second word. */
function interpreterOf(script: string): string[] {
  const line = /^#![ \t]*(\S+)[ \t]*(.*)/.exec(script);
  if (line === null) return ['/bin/sh'];
  const [, path = '', argument = ''] = line;
  if (path.endsWith('/env')) return [`/bin/${argument.trim()}`];
  return argument.trim() === '' ? [path] : [path, argument.trim()];
}

/** The same process under other arguments. */
function called(process: Process, argv: readonly string[]): Process {
  return { ...process, argv };
}

function statOf(files: FileSystem, path: string) {
  try {
    return files.stat(path);
  } catch (error) {
    if (error instanceof FileError) return undefined;
    throw error;
  }
}
