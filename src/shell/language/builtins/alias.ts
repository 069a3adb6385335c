// alias, unalias: short words for what is typed often.
import type { Builtin, Shell } from '../shell-state.ts';
import { complain, write } from '../shell-state.ts';
import { instantly } from './builtin.ts';

const names = /^[^\s/$`'"\\|&;()<>=]+$/;

export const alias: Builtin = instantly((shell, args) => {
  const rest = args.filter((arg) => arg !== '-p' && arg !== '--');
  if (rest.length === 0) for (const name of [...shell.aliases.keys()].sort()) show(shell, name);
  let code = 0;
  for (const arg of rest) {
    const [, name = arg, meaning] = /^([^=]+)=(.*)$/s.exec(arg) ?? [];
    if (meaning !== undefined && !names.test(name))
      code = complain(shell, `alias: \`${name}': invalid alias name`);
    else if (meaning !== undefined) shell.aliases.set(name, meaning);
    else if (shell.aliases.has(name)) show(shell, name);
    else code = complain(shell, `alias: ${name}: not found`);
  }
  return code;
});

export const unalias: Builtin = instantly((shell, args) => {
  if (args.length === 0) {
    write(shell, 2, 'unalias: usage: unalias [-a] name [name ...]\n');
    return 2;
  }
  if (args[0] === '-a') shell.aliases.clear();
  let code = 0;
  for (const name of args.filter((arg) => arg !== '-a')) {
    if (!shell.aliases.delete(name)) code = complain(shell, `unalias: ${name}: not found`);
  }
  return code;
});

/** As it can be typed again. */
function show(shell: Shell, name: string): void {
  const start = shell.dialect === 'bash' ? 'alias ' : '';
  write(shell, 1, `${start}${name}='${(shell.aliases.get(name) ?? '').replaceAll("'", "'\\''")}'\n`);
}
