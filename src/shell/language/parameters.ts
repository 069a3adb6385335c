// The values of parameters: variables, arrays, positional and special ones.
import type { Shell } from './shell-state.ts';
import { currentLine } from './shell-state.ts';

export interface ParameterValue {
  /** None: unset. */
  readonly texts: readonly string[];
  /** One field for each text: `$@`, `$*`, `${a[@]}`. */
  readonly isList: boolean;
  /** Within quotes, all in one field: the `*` forms. */
  readonly isJoined: boolean;
}

type Special = (shell: Shell) => string | undefined;

const specials: ReadonlyMap<string, Special> = new Map<string, Special>([
  ['?', (shell) => String(shell.status)],
  ['$', (shell) => String(shell.shellPid)],
  ['!', (shell) => shell.lastBackgroundPid?.toString()],
  ['#', (shell) => String(shell.positional.length)],
  ['0', (shell) => shell.name],
  ['-', optionLetters],
  ['LINENO', (shell) => String(currentLine(shell))],
  ['RANDOM', (shell) => String(shell.process.host.random.int(32_768))],
  ['SECONDS', (shell) => String(Math.floor((shell.process.host.now() - shell.startedAtMs) / 1000))],
  ['BASHPID', (shell) => String(shell.process.pid)],
  ['EPOCHSECONDS', (shell) => String(Math.floor(shell.process.host.now() / 1000))],
]);

const letters = {
  errexit: 'e',
  nounset: 'u',
  xtrace: 'x',
  noglob: 'f',
  allexport: 'a',
  verbose: 'v',
  noexec: 'n',
  noclobber: 'C',
};

function optionLetters(shell: Shell): string {
  return Object.entries(letters)
    .filter(([option]) => shell.options.has(option as keyof typeof letters))
    .map(([, letter]) => letter)
    .join('');
}

/** What a parameter holds; `index` is the subscript of an array. */
export function parameterValue(
  shell: Shell,
  name: string,
  index: number | '@' | '*' | undefined,
): ParameterValue {
  if (name === '@' || name === '*') return { texts: shell.positional, isList: true, isJoined: name === '*' };
  if (/^[1-9]\d*$/.test(name)) return optional(shell.positional[Number(name) - 1]);
  if (name === 'PIPESTATUS') return element(shell.pipeStatus.map(String), index);
  const variable = shell.variables.get(name);
  if (variable === undefined) return optional(specials.get(name)?.(shell));
  return element(typeof variable.value === 'string' ? [variable.value] : variable.value, index);
}

function element(elements: readonly string[], index: number | '@' | '*' | undefined): ParameterValue {
  if (typeof index === 'string') {
    return { texts: elements.filter((text) => text !== undefined), isList: true, isJoined: index === '*' };
  }
  return optional(elements.at(index ?? 0));
}

function optional(text: string | undefined): ParameterValue {
  return { texts: text === undefined ? [] : [text], isList: false, isJoined: false };
}
