// Redirections: `> file`, `2>&1`, `< file`, here-documents and here-strings.
import type { HereDoc, Redirect, Redirection } from 'unbash';
import type { Output } from '../../sim/index.ts';
import { FileError, inputOf, nullOutput, resolvePath } from '../../sim/index.ts';
import { ShellError } from './completion.ts';
import { openEndless } from './devices.ts';
import type { Shell, Steps, Stream } from './shell-state.ts';
import { expandBody, expandText } from './words.ts';

type Descriptors = ReadonlyMap<number, Stream>;

/** The shell's descriptors with these redirections, applied from left to right. Throws ShellError. */
export function* redirected(shell: Shell, redirections: readonly Redirection[]): Steps<Descriptors> {
  if (redirections.length === 0) return shell.fds;
  const fds = new Map(shell.fds);
  for (const redirection of redirections) {
    if (redirection.descriptor?.type === 'FileDescriptorVariable') {
      throw new ShellError(
        `{${redirection.descriptor.name}}: descriptors in variables are not supported; use a number`,
      );
    }
    const given = redirection.descriptor?.value;
    if (redirection.type === 'HereDoc')
      fds.set(given ?? 0, { input: inputOf(yield* bodyOf(shell, redirection)) });
    else if (redirection.target === undefined)
      throw new ShellError('redirection without a target', { code: 2 });
    else {
      const target = yield* expandText(shell, redirection.target);
      if (redirection.type === 'HereString') fds.set(given ?? 0, { input: inputOf(`${target}\n`) });
      else redirect(shell, fds, redirection, given, target);
    }
  }
  return fds;
}

/** Runs a body with redirections and puts the descriptors back. A failed redirection is reported and gives 1. */
export function* withRedirections(
  shell: Shell,
  redirections: readonly Redirection[],
  body: () => Steps,
): Steps {
  if (redirections.length === 0) return yield* body();
  const before = shell.fds;
  shell.fds = yield* redirected(shell, redirections);
  try {
    return yield* body();
  } finally {
    shell.fds = before;
  }
}

function* bodyOf(shell: Shell, { operator, body, delimiter }: HereDoc): Steps<string> {
  if (delimiter?.quoted === true || body.parts === undefined) {
    const text = operator === '<<-' ? body.text.replace(/^\t+/gm, '') : body.text;
    return delimiter?.quoted === true ? text : unescaped(text);
  }
  if (operator === '<<') return yield* expandBody(shell, body.parts);
  let isLineStart = true;
  const parts = body.parts.map((part) => {
    if (part.type !== 'Literal') {
      isLineStart = false;
      return part;
    }
    const value = part.value.replace(isLineStart ? /^\t+|(?<=\n)\t+/g : /(?<=\n)\t+/g, '');
    isLineStart = value.endsWith('\n');
    return { ...part, value };
  });
  return yield* expandBody(shell, parts);
}

function unescaped(text: string): string {
  return text.replace(/\\(\n|[\\$`])/g, (_, char) => (char === '\n' ? '' : char));
}

function redirect(
  shell: Shell,
  fds: Map<number, Stream>,
  { operator }: Redirect,
  given: number | undefined,
  target: string,
): void {
  switch (operator) {
    case '<':
    case '<>':
      fds.set(given ?? 0, { input: openInput(shell, fds, target) });
      return;
    case '>':
    case '>|':
    case '>>':
      fds.set(given ?? 1, { output: openOutput(shell, fds, target, operator) });
      return;
    case '&>':
    case '&>>': {
      const output = openOutput(shell, fds, target, operator === '&>' ? '>' : '>>');
      fds.set(1, { output });
      fds.set(2, { output });
      return;
    }
    case '<&':
    case '>&':
      duplicate(shell, fds, operator, given, target);
  }
}

function duplicate(
  shell: Shell,
  fds: Map<number, Stream>,
  operator: '<&' | '>&',
  given: number | undefined,
  target: string,
): void {
  const to = given ?? (operator === '<&' ? 0 : 1);
  if (target === '-') {
    fds.delete(to);
    return;
  }
  if (/^\d+$/.test(target)) {
    const stream = fds.get(Number(target));
    if (stream === undefined) throw new ShellError(`${target}: Bad file descriptor`);
    fds.set(to, stream);
    return;
  }
  if (operator === '<&' || given !== undefined) throw new ShellError(`${target}: ambiguous redirect`);
  const output = openOutput(shell, fds, target, '>');
  fds.set(1, { output });
  fds.set(2, { output });
}

const deviceDescriptors: ReadonlyMap<string, number> = new Map([
  ['/dev/stdin', 0],
  ['/dev/stdout', 1],
  ['/dev/stderr', 2],
]);

function deviceStream(fds: Descriptors, path: string): Stream | undefined {
  const number = deviceDescriptors.get(path) ?? /^\/dev\/fd\/(\d+)$/.exec(path)?.[1];
  return number === undefined ? undefined : fds.get(Number(number));
}

function openInput(shell: Shell, fds: Descriptors, target: string) {
  const device = deviceStream(fds, target)?.input;
  if (device !== undefined) return device;
  const endless = openEndless(shell.process, resolvePath(shell.cwd, target));
  if (endless !== undefined) return endless;
  return inputOf(opened(shell, target, 'open', (path) => shell.process.host.files.read(path)));
}

function openOutput(shell: Shell, fds: Descriptors, target: string, operator: '>' | '>|' | '>>'): Output {
  const device = deviceStream(fds, target)?.output;
  if (device !== undefined) return device;
  if (target === '/dev/null') return nullOutput;
  const { files } = shell.process.host;
  const path = resolvePath(shell.cwd, target);
  opened(shell, target, 'create', () => {
    if (operator === '>' && shell.options.has('noclobber') && files.stat(path) !== undefined) {
      throw new ShellError(`${target}: cannot overwrite existing file`);
    }
    if (operator === '>>') files.append(path, '');
    else files.write(path, '');
  });
  return {
    write(text) {
      files.append(path, text);
      return true;
    },
    close() {},
  };
}

/** Opens a file; errors are told in the words of the dialect, about the name as it was typed. */
function opened<T>(shell: Shell, target: string, verb: 'open' | 'create', open: (path: string) => T): T {
  if (target === '') throw new ShellError(': No such file or directory');
  try {
    return open(resolvePath(shell.cwd, target));
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    const reason = reasonOf(error);
    if (shell.dialect === 'bash') throw new ShellError(`${target}: ${reason}`);
    const missing = verb === 'open' ? 'no such file' : 'nonexistent directory';
    throw new ShellError(`can't ${verb} ${target}: ${error.code === 'ENOENT' ? missing : reason}`);
  }
}

/** The words of a file error without its path. */
export function reasonOf(error: FileError): string {
  return error.message.slice(error.path.length + 2);
}
