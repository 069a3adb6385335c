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

// A class passes through this process, and nearly all of it is soon garbage: room for little of that keeps memory flat in the number
// of submissions. The threads that grade have limits of their own.
const flags = ['grade', 'merge'].includes(process.argv[2] ?? '') ? ['--max-semi-space-size=8'] : [];

if (Number.parseInt(process.versions.node, 10) >= MAJOR_WANTED) {
  // Not on every system: there, more memory is used.
  if (flags.length > 0 && process.execve && process.platform !== 'win32') become(process.execPath);
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
  const child = spawn(node, wordsOf(), { stdio: 'inherit', env: environment() });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    process.stderr.write(`petset: ${node} does not start: ${error.message}\n`);
    process.exitCode = 3;
  });
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 128 + (constants.signals[signal] ?? 0);
  });
}

function wordsOf() {
  return [...flags, ...process.execArgv, fileURLToPath(main), ...process.argv.slice(2)];
}

function environment() {
  return { ...process.env, NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? cache };
}

/** Starts that Node in place of this one, as the same process: whoever kills it, kills what grades. */
function become(node) {
  process.execve(node, [node, ...wordsOf()], environment());
}
