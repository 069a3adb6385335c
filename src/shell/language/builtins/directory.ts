// cd, pwd.
import { FileError, resolvePath } from '../../../sim/index.ts';
import { reasonOf } from '../redirection.ts';
import type { Shell } from '../shell-state.ts';
import { complain, write } from '../shell-state.ts';
import { getVariable, setVariable } from '../variables.ts';
import { instantly, refuseOption } from './builtin.ts';

export const cd = instantly((shell, given) => {
  const args = given.filter((arg) => arg !== '-L' && arg !== '-P' && arg !== '--');
  const [target] = args;
  if (target !== undefined && /^-./.test(target)) return refuseOption(shell, 'cd', target);
  if (args.length > 1) return complain(shell, 'cd: too many arguments');
  if (target === undefined) {
    const home = getVariable(shell, 'HOME');
    return home === undefined ? complain(shell, 'cd: HOME not set') : enter(shell, home, home);
  }
  if (target !== '-') return enter(shell, target, target);
  const before = getVariable(shell, 'OLDPWD');
  if (before === undefined) return complain(shell, 'cd: OLDPWD not set');
  const code = enter(shell, before, before);
  if (code === 0) write(shell, 1, `${before}\n`);
  return code;
});

function enter(shell: Shell, target: string, shown: string): number {
  if (target === '') return 0;
  const path = resolvePath(shell.cwd, target);
  const reason = reasonAgainst(shell, path);
  if (reason !== undefined) {
    if (shell.dialect === 'ash') complain(shell, `cd: can't cd to ${shown}: ${reason}`);
    else complain(shell, `cd: ${shown}: ${reason}`);
    return shell.dialect === 'ash' ? 2 : 1;
  }
  setVariable(shell, 'OLDPWD', shell.cwd);
  setVariable(shell, 'PWD', path);
  shell.cwd = path;
  shell.process.cwd = path;
  return 0;
}

function reasonAgainst(shell: Shell, path: string): string | undefined {
  try {
    shell.process.host.files.list(path);
    return undefined;
  } catch (error) {
    if (error instanceof FileError) return reasonOf(error);
    throw error;
  }
}

export const pwd = instantly((shell) => (write(shell, 1, `${shell.cwd}\n`) ? 0 : 1));
