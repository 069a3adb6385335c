// echo, printf: print; true, false, `:`.
import { echoText } from '../echo.ts';
import { printfText } from '../printf.ts';
import { complain, write } from '../shell-state.ts';
import { isName, setVariable } from '../variables.ts';
import { instantly } from './builtin.ts';

export const echo = instantly((shell, args) => (write(shell, 1, echoText(args)) ? 0 : 1));

/** `printf [-v name] format [argument …]`. */
export const printf = instantly((shell, given) => {
  let args = given;
  let name: string | undefined;
  if (args[0] === '-v' && shell.dialect === 'bash') {
    name = args[1];
    args = args.slice(2);
    if (name === undefined || !isName(name))
      return complain(shell, `printf: \`${name ?? ''}': not a valid identifier`) + 1;
  }
  if (args[0] === '--') args = args.slice(1);
  const [format, ...rest] = args;
  if (format === undefined) {
    complain(shell, 'printf: usage: printf [-v var] format [arguments]');
    return 2;
  }
  const { text, errors } = printfText(format, rest);
  if (name === undefined) write(shell, 1, text);
  else setVariable(shell, name, text);
  for (const error of errors) complain(shell, `printf: ${error}`);
  return errors.length > 0 ? 1 : 0;
});

export const succeed = instantly(() => 0);
export const fail = instantly(() => 1);
