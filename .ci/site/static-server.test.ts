import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { fileFor, serveFolder } from './static-server.ts';

const outside = mkdtempSync(join(tmpdir(), 'petset-'));
const root = join(outside, 'dist');
mkdirSync(join(root, 'en', 'empty'), { recursive: true });
writeFileSync(join(root, 'en', 'index.html'), '');
writeFileSync(join(root, 'a b.css'), '');
writeFileSync(join(outside, 'secret'), '');

test.each([
  ['/en/', 'en/index.html'],
  ['/en', 'en/index.html'],
  ['/en/index.html?x=1', 'en/index.html'],
  ['/a%20b.css', 'a b.css'],
  ['/en/empty/', undefined],
  ['/nowhere', undefined],
  ['/../secret', undefined],
  ['/%2e%2e/secret', undefined],
  ['/..%2fsecret', undefined],
  ['/%E0%A4%A', undefined],
  ['/en%00', undefined],
])('%s is %s', (url, file) => {
  expect(fileFor(root, url)).toBe(file === undefined ? undefined : join(root, file));
});

test('texts go gzipped to who takes them so', async () => {
  writeFileSync(join(root, 'page.html'), '<p>text</p>');
  const { server, url } = await serveFolder(root, 0);
  const ask = async (encoding: string): Promise<[string | undefined, Buffer]> =>
    new Promise((answer, fail) => {
      const request = get(
        `${url}/page.html`,
        { headers: { 'accept-encoding': encoding } },
        async (response) => {
          const chunks = await response.toArray();
          answer([response.headers['content-encoding'], Buffer.concat(chunks)]);
        },
      );
      request.on('error', fail);
    });
  const [packedAs, packed] = await ask('br, gzip');
  expect(packedAs).toBe('gzip');
  expect(gunzipSync(packed).toString()).toBe('<p>text</p>');
  expect(await ask('identity')).toEqual([undefined, Buffer.from('<p>text</p>')]);
  server.close();
});
