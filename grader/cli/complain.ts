// What is said when a command was called wrongly: one sentence, without the names of system calls.
import { shownLine } from '../report/shown.ts';

const problems: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'there is no such file or folder'],
  ['ENOTDIR', 'a part of its path is no folder'],
  ['EACCES', 'it may not be opened'],
  ['EPERM', 'it may not be opened'],
  ['EROFS', 'nothing can be written there'],
  ['EISDIR', 'it is a folder'],
  ['ELOOP', 'its links lead in a circle'],
  ['ENAMETOOLONG', 'its name is too long'],
  ['ENOSPC', 'the disk is full'],
]);

/** Says on stderr what is wrong; the exit code of wrong usage. */
export function wrongUsage(problem: string): 2 {
  process.stderr.write(`petset: ${shownLine(problem)}\n`);
  return 2;
}

/** Says that something of ours broke; its exit code. */
export function broken(error: unknown): 3 {
  const said = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(
    `petset: this is our fault, please report it: ${said.split('\n').map(shownLine).join('\n  ')}\n`,
  );
  return 3;
}

/** What kept a file from being used, in words; the error is one of node:fs. */
export function fileProblem(path: string, error: unknown): string {
  const { code = '' } = error as NodeJS.ErrnoException;
  return `${path}: ${problems.get(code) ?? `it cannot be used (${code || 'unknown error'})`}`;
}

/** The first sentence of what parseArgs says of a flag; its advice about dashes would only confuse. */
export function flagProblem(error: unknown): string {
  const [first = ''] = (error as Error).message.split(/\.\s|\n/);
  return first.replace(/\.$/, '');
}
