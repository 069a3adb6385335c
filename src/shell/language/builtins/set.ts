// set: options and positional parameters.
import { compareText } from '../../../sim/index.ts';
import { quoted } from '../parameter-expansion.ts';
import type { Shell, ShellOption } from '../shell-state.ts';
import { complain, write } from '../shell-state.ts';
import { instantly, refuseOption } from './builtin.ts';

const byLetter: ReadonlyMap<string, ShellOption> = new Map<string, ShellOption>([
  ['e', 'errexit'],
  ['u', 'nounset'],
  ['x', 'xtrace'],
  ['f', 'noglob'],
  ['n', 'noexec'],
  ['a', 'allexport'],
  ['v', 'verbose'],
  ['C', 'noclobber'],
]);
const byName: ReadonlyMap<string, ShellOption> = new Map<string, ShellOption>([
  ...[...byLetter.values()].map((option) => [option, option] as const),
  ['pipefail', 'pipefail'],
]);

/** Takes `-e`, `+x`, `-o name`, `-euo pipefail` from the front; returns the rest, or the code of a refusal. */
export function takeOptions(shell: Shell, args: readonly string[]): readonly string[] | number {
  let rest = args;
  for (; /^[-+]./.test(rest[0] ?? '') && rest[0] !== '--'; rest = rest.slice(1)) {
    const word = rest[0] as string;
    const isOn = word.startsWith('-');
    for (const letter of word.slice(1)) {
      if (letter === 'o') {
        const name = rest[1];
        if (name === undefined) return printOptions(shell);
        const option = byName.get(name);
        if (option === undefined) return complain(shell, `set: ${name}: invalid option name`) + 1;
        rest = rest.slice(1);
        change(shell, option, isOn);
        continue;
      }
      const option = byLetter.get(letter);
      // Job control and history are the terminal's business.
      if (option === undefined && !'mbhBEHTi'.includes(letter))
        return refuseOption(shell, 'set', `${word[0]}${letter}`);
      if (option !== undefined) change(shell, option, isOn);
    }
  }
  return rest;
}

function change(shell: Shell, option: ShellOption, isOn: boolean): void {
  if (isOn) shell.options.add(option);
  else shell.options.delete(option);
}

function printOptions(shell: Shell): number {
  for (const name of [...byName.keys()].sort(compareText)) {
    write(
      shell,
      1,
      `${name.padEnd(15)}\t${shell.options.has(byName.get(name) as ShellOption) ? 'on' : 'off'}\n`,
    );
  }
  return 0;
}

export const set = instantly((shell, args) => {
  if (args.length === 0) return printVariables(shell);
  const rest = takeOptions(shell, args);
  if (typeof rest === 'number') return rest;
  if (rest[0] === '--') shell.positional = rest.slice(1);
  else if (rest[0] === '-') shell.positional = rest.length > 1 ? rest.slice(1) : shell.positional;
  else if (rest.length > 0) shell.positional = rest;
  return 0;
});

function printVariables(shell: Shell): number {
  for (const [name, { value }] of [...shell.variables].sort(([a], [b]) => compareText(a, b))) {
    const text = typeof value === 'string' ? value : value.join(' ');
    write(shell, 1, `${name}=${/^[A-Za-z0-9_./:=@%+,-]*$/.test(text) ? text : quoted(text)}\n`);
  }
  return 0;
}
