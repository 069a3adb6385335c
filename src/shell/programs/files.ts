// mkdir, rmdir, rm, touch, cp, mv, chmod: change files.

import type { Process } from '../../sim/index.ts';
import { compareText, FileError, nameOf as lastName } from '../../sim/index.ts';
import { reasonOf } from '../language/redirection.ts';
import { fail, instant, lastValue, parseOptions, pathOf, UsageError } from './program.ts';

/** Does something with each operand; a file error is told and makes the code 1. */
function each(
  process: Process,
  operands: readonly string[],
  prefix: (operand: string) => string,
  run: (operand: string) => void,
): number {
  let code = 0;
  for (const operand of operands) {
    try {
      run(operand);
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      code = fail(process, `${prefix(operand)}: ${reasonOf(error)}`);
    }
  }
  return code;
}

function needOperands(operands: readonly string[]): void {
  if (operands.length === 0) throw new UsageError('missing operand');
}

export const mkdir = instant((process, args) => {
  const options = parseOptions(args, { flags: 'pv', values: 'm', long: { parents: 'p', mode: 'm' } });
  needOperands(options.operands);
  const { files } = process.host;
  return each(
    process,
    options.operands,
    (operand) => `cannot create directory '${operand}'`,
    (operand) => {
      files.mkdir(pathOf(process, operand), { parents: options.flags.has('p') });
      const mode = lastValue(options, 'm');
      if (mode !== undefined) files.chmod(pathOf(process, operand), modeFrom(mode, 0o755));
    },
  );
});

export const rmdir = instant((process, args) => {
  const { operands } = parseOptions(args, { flags: 'pv' });
  needOperands(operands);
  return each(
    process,
    operands,
    (operand) => `failed to remove '${operand}'`,
    (operand) => {
      const path = pathOf(process, operand);
      if (process.host.files.stat(path)?.type === 'file') throw new FileError('ENOTDIR', path);
      process.host.files.remove(path);
    },
  );
});

export const rm = instant((process, args) => {
  const { flags, operands } = parseOptions(args, {
    flags: 'rRfvid',
    long: { recursive: 'r', force: 'f', verbose: 'v' },
  });
  if (operands.length === 0 && flags.has('f')) return 0;
  needOperands(operands);
  const recursive = flags.has('r') || flags.has('R');
  return each(
    process,
    operands,
    (operand) => `cannot remove '${operand}'`,
    (operand) => {
      const path = pathOf(process, operand);
      const stat = process.host.files.stat(path);
      if (stat === undefined && flags.has('f')) return;
      if (stat?.type === 'directory' && !recursive && !flags.has('d')) throw new FileError('EISDIR', path);
      process.host.files.remove(path, { recursive });
      if (flags.has('v')) process.stdout.write(`removed '${operand}'\n`);
    },
  );
});

export const touch = instant((process, args) => {
  const { flags, operands } = parseOptions(args, { flags: 'camf', long: { 'no-create': 'c' } });
  if (operands.length === 0) throw new UsageError('missing file operand');
  return each(
    process,
    operands,
    (operand) => `cannot touch '${operand}'`,
    (operand) => {
      const path = pathOf(process, operand);
      const stat = process.host.files.stat(path);
      if (stat?.type !== 'directory' && (stat !== undefined || !flags.has('c')))
        process.host.files.append(path, '');
    },
  );
});

export const chmod = instant((process, given) => {
  const args = given.filter((arg) => arg !== '-R' && arg !== '-v');
  const [mode, ...operands] = args;
  if (mode === undefined) throw new UsageError('missing operand');
  if (operands.length === 0) throw new UsageError(`missing operand after '${mode}'`);
  return each(
    process,
    operands,
    (operand) => `cannot access '${operand}'`,
    (operand) => {
      const path = pathOf(process, operand);
      process.host.files.chmod(path, modeFrom(mode, process.host.files.stat(path)?.mode ?? 0));
    },
  );
});

/** `755`, `+x`, `u+rw,go-w`, `a=r`. */
function modeFrom(text: string, before: number): number {
  if (/^[0-7]{1,4}$/.test(text)) return Number.parseInt(text, 8);
  let mode = before;
  for (const clause of text.split(',')) {
    const found = /^([ugoa]*)([-+=])([rwxX]*)$/.exec(clause);
    if (found === null) throw new UsageError(`invalid mode: '${text}'`);
    const [, who = '', operator, letters = ''] = found;
    const classes = who === '' || who.includes('a') ? 'ugo' : who;
    const bits = [...letters].reduce((sum, letter) => sum | ({ r: 4, w: 2, x: 1, X: 1 }[letter] ?? 0), 0);
    for (const letter of classes) {
      const shift = { u: 6, g: 3, o: 0 }[letter] ?? 0;
      if (operator === '=') mode &= ~(7 << shift);
      if (operator === '-') mode &= ~(bits << shift);
      else mode |= bits << shift;
    }
  }
  return mode;
}

/** Where an operand goes: into the target if that is a directory. */
function destination(process: Process, operand: string, target: string): string {
  const path = pathOf(process, target);
  if (process.host.files.stat(path)?.type !== 'directory') return path;
  return pathOf(process, `${target}/${lastName(pathOf(process, operand))}`);
}

function sourcesAndTarget(
  process: Process,
  operands: readonly string[],
): { readonly sources: readonly string[]; readonly target: string } {
  const target = operands.at(-1);
  if (target === undefined) throw new UsageError('missing file operand');
  if (operands.length === 1) throw new UsageError(`missing destination file operand after '${target}'`);
  const isDirectory = process.host.files.stat(pathOf(process, target))?.type === 'directory';
  if (operands.length > 2 && !isDirectory) throw new UsageError(`target '${target}': Not a directory`);
  return { sources: operands.slice(0, -1), target };
}

export const cp = instant((process, args) => {
  const { flags, operands } = parseOptions(args, {
    flags: 'rRafvpT',
    long: { recursive: 'r', archive: 'a', force: 'f' },
  });
  const { sources, target } = sourcesAndTarget(process, operands);
  const isRecursive = flags.has('r') || flags.has('R') || flags.has('a');
  let code = 0;
  for (const source of sources) {
    const from = pathOf(process, source);
    const stat = process.host.files.stat(from);
    if (stat === undefined) code = fail(process, `cannot stat '${source}': No such file or directory`);
    else if (stat.type === 'directory' && !isRecursive)
      code = fail(process, `-r not specified; omitting directory '${source}'`);
    else
      code =
        each(
          process,
          [source],
          (operand) => `cannot copy '${operand}'`,
          () => copy(process, from, destination(process, source, target)),
        ) || code;
  }
  return code;
});

function copy(process: Process, from: string, to: string): void {
  const { files } = process.host;
  const stat = files.stat(from);
  if (to === from || (stat?.type === 'directory' && to.startsWith(`${from}/`)))
    throw new FileError('EINVAL', to);
  if (stat?.type !== 'directory') {
    files.write(to, files.read(from));
    files.chmod(to, stat?.mode ?? 0o644);
    return;
  }
  files.mkdir(to, { parents: true });
  for (const name of [...files.list(from)].sort(compareText))
    copy(process, `${from}/${name}`, `${to}/${name}`);
}

export const mv = instant((process, args) => {
  const { operands } = parseOptions(args, { flags: 'fvn', long: { force: 'f' } });
  const { sources, target } = sourcesAndTarget(process, operands);
  let code = 0;
  for (const source of sources) {
    const from = pathOf(process, source);
    if (process.host.files.stat(from) === undefined) {
      code = fail(process, `cannot stat '${source}': No such file or directory`);
      continue;
    }
    const move = () => {
      const to = destination(process, source, target);
      if (to === from) return;
      copy(process, from, to);
      process.host.files.remove(from, { recursive: true });
    };
    code = each(process, [source], (operand) => `cannot move '${operand}' to '${target}'`, move) || code;
  }
  return code;
});
