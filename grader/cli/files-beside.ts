// The files beside a script, so that its commands find them. Read at once and bounded: a script may lie in any folder.
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const bounds = { files: 2000, totalBytes: 32 * 1024 * 1024, fileBytes: 4 * 1024 * 1024, depth: 4 } as const;

export interface FilesBeside {
  /** Text by path relative to the folder. */
  readonly files: ReadonlyMap<string, string>;
  /** What was left out, in words. */
  readonly warnings: readonly string[];
}

/** Reads the regular files of a folder and the folders below it. Links, hidden names and node_modules are passed over. */
export function filesBeside(folder: string): FilesBeside {
  const files = new Map<string, string>();
  const warnings: string[] = [];
  let totalBytes = 0;
  const visit = (relative: string, depth: number): boolean => {
    for (const entry of listed(join(folder, relative))) {
      const path = relative ? `${relative}/${entry}` : entry;
      const stat = lstatSync(join(folder, path), { throwIfNoEntry: false });
      if (stat?.isDirectory() && depth < bounds.depth) {
        if (!visit(path, depth + 1)) return false;
      }
      if (!stat?.isFile() || stat.size > bounds.fileBytes) continue;
      if (files.size >= bounds.files || totalBytes + stat.size > bounds.totalBytes) {
        warnings.push(`only the first ${files.size} files beside the script are there`);
        return false;
      }
      totalBytes += stat.size;
      files.set(path, readFileSync(join(folder, path), 'utf8'));
    }
    return true;
  };
  visit('', 0);
  return { files, warnings };
}

function listed(folder: string): string[] {
  try {
    const names = readdirSync(folder).filter((name) => !name.startsWith('.') && name !== 'node_modules');
    return names.sort();
  } catch {
    return [];
  }
}
