#!/usr/bin/env node
// `petset` runs its TypeScript as it stands, which takes Node 24. Whatever Node this was started
// with, the Node that the package pins does the work.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import module from 'node:module';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';

const MAJOR_WANTED = 24;
const main = new URL('./main.ts', import.meta.url);
const cache = fileURLToPath(new URL('../../node_modules/.cache/petset', import.meta.url));

if (Number.parseInt(process.versions.node, 10) >= MAJOR_WANTED) {
  if (!process.env.NODE_COMPILE_CACHE) module.enableCompileCache(cache);
  await import(main.href);
} else {
  const folder = new URL('../../node_modules/node/bin/', import.meta.url);
  const node = fileURLToPath(new URL(process.platform === 'win32' ? 'node.exe' : 'node', folder));
  if (!existsSync(node)) {
    process.stderr.write(
      `petset: Node ${MAJOR_WANTED} is not there: run \`npm ci\` first (this is Node ${process.versions.node})\n`,
    );
    process.exit(3);
  }
  const env = { ...process.env, NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? cache };
  const child = spawn(node, [fileURLToPath(main), ...process.argv.slice(2)], { stdio: 'inherit', env });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    process.stderr.write(`petset: ${node} does not start: ${error.message}\n`);
    process.exitCode = 3;
  });
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 128 + (constants.signals[signal] ?? 0);
  });
}
