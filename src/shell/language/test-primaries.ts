// The single tests of `test`, `[` and `[[`.
import type { FileStat } from '../../sim/index.ts';
import { FileError, resolvePath } from '../../sim/index.ts';
import { ShellError } from './completion.ts';
import type { Shell } from './shell-state.ts';

export const unaryTests: ReadonlySet<string> = new Set([
  '-n',
  '-z',
  '-e',
  '-f',
  '-d',
  '-s',
  '-r',
  '-w',
  '-x',
  '-a',
  '-t',
  '-v',
  '-o',
  '-L',
  '-h',
  '-p',
  '-S',
  '-b',
  '-c',
]);
export const binaryTests: ReadonlySet<string> = new Set([
  '=',
  '==',
  '!=',
  '<',
  '>',
  '-eq',
  '-ne',
  '-lt',
  '-le',
  '-gt',
  '-ge',
  '-nt',
  '-ot',
  '-ef',
]);
export const numberTests: ReadonlySet<string> = new Set(['-eq', '-ne', '-lt', '-le', '-gt', '-ge']);

/** `-f file` and the like. */
export function testUnary(shell: Shell, operator: string, operand: string): boolean {
  switch (operator) {
    case '-n':
      return operand !== '';
    case '-z':
      return operand === '';
    case '-v':
      return shell.variables.has(operand);
    case '-o':
      return (shell.options as ReadonlySet<string>).has(operand);
    case '-t':
      return shell.process.isInteractive;
    case '-L':
    case '-h':
    case '-p':
    case '-S':
    case '-b':
      return false;
    case '-c':
      return operand === '/dev/null';
    default:
      return testFile(operator, statOf(shell, operand));
  }
}

function testFile(operator: string, stat: FileStat | undefined): boolean {
  if (stat === undefined) return false;
  if (operator === '-f') return stat.type === 'file';
  if (operator === '-d') return stat.type === 'directory';
  if (operator === '-s') return stat.size > 0;
  if (operator === '-x') return stat.type === 'directory' || (stat.mode & 0o111) !== 0;
  return true;
}

function statOf(shell: Shell, path: string): FileStat | undefined {
  if (path === '') return undefined;
  try {
    return shell.process.host.files.stat(resolvePath(shell.cwd, path));
  } catch (error) {
    if (error instanceof FileError) return undefined;
    throw error;
  }
}

/** `a = b`, `1 -lt 2`, `f -nt g`. */
export function testBinary(shell: Shell, left: string, operator: string, right: string): boolean {
  switch (operator) {
    case '=':
    case '==':
      return left === right;
    case '!=':
      return left !== right;
    case '<':
      return left < right;
    case '>':
      return left > right;
    case '-nt':
    case '-ot': {
      const [a, b] = [statOf(shell, left)?.modifiedAtMs, statOf(shell, right)?.modifiedAtMs];
      if (operator === '-nt') return a !== undefined && (b === undefined || a > b);
      return b !== undefined && (a === undefined || a < b);
    }
    case '-ef':
      return (
        statOf(shell, left) !== undefined && resolvePath(shell.cwd, left) === resolvePath(shell.cwd, right)
      );
    default:
      return compareNumbers(operator, numberFrom(shell, left), numberFrom(shell, right));
  }
}

function numberFrom(shell: Shell, text: string): number {
  if (/^\s*[+-]?\d+\s*$/.test(text)) return Number(text);
  throw new ShellError(
    `[: ${text}: ${shell.dialect === 'bash' ? 'integer expression expected' : 'bad number'}`,
    { code: 2 },
  );
}

export function compareNumbers(operator: string, a: number, b: number): boolean {
  switch (operator) {
    case '-eq':
      return a === b;
    case '-ne':
      return a !== b;
    case '-lt':
      return a < b;
    case '-le':
      return a <= b;
    case '-gt':
      return a > b;
    default:
      return a >= b;
  }
}
