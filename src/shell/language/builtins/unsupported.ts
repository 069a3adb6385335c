// Builtins of real shells that are not here: each says what to use instead.
import type { Builtin } from '../shell-state.ts';
import { complain } from '../shell-state.ts';
import { instantly } from './builtin.ts';

const instead: readonly (readonly [string, string])[] = [
  ['fg', 'use wait'],
  ['bg', 'end a command with & to run it in the background'],
  ['disown', 'background jobs go on by themselves'],
  ['suspend', 'use sleep'],
  ['ulimit', 'limits are set in the container spec'],
  ['pushd', 'use cd and cd -'],
  ['popd', 'use cd and cd -'],
  ['dirs', 'use pwd'],
  ['mapfile', 'use while read -r line; do …; done'],
  ['readarray', 'use while read -r line; do …; done'],
  ['shopt', 'patterns and options are those of bash by default'],
  ['complete', 'the terminal completes by itself'],
  ['enable', 'all builtins are enabled'],
];

export const unsupported: readonly (readonly [string, Builtin])[] = instead.map(([name, advice]) => [
  name,
  instantly((shell) => complain(shell, `${name}: not supported here; ${advice}`)),
]);
