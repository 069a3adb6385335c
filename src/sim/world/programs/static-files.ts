// Answers HTTP requests with the files under a directory, as web servers do by default.
import type { FileSystem } from '../file-system.ts';
import { FileError } from '../file-system.ts';
import { resolvePath } from '../memory-file-system.ts';
import type { HttpRequest } from '../process.ts';

export type StaticAnswer =
  | { readonly status: 200; readonly path: string; readonly content: string; readonly modifiedAtMs: number }
  /** The path of a directory without its final slash. */
  | { readonly status: 301; readonly location: string }
  /** 400: not a path; 403: a directory without an index page; 404: nothing there; 405: neither GET nor HEAD. */
  | { readonly status: 400 | 403 | 404 | 405; readonly path: string };

/** Finds what a request asks for. `path` is that of the file or directory looked at. */
export function findFile(files: FileSystem, root: string, request: HttpRequest): StaticAnswer {
  const asked = decodedPath(request.target);
  if (asked === undefined) return { status: 400, path: root };
  const path = resolvePath('/', `${root}/${resolvePath('/', asked)}`);
  if (request.method !== 'GET' && request.method !== 'HEAD') return { status: 405, path };
  const found = files.stat(path);
  if (found === undefined) return { status: 404, path };
  if (found.type === 'file') return fileAt(files, path, asked.endsWith('/'));
  if (!asked.endsWith('/')) return { status: 301, location: `${asked}/` };
  const index = `${path}/index.html`;
  if (files.stat(index)?.type !== 'file') return { status: 403, path: `${path}/` };
  return fileAt(files, index, false);
}

function fileAt(files: FileSystem, path: string, isAskedAsDirectory: boolean): StaticAnswer {
  if (isAskedAsDirectory) return { status: 404, path };
  try {
    return {
      status: 200,
      path,
      content: files.read(path),
      modifiedAtMs: files.stat(path)?.modifiedAtMs ?? 0,
    };
  } catch (error) {
    if (error instanceof FileError) return { status: 403, path };
    throw error;
  }
}

/** The path of a request target without its query; undefined where it cannot be decoded. */
function decodedPath(target: string): string | undefined {
  const path = (target.split(/[?#]/, 1)[0] ?? '').replace(/^https?:\/\/[^/]*/, '');
  try {
    const decoded = decodeURIComponent(path);
    return decoded.startsWith('/') && !decoded.includes('\0') ? decoded : undefined;
  } catch {
    return undefined;
  }
}

const types = new Map([
  ['html', 'text/html'],
  ['htm', 'text/html'],
  ['css', 'text/css'],
  ['js', 'application/javascript'],
  ['json', 'application/json'],
  ['txt', 'text/plain'],
  ['xml', 'text/xml'],
  ['svg', 'image/svg+xml'],
]);

/** By the ending of the file's name. */
export function contentType(path: string, otherwise = 'application/octet-stream'): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  return (dot < 0 ? undefined : types.get(name.slice(dot + 1).toLowerCase())) ?? otherwise;
}
