// What -f names: files, all files of a directory or of a pattern, and standard input.
import type { Process, Wait } from '../sim/index.ts';
import { untilReadable } from '../sim/index.ts';
import type { Context } from './command.ts';
import { usageError } from './command.ts';
import { filesLike } from './path-pattern.ts';
import { absolutePath } from './paths.ts';

export interface Source {
  readonly name: string;
  /** Where it is; undefined for standard input. */
  readonly path?: string;
  readonly text: string;
}

/** The texts behind one value of -f. Throws `CommandError` where there is nothing. */
export function* readSources(context: Context, path: string): Generator<Wait, readonly Source[], void> {
  const { process } = context;
  if (path === '-') return [{ name: 'STDIN', text: yield* readAll(process) }];
  if (/^https?:\/\//.test(path)) {
    throw usageError(`petset reaches no web servers: save ${JSON.stringify(path)} as a file and name that`);
  }
  if (process.host.files.stat(absolutePath(process, path))) return sourcesAt(context, path);
  const found = filesLike(process, path);
  if (!found) throw usageError(`pattern ${JSON.stringify(path)} is not valid: syntax error in pattern`);
  if (found.length === 0) throw usageError(`the path ${JSON.stringify(path)} does not exist`);
  return found.flatMap((it) => sourcesAt(context, it));
}

/** The file, or the manifests among the files of the directory. */
function sourcesAt({ process, flags }: Context, path: string): readonly Source[] {
  const { files } = process.host;
  const fileAt = (name: string): Source => {
    const where = absolutePath(process, name);
    return { name, path: where, text: files.read(where) };
  };
  if (files.stat(absolutePath(process, path))?.type === 'file') return [fileAt(path)];
  const found = manifestsBelow(process, path.replace(/\/+$/, ''), flags.bool('recursive'));
  if (found.length === 0) {
    throw usageError(`error reading [${path}]: recognized file extensions are [.json .yaml .yml]`);
  }
  return found.map(fileAt);
}

/** All of standard input. */
export function* readAll({ stdin }: Process): Generator<Wait, string, void> {
  const pieces: string[] = [];
  for (;;) {
    const piece = stdin.read();
    if (piece === undefined) return pieces.join('');
    if (piece === 'wait') yield untilReadable(stdin);
    else pieces.push(piece);
  }
}

function manifestsBelow(process: Process, directory: string, isRecursive: boolean): string[] {
  const { files } = process.host;
  const prefix = directory === '.' ? '' : `${directory.replace(/^\.\//, '')}/`;
  return files.list(absolutePath(process, directory)).flatMap((name) => {
    const path = prefix + name;
    if (files.stat(absolutePath(process, path))?.type === 'directory') {
      return isRecursive ? manifestsBelow(process, path, true) : [];
    }
    return /\.(json|yaml|yml)$/.test(name) ? [path] : [];
  });
}
