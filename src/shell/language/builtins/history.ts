// history: the lines that were entered at the prompt, numbered.
import type { Builtin } from '../shell-state.ts';
import { complain, write } from '../shell-state.ts';
import { instantly, wholeNumber } from './builtin.ts';

export const history: Builtin = instantly((shell, args) => {
  const [asked] = args;
  const { entered } = shell;
  if (asked === '-c') {
    entered.length = 0;
    return 0;
  }
  const count = asked === undefined ? entered.length : wholeNumber(asked, 0);
  if (count === undefined) {
    const isOption = asked?.startsWith('-') === true;
    return complain(
      shell,
      isOption
        ? `history: ${asked}: not supported here; use history, history N or history -c`
        : `history: ${asked}: numeric argument required`,
    );
  }
  const first = Math.max(0, entered.length - count);
  for (const [index, line] of entered.slice(first).entries())
    write(shell, 1, `${String(first + index + 1).padStart(5)}  ${line}\n`);
  return 0;
});
