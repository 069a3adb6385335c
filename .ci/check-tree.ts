/** `npm run check:tree`: nothing of one machine, and no file too long to fit in the head. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { faultsOf } from './tree/tracked.ts';

const BINARY = /\.(png|jpe?g|webp|avif|ico|woff2?|gif|pdf|zip|gz)$/;

const listed = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' }).split('\0');
const paths = listed.filter((path) => path !== '' && !BINARY.test(path) && existsSync(path));
const faults = paths.flatMap((path) => faultsOf(path, readFileSync(path, 'utf8')));
for (const line of faults) process.stderr.write(`${line}\n`);
process.stdout.write(`tree: ${paths.length} files read, ${faults.length} faults\n`);
process.exitCode = faults.length === 0 && paths.length >= 10 ? 0 : 1;
