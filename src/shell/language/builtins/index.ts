// All builtins by name.
import type { Builtin } from '../shell-state.ts';
import { alias, unalias } from './alias.ts';
import { cd, pwd } from './directory.ts';
import { evaluate, source } from './eval.ts';
import { breakLoop, continueLoop, exit, returnFrom } from './flow.ts';
import { getopts } from './getopts.ts';
import { history } from './history.ts';
import { kill } from './kill.ts';
import { echo, fail, printf, succeed } from './output.ts';
import { read } from './read.ts';
import { set } from './set.ts';
import { test } from './test.ts';
import { trap } from './trap.ts';
import { builtin, command, type } from './type.ts';
import { unsupported } from './unsupported.ts';
import {
  declareVariables,
  exportVariables,
  letExpression,
  local,
  readonly,
  shift,
  unset,
} from './variables.ts';
import { jobs, wait } from './wait.ts';

export const builtins: ReadonlyMap<string, Builtin> = new Map<string, Builtin>([
  [':', succeed],
  ['true', succeed],
  ['false', fail],
  ['hash', succeed],
  ['umask', succeed],
  ['echo', echo],
  ['printf', printf],
  ['cd', cd],
  ['pwd', pwd],
  ['export', exportVariables],
  ['readonly', readonly],
  ['declare', declareVariables],
  ['typeset', declareVariables],
  ['local', local],
  ['unset', unset],
  ['let', letExpression],
  ['shift', shift],
  ['set', set],
  ['read', read],
  ['test', test],
  ['[', test],
  ['break', breakLoop],
  ['continue', continueLoop],
  ['return', returnFrom],
  ['exit', exit],
  ['eval', evaluate],
  ['source', source],
  ['.', source],
  ['trap', trap],
  ['wait', wait],
  ['jobs', jobs],
  ['kill', kill],
  ['type', type],
  ['command', command],
  ['builtin', builtin],
  ['getopts', getopts],
  ['alias', alias],
  ['unalias', unalias],
  ['history', history],
  ...unsupported,
]);
