// export, readonly, declare, local, unset, let, shift: variables and their attributes.

import { compareText } from '../../../sim/index.ts';
import { evaluateArithmeticText } from '../arithmetic.ts';
import { quoted } from '../parameter-expansion.ts';
import type { Builtin, Shell, Variable } from '../shell-state.ts';
import { complain, write } from '../shell-state.ts';
import { getVariable, isName, makeLocal, setVariable, unsetVariable } from '../variables.ts';
import { instantly, refuseOption, wholeNumber } from './builtin.ts';

/** Sets `name`, `name=value` or `name+=value`, and what `change` does to it. Returns 1 for an impossible name. */
function declare(shell: Shell, command: string, arg: string, change: (variable: Variable) => void): number {
  const found = /^([^=+]*)(\+?=)?([\s\S]*)$/.exec(arg);
  const [, name = '', operator, value = ''] = found ?? [];
  if (!isName(name)) return complain(shell, `${command}: \`${arg}': not a valid identifier`);
  const array = shell.pendingArrays.get(name);
  shell.pendingArrays.delete(name);
  if (array !== undefined) setVariable(shell, name, array);
  else if (operator === '=') setVariable(shell, name, value);
  else if (operator === '+=') setVariable(shell, name, (getVariable(shell, name) ?? '') + value);
  const variable = shell.variables.get(name) ?? { value: '', isExported: false, isReadonly: false };
  if (!shell.variables.has(name) && command === 'readonly') shell.variables.set(name, variable);
  if (!shell.variables.has(name) && command === 'export') return 0;
  change(variable);
  return 0;
}

function each(args: readonly string[], run: (arg: string) => number): number {
  return args.reduce((code, arg) => Math.max(code, run(arg)), 0);
}

function print(shell: Shell, prefix: string, isShown: (variable: Variable) => boolean): number {
  const rows = [...shell.variables]
    .filter(([, variable]) => isShown(variable))
    .sort(([a], [b]) => compareText(a, b));
  for (const [name, { value }] of rows) {
    const text =
      typeof value === 'string'
        ? `"${value.replace(/[$"\\`]/g, '\\$&')}"`
        : `(${value.map(quoted).join(' ')})`;
    write(shell, 1, `${prefix} ${name}=${text}\n`);
  }
  return 0;
}

export const exportVariables = instantly((shell, args) => {
  const names = args.filter((arg) => arg !== '--');
  const isRemoval = names[0] === '-n';
  if (names.length === 0 || names[0] === '-p')
    return print(shell, 'declare -x', ({ isExported }) => isExported);
  if (!isRemoval && /^-./.test(names[0] as string)) return refuseOption(shell, 'export', names[0] as string);
  return each(isRemoval ? names.slice(1) : names, (arg) =>
    declare(shell, 'export', arg, (variable) => {
      variable.isExported = !isRemoval;
    }),
  );
});

export const readonly = instantly((shell, args) => {
  const names = args.filter((arg) => arg !== '--' && arg !== '-a');
  if (names.length === 0 || names[0] === '-p')
    return print(shell, 'declare -r', ({ isReadonly }) => isReadonly);
  return each(names, (arg) =>
    declare(shell, 'readonly', arg, (variable) => {
      variable.isReadonly = true;
    }),
  );
});

/** `local`, `declare`: within a function they hide the outer variable. */
function declareWith(command: 'local' | 'declare'): Builtin {
  return instantly((shell, args) => {
    if (command === 'local' && shell.scopes.length === 0)
      return complain(shell, 'local: can only be used in a function');
    let names = args;
    let flags = '';
    for (; /^-[a-zA-Z-]+$/.test(names[0] ?? ''); names = names.slice(1))
      flags += (names[0] as string).slice(1);
    const unknown = /[^axrgpi-]/.exec(flags)?.[0];
    if (unknown !== undefined)
      return complain(shell, `${command}: -${unknown}: this option is not supported`) + 1;
    if (flags.includes('p') || names.length === 0) return print(shell, 'declare --', () => true);
    return each(names, (arg) => {
      const name = /^[^=+]*/.exec(arg)?.[0] ?? '';
      if (isName(name) && !flags.includes('g')) makeLocal(shell, name);
      return declare(shell, command, arg, (variable) => {
        if (flags.includes('x')) variable.isExported = true;
        if (flags.includes('r')) variable.isReadonly = true;
      });
    });
  });
}

export const local = declareWith('local');
export const declareVariables = declareWith('declare');

export const unset = instantly((shell, args) => {
  const onlyFunctions = args[0] === '-f';
  const names = args.filter((arg) => !['-f', '-v', '--'].includes(arg));
  return each(names, (name) => {
    const element = /^([A-Za-z_]\w*)\[(\d+)\]$/.exec(name);
    if (element !== null) {
      const value = shell.variables.get(element[1] as string)?.value;
      if (Array.isArray(value)) delete value[Number(element[2])];
      return 0;
    }
    if (onlyFunctions || (!shell.variables.has(name) && shell.functions.has(name)))
      shell.functions.delete(name);
    else if (isName(name)) unsetVariable(shell, name);
    else return complain(shell, `unset: \`${name}': not a valid identifier`);
    return 0;
  });
});

/** `let expression …`: 1 where the last one is 0. */
export const letExpression: Builtin = function* (shell, argv) {
  if (argv.length < 2) return complain(shell, 'let: expression expected');
  let value = 0;
  for (const text of argv.slice(1)) value = yield* evaluateArithmeticText(shell, text);
  return value === 0 ? 1 : 0;
};

export const shift = instantly((shell, args) => {
  const count = wholeNumber(args[0] ?? '1', 0);
  if (count === undefined) return complain(shell, `shift: ${args[0]}: numeric argument required`);
  if (count > shell.positional.length) return 1;
  shell.positional = shell.positional.slice(count);
  return 0;
});
