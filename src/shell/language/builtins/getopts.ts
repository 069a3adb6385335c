// getopts: the options of a script, one at a time.
import { complain } from '../shell-state.ts';
import { getVariable, setVariable, unsetVariable } from '../variables.ts';
import { instantly } from './builtin.ts';

/** `getopts optstring name [argument …]`. OPTIND counts words; the place within one is kept in a variable of its own. */
export const getopts = instantly((shell, given) => {
  const [letters, name, ...words] = given;
  if (letters === undefined || name === undefined) {
    complain(shell, 'getopts: usage: getopts optstring name [arg ...]');
    return 2;
  }
  const args = words.length > 0 ? words : shell.positional;
  const index = Number(getVariable(shell, 'OPTIND') ?? 1) || 1;
  const place = Number(getVariable(shell, '_OPTCHAR') ?? 1) || 1;
  const word = args[index - 1];
  const end = (nextIndex: number) => {
    setVariable(shell, name, '?');
    setVariable(shell, 'OPTIND', String(nextIndex));
    return 1;
  };
  if (word === undefined || !/^-./.test(word)) return end(index);
  if (word === '--') return end(index + 1);
  const letter = word[place] as string;
  const isLastInWord = place + 1 >= word.length;
  const known = letter === ':' ? -1 : letters.replace(/^:/, '').indexOf(letter);
  const takesValue = known >= 0 && letters.replace(/^:/, '')[known + 1] === ':';
  const value = takesValue ? (isLastInWord ? args[index] : word.slice(place + 1)) : undefined;
  const moves = takesValue ? (isLastInWord ? 2 : 1) : isLastInWord ? 1 : 0;
  setVariable(shell, 'OPTIND', String(index + moves));
  setVariable(shell, '_OPTCHAR', moves > 0 ? '1' : String(place + 1));
  if (value === undefined) unsetVariable(shell, 'OPTARG');
  else setVariable(shell, 'OPTARG', value);
  if (known >= 0 && (!takesValue || value !== undefined)) {
    setVariable(shell, name, letter);
    return 0;
  }
  const isSilent = letters.startsWith(':');
  setVariable(shell, name, isSilent && known >= 0 ? ':' : '?');
  if (isSilent) setVariable(shell, 'OPTARG', letter);
  else
    complain(shell, known >= 0 ? `option requires an argument -- ${letter}` : `illegal option -- ${letter}`);
  return 0;
});
