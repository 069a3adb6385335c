import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fileFor } from './static-server.ts';

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
