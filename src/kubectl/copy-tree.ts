// Copies files from one machine to another, directories with all below them.
import type { FileSystem } from '../sim/index.ts';

/** Copies what stands at `from` to `to`, whose parent is there. Throws `FileError`. */
export function copyTree(source: FileSystem, from: string, target: FileSystem, to: string): void {
  const stat = source.stat(from);
  if (stat?.type !== 'directory') {
    target.write(to, source.read(from));
    if (stat) target.chmod(to, stat.mode);
    return;
  }
  target.mkdir(to, { parents: true });
  for (const name of source.list(from)) copyTree(source, joined(from, name), target, joined(to, name));
}

export function joined(directory: string, name: string): string {
  return directory === '/' ? `/${name}` : `${directory}/${name}`;
}
