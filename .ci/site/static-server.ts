/** Serves a folder of built pages, as any static host would, and nothing else. */
import { createReadStream, statSync } from 'node:fs';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import { extname, join, normalize, resolve, sep } from 'node:path';
import { createGzip } from 'node:zlib';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
};

/** The file that a request's path names, or undefined: folders answer with their index.html. */
export function fileFor(root: string, url: string): string | undefined {
  let path: string;
  try {
    path = decodeURIComponent(new URL(url, 'http://localhost').pathname);
  } catch {
    return undefined;
  }
  const folder = resolve(root);
  const file = normalize(join(folder, path));
  if (path.includes('\0') || !(file === folder || file.startsWith(folder + sep))) return undefined;
  const stats = statSync(file, { throwIfNoEntry: false });
  if (stats?.isFile()) return file;
  const index = join(file, 'index.html');
  return stats?.isDirectory() && statSync(index, { throwIfNoEntry: false })?.isFile() ? index : undefined;
}

function isText(type: string): boolean {
  return /charset|svg/.test(type);
}

/** Starts serving; resolves with the server and its address once it listens. Port 0 takes any free one. */
export function serveFolder(root: string, port: number): Promise<{ server: Server; url: string }> {
  const server = createServer((request, response) => {
    const found = fileFor(root, request.url ?? '/');
    const file = found ?? fileFor(root, '/404.html');
    if (file === undefined) {
      response.writeHead(404).end();
      return;
    }
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    const isPacked = isText(type) && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
    response.writeHead(found === undefined ? 404 : 200, {
      'content-type': type,
      'cache-control': 'no-cache',
      vary: 'accept-encoding',
      ...(isPacked ? { 'content-encoding': 'gzip' } : {}),
    });
    const content = createReadStream(file);
    (isPacked ? content.pipe(createGzip()) : content).pipe(response);
  });
  return new Promise((resolveWith, reject) => {
    server.once('error', reject);
    server.listen(port, 'localhost', () => {
      const address = server.address();
      const actual = typeof address === 'object' && address ? address.port : port;
      resolveWith({ server, url: `http://localhost:${actual}` });
    });
  });
}
